import type { Change } from '../../change.ts';
import { currentTopic } from '../../finding/named-topic.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Draft } from '../../records/draft.ts';
import type { Slug } from '../../records/identifiers.ts';
import { shownSlug } from '../../records/story.ts';

/** Says which story the draft's lines are for. What was accepted before stays where it is. */
export const fileDraft =
  (id: string, slug: Slug) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const draft = newsroom.drafts.get(id);
    if (!draft) return { problem: 'unknown-draft', id };
    const story = openStory(newsroom, slug);
    if (isProblem(story)) return story;
    return story === draft.story ? [] : [{ type: 'draft-edited', id, story }];
  };

/** The story that the draft is filed under as it stands now, which takes entries. */
export function storyOfDraft(newsroom: Newsroom, { id, story }: Draft): Slug | Problem {
  return story === undefined ? { problem: 'draft-unfiled', id } : openStory(newsroom, story);
}

/** The story under that name now, unless it takes no more entries. */
export function openStory(newsroom: Newsroom, named: Slug): Slug | Problem {
  const { slug } = currentTopic(newsroom, { kind: 'story', slug: named });
  const story = newsroom.stories.get(slug);
  return story?.status === 'closed' ? { problem: 'story-closed', slug: shownSlug(story) } : slug;
}
