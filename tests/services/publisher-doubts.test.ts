import type { Change } from '../../src/domain/change.ts';
import { added, corrected, Followed, seconds, subscribed } from './support/followed.ts';

const withdrawn = (id: string): Change => ({ type: 'entry-withdrawn', id, reason: 'Another deal.' });
const withKey = (start: string) => ({
  matches: ({ key = '' }: { key?: string | undefined }) => key.startsWith(start),
});

async function postingIn(...channels: string[]): Promise<Followed> {
  const followed = await Followed.with(channels);
  followed.publisher.start();
  return followed;
}

/** C1 has its card and E-1; E-2 stands there, too, and Slack did not say so. */
async function inDoubt(): Promise<Followed> {
  const followed = await postingIn('C1');
  await followed.records(added('E-1'));
  await followed.pass(20 * seconds);
  followed.workspace.fail('post', { lands: true }, withKey('entry:'));
  await followed.records(added('E-2'));
  await followed.pass(2 * seconds);
  return followed;
}

async function startsAgain(followed: Followed): Promise<void> {
  await followed.opens();
  followed.publisher.start();
  await followed.pass(120 * seconds);
}

const endings: [string, (followed: Followed) => Promise<void>][] = [
  ['dies', async (followed) => followed.dies()],
  ['stops', (followed) => followed.publisher.stop()],
];

describe.each(endings)('a message in doubt when the publisher %s', (_, ends) => {
  test('is put right after the next start, if its entry was withdrawn meanwhile', async () => {
    const followed = await inDoubt();
    await followed.records(withdrawn('E-2'));
    await ends(followed);

    await startsAgain(followed);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2', 'E-2/1']);
    expect(followed.workspace.in('C1')[2]?.text).toContain('Withdrawn');
    expect(followed.workspace.in('C1')[2]?.text).not.toContain('What E-2 says');
    expect(followed.owed).toBe(0);
  });

  test.each<[string, Change]>([
    ['put under embargo', { type: 'entry-embargoed', id: 'E-2', until: '2026-03-01T06:00:00.000Z' }],
    ['paused', { type: 'subscription-changed', id: 'S-1', set: { pausedUntil: '2026-03-01T06:00:00.000Z' } }],
    ['no longer followed', { type: 'unsubscribed', id: 'S-1' }],
    [
      'not a kind that is wanted any more',
      { type: 'subscription-changed', id: 'S-1', set: { kinds: ['quote'] } },
    ],
  ])('is on record after it, if it was %s meanwhile: its withdrawal is told there', async (_what, change) => {
    const followed = await inDoubt();
    await followed.records(change);
    await ends(followed);
    await startsAgain(followed);

    await followed.records(withdrawn('E-2'));
    await followed.pass(60 * seconds);

    const [, , second, ...told] = followed.workspace.in('C1');
    expect(second?.text).toContain('Withdrawn');
    expect(told.map(({ key }) => key?.startsWith('notice:E-2'))).toEqual([true]);
    expect(followed.owed).toBe(0);
  });

  test('stands there once, if its embargo was set and lifted meanwhile', async () => {
    const followed = await inDoubt();
    await followed.records({ type: 'entry-embargoed', id: 'E-2', until: '2026-03-01T06:00:00.000Z' });
    await followed.records({ type: 'embargo-lifted', id: 'E-2' });
    await ends(followed);

    await startsAgain(followed);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.owed).toBe(0);
  });
});

describe('what is withdrawn', () => {
  test('while Slack holds its message up is not posted, and owed no more', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.publisher.start();
    followed.workspace.fail('post', { waitSeconds: 30 }, withKey('entry:'));
    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);

    await followed.records(withdrawn('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.messages).toEqual([]);
    expect(followed.owed).toBe(0);
  });

  test('while its message is looked for, and is not there, is owed no more', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.publisher.start();
    followed.workspace.fail('post', { lands: false }, withKey('entry:'));
    await followed.records(added('E-1'));
    await followed.pass(2 * seconds);

    await followed.records(withdrawn('E-1'));
    const inDoubtStill = followed.owed;
    await followed.pass(60 * seconds);

    expect(inDoubtStill).toBeGreaterThan(0);
    expect(followed.workspace.messages).toEqual([]);
    expect(followed.owed).toBe(0);
  });
});

