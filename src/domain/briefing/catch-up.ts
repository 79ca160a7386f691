import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { Question } from '../records/question.ts';
import { before } from '../records/revise.ts';
import { recordsVersion } from '../records-version.ts';
import { maySee } from '../rules/embargo.ts';
import { anyTallyOf } from './kept-tallies.ts';
import { answerOf } from './questions.ts';
import { byWeight, type Look } from './standing.ts';

/** What became of an entry since a person looked, the gravest first. */
export const newsKinds = ['withdrawn', 'corrected', 'moved', 'clarified', 'new'] as const;
export type NewsKind = (typeof newsKinds)[number];

export interface News {
  entry: Entry;
  /** The entry as they knew it. */
  then?: Entry;
  kinds: [NewsKind, ...NewsKind[]];
  reason?: string;
}

/** A topic as a difference of status between the last look and now. */
export interface CatchUp {
  topic: Topic;
  name: string;
  since: number;
  /** The seq up to which this tells everything. */
  upTo: number;
  news: News[];
  answered: { question: Question; entry: Entry }[];
  asked: Question[];
}

export const newsCount = ({ news, answered, asked }: CatchUp): number =>
  news.length + answered.length + asked.length;

/** What is new in a topic to a viewer who has seen it as of the act `since`. */
export function catchUpOn(
  newsroom: Newsroom,
  { topic, since }: { topic: Topic; since: number },
  look: Look,
): CatchUp {
  const { questions, seq: upTo } = newsroom;
  const filed = filedSince(newsroom, topic, since);
  const news = filed.flatMap((entry) => newsOf(entry, topic, since, look) ?? []).sort(byGravity);
  const fresh = new Set(news.filter(isNew).map(({ entry }) => entry.id));

  const answered: CatchUp['answered'] = [];
  const asked: Question[] = [];
  const own = topic.kind === 'story' ? questions.where(questions.by.story, topic.slug) : [];
  for (const question of own) {
    const entry = answerOf(newsroom, question, look);
    const answeredAt = question.revisions.findLast(({ act }) => act === 'question-answered')?.seq ?? 0;
    if (!entry) {
      if (question.seq > since) asked.push(question);
    } else if (answeredAt > since || fresh.has(entry.id)) answered.push({ question, entry });
  }
  return { topic, name: topicName(newsroom, topic), since, upTo, news, answered, asked };
}

/** Those that may be news: of a story that was just asked for, without going through all of it. */
function filedSince(newsroom: Newsroom, topic: Topic, since: number): Entry[] {
  const { entries } = newsroom;
  const kept = topic.kind === 'story' ? anyTallyOf(newsroom, topic.slug) : undefined;
  return kept?.touchedSince(since) ?? [...entries.where(entries.by[topic.kind], topic.slug)];
}

export const isNew = ({ kinds }: News): boolean => kinds[0] === 'new';

/** The net difference: an entry that came and went in between is no news. */
function newsOf(entry: Entry, topic: Topic, since: number, { viewer, now }: Look): News | undefined {
  const isEditor = viewer.role === 'editor';
  // Due by the clock, but the lift is still to be recorded.
  const isJustOut = !isEditor && entry.embargoedUntil !== undefined;
  if (!maySee(entry, viewer, now) || (lastSeq(entry) <= since && !isJustOut)) return undefined;

  const then = entry.seq > since ? undefined : before(entry, (revision) => revision.seq > since);
  const wasFiled = then !== undefined && filedUnder(then, topic);
  const wasSeen = wasFiled && (isEditor || then.embargoedUntil === undefined);
  if (!then || !wasSeen) return entry.withdrawn ? undefined : { entry, kinds: ['new'] };
  if (then.withdrawn) return undefined;

  const later = entry.revisions.filter((revision) => revision.seq > since);
  const did = (act: string): boolean => later.some((revision) => revision.act === act);
  const moved = then.verification !== entry.verification;
  const [first, ...others] = newsKinds.filter((kind) => {
    if (kind === 'withdrawn') return entry.withdrawn;
    if (entry.withdrawn || kind === 'new') return false;
    return kind === 'moved' ? moved : did(`entry-${kind}`);
  });
  if (!first) return undefined;
  const reason = later.findLast(({ act }) => act === `entry-${first}`)?.reason;
  return { entry, then, kinds: [first, ...others], ...(reason === undefined ? {} : { reason }) };
}

const filedUnder = (entry: Entry, { kind, slug }: Topic): boolean =>
  (kind === 'story' ? entry.stories : entry.entities).includes(slug);

function byGravity(a: News, b: News): number {
  return newsKinds.indexOf(a.kinds[0]) - newsKinds.indexOf(b.kinds[0]) || byWeight(a.entry, b.entry);
}

const lastSeq = (record: Entry | Question): number => record.revisions.at(-1)?.seq ?? record.seq;

/** The last act that touched the topic: whoever looked after it has nothing new to see. */
export function newestSeq(newsroom: Newsroom, topic: Topic): number {
  const version = recordsVersion(newsroom);
  const known = newestOf.get(newsroom);
  const newest = known?.version === version ? known : { version, seqs: new Map<string, number>() };
  newestOf.set(newsroom, newest);
  const key = topicKey(topic);
  const seq = newest.seqs.get(key) ?? newestIn(newsroom, topic);
  newest.seqs.set(key, seq);
  return seq;
}

/** Asked at every look at a briefing, and the same until something is recorded. */
const newestOf = new WeakMap<Newsroom, { version: number; seqs: Map<string, number> }>();

function newestIn(newsroom: Newsroom, { kind, slug }: Topic): number {
  const { entries, questions } = newsroom;
  const kept = kind === 'story' ? anyTallyOf(newsroom, slug) : undefined;
  let newest = kept?.newestSeq ?? 0;
  if (!kept)
    for (const entry of entries.where(entries.by[kind], slug)) newest = Math.max(newest, lastSeq(entry));
  const own = kind === 'story' ? questions.where(questions.by.story, slug) : [];
  for (const question of own) newest = Math.max(newest, lastSeq(question));
  return newest;
}

/** Whether it is worth looking for news: nothing was done since, and no embargo ends by itself. */
export function mayHaveNews(newsroom: Newsroom, topic: Topic, since: number): boolean {
  const { entries } = newsroom;
  if (newestSeq(newsroom, topic) > since) return true;
  return [...entries.where(entries.by.embargoed, 'yes')].some((entry) => filedUnder(entry, topic));
}
