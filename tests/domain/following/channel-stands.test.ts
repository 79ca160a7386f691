import type { Change } from '../../../src/domain/change.ts';
import {
  deleteChannel,
  openChannel,
  parkChannel,
  sharedAway,
  unshareChannel,
} from '../../../src/domain/following/channel-stands.ts';
import { isOwnerless, ownerBack, ownerLeft } from '../../../src/domain/following/owner-stands.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { adds, corrects, does, owed, posts, desk as talksDesk } from '../../support/following.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';

const subscribed = (id: string, channel: string, owner = 'UANA'): Change => ({
  type: 'subscribed',
  id,
  subscription: {
    ...{ topic: { kind: 'story', slug: 'ford-xiaomi' }, channel, owner },
    ...{ kinds: ['fact'], withoutEntities: [], threading: 'thread' },
  },
});

function desk(): Newsroom {
  const newsroom = newsroomWith({ stories: [{ slug: 'ford-xiaomi' }] });
  act(newsroom, [subscribed('S-1', 'C0AUTOS'), subscribed('S-2', 'C0CITY', 'UBEN')]);
  return newsroom;
}
const parked = (newsroom: Newsroom) => [...newsroom.subscriptions.all()].map((one) => one.parked);

test('a closed channel parks what it follows, and no other channel’s', () => {
  const newsroom = desk();

  act(newsroom, parkChannel(newsroom, 'C0AUTOS', 'is_archived'));

  expect(parked(newsroom)).toEqual(['is_archived', undefined]);
  expect(parkChannel(newsroom, 'C0AUTOS', 'is_archived')).toEqual([]);
});

test('opened again it goes on, unless an editor has to agree', () => {
  const newsroom = desk();
  act(newsroom, parkChannel(newsroom, 'C0AUTOS', 'is_archived'));
  act(newsroom, parkChannel(newsroom, 'C0AUTOS', sharedAway));
  act(newsroom, parkChannel(newsroom, 'C0CITY', 'not_in_channel'));

  act(newsroom, openChannel(newsroom, 'C0CITY'));

  expect(openChannel(newsroom, 'C0AUTOS')).toEqual([]);
  expect(parked(newsroom)).toEqual([sharedAway, undefined]);
});

test('shared no more it goes on; what keeps us out of it shows at the next post', () => {
  const newsroom = desk();
  act(newsroom, parkChannel(newsroom, 'C0AUTOS', sharedAway));
  act(newsroom, parkChannel(newsroom, 'C0CITY', 'is_archived'));

  act(newsroom, unshareChannel(newsroom, 'C0AUTOS'));

  expect(parked(newsroom)).toEqual([undefined, 'is_archived']);
  expect(unshareChannel(newsroom, 'C0CITY')).toEqual([]);
});

test('a deleted channel follows nothing, has no thread and is owed nothing', () => {
  const newsroom = desk();
  const topic = { kind: 'story', slug: 'ford-xiaomi' } as const;
  const at = '2026-02-02T09:30:00.000Z';
  act(newsroom, [
    {
      type: 'thread-opened',
      thread: { topic, channel: 'C0AUTOS', ts: '1.000001', openedAt: at, lastAt: at },
    },
  ]);
  newsroom.deliveries.put('card:C0AUTOS:1.000001', {
    ...{ what: 'card', channel: 'C0AUTOS', ts: '1.000001', seq: 1, urgency: 5 },
  });

  act(newsroom, deleteChannel(newsroom, 'C0AUTOS'));

  expect([...newsroom.subscriptions.rowKeys()]).toEqual(['S-2']);
  expect([newsroom.threads.size, newsroom.deliveries.size]).toEqual([0, 0]);
});

test('what a deleted channel was shown is owed no correction; what other channels were shown is', () => {
  const newsroom = talksDesk();
  does(newsroom, adds);
  for (const [at, channel] of ['C1', 'C2'].entries())
    act(newsroom, [posts(newsroom, ['E-2'], { channel, ts: `177000000${at}.000000` })]);

  act(newsroom, deleteChannel(newsroom, 'C1'));
  act(newsroom, [corrects('E-2')]);

  expect(owed(newsroom)).toEqual(['edit:C2:1770000001.000000', 'notice:E-2:1:C2:1770000001.000000']);
  expect(deleteChannel(newsroom, 'C3')).toEqual([]);
});

test('whose owner left is flagged until they are back or somebody else owns it', () => {
  const newsroom = desk();
  const flagged = () => [...newsroom.subscriptions.all()].filter(isOwnerless).map(({ id }) => id);

  act(newsroom, ownerLeft(newsroom, 'UANA'));
  expect(flagged()).toEqual(['S-1']);
  expect(ownerLeft(newsroom, 'UANA')).toEqual([]);

  act(newsroom, [{ type: 'subscription-changed', id: 'S-1', set: { owner: 'UBEN' } }]);
  expect(flagged()).toEqual([]);

  act(newsroom, ownerLeft(newsroom, 'UBEN'));
  expect(flagged()).toEqual(['S-1', 'S-2']);
  act(newsroom, ownerBack(newsroom, 'UBEN'));
  expect(flagged()).toEqual([]);
});
