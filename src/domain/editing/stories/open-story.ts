import type { Change } from '../../change.ts';
import { quotedIn } from '../../language/quoted-in.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { StoryContent } from '../../records/story.ts';
import { slugProblem } from '../choose-slug.ts';
import { isRepeated } from '../is-repeated.ts';
import { aliasProblem } from './story-names.ts';

/** A new story under a slug of its own. The same submission twice opens one. */
export const openStory =
  (story: StoryContent, by: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    if (isRepeated(newsroom.stories.get(story.slug), story, by)) return [];
    const retry = (slug: string) => `open ${slug} ${quotedIn(story.headline)}`;
    return (
      slugProblem(newsroom, 'story', story.slug, retry) ??
      aliasProblem(newsroom, story.aliases) ?? [{ type: 'story-opened', story }]
    );
  };
