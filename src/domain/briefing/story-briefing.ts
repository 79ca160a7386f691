import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import type { Recorded } from '../records/revision.ts';
import type { Story } from '../records/story.ts';
import type { Origin } from './corroboration.ts';
import { tallyOf } from './kept-tallies.ts';
import type { Move } from './latest.ts';
import type { NumberConflict } from './number-conflicts.ts';
import { isOpenTo, questionSteps } from './questions.ts';
import type { Sections } from './sections.ts';
import type { Look } from './standing.ts';

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
  const tally = tallyOf(newsroom, slug, look);
  const asked = [...newsroom.questions.where(newsroom.questions.by.story, slug)];
  const steps = asked.flatMap((question) => questionSteps(newsroom, question, look));
  return {
    story,
    entries: tally.entries,
    ...tally.sections,
    questions: asked.filter((question) => isOpenTo(newsroom, question, look)),
    involved: involvedIn(newsroom, story, tally.mentionsByCount()),
    latest: tally.latest,
    origins: tally.originsByUse(),
    conflicts: tally.conflicts,
    updatedAt: latestOf([tally.touchedAt, lastTouched([story, ...steps])]),
  };
}

/** Those the story names with a role, then everyone its entries mention, the most mentioned first. */
function involvedIn({ entities }: Newsroom, story: Story, mentioned: readonly Slug[]): Involved[] {
  const named = new Set(story.entities.map((role) => role.entity));
  const involved: Involved[] = [];
  const add = (slug: Slug, role: string) => {
    const entity = entities.get(slug);
    if (entity) involved.push({ entity, role });
  };
  for (const { entity, role } of story.entities) add(entity, role);
  for (const slug of mentioned) if (!named.has(slug)) add(slug, '');
  return involved;
}

type Touched = Recorded & { revisions?: readonly Recorded[] };

/** When any of the records was last added or acted on. */
export const lastTouched = (records: readonly Touched[]): Instant =>
  latestOf(records.map((record) => record.revisions?.at(-1)?.at ?? record.at));

function latestOf(times: readonly Instant[]): Instant {
  let latest = '';
  for (const at of times) if (at > latest) latest = at;
  return latest;
}
