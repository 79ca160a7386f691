import { namedTopic } from '../finding/named-topic.ts';
import { tagEntities } from '../finding/tag-entities.ts';
import { beginningOf } from '../language/cut-text.ts';
import { readList } from '../language/read-options.ts';
import type { Newsroom } from '../newsroom.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Slug, Topic } from '../records/identifiers.ts';
import { shownSlug } from '../records/story.ts';
import type { EntryFields } from './entries/entry-fields.ts';
import type { EntryReading, ReadingAt } from './entries/read-entry.ts';

const mostEntities = 50;
const mostStories = 20;

/** The story or stories an entry is filed under, by any name they have or had. */
export function readStories(
  newsroom: Newsroom,
  fields: EntryFields,
  at: ReadingAt,
  { values, faults }: EntryReading,
): void {
  const found = storiesNamed(newsroom, fields, at);
  if ('fault' in found) faults.push({ field: 'story', message: found.fault });
  else values.stories = found.slugs;
}

function storiesNamed(
  newsroom: Newsroom,
  { story = '' }: EntryFields,
  { isCorrection }: ReadingAt,
): { slugs: Slug[] } | { fault: string } {
  const typed = isCorrection ? readList(story) : [story].filter(Boolean);
  if (typed.length === 0) return { fault: 'Which story? Its slug, like ford-xiaomi.' };
  if (typed.length > mostStories) return { fault: `At most ${mostStories} stories.` };
  const slugs: Slug[] = [];
  for (const name of typed) {
    const topic = namedTopic(newsroom, name, { kind: 'story' });
    if (isProblem(topic)) return { fault: nameFault(topic, name, 'story') };
    const record = newsroom.stories.get(topic.slug);
    if (record?.status === 'closed' && !isCorrection) return { fault: closedFault(shownSlug(record)) };
    slugs.push(topic.slug);
  }
  return { slugs: [...new Set(slugs)] };
}

const closedFault = (slug: string): string =>
  `${slug} is closed. An editor can open it again: /brief edit ${slug}`;

/** Those named in the field, those the text names, and those the entry’s kind is about. */
export function readEntities(
  newsroom: Newsroom,
  { entities = '' }: EntryFields,
  { offered = [] }: ReadingAt,
  { values, faults }: EntryReading,
): void {
  const named: Slug[] = [];
  for (const name of readList(entities)) {
    const topic = namedTopic(newsroom, name, { kind: 'entity' });
    if (isProblem(topic)) faults.push({ field: 'entities', message: nameFault(topic, name, 'entity') });
    else named.push(topic.slug);
  }
  const takenOut = new Set(offered.filter((slug) => !named.includes(slug)));
  const inText = tagEntities(newsroom, values.text ?? '').filter((slug) => !takenOut.has(slug));
  const speaker =
    values.speaker !== undefined && newsroom.entities.get(values.speaker) ? [values.speaker] : [];
  const who = values.response ? [values.response.entity] : [];
  values.entities = [...new Set([...named, ...inText, ...speaker, ...who])].slice(0, mostEntities);
}

/** One entity by any of its names, or why not. */
export function oneEntity(newsroom: Newsroom, typed: string): { slug: Slug } | { fault: string } {
  const topic = namedTopic(newsroom, typed, { kind: 'entity' });
  return isProblem(topic) ? { fault: nameFault(topic, typed, 'entity') } : { slug: topic.slug };
}

/** Why a name names nothing, short enough to stand beside a field. */
function nameFault(problem: Problem, typed: string, kind: Topic['kind']): string {
  const name = `“${beginningOf(typed, 60)}”`;
  if (problem.problem === 'ambiguous-topic') {
    const choices = problem.choices.filter(({ topic }) => topic.kind === kind).map(({ topic }) => topic.slug);
    return `${name} can mean more than one: ${choices.slice(0, 4).join(', ')}.`;
  }
  if (problem.problem === 'wrong-kind')
    return `${name} is ${kind === 'story' ? 'an entity, not a story' : 'a story, not an entity'}.`;
  const near =
    problem.problem === 'unknown-topic' ? problem.near.filter(({ topic }) => topic.kind === kind) : [];
  const meant = near.length > 0 ? ` Near it: ${near.map(({ topic }) => topic.slug).join(', ')}.` : '';
  const next =
    kind === 'story' ? `/brief open makes a story (editors).` : `/brief entity add makes one (editors).`;
  return `There is no ${kind} ${name}.${meant || ` ${next}`}`;
}
