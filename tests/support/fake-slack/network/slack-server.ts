import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Call, SlackState } from '../state/slack-state.ts';
import { answerCall, type TimedAnswer, withFaults } from '../web-api/answer-call.ts';
import { parseArguments, readBody, withoutToken } from './request-body.ts';
import type { SocketMode } from './socket-mode.ts';

/** The fake's one port: the Web API, the response_urls and the WebSocket. */
export class SlackServer {
  private readonly state: SlackState;
  private readonly http: Server;
  private readonly pauses = new Set<NodeJS.Timeout>();
  private readonly sockets = new Set<Socket>();

  constructor(state: SlackState, socketMode: SocketMode) {
    this.state = state;
    this.http = createServer((request, response) => void this.serve(request, response));
    this.http.on('upgrade', (request, socket) => socketMode.accept(request, socket));
    this.http.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    const { port } = this.http.address() as AddressInfo;
    this.state.origin = `http://127.0.0.1:${port}`;
  }

  /** Breaks what is still open: an app under test may not have closed its side yet. */
  async stop(): Promise<void> {
    for (const pause of this.pauses) clearTimeout(pause);
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.http.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await readBody(request);
      const answer = this.route(request, body);
      if (answer.delayMs !== undefined) await this.pause(answer.delayMs);
      send(response, answer);
    } catch (error) {
      // The client went away while it was writing, or the fake has a bug that must not look like Slack's.
      if (!response.headersSent && !response.destroyed) {
        response.writeHead(500).end(`fake Slack broke: ${String(error)}`);
      }
    }
  }

  private route(request: IncomingMessage, body: string): TimedAnswer {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.state.origin);
    const [, root, name = ''] = pathname.split('/');
    const given = {
      ...Object.fromEntries(searchParams),
      ...parseArguments(request.headers['content-type'] ?? '', body),
    };
    if (root === 'api') {
      return answerCall(this.state, name, withoutToken(request.headers.authorization, given));
    }
    if (root !== 'response') {
      return { kind: 'answer', status: 404, headers: {}, body: { ok: false, error: 'not_found' } };
    }
    const call: Call = {
      method: 'response_url',
      args: given,
      at: this.state.clock.now(),
      outcome: 'pending',
    };
    return withFaults(this.state, call, () => ({
      kind: 'answer',
      headers: {},
      ...this.state.responseUrls.post(name, given),
    }));
  }

  private async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.pauses.delete(timer);
        resolve();
      }, ms);
      this.pauses.add(timer);
    });
  }
}

function send(response: ServerResponse, answer: TimedAnswer): void {
  if (answer.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(JSON.stringify(answer.body));
}
