import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { PublisherHealth } from '../services/publisher.ts';
import { boltLogger } from './bolt-logger.ts';
import { HttpReceiver } from './http/http-receiver.ts';
import { slackFetch } from './slack-fetch.ts';
import { SocketPair } from './socket-pair.ts';
import type { TokenGate } from './token-gate.ts';

export interface SlackAccess {
  /** Emptied when Slack takes it back. */
  botToken: string;
  /** Shut when Slack takes the token back. */
  gate?: TokenGate;
  apiUrl?: string | undefined;
  /** Socket Mode with the app-level token, or HTTP with the signing secret on a port. */
  by: SocketMode | { mode: 'http'; signingSecret: string; port: number };
}

interface SocketMode {
  mode: 'socket';
  appToken: string;
  /** One where every message comes by every socket; two where it comes by any of them, as from Slack. */
  sockets?: 1 | 2;
  reconnectMs?: number;
  secondAfterMs?: number | undefined;
}

/** What `GET /healthz` answers. */
export type Health = () => { state: string; seq: number } & PublisherHealth;

const apiUrlOf = ({ apiUrl }: SlackAccess) => (apiUrl ? { slackApiUrl: apiUrl } : {});

const fetchOf = ({ gate }: SlackAccess) => ({ fetch: gate?.fetch ?? slackFetch });

/** For calls a person waits for. Made anew for each use: Slack's clients write into the options they share. */
export const answeringOptions = (access: SlackAccess, log: Logger) => ({
  ...apiUrlOf(access),
  ...fetchOf(access),
  logger: boltLogger(log),
  timeout: 5000,
  retryConfig: { retries: 1 },
  // One 429 would else hold up all of this client's calls, and a form has three seconds to open.
  rejectRateLimitedCalls: true,
});

/** Posting decides by itself what to try again, and one channel's 429 must not hold up the others. */
export const postingClient = (access: SlackAccess, log: Logger): WebClient =>
  new WebClient(access.botToken, {
    ...apiUrlOf(access),
    ...fetchOf(access),
    logger: boltLogger(log),
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

/** Its own policy waits ever longer: after an hour without a network it would be deaf for another quarter of one. */
const whileSlackIsAway = { forever: true, factor: 1.3, maxTimeout: 15_000 };

export function receiverFor(access: SlackAccess, health: Health, log: Logger): Receiver {
  const logger = boltLogger(log);
  if (access.by.mode === 'socket') {
    const { appToken, sockets = 2, reconnectMs, secondAfterMs } = access.by;
    // Socket Mode writes its reconnect policy into these options: they are not shared with the app's client.
    const open = () =>
      new SocketModeReceiver({
        appToken,
        logger,
        ...(reconnectMs ? { clientPingTimeout: reconnectMs } : {}),
        installerOptions: { clientOptions: { ...apiUrlOf(access), retryConfig: whileSlackIsAway } },
      });
    return sockets === 1 ? open() : new SocketPair(open, { secondAfterMs, log });
  }
  const { signingSecret, port } = access.by;
  return new HttpReceiver({ signingSecret, port, health, log });
}
