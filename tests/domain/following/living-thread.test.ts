import { livingCard, placingOf } from '../../../src/domain/following/living-thread.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import type { SubscriptionContent } from '../../../src/domain/records/subscription.ts';
import type { Thread } from '../../../src/domain/records/thread.ts';
import { desk, follows, posts, talks, tariffs } from '../../support/following.ts';
import { act } from '../../support/newsroom-builder.ts';

const opened = '2026-02-02T09:30:00.000Z';
const cardTs = '1770000000.000000';

function following(more: Partial<SubscriptionContent> = {}): Newsroom {
  const newsroom = desk();
  act(newsroom, [follows(newsroom, talks, more)]);
  return newsroom;
}

const opens = (newsroom: Newsroom, more: Partial<Thread> = {}) => {
  const thread = { topic: talks, channel: 'C1', ts: cardTs, openedAt: opened, lastAt: opened, ...more };
  act(newsroom, [
    { type: 'thread-opened', thread },
    ...(more.isBound ? [] : [posts(newsroom, [], { as: 'card', ts: thread.ts })]),
  ]);
};
const placed = (newsroom: Newsroom, now: string) =>
  placingOf(newsroom, [...newsroom.subscriptions.all()][0]!, { now, quietDays: 30 });

test('the first entry opens a card, and the next ones answer to it', () => {
  const newsroom = following();
  const first = placed(newsroom, opened);
  opens(newsroom);

  expect(first).toEqual({ place: 'new-card' });
  expect(placed(newsroom, opened)).toMatchObject({ place: 'thread', thread: { ts: cardTs } });
});

test('where messages are to stand by themselves there is no card', () => {
  expect(placed(following({ threading: 'channel' }), opened)).toEqual({ place: 'channel' });
});

test('a thread is quiet when nothing was posted in it for the days given, and a card that links back succeeds it', () => {
  const newsroom = following();
  opens(newsroom);
  act(newsroom, [posts(newsroom, ['E-1'], { threadTs: cardTs, at: '2026-02-10T00:00:00.000Z' })]);

  expect(placed(newsroom, '2026-03-11T23:59:59.000Z')).toMatchObject({ place: 'thread' });
  expect(placed(newsroom, '2026-03-12T00:00:00.000Z')).toEqual({
    place: 'new-card',
    succeeds: { channel: 'C1', ts: cardTs },
  });
});

test('an edit of a message in it does not make a thread less quiet', () => {
  const newsroom = following();
  opens(newsroom);
  act(newsroom, [posts(newsroom, [], { as: 'card', ts: cardTs, at: '2026-03-01T00:00:00.000Z' })]);

  expect(placed(newsroom, '2026-03-12T00:00:00.000Z')).toMatchObject({ place: 'new-card' });
});

test('the newest card is the living one', () => {
  const newsroom = following();
  opens(newsroom);
  opens(newsroom, { ts: '1770000009.000000', openedAt: '2026-03-12T00:00:00.000Z' });

  expect(livingCard(newsroom, 'C1', talks)?.ts).toBe('1770000009.000000');
});

test('a bound thread stays bound however quiet it is; when it is closed, a card is opened', () => {
  const newsroom = following({ boundThread: cardTs });
  opens(newsroom, { isBound: true });
  const aYearLater = placed(newsroom, '2027-02-02T09:30:00.000Z');

  act(newsroom, [{ type: 'thread-closed', channel: 'C1', ts: cardTs }]);

  expect(aYearLater).toMatchObject({ place: 'thread', thread: { ts: cardTs, isBound: true } });
  expect([...newsroom.subscriptions.all()][0]).not.toHaveProperty('boundThread');
  expect(placed(newsroom, opened)).toEqual({ place: 'new-card' });
});

test('a thread that was bound to another topic since takes no entries of the one before', () => {
  const newsroom = following({ boundThread: cardTs });
  opens(newsroom, { isBound: true });

  opens(newsroom, { isBound: true, topic: tariffs });

  expect(placed(newsroom, opened)).toEqual({ place: 'new-card' });
});
