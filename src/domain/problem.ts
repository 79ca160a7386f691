import type { Topic } from './records/identifiers.ts';
import type { Instant } from './records/moment.ts';

/** A topic a person may have meant, with the name to show for it. */
export interface TopicChoice {
  topic: Topic;
  name: string;
}

/** One wrong place in a bundle: where it is, what stands there, what is expected. */
export interface Fault {
  path: string;
  found: string;
  expected: string;
}

/** Every failure that is nobody's bug. Each is explained, with the next step, in pages/problems. */
export type Problem =
  | { problem: 'unknown-topic'; typed: string; near: TopicChoice[]; nearCommands: string[] }
  | { problem: 'ambiguous-topic'; typed: string; choices: TopicChoice[] }
  | { problem: 'too-many-topics'; typed: string[] }
  | { problem: 'no-topic-here'; typed: string }
  | { problem: 'only-in-slack'; typed: string }
  | { problem: 'unknown-entry'; id: string }
  | { problem: 'unknown-help'; typed: string; nearVerbs: string[] }
  /** The index does not run, or there is none where this was asked. */
  | { problem: 'search-not-ready'; typed: string }
  | RecordProblem
  | EntryProblem
  | DraftProblem
  | TimeProblem
  | FollowingProblem
  | InputProblem
  | { problem: 'not-in-channel'; channel: string; posting: Posting }
  | { problem: 'not-in-conversation'; posting: Posting }
  | { problem: 'cannot-post'; channel: string; error: string; posting: Posting }
  | { problem: 'post-unconfirmed'; channel: string; posting: Posting }
  /** It is posted, and no correction will find it. */
  | { problem: 'post-unrecorded'; reason: 'disk-full' | 'unwritable'; posting: Posting }
  | { problem: 'slack-busy'; seconds: number; posting: Posting }
  | { problem: 'not-for-everybody' }
  | { problem: 'already-shared'; channel: string }
  | { problem: 'no-access'; standing: 'guest' | 'outsider'; editors: string[] }
  | { problem: 'unknown-person' }
  | { problem: 'not-allowed'; needed: 'reader' | 'contributor' | 'editor'; editors: string[] }
  | { problem: 'role-unknown'; needed: 'reader' | 'contributor' | 'editor' }
  | { problem: 'not-saved'; reason: 'disk-full' | 'unwritable' }
  | { problem: 'bundle-unreadable'; file: string; detail: string }
  | { problem: 'bundle-faulty'; file: string; faults: Fault[] };

/** What was to be posted: the answer to a mention, or a page that somebody shares. */
type Posting = 'answer' | 'share';

/** Why a story, an entity, a relation or a question is not recorded as asked. */
type RecordProblem =
  | { problem: 'wrong-kind'; typed: string; found: TopicChoice }
  | { problem: 'one-topic-at-a-time'; typed: string }
  | { problem: 'words-missing'; missing: string; example: string }
  | { problem: 'unknown-option'; typed: string; meant: string }
  /** `retry`: the whole command with a slug that would do. */
  | { problem: 'bad-slug'; typed: string; why: SlugFault; holder?: TopicChoice; near: string; retry: string }
  | { problem: 'name-taken'; name: string; holder: TopicChoice }
  | { problem: 'too-many-names'; most: number }
  | { problem: 'nothing-changed'; says: string; topic?: Topic }
  | { problem: 'same-topic'; name: string }
  | { problem: 'was-merged'; typed: string; into: TopicChoice }
  /** Somebody else was first: what the person saw is not what stands there now. */
  | { problem: 'changed-meanwhile'; name: string; by: string }
  | { problem: 'unknown-question'; id: string }
  | { problem: 'unusable-answer'; id: string; why: 'withdrawn' };

