import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug, Topic } from '../records/identifiers.ts';
import type { Question } from '../records/question.ts';
import type { Relation } from '../records/relation.ts';
import { earlierVersions } from '../records/revise.ts';
import type { History } from '../records/revision.ts';
import type { Story } from '../records/story.ts';
import { questionSteps } from './questions.ts';
import type { Look } from './standing.ts';
import { entrySteps, type Step, stepsOf } from './steps.ts';

/** Who did what to which record, and what stood there before. */
export type Happening =
  /** `together`: how many entries the same act added; they are told as one. `current`: as it stands by now. */
  | ({ about: 'entry'; together: number; current?: Entry } & Step<Entry>)
  | ({ about: 'story' } & Step<Story>)
  | ({ about: 'entity' } & Step<Entity>)
  | ({ about: 'relation' } & Step<Relation>)
  | ({ about: 'question' } & Step<Question>);

/** A merge rewrites many rows: it is told once, by the record that was merged. */
const isMerge = ({ act }: { act: string }): boolean => act === 'story-merged' || act === 'entity-merged';

/** All that was done to a topic and what is filed under it, newest first, as far as this viewer may know. */
export function changesOf(newsroom: Newsroom, topics: readonly Topic[], look: Look): Happening[] {
  const [first, ...others] = topics;
  if (!first) return [];
  const happenings =
    others.length > 0 ? sharedEntries(newsroom, topics, look) : topicHappenings(newsroom, first, look);
  for (const happening of happenings) {
    const current = happening.about === 'entry' ? newsroom.entries.get(happening.after.id) : undefined;
    if (happening.about === 'entry' && current) happening.current = current;
  }
  return happenings.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq));
}

function topicHappenings(newsroom: Newsroom, topic: Topic, look: Look): Happening[] {
  const family = familyOf(newsroom, topic);
  const isFiled = filedIn(topic.kind, family);
  const steps = entriesEver(newsroom, topic.kind, family).flatMap((entry) => entrySteps(entry, look));
  const entries = together(steps.filter(concerns(isFiled)));
  if (topic.kind === 'story') {
    const { stories } = newsroom;
    const own = recordsOf(stories, topic.slug, family, 'story-opened');
    return [
      ...own.map((step): Happening => ({ about: 'story', ...step })),
      ...entries,
      ...questionHappenings(newsroom, family, look),
    ];
  }
  const own = recordsOf(newsroom.entities, topic.slug, family, 'entity-added');
  return [
    ...own.map((step): Happening => ({ about: 'entity', ...step })),
    ...entries,
    ...relationHappenings(newsroom, family),
  ];
}

/** The topic's slug and those of everything that was merged into it. */
function familyOf(newsroom: Newsroom, { kind, slug }: Topic): Set<Slug> {
  const table: Iterable<{ slug: Slug; mergedInto?: Slug | undefined }> =
    kind === 'story' ? newsroom.stories.all() : newsroom.entities.all();
  const merged = [...table].filter((record) => record.mergedInto !== undefined);
  const family = new Set([slug]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const record of merged) if (family.has(record.mergedInto ?? '')) family.add(record.slug);
  }
  return family;
}

/** The topic's own steps, and of those merged into it the merge alone. */
function recordsOf<R extends History & { slug: Slug }>(
  table: { get(key: string): R | undefined },
  slug: Slug,
  family: ReadonlySet<Slug>,
  added: string,
): Step<R>[] {
  return [...family].flatMap((key) => {
    const record = table.get(key);
    const steps = record ? stepsOf(record, added) : [];
    return steps.filter((step) => isMerge(step) === (key !== slug));
  });
}

/** Numbers are given in order of arrival. */
const byNumber = (a: { id: string }, b: { id: string }): number =>
  Number(a.id.slice(2)) - Number(b.id.slice(2));

const filedIn =
  (kind: Topic['kind'], family: ReadonlySet<Slug>) =>
  (entry: Entry): boolean =>
    (kind === 'story' ? entry.stories : entry.entities).some((slug) => family.has(slug));

/** Whether a step was taken where we look, or led there or away; the indexes name more than stood there. */
const concerns =
  <R>(isFiled: (record: R) => boolean) =>
  (step: Step<R>): boolean =>
    !isMerge(step) && [step.before, step.after].some((record) => record !== undefined && isFiled(record));

/** The entries that are or were filed there. */
function entriesEver({ entries }: Newsroom, kind: Topic['kind'], family: ReadonlySet<Slug>): Entry[] {
  const former = kind === 'story' ? entries.by.formerStory : entries.by.formerEntity;
  const isFiled = filedIn(kind, family);
  const keys = [...family].flatMap((slug) => [...entries.by[kind].at(slug), ...former.at(slug)]);
  return [...new Set(keys)]
    .flatMap((key) => entries.get(key) ?? [])
    .sort(byNumber)
    .filter((entry) => [entry, ...earlierVersions(entry)].some(isFiled));
}

function sharedEntries(newsroom: Newsroom, topics: readonly Topic[], look: Look): Happening[] {
  const lists = topics.map((topic) => entriesEver(newsroom, topic.kind, familyOf(newsroom, topic)));
  const [first = [], ...others] = lists.map((list) => new Set(list));
  const shared = [...first].filter((entry) => others.every((list) => list.has(entry)));
  return together(shared.flatMap((entry) => entrySteps(entry, look)).filter((step) => !isMerge(step)));
}

/** Entries that one act added are one piece of news, told by the first of them. */
function together(steps: readonly Step<Entry>[]): Happening[] {
  const added = new Map<string, Happening & { about: 'entry' }>();
  return steps.flatMap((step): Happening[] => {
    const happening = { about: 'entry' as const, together: 1, ...step };
    if (step.act !== 'entry-added') return [happening];
    const key = `${step.seq} ${step.at}`;
    const same = added.get(key);
    if (same) same.together += 1;
    else added.set(key, happening);
    return same ? [] : [happening];
  });
}

function questionHappenings(newsroom: Newsroom, family: ReadonlySet<Slug>, look: Look): Happening[] {
  const { questions } = newsroom;
  const keys = [...family].flatMap((slug) => [
    ...questions.by.story.at(slug),
    ...questions.by.formerStory.at(slug),
  ]);
  return [...new Set(keys)]
    .flatMap((key) => questions.get(key) ?? [])
    .sort(byNumber)
    .flatMap((question) => questionSteps(newsroom, question, look))
    .filter(concerns<Question>(({ story }) => family.has(story)))
    .map((step) => ({ about: 'question', ...step }));
}

function relationHappenings({ relations }: Newsroom, family: ReadonlySet<Slug>): Happening[] {
  const { entity, formerEntity } = relations.by;
  const keys = [...family].flatMap((slug) => [...entity.at(slug), ...formerEntity.at(slug)]);
  return [...new Set(keys)]
    .flatMap((key) => relations.get(key) ?? [])
    .sort(byNumber)
    .flatMap((relation) => stepsOf(relation, 'relation-added'))
    .filter(concerns<Relation>(({ subject, object }) => family.has(subject) || family.has(object)))
    .map((step) => ({ about: 'relation', ...step }));
}
