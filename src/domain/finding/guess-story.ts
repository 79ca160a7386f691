import { shownEntries } from '../briefing/standing.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { tagEntities } from './tag-entities.ts';

/** Looking at more of an entity's entries only takes time: the latest say where it is in the news now. */
const mostLookedAt = 200;
/** Whom a story names as involved says more than whom its entries mention. */
const roleWeight = 5;

/** The open story that a text is most likely about, by the entities it names; `undefined` where they name none. */
export function guessStory(newsroom: Newsroom, text: string, now: Instant): Slug | undefined {
  const { stories, entries } = newsroom;
  const scores = new Map<Slug, number>();
  const add = (slug: Slug, weight: number) => scores.set(slug, (scores.get(slug) ?? 0) + weight);
  for (const entity of tagEntities(newsroom, text)) {
    for (const story of stories.where(stories.by.entity, entity)) add(story.slug, roleWeight);
    // As a reader sees it: an embargoed entry may not show in a guess.
    const filed = [...entries.where(entries.by.entity, entity)].slice(-mostLookedAt);
    const shown = shownEntries(filed, { viewer: { role: 'reader' }, now });
    for (const slug of new Set(shown.flatMap((entry) => entry.stories))) add(slug, 1);
  }
  const open = [...scores].filter(([slug]) => {
    const story = stories.get(slug);
    return story && !story.mergedInto && story.status !== 'closed';
  });
  const [best] = open.sort(
    (a, b) => b[1] - a[1] || (stories.get(b[0])?.seq ?? 0) - (stories.get(a[0])?.seq ?? 0),
  );
  return best?.[0];
}