/** Why an entry is not recorded or acted upon. Off the record, not a word of it is kept, here neither. */
type EntryProblem =
  | { problem: 'off-the-record' }
  | { problem: 'entry-needed'; act: string; typed: string }
  | { problem: 'story-closed'; slug: string }
  | { problem: 'entry-withdrawn'; id: string; by?: string }
  | { problem: 'entry-unchanged'; id: string }
  /** Somebody else changed it between this person's reading and writing. */
  | { problem: 'entry-moved'; id: string; by: string }
  | { problem: 'reason-missing'; id: string; act: string }
  | { problem: 'verification-unchanged'; id: string; verification: string }
  | { problem: 'too-many-sources'; id: string; most: number }
  | { problem: 'embargo-past'; id: string }
  | { problem: 'not-embargoed'; id: string };

/** Why nothing came of an article, or of a line that was made of one. */
type DraftProblem =
  | { problem: 'nothing-read' }
  | { problem: 'unknown-draft'; id: string }
  | { problem: 'draft-unfiled'; id: string }
  | { problem: 'no-such-line'; id: string; typed: string; lines: number }
  | { problem: 'line-recorded'; id: string; line: number; entry: string };

/** Why a question about another time, or about what is new, has no answer. `part` is the word it was typed after. */
type TimeProblem =
  | { problem: 'unreadable-time'; part: string; typed: string; fault: string }
  | { problem: 'future-time'; part: string; typed: string; meant: string }
  | { problem: 'not-yet-recorded'; topic: TopicChoice; asOf: string; since: string }
  | { problem: 'catchup-is-private'; typed: string };

/** Why a channel does not follow something as asked. */
type FollowingProblem =
  | { problem: 'no-channel-here'; example: string }
  | { problem: 'audience-unknown' }
  /** People of another organization read it, and no editor has agreed to that. */
  | { problem: 'shared-channel' }
  | { problem: 'cannot-follow-here'; error: string }
  | { problem: 'not-followed'; name: string }
  | { problem: 'nothing-followed' }
  | { problem: 'other-channel'; id: string }
  | { problem: 'unreadable-filter'; part: string; expected: string; example?: string }
  | { problem: 'no-kinds-left' }
  | { problem: 'nothing-left'; entity: string }
  | { problem: 'no-thread-here'; topic: Topic };

/** Why what was to be read as an article is none. `name`: the file or feed it came from. */
type InputProblem = { name?: string } & (
  | { problem: 'input-too-large'; mostMb: number }
  /** `looksLike`: "a PDF file". */
  | { problem: 'input-not-text'; looksLike: string }
  | {
      problem: 'input-malformed';
      format: 'JSON' | 'XML';
      line: number;
      column: number;
      found: string;
      expected: string;
    }
  | { problem: 'unknown-feed' }
  | { problem: 'input-unsafe'; why: InputDanger }
  | { problem: 'input-empty' }
  | { problem: 'input-symlink' }
  /** Its rights do not let us. */
  | { problem: 'input-unreadable' }
  | { problem: 'no-article'; format: 'HTML' | 'JSON' | 'XML' | 'feed' }
  | { problem: 'article-held-back'; status: 'embargoed'; until: Instant }
  | { problem: 'article-held-back'; status: 'withheld' | 'canceled' | 'unreadable-embargo' }
  | { problem: 'address-refused'; host: string; why: AddressDanger }
  | { problem: 'address-failed'; host: string; why: AddressFailure; status?: number; retryAfterMs?: number }
);
export type InputDanger = 'entities' | 'deep' | 'many' | 'slow' | 'memory';
export type AddressDanger = 'scheme' | 'credentials' | 'port' | 'private' | 'unreadable';
export type AddressFailure = 'status' | 'unreachable' | 'slow' | 'redirects' | 'too-large' | 'encoding';

export type SlugFault = 'shape' | 'reserved' | 'taken';

/** What is wrong with one field, in a sentence that says what is expected. */
export interface FieldFault {
  field: string;
  message: string;
}

export type ProblemOf<T extends Problem['problem']> = Extract<Problem, { problem: T }>;

export const isProblem = <T>(value: T | Problem): value is Problem =>
  typeof value === 'object' && value !== null && 'problem' in value;
