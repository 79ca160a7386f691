import type { Topic } from './records/identifiers.ts';

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

/** Every failure that is nobody's bug. Each is explained, with the next step, in pages/problem-page.ts. */
export type Problem =
  | { problem: 'unknown-topic'; typed: string; near: TopicChoice[]; nearVerbs: string[] }
  | { problem: 'ambiguous-topic'; typed: string; choices: TopicChoice[] }
  | { problem: 'too-many-topics'; typed: string[] }
  | { problem: 'no-topic-here'; typed: string }
  | { problem: 'only-in-slack'; typed: string }
  | { problem: 'unknown-entry'; id: string }
  | { problem: 'unknown-help'; typed: string; nearVerbs: string[] }
  | { problem: 'not-in-channel'; channel: string }
  | { problem: 'cannot-post'; channel: string; error: string }
  | { problem: 'post-unconfirmed'; channel: string }
  | { problem: 'slack-busy'; seconds: number }
  | { problem: 'already-shared'; channel: string }
  | { problem: 'no-access'; standing: 'guest' | 'outsider'; editors: string[] }
  | { problem: 'unknown-person' }
  | { problem: 'not-allowed'; needed: 'reader' | 'contributor' | 'editor'; editors: string[] }
  | { problem: 'not-saved'; reason: 'disk-full' | 'unwritable' }
  | { problem: 'bundle-unreadable'; file: string; detail: string }
  | { problem: 'bundle-faulty'; file: string; faults: Fault[] };

export type ProblemOf<T extends Problem['problem']> = Extract<Problem, { problem: T }>;

export const isProblem = <T>(value: T | Problem): value is Problem =>
  typeof value === 'object' && value !== null && 'problem' in value;
