import { moveChannel } from '../../../src/domain/following/move-channel.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { adds, corrects, desk, does, follows, owed, posts, talks } from '../../support/following.ts';
import { act, importedAt } from '../../support/newsroom-builder.ts';

const cardTs = '1770000000.000000';

/** C1 follows the talks, has its card and one entry below it, and is owed another. */
function followed(): Newsroom {
  const newsroom = desk();
  does(newsroom, () => follows(newsroom, talks), adds);
  act(newsroom, [
    {
      type: 'thread-opened',
      thread: { topic: talks, channel: 'C1', ts: cardTs, openedAt: importedAt, lastAt: importedAt },
    },
    posts(newsroom, ['E-2'], { threadTs: cardTs, ts: '1770000001.000000', settles: 'entry:E-2:C1' }),
  ]);
  does(newsroom, adds);
  return newsroom;
}

const moves = (newsroom: Newsroom): void => {
  act(newsroom, moveChannel(newsroom, { from: 'C1', to: 'C9' }));
};

describe('a channel that Slack calls by another id', () => {
  test('keeps its subscriptions, its thread, its messages and what is owed to it', () => {
    const newsroom = followed();

    moves(newsroom);

    expect([...newsroom.subscriptions.all()]).toMatchObject([{ id: 'S-2', channel: 'C9' }]);
    expect([...newsroom.threads.rowKeys()]).toEqual([`C9:${cardTs}`]);
    expect([...newsroom.posts.rowKeys()]).toEqual(['C9:1770000001.000000']);
    expect(owed(newsroom)).toEqual(expect.arrayContaining(['entry:E-3:C9', `card:C9:${cardTs}`]));
    expect(newsroom.deliveries.by.channel.at('C1').size).toBe(0);
  });

  test('is told of corrections, and gets what is new, under the new one', () => {
    const newsroom = followed();
    moves(newsroom);

    act(newsroom, [corrects('E-2')]);
    does(newsroom, adds);

    expect(owed(newsroom)).toEqual(
      expect.arrayContaining([`notice:E-2:1:C9:${cardTs}`, 'edit:C9:1770000001.000000', 'entry:E-4:C9']),
    );
  });

  test('told twice, nothing is left to move', () => {
    const newsroom = followed();
    moves(newsroom);

    expect(moveChannel(newsroom, { from: 'C1', to: 'C9' })).toEqual([]);
    expect(moveChannel(newsroom, { from: 'C9', to: 'C9' })).toEqual([]);
  });

  test('followed already under the new id, it follows once, and what was owed goes through that', () => {
    const newsroom = followed();
    does(newsroom, () => follows(newsroom, talks, { channel: 'C9', threading: 'channel' }));
    const [, other] = [...newsroom.subscriptions.all()];

    moves(newsroom);

    expect([...newsroom.subscriptions.all()]).toMatchObject([{ id: other?.id, threading: 'channel' }]);
    expect(newsroom.deliveries.get('entry:E-3:C9')).toMatchObject({ subscription: other?.id });
  });
});
