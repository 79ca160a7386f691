import type { Change, ChangeOf } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Story, StoryContent } from '../../records/story.ts';
import { changedFields, movedProblem, type Seen } from '../edited-record.ts';
import { aliasProblem, mostAliases } from './story-names.ts';

export type StoryPatch = ChangeOf<'story-edited'>['set'];

/** What an editor now says of a story; only fields that differ are recorded. */
export const editStory =
  ({ key: slug, revision }: Seen, wanted: StoryPatch) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const story = newsroom.stories.get(slug);
    const moved = movedProblem(newsroom, 'story', slug, revision);
    if (!story || moved) return moved ?? [];
    const set = changedFields(story, { ...wanted, ...keptSlugs(story, wanted) });
    const topic = { kind: 'story', slug } as const;
    if (!set) return { problem: 'nothing-changed', says: 'That is what the story says already.', topic };
    if ((set.aliases?.length ?? 0) > mostAliases) return { problem: 'too-many-names', most: mostAliases };
    return aliasProblem(newsroom, set.aliases ?? [], slug) ?? [{ type: 'story-edited', slug, set }];
  };

/** Slugs the story had stand among its other names, and keep leading to it whatever else is called so. */
function keptSlugs(story: Story, { aliases }: StoryPatch): Pick<StoryPatch, 'aliases'> {
  if (!aliases) return {};
  const had = story.revisions.flatMap(({ was }) => was['renamedTo'] ?? []);
  const former = story.aliases.filter((alias) => had.includes(alias));
  return { aliases: [...new Set([...aliases, ...former])] };
}

/** A closed story takes no more entries; it keeps being read. */
export const closeStory =
  (slug: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const story = newsroom.stories.get(slug);
    if (story?.status !== 'closed') return editStory({ key: slug }, { status: 'closed' })(newsroom);
    return alreadySo(slug, 'That story is closed already.');
  };

/** A reopened story is what it was before it was closed. */
export const reopenStory =
  (slug: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const story = newsroom.stories.get(slug);
    if (story && story.status !== 'closed') return alreadySo(slug, `That story is open: ${story.status}.`);
    const closing = story?.revisions.findLast(({ was }) => 'status' in was && was['status'] !== 'closed');
    const status = (closing?.was['status'] ?? 'developing') as StoryContent['status'];
    return editStory({ key: slug }, { status })(newsroom);
  };

const alreadySo = (slug: string, says: string): Problem => {
  return { problem: 'nothing-changed', says, topic: { kind: 'story', slug } };
};
