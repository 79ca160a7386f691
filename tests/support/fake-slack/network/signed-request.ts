import { createHmac } from 'node:crypto';
import { request as startRequest } from 'node:http';
import type { SlackObject } from '../slack-object.ts';
import type { DeliveryAnswer, DeliveryKind, DeliveryOptions } from './delivery.ts';
import { parsedOrText, readBody } from './request-body.ts';

interface RequestTarget {
  url: string;
  signingSecret: string;
  /** Seconds. */
  now: number;
  timeoutMs: number;
}

/** Posts to the app's request URL: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function deliverOverHttp(
  target: RequestTarget,
  kind: DeliveryKind,
  payload: SlackObject,
  options: DeliveryOptions = {},
): Promise<DeliveryAnswer> {
  const body = encode(kind, payload);
  return new Promise((resolve) => {
    const fail = (problem: 'operation_timeout' | 'dispatch_failed'): void => {
      resolve({ transport: 'http', status: undefined, headers: {}, body: undefined, problem });
    };
    const request = startRequest(target.url, {
      method: 'POST',
      // Without an agent no connection outlives its answer.
      agent: false,
      headers: { ...headersFor(kind, options), ...signatureFor(target, body, options) },
    });
    const timer = setTimeout(() => {
      fail('operation_timeout');
      request.destroy();
    }, target.timeoutMs);
    const cut = options.cutAfterMs;
    const cutter = cut === undefined ? undefined : setTimeout(() => request.destroy(), cut);
    request.on('error', () => fail(cut === undefined ? 'dispatch_failed' : 'operation_timeout'));
    request.on('close', () => {
      clearTimeout(timer);
      clearTimeout(cutter);
    });
    request.on('response', async (response) => {
      const text = await readBody(response).catch(() => '');
      const status = response.statusCode ?? 0;
      resolve({
        transport: 'http',
        status,
        headers: response.headers,
        body: text === '' ? undefined : parsedOrText(text),
        problem: status >= 200 && status < 300 ? undefined : 'dispatch_failed',
      });
    });
    request.end(body);
  });
}

function encode(kind: DeliveryKind, payload: SlackObject): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

function headersFor(kind: DeliveryKind, { retry }: DeliveryOptions): Record<string, string> {
  return {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    // Exactly this: Bolt 5 answers 400 to a form whose type carries a charset.
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
  };
}

function signatureFor(target: RequestTarget, body: string, options: DeliveryOptions): Record<string, string> {
  const seconds = options.timestamp === 'old' ? target.now - 600 : target.now;
  const digest = createHmac('sha256', target.signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const stamped = { 'x-slack-request-timestamp': String(seconds) };
  if (options.signature === 'missing') return stamped;
  const signature = options.signature === 'bad' ? digest.split('').reverse().join('') : digest;
  return { ...stamped, 'x-slack-signature': `v0=${signature}` };
}
