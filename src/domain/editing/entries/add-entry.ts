import type { Change } from '../../change.ts';
import { currentTopic } from '../../finding/named-topic.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Entry, EntryContent } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import { shownSlug } from '../../records/story.ts';
import { maySee, type Viewer } from '../../rules/embargo.ts';
import { idsFrom } from '../next-id.ts';

export interface Adding {
  content: EntryContent;
  viewer: Viewer;
  /** Who adds it. */
  by: string | undefined;
}

/** Files the entry under its story as that stands now. The same message or submission makes one entry. */
export const addEntry =
  ({ content, viewer, by }: Adding) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    if (recordedBefore(newsroom, { key: content.origin?.key, viewer, by }, now)) return [];
    const stories = [
      ...new Set(content.stories.map((slug) => currentTopic(newsroom, { kind: 'story', slug }).slug)),
    ];
    const closed = stories
      .map((slug) => newsroom.stories.get(slug))
      .find((story) => story?.status === 'closed');
    if (closed) return { problem: 'story-closed', slug: shownSlug(closed) };
    const entities = [
      ...new Set(content.entities.map((slug) => currentTopic(newsroom, { kind: 'entity', slug }).slug)),
    ];
    return [
      { type: 'entry-added', id: idsFrom(newsroom, 'entries')(), entry: { ...content, stories, entities } },
    ];
  };

/**
 * The entry already made of this message or form. One that the person may not see and did not add does not count:
 * being told of it would give away that it is there.
 */
export function recordedBefore(
  { entries }: Newsroom,
  { key, viewer, by }: { key: string | undefined; viewer: Viewer; by: string | undefined },
  now: Instant,
): Entry | undefined {
  if (key === undefined) return undefined;
  return [...entries.where(entries.by.origin, key)].find(
    (entry) => maySee(entry, viewer, now) || (by !== undefined && entry.by === by),
  );
}
