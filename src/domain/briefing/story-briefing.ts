import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import type { Recorded } from '../records/revision.ts';
import type { Story } from '../records/story.ts';
import { type Origin, originsOf } from './corroboration.ts';
import { latestMoves, type Move } from './latest.ts';
import { type NumberConflict, numberConflicts } from './number-conflicts.ts';
import { isOpenTo, questionSteps } from './questions.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { type Look, shownEntries } from './standing.ts';

export interface Involved {
  entity: Entity;
  role: string;
}

export interface StoryBriefing extends Sections {
  story: Story;
  entries: Entry[];
  questions: Question[];
  involved: Involved[];
  latest: Move[];
  origins: Origin[];
  conflicts: NumberConflict[];
  updatedAt: Instant;
}

/** All that the newsroom has on a story, as this viewer may see it now. */
export function storyBriefing(newsroom: Newsroom, slug: string, look: Look): StoryBriefing | undefined {
  const story = newsroom.stories.get(slug);
  if (!story) return undefined;
  const entries = shownEntries(newsroom.entries.where(newsroom.entries.by.story, slug), look);
  const asked = [...newsroom.questions.where(newsroom.questions.by.story, slug)];
  const questions = asked.filter((question) => isOpenTo(newsroom, question, look));
  return {
    story,
    entries,
    ...sectionsOf(newsroom, entries, look),
    questions,
    involved: involvedIn(newsroom, story, entries),
    latest: latestMoves(entries),
    origins: originsOf(entries),
    conflicts: numberConflicts(newsroom, entries, look),
    updatedAt: lastTouched([
      story,
      ...entries,
      ...asked.flatMap((question) => questionSteps(newsroom, question, look)),
    ]),
  };
}

/** Those the story names with a role, then everyone its entries mention, the most mentioned first. */
function involvedIn({ entities }: Newsroom, story: Story, entries: readonly Entry[]): Involved[] {
  const mentions = new Map<string, number>();
  for (const slug of entries.flatMap((entry) => entry.entities))
    mentions.set(slug, (mentions.get(slug) ?? 0) + 1);
  const named = new Set(story.entities.map((role) => role.entity));
  const others = [...mentions].filter(([slug]) => !named.has(slug)).sort((a, b) => b[1] - a[1]);
  const roles = [...story.entities, ...others.map(([entity]) => ({ entity, role: '' }))];
  return roles.flatMap(({ entity: slug, role }) => {
    const entity = entities.get(slug);
    return entity ? [{ entity, role }] : [];
  });
}

type Touched = Recorded & { revisions?: readonly Recorded[] };

/** When any of the records was last added or acted on. */
export function lastTouched(records: readonly Touched[]): Instant {
  const times = records.map((record) => record.revisions?.at(-1)?.at ?? record.at);
  return times.toSorted().at(-1) ?? '';
}
