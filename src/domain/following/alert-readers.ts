import type { Change } from '../change.ts';
import type { Newsroom, Put } from '../newsroom.ts';
import { type Alert, alertKey } from '../records/alert.ts';
import type { Entry } from '../records/entry.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { ReaderMark } from '../records/reader.ts';
import type { Recorded, Revision } from '../records/revision.ts';
import { isRippling, tellingAt, tellingsOf } from './tellings.ts';
import { publicSince } from './wants-entry.ts';

/**
 * Who had opened a briefing with the entry on it before this act is to be told of it, until they acknowledge. Marks
 * are written a moment behind, so one that comes after the act it is older than alerts its reader, too.
 */
export function alertReaders(
  newsroom: Newsroom,
  change: Change,
  { seq, by }: Recorded,
  written: readonly Put[],
): Put[] {
  if (change.type === 'looked') return alertLate(newsroom, change.mark);
  if (!isRippling({ act: change.type })) return [];
  return written.flatMap((write): Put[] => {
    if (write.table !== 'entries' || !write.row || newsroom.entries.get(write.key)?.withdrawn) return [];
    const entry = write.row;
    const revision = entry.revisions.length;
    const first = firstOf(entry, revision);
    return readersOf(newsroom, entry)
      .filter((person) => person !== by)
      .map((person) => alerted(newsroom, { person, entry: entry.id, first, revision, seq }));
  });
}

/** What was said under an embargo alone nobody has read: of it all is told from its first act on. */
const firstOf = (entry: Entry, revision: number): number =>
  tellingAt(tellingsOf(entry), revision)?.first ?? revision;

function alertLate(newsroom: Newsroom, { person, topic, seenSeq }: ReaderMark): Put[] {
  const { entries } = newsroom;
  const index = topic.kind === 'story' ? entries.by.story : entries.by.entity;
  const puts: Put[] = [];
  for (const entry of entries.where(index, topic.slug)) {
    const { revisions } = entry;
    if ((revisions.at(-1)?.seq ?? 0) <= seenSeq || seenSince(entry) > seenSeq) continue;
    const isNews = (revision: Revision) =>
      revision.seq > seenSeq && revision.by !== person && isRippling(revision);
    const [index, last] = [revisions.findIndex(isNews), revisions.findLastIndex(isNews)];
    const seq = revisions[last]?.seq;
    if (seq === undefined) continue;
    const first = firstOf(entry, index + 1);
    puts.push(alerted(newsroom, { person, entry: entry.id, first, revision: last + 1, seq }));
  }
  return puts;
}

/** One alert an entry, from the first act that its reader does not know of. */
function alerted({ alerts }: Newsroom, alert: Alert): Put {
  const key = alertKey(alert);
  const first = Math.min(alert.first, alerts.get(key)?.first ?? alert.first);
  return { table: 'alerts', key, row: { ...alert, first } };
}

/** Those whose mark on one of its topics is no older than the entry was first to be seen. */
function readersOf({ readers }: Newsroom, entry: Entry): string[] {
  const topics: Topic[] = [
    ...entry.stories.map((slug) => ({ kind: 'story' as const, slug })),
    ...entry.entities.map((slug) => ({ kind: 'entity' as const, slug })),
  ];
  const marks = topics.flatMap((topic) => [...readers.where(readers.by.topic, topicKey(topic))]);
  const since = seenSince(entry);
  return [...new Set(marks.filter(({ seenSeq }) => seenSeq >= since).map(({ person }) => person))];
}

/**
 * What came under embargo was to be seen from its first lift on. Who looked again while it was held back once more may
 * have read it before: a mark has the last look only, and one word too many is better than one too few.
 */
const seenSince = (entry: Entry): number => publicSince(entry, Number.POSITIVE_INFINITY);

/** They have seen the entry as of `revision`; what was done to it after that is not acknowledged by this. */
export function acknowledge(
  { alerts }: Newsroom,
  { person, entry, revision }: { person: string; entry: string; revision: number },
): Change[] {
  const alert = alerts.get(alertKey({ person, entry }));
  if (!alert || alert.revision > revision) return [];
  return [{ type: 'acknowledged', person, entry }];
}
