import type { Logger } from 'pino';
import type { NewsroomService } from '../services/newsroom-service.ts';
import type { Clock, Timer } from '../services/ports.ts';
import { Publisher } from '../services/publisher.ts';
import { newsroomPages } from '../services/publishing/newsroom-pages.ts';
import type { Step } from '../services/publishing/publishing.ts';
import { slackAnnouncer } from './announcer.ts';
import { postingClient, type SlackAccess } from './connection.ts';
import type { SlackDirectory } from './directory.ts';

interface Parts {
  directory: SlackDirectory;
  house: { zone: string; threadQuietDays?: number };
  clock: Clock;
  timer: Timer;
  log: Logger;
  onStep?: ((step: Step) => void) | undefined;
}

/** The publisher of one workspace, with a client of its own: a burst of entries must not hold up an answer. */
export function openPublisher(
  newsroom: NewsroomService,
  access: SlackAccess,
  { directory, house, clock, timer, log, onStep }: Parts,
): Publisher {
  return new Publisher({
    ...{ newsroom, clock, timer, log },
    announcer: slackAnnouncer(postingClient(access, log), directory),
    pages: newsroomPages(house.zone),
    quietDays: house.threadQuietDays,
    ...(onStep ? { onStep } : {}),
  });
}
