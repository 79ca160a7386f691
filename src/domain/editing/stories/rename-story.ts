import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import { shownSlug } from '../../records/story.ts';
import { slugProblem } from '../choose-slug.ts';
import { movedProblem } from '../edited-record.ts';
import { mostAliases } from './story-names.ts';

/** A new slug to show and to type; every older one keeps working. A story may go back to a slug it had. */
export const renameStory =
  (slug: string, to: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const story = newsroom.stories.get(slug);
    const moved = movedProblem(newsroom, 'story', slug, undefined);
    if (!story || moved) return moved ?? [];
    const shown = shownSlug(story);
    if (shown === to) {
      const says = `That story’s slug is ${to} already.`;
      return { problem: 'nothing-changed', says, topic: { kind: 'story', slug } };
    }
    const refused = slugProblem(newsroom, 'story', to, (near) => `rename ${shown} ${near}`, slug);
    if (refused) return refused;
    if (story.renamedTo && story.aliases.length >= mostAliases)
      return { problem: 'too-many-names', most: mostAliases };
    return [{ type: 'story-renamed', slug, to }];
  };
