import type { Change } from '../../src/domain/change.ts';
import { added, Followed, hours, seconds, subscribed } from './support/followed.ts';

const asks = { announce: {} };
const follows = (id: string, slug = 'talks'): Change =>
  ({ ...subscribed(id, 'C1', slug), ...asks }) as Change;
const ends = (id: string): Change => ({ type: 'unsubscribed', id, ...asks });
const urgent = { urgency: 1 };

/** A newsroom that nobody follows yet, with its publisher at work. */
async function working(): Promise<Followed> {
  const followed = await Followed.with([]);
  followed.publisher.start();
  return followed;
}

const textsIn = (followed: Followed) => followed.workspace.in('C1').map(({ text }) => text);
/** What each message is, and the seconds after the first one: nobody posts faster than one a second. */
const pace = (followed: Followed) => {
  const times = followed.workspace.in('C1').map(({ at }) => Date.parse(at));
  return times.slice(1).map((at, index) => at - (times[index] ?? 0));
};

describe('a channel is told who has it follow what', () => {
  test('before the first card, however urgent the first entry, at the pace of all its messages', async () => {
    const followed = await working();

    await followed.records(follows('S-1'));
    await followed.records(added('E-1', urgent));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['told', 'card', 'E-1']);
    expect(textsIn(followed)[0]).toContain('@UED has this channel follow');
    expect(Math.min(...pace(followed))).toBeGreaterThanOrEqual(1000);
    expect(followed.owed).toBe(0);
  });

  test('once for each topic, one second apart, and the message is on record with its topic', async () => {
    const followed = await working();

    await followed.records(follows('S-1'), follows('S-2', 'plant'));
    await followed.records({
      ...{ type: 'subscription-changed', id: 'S-1', set: { kinds: ['quote'] }, ...asks },
    });
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['told', 'told', 'told']);
    expect(Math.min(...pace(followed))).toBeGreaterThanOrEqual(1000);
    expect([...followed.newsroom.posts.all()]).toMatchObject([
      { as: 'announcement', channel: 'C1', topics: [{ slug: 'talks' }] },
      { as: 'announcement', channel: 'C1', topics: [{ slug: 'plant' }] },
      { as: 'announcement', channel: 'C1', topics: [{ slug: 'talks' }] },
    ]);
  });

  test('when Slack lets us, if it asks us to wait', async () => {
    const followed = await working();
    followed.workspace.fail('post', { waitSeconds: 30 });

    await followed.records(follows('S-1'));
    await followed.pass(29 * seconds);
    const before = followed.workspace.keysIn('C1');
    await followed.pass(5 * seconds);

    expect(before).toEqual([]);
    expect(followed.workspace.keysIn('C1')).toEqual(['told']);
  });

  test.each([true, false])('once, where Slack did not confirm it and it landed: %s', async (lands) => {
    const followed = await working();
    followed.workspace.fail('post', { lands });

    await followed.records(follows('S-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['told']);
    expect(followed.newsroom.posts.size).toBe(1);
  });

  test('after a stop that came first', async () => {
    const followed = await working();
    followed.workspace.fail('post', { waitSeconds: 30 });
    await followed.records(follows('S-1'));
    await followed.pass(1 * seconds);
    await followed.publisher.stop();

    await followed.opens();
    followed.publisher.start();
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['told']);
  });

  test.each(['drawn', 'sent', 'recorded'] as const)(
    'once, when the process dies with it %s',
    async (when) => {
      const followed = await working();
      followed.onStep = (step) => {
        if (step === `${when}:announcement`) followed.dies();
      };
      await followed.records(follows('S-1'));
      await followed.pass(5 * seconds);
      const wasDead = followed.isDead;

      await followed.opens();
      followed.publisher.start();
      await followed.pass(20 * seconds);

      expect(wasDead).toBe(true);
      expect(followed.workspace.keysIn('C1')).toEqual(['told']);
      expect(followed.owed).toBe(0);
    },
  );

  test('in the thread that follows it; in the channel when that thread takes no replies', async () => {
    const followed = await working();
    const threadTs = '1770000000.000000';
    const inThread = { ...follows('S-1'), announce: { threadTs } } as Change;
    followed.workspace.deletedThreads.set('1770000000.000001', 'thread_not_found');

    await followed.records(inThread);
    await followed.records({
      ...follows('S-2', 'plant'),
      announce: { threadTs: '1770000000.000001' },
    } as Change);
    await followed.pass(20 * seconds);

    expect(followed.workspace.in('C1').map((message) => message.threadTs)).toEqual([threadTs, undefined]);
  });
});

describe('where the post turns out to be refused', () => {
  test('what was subscribed is parked, its owner is told, and the channel is told when it is open', async () => {
    const followed = await working();
    followed.workspace.closed.set('C1', 'restricted_action');

    await followed.records(follows('S-1'));
    await followed.pass(20 * seconds);
    const parked = followed.newsroom.subscriptions.get('S-1')?.parked;
    const { health } = followed.publisher;
    followed.workspace.closed.clear();
    await followed.pass(1 * hours);

    expect(parked).toBe('restricted_action');
    expect(health).toEqual({ owed: 1, parked: 1 });
    expect(followed.workspace.in('UANA')).toHaveLength(1);
    expect(followed.workspace.keysIn('C1')).toEqual(['told']);
  });

  test('a channel that follows nothing any more is not told so for ever', async () => {
    const followed = await working();
    await followed.records(follows('S-1'));
    await followed.pass(20 * seconds);
    followed.workspace.closed.set('C1', 'not_in_channel');

    await followed.records(ends('S-1'));
    await followed.pass(20 * seconds);

    expect(followed.owed).toBe(0);
    expect(followed.workspace.callsTo('post')).toHaveLength(2);
  });
});

test('a channel is told who ended what it followed', async () => {
  const followed = await working();
  await followed.records(follows('S-1'));
  await followed.pass(20 * seconds);

  await followed.records(ends('S-1'));
  await followed.pass(20 * seconds);

  expect(textsIn(followed).at(-1)).toContain('@UED ended what this channel followed');
});

test('acts of an older journal, which do not ask for it, announce nothing when they are replayed', async () => {
  const followed = await working();

  await followed.records(subscribed('S-1', 'C1', 'talks'));
  await followed.pass(20 * seconds);

  expect(followed.workspace.calls).toEqual([]);
});
