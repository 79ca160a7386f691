import type { Article } from '../domain/articles/article.ts';
import type { Act } from '../domain/change.ts';
import type { SearchChanges } from '../domain/finding/search/packed-documents.ts';
import type { SearchFound, SearchQuery } from '../domain/finding/search/search-query.ts';
import type { Audience } from '../domain/following/audience.ts';
import type { Page } from '../domain/pages/page.ts';
import type { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/records/moment.ts';
import type { Person, Standing } from '../domain/rules/permissions.ts';
import type { Snapshot } from '../domain/snapshot.ts';

/**
 * Where the acts of a newsroom are kept. Two kinds of adapter must be able to stand behind it: one folder
 * owned by one process, and a database shared by several, where others' acts arrive between ours.
 */
export interface Journal {
  /** Everything recorded so far. Called once, first. */
  load(): Promise<Loaded>;

  /**
   * Records acts whose seqs follow the last one handed in, all on disk when it resolves, in that order.
   * On anything but `recorded` nothing of them is kept, nor of those handed in after them meanwhile, which are
   * answered so, too; then the journal can be used again.
   */
  append(acts: readonly Act[]): Promise<Appended>;

  /** Acts after `seq`, those of other processes among them; asked after a `conflict`. */
  since(seq: number): Promise<Act[]>;

  /** Lets the newsroom go; waits for what is in flight. */
  close(): Promise<void>;
}

export interface Loaded {
  snapshot: Snapshot | undefined;
  acts: Act[];
  /** What was mended on the way, one sentence each, for the log: a torn last line that was cut off. */
  repairs: string[];
}

export type Appended =
  | { outcome: 'recorded' }
  /** Another process was first: catch up with `since` and decide again. */
  | { outcome: 'conflict' }
  /** The disk did not take it. `reason` is for the person who asked, `detail` for the log. */
  | { outcome: 'refused'; reason: 'disk-full' | 'unwritable'; detail: string };

export interface Clock {
  now(): Instant;
}

export interface Timer {
  /** Calls `run` once, so many milliseconds from now or a little later; what it returns calls that off. */
  after(ms: number, run: () => void): () => void;
}

/**
 * What Slack says of people, user groups and channels; answers may be up to five minutes old. Nothing here
 * throws or takes long. Who is an editor is not for Slack to say: services/roles.ts makes that of it.
 */
export interface Directory {
  /** Somebody Slack does not tell us about is `unknown`. */
  standing(id: string): Promise<KnownStanding>;
  /** User ids of those in a user group; `undefined` when Slack does not say: an old list must not make an editor. */
  members(group: string): Promise<readonly string[] | undefined>;
  /** Whether people outside the newsroom would see a message there; `undefined` when Slack does not say. */
  channel(id: string): Promise<ChannelFacts | undefined>;
  /** Who would read what is posted there, asked anew: a subscription lasts. `undefined` when Slack does not say. */
  audienceOf(channel: string): Promise<Audience | undefined>;
}

export interface KnownStanding {
  standing: Standing;
  /** Slack does not answer and this is what it said earlier: enough to read by, not to change the record. */
  isStale?: true;
  /** The account is closed. */
  hasLeft?: true;
}

/** The directory with the newsroom's roles in it: `withRoles(directory, { editors, contributors })`. */
export interface Staff extends Directory {
  person(id: string): Promise<Person>;
  /** Those who can help, user ids. */
  editors(): Promise<string[]>;
}

export interface ChannelFacts {
  name: string;
  isPrivate: boolean;
  /** Shared with another organization. */
  isShared: boolean;
  members?: number;
  /** Why the app cannot post there, in Slack's word; absent where it can. */
  closed?: string;
}

/** Finds records by their words. Orders are carried out in turn: what was taken in before a question is in its answer. */
export interface SearchIndex {
  /** Resolves when it is taken in: who has much to give waits for that. */
  take(changes: SearchChanges): Promise<void>;
  find(query: SearchQuery): Promise<SearchFound>;
  close(): Promise<void>;
}

/** An empty index. `onLost` is called once if it dies; whoever waits for it then gets `SearchIndexLost`. */
export type OpenSearchIndex = (onLost: (why: Error) => void) => SearchIndex;

export class SearchIndexLost extends Error {
  override name = 'SearchIndexLost';
}

/** Puts pages before people. It posts once and says what came of it: trying again is for services to decide. */
export interface Announcer {
  post(message: Announcement): Promise<Announced>;
  /** Puts the page in place of what the message said. `message_not_found` when it is gone. */
  edit(message: Announcement & { ts: string }): Promise<Announced>;
  /** Whether the message that was posted with `key` is there, after a failure that left it in doubt. */
  find(sought: { channel: string; threadTs?: string; key: string; since: Instant }): Promise<Found>;
  /** The address of a message, for a link to it; `undefined` when Slack does not give one. */
  permalink(channel: string, ts: string): Promise<string | undefined>;
}

export type Found =
  | { outcome: 'there'; ts: string }
  | { outcome: 'absent' }
  /** The app may not read there, or there is too much to read. */
  | { outcome: 'unreadable' }
  /** Slack does not answer just now: it is still not known. */
  | { outcome: 'wait'; seconds: number };

export interface Announcement {
  channel: string;
  /** The message to answer in its thread. */
  threadTs?: string;
  page: Page;
  /** Goes along as metadata, so that the message can be found by it. */
  key?: string;
  /** Shown in the channel, too, not only in the thread. */
  isBroadcast?: true;
  /** The words alone: for a page whose blocks Slack did not take. */
  asPlainText?: true;
}

export type Announced =
  | { outcome: 'posted'; ts: string }
  /** Slack said no, in its own word: `not_in_channel`. */
  | { outcome: 'refused'; error: string }
  | { outcome: 'wait'; seconds: number }
  /** Time-out, reset or server error: it may be there, and without any answer it may still be on its way. */
  | { outcome: 'unconfirmed'; isUnanswered?: true };

/** Makes an article of text, HTML or ninjs; never takes long without saying so. */
export interface InputReader {
  readInput(
    input: Uint8Array | string,
    about?: { name?: string; mediaType?: string; url?: string },
  ): Promise<Article | Problem>;
}

/** Where articles go that come by themselves: the editors' queue, never the record. */
export interface ArticleDesk {
  /** Whether a draft was made of it, at any time. */
  isKnown(key: string): boolean;
  /** Makes a draft of it, once: `known` when the same article came before, by this way or another. */
  take(article: Article, came: { via: 'feed' | 'inbox'; key: string }): Promise<'made' | 'known' | Problem>;
}
