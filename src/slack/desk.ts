import type { Newsroom } from '../domain/newsroom.ts';
import type { Instant } from '../domain/records/moment.ts';
import type { Viewer } from '../domain/rules/embargo.ts';
import type { Asking } from '../services/commands/verb.ts';
import type { PublicAnswers } from '../services/public-answers.ts';

/** What every listener is given. */
export interface Desk {
  newsroom: () => Newsroom;
  publicAnswers: PublicAnswers;
  now: () => Instant;
  zone: string;
}

/** A private question: nobody but the one who asks sees the answer. */
export function privately(desk: Desk): Asking {
  const viewer: Viewer = { role: 'reader' };
  return { newsroom: desk.newsroom(), viewer, now: desk.now(), zone: desk.zone };
}
