import type { Change } from '../../domain/change.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { isProblem } from '../../domain/problem.ts';
import type { NewsroomService } from '../newsroom-service.ts';
import type { Announcer, Clock } from '../ports.ts';
import type { Pages } from './draft.ts';
import type { Pacing } from './pacing.ts';

/** What the publisher's acts are recorded under. */
export const publisherName = 'publisher';

/** Where the publisher says what it meets; never a text of the newsroom. */
export interface Log {
  info(facts: object, what: string): void;
  warn(facts: object, what: string): void;
  error(facts: object, what: string): void;
}

/** Points at which a test lets the process die: before the message, when its going is on record, after it, and at last. */
export type Step =
  `${'drawn' | 'noted' | 'sent' | 'recorded'}:${'card' | 'entry' | 'notice' | 'announcement' | 'edit'}`;

/** What everyone who sends is given. */
export interface Publishing {
  newsroom: NewsroomService;
  announcer: Announcer;
  clock: Clock;
  pages: Pages;
  /** After so many quiet days a thread is succeeded by a new card. */
  quietDays: number;
  pacing: Pacing;
  log: Log;
  /** Whether anything may be sent at all just now. */
  isOpen: () => boolean;
  /** Slack refuses the app itself: nothing more is sent. */
  halt: (error: string) => void;
  /** Slack refuses us in a channel. `false`: nobody follows anything there, so there is nothing to park. */
  park: (channel: string, error: string) => Promise<boolean>;
  /** Work that a stop waits for and nobody else. */
  besides: (work: Promise<void>) => void;
  onStep: (step: Step) => void;
}

/** Puts it on record; `false` when the disk did not take it. A bug is thrown. */
export async function recorded(
  { newsroom, log }: Publishing,
  decide: (newsroom: Newsroom, now: string) => Change[],
): Promise<boolean> {
  const outcome = await newsroom.record(publisherName, decide);
  if (isProblem(outcome)) log.error({ problem: outcome.problem }, 'a delivery is not on record yet');
  return !isProblem(outcome);
}
