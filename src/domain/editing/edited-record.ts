import { currentTopic } from '../finding/named-topic.ts';
import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem } from '../problem.ts';
import type { Topic } from '../records/identifiers.ts';
import { isSame } from './is-repeated.ts';

/** The record an editor has before them. */
export interface Seen {
  key: string;
  /** How many revisions it had when they began to write; absent where nothing was shown to them. */
  revision?: number;
}

/** Why the record is not to be written as it was seen: gone into another, or changed by somebody meanwhile. */
export function movedProblem(
  newsroom: Newsroom,
  kind: Topic['kind'],
  key: string,
  revision: number | undefined,
): Problem | undefined {
  const record = kind === 'story' ? newsroom.stories.get(key) : newsroom.entities.get(key);
  if (!record) throw new Error(`${kind} ${key} was named and is not there`);
  if (record.mergedInto !== undefined) {
    const topic = currentTopic(newsroom, { kind, slug: key });
    return { problem: 'was-merged', typed: key, into: { topic, name: topicName(newsroom, topic) } };
  }
  if (revision === undefined || record.revisions.length === revision) return undefined;
  const by = record.revisions.at(-1)?.by ?? record.by;
  return { problem: 'changed-meanwhile', name: topicName(newsroom, { kind, slug: key }), by };
}

/** What of `wanted` differs from the record, or undefined when nothing does. */
export function changedFields<Set extends object>(record: object, wanted: Set): Set | undefined {
  const fields = record as { readonly [field: string]: unknown };
  const changed = Object.entries(wanted).filter(([field, value]) => !isSame(fields[field], value));
  return changed.length > 0 ? (Object.fromEntries(changed) as Set) : undefined;
}
