import { Server } from 'node:http';
import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { boltLogger } from './bolt-logger.ts';
import { answeringOptions, type Health, receiverFor, type SlackAccess } from './connection.ts';
import type { Desk } from './desk.ts';
import { errorBoundary } from './error-boundary.ts';
import { InFlight } from './in-flight.ts';
import { listeners } from './listeners.ts';

export interface SlackApp {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Who we are in this workspace, as Slack says for the token. */
export interface Identity {
  botId: string;
  botUserId: string;
  team: string;
  teamId: string;
}

/** Asks once, at the start: Bolt would ask at every request. Throws what Slack answers for a bad token. */
export async function identify(access: SlackAccess, log: Logger): Promise<Identity> {
  const client = new WebClient(access.botToken, answeringOptions(access, log));
  const {
    bot_id: botId = '',
    user_id: botUserId = '',
    team = '',
    team_id: teamId = '',
  } = await client.auth.test();
  return { botId, botUserId, team, teamId };
}

export function createSlackApp(
  access: SlackAccess,
  { desk, identity, health, log }: { desk: Desk; identity: Identity; health: Health; log: Logger },
): SlackApp {
  const { botId, botUserId } = identity;
  const app = new App({
    receiver: receiverFor(access, health, log),
    // Without a prototype, the copy that Bolt makes and adds to is of one hidden class instead of a new one each time.
    authorize: async () =>
      Object.assign(Object.create(null), { botToken: access.botToken, botId, botUserId }),
    clientOptions: answeringOptions(access, log),
    logger: boltLogger(log),
    convoStore: false,
    ignoreSelf: false,
  });
  const inFlight = new InFlight();
  // One middleware for all: Bolt copies its arguments for each, and every copy gets a hidden class of its own.
  app.use(inFlight.counting(errorBoundary(log, listeners(desk))));
  let server: unknown;
  return {
    start: async () => {
      server = await app.start();
    },
    // Over a socket the answers still have to go out before it closes; over HTTP closing waits for them.
    stop: async () => {
      if (access.by.mode === 'socket') await inFlight.idle();
      const closing = server instanceof Server ? setTimeout(hangUp, silenceMs, server, inFlight) : undefined;
      await app.stop();
      clearTimeout(closing);
      await inFlight.idle();
    },
  };
}

/** How long a stop waits for a connection on which nothing was asked yet. Load balancers keep such ones ready. */
const silenceMs = 1000;

async function hangUp(server: Server, inFlight: InFlight): Promise<void> {
  await inFlight.idle();
  server.closeAllConnections();
}
