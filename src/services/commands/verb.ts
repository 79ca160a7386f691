import type { Newsroom } from '../../domain/newsroom.ts';
import type { Page } from '../../domain/pages/page.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Viewer } from '../../domain/rules/embargo.ts';

/** Who asks what is typed, where and when. */
export interface Asking {
  newsroom: Newsroom;
  viewer: Viewer;
  now: Instant;
  zone: string;
  /** What the thread it was asked in is about. */
  threadTopics?: readonly Topic[];
}

/** A page and what it is about, so that its thread and its corrections can be found again. */
export interface Answer {
  page: Page;
  topics: Topic[];
}

/** One command. Routing, help, suggestions, the manifest and the README all read the same table of these. */
export interface Verb {
  name: string;
  usage: string;
  summary: string;
  example: string;
  answer: (words: string, asking: Asking) => Answer | Problem;
}
