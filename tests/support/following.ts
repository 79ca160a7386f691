import type { Change, ChangeOf } from '../../src/domain/change.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { deliveryKey } from '../../src/domain/records/delivery.ts';
import type { EntryContent } from '../../src/domain/records/entry.ts';
import type { Topic } from '../../src/domain/records/identifiers.ts';
import { defaultKinds, type SubscriptionContent } from '../../src/domain/records/subscription.ts';
import type { Post } from '../../src/domain/records/thread.ts';
import { act, newsroomWith } from './newsroom-builder.ts';

export const ford: Topic = { kind: 'entity', slug: 'ford' };
export const talks: Topic = { kind: 'story', slug: 'ford-xiaomi' };
export const tariffs: Topic = { kind: 'story', slug: 'tariffs' };

/** Two stories and three companies, and one entry from before anybody followed anything. */
export const desk = (): Newsroom =>
  newsroomWith({
    stories: [{ slug: 'ford-xiaomi', headline: 'Ford talked to Xiaomi' }, { slug: 'tariffs' }],
    entities: [{ slug: 'ford' }, { slug: 'xiaomi' }, { slug: 'catl', name: 'CATL' }],
    entries: [{ text: 'They talked.', stories: ['ford-xiaomi'], entities: ['ford'] }],
    questions: [{ story: 'ford-xiaomi', text: 'When?' }],
  });

export const follows = (
  newsroom: Newsroom,
  topic: Topic,
  more: Partial<SubscriptionContent> = {},
): ChangeOf<'subscribed'> => ({
  type: 'subscribed',
  id: `S-${newsroom.seq + 1}`,
  subscription: {
    ...{ topic, channel: 'C1', kinds: [...defaultKinds], withoutEntities: [] },
    ...{ threading: 'thread', owner: 'UANA' },
    ...more,
  },
});

export const adds = (newsroom: Newsroom, more: Partial<EntryContent> = {}): ChangeOf<'entry-added'> => ({
  type: 'entry-added',
  id: `E-${newsroom.entries.size + 1}`,
  entry: {
    ...{ kind: 'fact', text: 'Ford confirmed it.', stories: ['ford-xiaomi'], entities: [] },
    ...{ sources: [], verification: 'reported' },
    ...more,
  } as EntryContent,
});

export const corrects = (id: string, text = 'Ford denied it.'): Change => ({
  type: 'entry-corrected',
  id,
  set: { text },
  reason: 'Misheard.',
});
export const withdraws = (id: string): Change => ({ type: 'entry-withdrawn', id, reason: 'Another deal.' });

/** Does one act, what it depends on read from the newsroom as it then stands. */
export const does = (newsroom: Newsroom, ...changes: ((newsroom: Newsroom) => Change)[]): void => {
  for (const change of changes) act(newsroom, [change(newsroom)]);
};

/** A message of ours that shows these entries as they stand, and what it settles. */
export function posts(
  newsroom: Newsroom,
  shows: readonly string[],
  more: Partial<Post> & { settles?: string; drawnSeq?: number } = {},
): ChangeOf<'posted'> {
  const { settles, drawnSeq, ...post } = more;
  return {
    type: 'posted',
    post: {
      ...{ channel: 'C1', ts: `${1_770_000_000 + newsroom.posts.size}.000000`, as: 'entry', topics: [talks] },
      shows: shows.map((entry) => ({
        entry,
        revision: newsroom.entries.get(entry)?.revisions.length ?? 0,
      })),
      at: '2026-02-02T09:30:00.000Z',
      ...post,
    },
    ...(settles === undefined ? {} : { settles }),
    ...(drawnSeq === undefined ? {} : { drawnSeq }),
  };
}

/** What is owed, by key, in order of arrival. */
export const owed = (newsroom: Newsroom): string[] => [...newsroom.deliveries.all()].map(deliveryKey);
