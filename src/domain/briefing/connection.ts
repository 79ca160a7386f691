import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Story } from '../records/story.ts';
import { type Tie, tiesOf } from './entity-briefing.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { type Look, shownEntries } from './standing.ts';

/** What ties two topics: what names both, how they relate, and who stands between them. */
export interface Connection extends Sections {
  topics: [Topic, Topic];
  names: [string, string];
  /** Entries that are about both. */
  entries: Entry[];
  ties: Tie[];
  /** Those related to both ends, with the tie to each. */
  between: { entity: Entity; ties: Tie[] }[];
  stories: Story[];
}

export function connectionOf(newsroom: Newsroom, topics: [Topic, Topic], look: Look): Connection {
  const [left, right] = topics;
  const shared = new Set(entriesAbout(newsroom, right, look));
  const entries = entriesAbout(newsroom, left, look).filter((entry) => shared.has(entry));
  return {
    topics,
    names: [topicName(newsroom, left), topicName(newsroom, right)],
    entries,
    ...sectionsOf(newsroom, entries, look),
    ties: tiesBetween(newsroom, left, right),
    between: standingBetween(newsroom, left, right),
    stories: sharedStories(newsroom, topics, entries),
  };
}

function entriesAbout({ entries }: Newsroom, { kind, slug }: Topic, look: Look): Entry[] {
  return shownEntries(entries.where(entries.by[kind], slug), look);
}

const ends = (tie: Tie): string[] => [tie.subject.slug, tie.object.slug];
const otherEnd = (tie: Tie, slug: string): Entity => (tie.subject.slug === slug ? tie.object : tie.subject);
const entityTies = (newsroom: Newsroom, topic: Topic): Tie[] =>
  topic.kind === 'entity' ? tiesOf(newsroom, topic.slug) : [];

function tiesBetween(newsroom: Newsroom, left: Topic, right: Topic): Tie[] {
  return entityTies(newsroom, left).filter((tie) => ends(tie).includes(right.slug));
}

function standingBetween(newsroom: Newsroom, left: Topic, right: Topic): { entity: Entity; ties: Tie[] }[] {
  const fromRight = entityTies(newsroom, right);
  const isEnd = (entity: Entity) => [left.slug, right.slug].includes(entity.slug);
  return entityTies(newsroom, left).flatMap((tie) => {
    const entity = otherEnd(tie, left.slug);
    const onward = fromRight.filter((other) => ends(other).includes(entity.slug));
    return isEnd(entity) || onward.length === 0 ? [] : [{ entity, ties: [tie, ...onward] }];
  });
}

/** Stories in which both play a part; of a story and an entity, the story itself is one of the ends. */
function sharedStories({ stories }: Newsroom, topics: readonly Topic[], entries: readonly Entry[]): Story[] {
  const ownSlugs = topics.filter((topic) => topic.kind === 'story').map((topic) => topic.slug);
  const [left, right] = topics.filter((topic) => topic.kind === 'entity').map((topic) => topic.slug);
  const cast =
    left && right ? [...stories.where(stories.by.entity, left)].filter((s) => plays(s, right)) : [];
  const slugs = new Set([...cast.map((story) => story.slug), ...entries.flatMap((entry) => entry.stories)]);
  return [...slugs]
    .flatMap((slug) => stories.get(slug) ?? [])
    .filter((story) => !ownSlugs.includes(story.slug));
}

const plays = (story: Story, slug: string): boolean => story.entities.some((role) => role.entity === slug);
