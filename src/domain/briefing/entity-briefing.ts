import { foldName } from '../language/fold-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import type { Relation } from '../records/relation.ts';
import type { Story } from '../records/story.ts';
import { type Origin, originsOf } from './corroboration.ts';
import { latestMoves, type Move } from './latest.ts';
import { type NumberConflict, numberConflicts } from './number-conflicts.ts';
import { isOpenTo } from './questions.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { type Look, shownEntries } from './standing.ts';
import { lastTouched } from './story-briefing.ts';

/** A relation told from one end: "Jim Farley — chief executive of — Ford". */
export interface Tie {
  relation: Relation;
  subject: Entity;
  object: Entity;
}

export interface EntityBriefing extends Sections {
  entity: Entity;
  entries: Entry[];
  ties: Tie[];
  stories: { story: Story; role: string }[];
  questions: Question[];
  latest: Move[];
  origins: Origin[];
  conflicts: NumberConflict[];
  updatedAt: Instant;
}

/** All that the newsroom has on a person or body, across stories, as this viewer may see it now. */
export function entityBriefing(newsroom: Newsroom, slug: string, look: Look): EntityBriefing | undefined {
  const entity = newsroom.entities.get(slug);
  if (!entity) return undefined;
  const entries = shownEntries(newsroom.entries.where(newsroom.entries.by.entity, slug), look);
  const ties = tiesOf(newsroom, slug);
  const stories = storiesOf(newsroom, slug, entries);
  const names = [entity.name, ...entity.aliases].map((name) => name.toLowerCase());
  const questions = stories
    .flatMap(({ story }) => [...newsroom.questions.where(newsroom.questions.by.story, story.slug)])
    .filter((question) => isOpenTo(newsroom, question, look))
    .filter((question) => names.some((name) => mentions(question.text, name)));
  return {
    entity,
    entries,
    ...sectionsOf(newsroom, entries, look),
    ties,
    stories,
    questions,
    latest: latestMoves(entries),
    origins: originsOf(entries),
    conflicts: numberConflicts(newsroom, entries, look),
    updatedAt: lastTouched([entity, ...entries, ...ties.map((tie) => tie.relation)]),
  };
}

const mentions = (text: string, name: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);

export function tiesOf({ relations, entities }: Newsroom, slug: string): Tie[] {
  const said = new Set<string>();
  return [...relations.where(relations.by.entity, slug)].flatMap((relation) => {
    const [subject, object] = [entities.get(relation.subject), entities.get(relation.object)];
    // Two entities merged may leave one tied to itself, or one thing said twice.
    const sentence = JSON.stringify([relation.subject, foldName(relation.role), relation.object]);
    if (!subject || !object || subject === object || said.has(sentence)) return [];
    said.add(sentence);
    return [{ relation, subject, object }];
  });
}

/** The stories that name the entity with a role, then those whose visible entries mention it. */
function storiesOf({ stories }: Newsroom, slug: string, entries: readonly Entry[]) {
  const withRole = [...stories.where(stories.by.entity, slug)].map((story) => ({
    story,
    role: story.entities.find((role) => role.entity === slug)?.role ?? '',
  }));
  const named = new Set(withRole.map(({ story }) => story.slug));
  const others = [...new Set(entries.flatMap((entry) => entry.stories))].filter((other) => !named.has(other));
  const mentioning = others.flatMap((other) => {
    const story = stories.get(other);
    return story ? [{ story, role: '' }] : [];
  });
  return [...withRole, ...mentioning].filter(({ story }) => !story.mergedInto);
}
