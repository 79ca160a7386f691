import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { appId } from '../settings.ts';
import { asObject, asText, type SlackObject } from '../slack-object.ts';
import type { ChangeSignal } from '../state/change-signal.ts';
import type { DeliveryAnswer, DeliveryKind, DeliveryOptions } from './delivery.ts';
import { parsedOrText } from './request-body.ts';
import { WebSocketConnection } from './web-socket-connection.ts';

interface Waiting {
  connection: WebSocketConnection;
  settle: (answer: Pick<DeliveryAnswer, 'body' | 'problem'>) => void;
}

/** Slack's end of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketMode {
  private readonly connections = new Set<WebSocketConnection>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly signal: ChangeSignal;
  /** How many sockets were ever opened; a reconnect counts again. */
  openedCount = 0;
  /** How long a client that has connected waits for its hello. */
  greetsAfterMs = 0;

  constructor(signal: ChangeSignal) {
    this.signal = signal;
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  accept(request: IncomingMessage, socket: Duplex): void {
    const connection = new WebSocketConnection(request, socket, {
      onText: (text) => this.acknowledge(text),
      onClosed: () => this.forget(connection),
    });
    this.connections.add(connection);
    this.openedCount += 1;
    const hello = {
      type: 'hello',
      num_connections: this.connections.size,
      connection_info: { app_id: appId },
    };
    setTimeout(
      () => connection.sendText(JSON.stringify({ ...hello, debug_info: debugInfo })),
      this.greetsAfterMs,
    );
    this.signal.raise();
  }

  /** Resolves with the acknowledgement that carries this envelope's id. */
  async deliver(
    timeoutMs: number,
    kind: DeliveryKind,
    payload: SlackObject,
    { retry, cutAfterMs }: DeliveryOptions = {},
  ): Promise<DeliveryAnswer> {
    // The newest: after a refresh the old one may still be open.
    const connection = [...this.connections].findLast((open) => !open.isClosing);
    const base = { transport: 'socket' as const, status: undefined, headers: {} };
    if (connection === undefined) return { ...base, body: undefined, problem: 'dispatch_failed' };

    const envelopeId = randomUUID();
    const answer = await new Promise<Pick<DeliveryAnswer, 'body' | 'problem'>>((resolve) => {
      const cutter = cutAfterMs === undefined ? undefined : setTimeout(() => connection.cut(), cutAfterMs);
      const settle: Waiting['settle'] = (outcome) => {
        clearTimeout(timer);
        clearTimeout(cutter);
        this.waiting.delete(envelopeId);
        resolve(outcome);
      };
      const timer = setTimeout(() => settle({ body: undefined, problem: 'operation_timeout' }), timeoutMs);
      this.waiting.set(envelopeId, { connection, settle });
      connection.sendText(
        JSON.stringify({
          envelope_id: envelopeId,
          type: kind,
          accepts_response_payload: kind !== 'events_api',
          payload,
          ...(kind === 'events_api'
            ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
            : {}),
        }),
      );
    });
    return { ...base, ...answer };
  }

  /** Asks every client, or whoever came last, to come back on a new connection. */
  disconnect(reason: string, which: 'all' | 'newest'): void {
    for (const connection of [...this.connections].slice(which === 'all' ? 0 : -1)) {
      connection.sendText(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo }));
    }
  }

  cut(): void {
    for (const connection of this.connections) connection.cut();
  }

  private acknowledge(text: string): void {
    const message = asObject(parsedOrText(text));
    const waiting = this.waiting.get(asText(message?.envelope_id) ?? '');
    if (waiting === undefined) return;
    const payload = asObject(message?.payload);
    // The client sends {} for an acknowledgement without a payload.
    const isEmpty = payload === undefined || Object.keys(payload).length === 0;
    waiting.settle({ body: isEmpty ? undefined : payload, problem: undefined });
  }

  private forget(connection: WebSocketConnection): void {
    this.connections.delete(connection);
    for (const waiting of [...this.waiting.values()]) {
      if (waiting.connection === connection) {
        waiting.settle({ body: undefined, problem: 'operation_timeout' });
      }
    }
    this.signal.raise();
  }
}

const debugInfo = { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 };