describe('after a crash', () => {
  test('an urgent entry that went out and was made usual since stands there once', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    followed.workspace.fail('post', { lands: true }, withKey('entry:E-3'));
    await followed.records(added('E-2'), added('E-3', { urgency: 1 }));
    await followed.pass(1 * seconds);
    await followed.records({
      ...{ type: 'entry-corrected', id: 'E-3', set: { urgency: 5 }, reason: 'Not urgent.' },
    });
    followed.dies();

    await startsAgain(followed);

    expect(followed.workspace.keysIn('C1').filter((key) => key === 'E-3')).toEqual(['E-3']);
    expect(followed.workspace.keysIn('C1')).toContain('E-2');
  });

  test('an urgent entry that went out is looked for, though another is first in line', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.onStep = (step) => {
      if (step === 'sent:entry') followed.dies();
    };
    followed.publisher.start();
    await followed.records(added('E-1'), added('E-2', { urgency: 2 }));
    await followed.pass(5 * seconds);
    await followed.opens();
    await followed.records(added('E-3', { urgency: 1 }));

    followed.publisher.start();
    await followed.pass(30 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-2', 'E-3', 'E-1']);
  });

  test('only what was on its way is looked for, however much is owed', async () => {
    const channels = Array.from({ length: 100 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    followed.workspace.fail('post', { until: new Promise(() => {}) }, { times: 1000 });
    followed.publisher.start();
    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(5 * seconds);
    followed.dies();
    followed.workspace.heal();

    await startsAgain(followed);

    expect(followed.workspace.callsTo('find')).toHaveLength(10);
    expect(channels.map((channel) => followed.workspace.keysIn(channel))).toEqual(
      channels.map(() => ['E-1', 'E-2']),
    );
  });

  test('a message from before it says nothing of a channel that is closed now', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.onStep = (step) => {
      if (step === 'sent:entry') followed.dies();
    };
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);
    await followed.opens();
    await followed.records({ type: 'subscription-parked', id: 'S-1', error: 'not_in_channel' });

    followed.publisher.start();
    await followed.pass(30 * seconds);

    expect([...followed.newsroom.posts.all()]).toHaveLength(1);
    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBe('not_in_channel');
  });

  test('a message shows what it was drawn with: of what was corrected just before it, its thread is told', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.onStep = (step) => {
      if (step === 'sent:entry') followed.dies();
    };
    let lets = () => {};
    followed.workspace.fail('post', { until: new Promise<void>((resolve) => (lets = resolve)) });
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(1 * seconds);
    await followed.records(corrected('E-1'));
    lets();
    await followed.pass(1 * seconds);

    await startsAgain(followed);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-1/1']);
    expect(followed.workspace.in('C1')[0]?.text).toContain('should have said');
  });
});

test('a start after a stop looks for nothing, and urgent news is out within the minute', async () => {
  const channels = Array.from({ length: 200 }, (_, at) => `C${at}`);
  const followed = await Followed.with(channels, { threading: 'channel' });
  followed.workspace.fail('post', { waitSeconds: 300 }, { times: 1000 });
  followed.publisher.start();
  await followed.records(added('E-1'));
  await followed.pass(5 * seconds);
  await followed.publisher.stop();
  followed.workspace.heal();

  await followed.opens();
  followed.publisher.start();
  await followed.records(added('E-2', { urgency: 1 }));
  await followed.pass(60 * seconds);

  const without = channels.filter((channel) => !followed.workspace.keysIn(channel).includes('E-2'));
  expect(without).toEqual([]);
  expect(followed.workspace.callsTo('find')).toEqual([]);
});

test('what Slack asked us to wait with is not looked for after a crash: it is not there', async () => {
  const followed = await postingIn('C1');
  followed.workspace.fail('post', { waitSeconds: 30 });
  await followed.records(added('E-1'));
  await followed.pass(5 * seconds);
  followed.dies();

  await startsAgain(followed);

  expect(followed.workspace.callsTo('find')).toEqual([]);
  expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
});

test('nor after a stop, though a full disk kept that off the record at first', async () => {
  const followed = await postingIn('C1');
  followed.workspace.fail('post', { waitSeconds: 30 });
  followed.onStep = (step) => {
    followed.journal.isFull = step === 'noted:card';
  };
  await followed.records(added('E-1'));
  await followed.pass(5 * seconds);
  followed.journal.isFull = false;
  await followed.publisher.stop();

  await startsAgain(followed);

  expect(followed.workspace.callsTo('find')).toEqual([]);
  expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
});

test('five channels that cannot be read back hold no other up', async () => {
  const channels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'];
  const followed = await postingIn(...channels);
  await followed.records(added('E-1'));
  await followed.pass(20 * seconds);
  const ofFive = ({ channel, key = '' }: { channel: string; key?: string | undefined }) =>
    channel !== 'C6' && (key.startsWith('entry:E-2') || key === '');
  followed.workspace.fail('post', { lands: true }, { times: 5, matches: ofFive });
  followed.workspace.fail(
    ...([
      'find',
      { waitSeconds: 60 },
      { times: 10_000, matches: ({ channel }: { channel: string }) => channel !== 'C6' },
    ] as const),
  );
  await followed.records(added('E-2'));
  await followed.pass(30 * seconds);

  await followed.records(added('E-3', { urgency: 1 }));
  await followed.pass(10 * seconds);

  expect(followed.workspace.keysIn('C6')).toContain('E-3');
});

test('word that is given up while its channel begins to follow again is posted all the same', async () => {
  const followed = await postingIn('C1');
  await followed.records(added('E-1'));
  await followed.pass(20 * seconds);
  const [card] = followed.workspace.in('C1');
  await followed.records({ type: 'unsubscribed', id: 'S-1' });
  await followed.pass(20 * seconds);
  followed.workspace.deletedThreads.set(card?.ts ?? '', 'thread_not_found');
  await followed.records(corrected('E-1'));
  await followed.pass(500);
  const writes = followed.journal.holds();
  const following = followed.records(subscribed('S-2', 'C1', 'talks'));
  await followed.pass(5 * seconds);

  writes();
  await following;
  await followed.pass(20 * seconds);

  expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-1/1']);
  expect(followed.owed).toBe(0);
});
