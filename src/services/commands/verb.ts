import type { Article } from '../../domain/articles/article.ts';
import type { Audience } from '../../domain/following/audience.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import type { Page } from '../../domain/pages/page.ts';
import type { SearchResult } from '../../domain/pages/search-page.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Viewer } from '../../domain/rules/embargo.ts';
import type { Role } from '../../domain/rules/permissions.ts';
import type { Decide } from '../decide-together.ts';
import type { Form } from '../forms/form.ts';

/** Who asks what is typed, where and when. */
export interface Asking {
  newsroom: Newsroom;
  viewer: Viewer;
  now: Instant;
  zone: string;
  /** Slack user id; absent where nobody in particular asks. */
  person?: string;
  /** How far this person has read a topic, as a seq; only where nobody else reads the answer. */
  seen?: (topic: Topic) => number | undefined;
  /** What the thread it was asked in is about. */
  threadTopics?: readonly Topic[];
  /** Where it was asked; absent in the App Home, in shortcuts without a message and outside Slack. */
  channel?: string;
  /** The thread it was asked in, by its first message. */
  threadTs?: string;
  /** Who reads in that channel, for verbs that want it; absent where Slack does not say. */
  audience?: Audience;
  /** What was found, for verbs that want it; absent where there is nothing to look it up with. */
  found?: SearchResult | Problem;
  /** Names the message, command or form this came from: what is recorded of it is recorded once. */
  origin?: Origin;
}

export interface Origin {
  key: string;
  permalink?: string;
}

/** A page and what it is about, so that its thread and its corrections can be found again. */
export interface Answer {
  page: Page;
  topics: Topic[];
  /** Whoever asked in private has read these up to now. */
  looked?: readonly Topic[];
  /** The words that ask for this very page again, at any time; without them, those that were typed. */
  again?: string;
  /** A refusal or a warning: whoever else reads along has no business with it. */
  onlyForAsker?: true;
  /** Shows what readers may not see: whoever asked may turn its pages, and nobody else is shown it. */
  isPrivate?: true;
}

/** Something to be recorded, and what the person is told when it is. */
export interface Recording {
  decide: Decide;
  told: (newsroom: Newsroom) => Answer;
  /** What they get when it cannot be recorded after all, with their words in it. */
  instead?: (problem: Problem) => Answer | Form;
}

/** Text that somebody sent as an article, whatever its form, and what comes of it once it is read. */
export interface ToRead {
  toRead: string;
  whenRead: (article: Article) => Recording;
}

/** What comes of asking: something to read, something to record, something to fill in, or why not. */
export type Outcome = Answer | Recording | Form | ToRead | Problem;

/** One command. Routing, help, suggestions, the manifest and the README all read the same table of these. */
export interface Verb {
  name: string;
  usage: string;
  summary: string;
  example: string;
  /** Who may; without it, everybody on the staff. */
  needs?: Role;
  /** Answers whoever asks and nobody else: where it is said in a thread, the answer is whispered. */
  forAsker?: true;
  /** What follows is somebody's text: its quotes and line breaks stay as typed. */
  keepsText?: true;
  /** What has to be asked of Slack or of the index before the verb runs. */
  wants?: 'audience' | 'search';
  answer: (words: string, asking: Asking) => Outcome;
}

/** What somebody typed, as a verb and the words for it. */
export interface Said {
  verb: Verb;
  words: string;
}
