import type { Newsroom } from '../newsroom.ts';
import type { Instant } from '../records/moment.ts';
import type { Story } from '../records/story.ts';
import { latestMoves, type Move } from './latest.ts';
import { type Look, shownEntries } from './standing.ts';

export interface MovedStory {
  story: Story;
  at: Instant;
  /** The newest act a viewer may see, unless the story has no entries yet. */
  move?: Move;
  entryCount: number;
}

/** The newsroom's stories, the one that moved last first. */
export function movedStories(newsroom: Newsroom, look: Look): MovedStory[] {
  const { stories, entries } = newsroom;
  return [...stories.all()]
    .filter((story) => !story.mergedInto)
    .map((story): MovedStory => {
      const shown = shownEntries(entries.where(entries.by.story, story.slug), look);
      const [move] = latestMoves(shown, 1);
      const at = move && move.at > story.at ? move.at : story.at;
      return { story, at, entryCount: shown.length, ...(move ? { move } : {}) };
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
