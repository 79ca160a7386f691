import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { acknowledgement, sendJson } from './acknowledgement.ts';
import { parseBody, readBody, type SlackBody } from './request-body.ts';
import { forgery } from './signature.ts';

interface Settings {
  signingSecret: string;
  port: number;
  /** What `GET /healthz` answers. */
  health: () => object;
  log: Logger;
}

/** Read before its signature can be checked, so anybody may send so much. A message of 40,000 characters fits in. */
const mostBytes = 2 * 1024 * 1024;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * Takes Slack's requests over HTTP and hands them to Bolt. Why it is not Bolt's own: docs/decisions/0008.
 * It refuses in the order in which refusing is cheap, and logs nothing of what was sent.
 */
export class HttpReceiver implements Receiver {
  private readonly settings: Settings;
  private readonly server: Server;
  private app: App | undefined;

  constructor(settings: Settings) {
    this.settings = settings;
    const routes: { readonly [asked: string]: Handle } = {
      'POST /slack/events': (request, response) => this.take(request, response),
      'GET /healthz': (_, response) => sendJson(response, settings.health()),
    };
    this.server = createServer((request, response) => {
      const path = request.url?.split('?', 1)[0];
      const handle = routes[`${request.method} ${path}`];
      if (handle) void this.handled(handle, request, response);
      else response.writeHead(404).end();
    });
  }

  init(app: App): void {
    this.app = app;
  }

  start(): Promise<Server> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.settings.port, () => {
        this.server.off('error', reject);
        resolve(this.server);
      });
    });
  }

  /** Resolves when every connection is closed; what is being answered is answered first. */
  stop(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.close((error) => (error ? reject(error) : resolve()));
    });
  }

  private async handled(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await handle(request, response);
    } catch (err) {
      // Whoever hung up while they were sending waits for no answer.
      if (request.destroyed && !request.complete) return;
      this.settings.log.error({ err }, 'a request from Slack failed');
      if (!response.headersSent) response.writeHead(500).end();
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { signingSecret, log } = this.settings;
    const refuse = (status: number, why: string): void => {
      log.warn({ status }, `a request was refused: ${why}`);
      response.writeHead(status).end();
    };
    const bytes = await readBody(request, mostBytes);
    if (bytes === 'too-large') return refuse(413, `it is longer than ${mostBytes} bytes`);
    const body = parseBody(bytes, request.headers['content-type']);
    // Slack asks this without signing it, and is told nothing but that we are there.
    if (body?.['ssl_check'] === '1') return void response.writeHead(200).end();
    const forged = forgery(bytes, request.headers, { signingSecret, nowMs: Date.now() });
    if (forged) return refuse(401, forged);
    if (!body) return refuse(400, 'it is neither a form nor JSON');
    if (body['type'] === 'url_verification') return sendJson(response, { challenge: body['challenge'] });
    await this.app?.processEvent(this.eventOf(body, request, response));
  }

  private eventOf(body: SlackBody, { headers }: IncomingMessage, response: ServerResponse): ReceiverEvent {
    const retryNum = Number.parseInt(String(headers['x-slack-retry-num']), 10);
    const retryReason = headers['x-slack-retry-reason'];
    const onForgotten = () => this.settings.log.error('a request from Slack was not acknowledged in time');
    return {
      body,
      ack: acknowledgement(response, onForgotten),
      ...(Number.isNaN(retryNum) ? {} : { retryNum }),
      ...(typeof retryReason === 'string' ? { retryReason } : {}),
    };
  }
}
