import type { Change } from '../../src/domain/change.ts';
import type { Verification } from '../../src/domain/records/entry.ts';
import { added, corrected, Followed, hours, nine, seconds, story, subscribed } from './support/followed.ts';

const verified = (verification: Verification, source?: string): Change => ({
  ...{ type: 'entry-verified', id: 'E-1', verification },
  ...(source ? { sources: [{ kind: 'document', label: source, groundRules: 'record' }] } : {}),
});
const entries = (count: number) => Array.from({ length: count }, (_, at) => `E-${at + 1}`);

describe('a channel that follows a story', () => {
  test('gets a card with the first entry, and every entry below it, once and in order', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();

    for (const id of entries(5)) await followed.records(added(id));
    await followed.pass(10 * seconds);

    const [card, ...replies] = followed.workspace.in('C1');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', ...entries(5)]);
    expect(card?.text).toContain('About talks');
    expect(replies.every(({ threadTs }) => threadTs === card?.ts)).toBe(true);
    expect(replies[0]?.text).toContain('What E-1 says');
  });

  test('is owed nothing any more when all is posted', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(60 * seconds);

    expect(followed.publisher.health).toEqual({ owed: 0, parked: 0 });
    expect([...followed.newsroom.posts.all()].map(({ as }) => as)).toEqual(['card', 'entry', 'entry']);
  });

  test('gets at most one message a second', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();

    for (const id of entries(10)) await followed.records(added(id));
    await followed.pass(60 * seconds);

    const times = followed.workspace.in('C1').map(({ at }) => Date.parse(at));
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(times).toHaveLength(11);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  test('gets what is urgent before what is not, whatever came first', async () => {
    const followed = await Followed.with(['C1']);

    for (const id of entries(3)) await followed.records(added(id));
    await followed.records(added('E-4', { urgency: 2 }));
    followed.publisher.start();
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-4', 'E-1', 'E-2', 'E-3']);
  });

  test('with messages of their own gets no card', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1']);
    expect(followed.workspace.in('C1')[0]?.text).toContain('About talks');
  });

  test('that wants milestones sees urgent entries and corrections in the channel, too', async () => {
    const followed = await Followed.with(['C1'], { threading: 'milestones' });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.records(added('E-2', { urgency: 1 }));
    await followed.pass(20 * seconds);
    await followed.records(corrected('E-1'));
    await followed.pass(20 * seconds);

    const broadcast = followed.workspace.in('C1').filter(({ isBroadcast }) => isBroadcast);
    expect(broadcast.map(({ key }) => key?.split(':').slice(0, 2).join(':'))).toEqual([
      'entry:E-2',
      'notice:E-1',
    ]);
  });

  test('that wants milestones sees a confirmation, whatever became of it, and no mere source for it', async () => {
    const followed = await Followed.with(['C1'], { threading: 'milestones' });
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    await followed.records(verified('confirmed'));
    await followed.pass(20 * seconds);
    await followed.records(verified('confirmed', 'SEC filing'));
    await followed.pass(20 * seconds);
    await followed.records(verified('reported'), verified('confirmed'));
    await followed.records(verified('reported'));
    await followed.records(verified('confirmed'));
    await followed.records(verified('reported'));
    await followed.pass(60 * seconds);

    const notices = followed.workspace.in('C1').filter(({ key = '' }) => key.startsWith('notice'));
    expect(notices.map(({ isBroadcast }) => isBroadcast)).toEqual([true, false, false, false, true, false]);
  });

  test('that wants milestones is not told in the channel of what a thread of people was shown', async () => {
    const followed = await Followed.with(['C1'], { threading: 'milestones' });
    await followed.records(added('E-1'));
    followed.publisher.start();
    await followed.pass(20 * seconds);
    const post = { channel: 'C1', ts: '1770000009.000000', as: 'answer' as const, topics: [], at: nine };
    await followed.records({ type: 'posted', post: { ...post, shows: [{ entry: 'E-1', revision: 0 }] } });

    await followed.records(corrected('E-1'));
    await followed.pass(20 * seconds);

    const notices = followed.workspace.in('C1').filter(({ key = '' }) => key.startsWith('notice'));
    expect(notices.map(({ threadTs, isBroadcast }) => [threadTs === post.ts, isBroadcast])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('is told of a correction once, and what it was shown is edited', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    const [card, entry, notice] = followed.workspace.in('C1');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1']);
    expect(entry?.text).toContain('should have said');
    expect(card?.text).toContain('should have said');
    expect(notice?.text).toContain('Corrected');
    expect(followed.owed).toBe(0);
  });

  test('hears of a correction after the entry that it is about, even when that is not posted yet', async () => {
    const followed = await Followed.with(['C1']);
    await followed.records(added('E-1'));
    await followed.records(corrected('E-1'));

    followed.publisher.start();
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(followed.workspace.in('C1')[1]?.text).toContain('should have said');
  });

  test('whose message was on its way while the entry was corrected is put right', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    let lets = () => {};
    followed.workspace.fail('post', { until: new Promise((resolve) => (lets = resolve)) });
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(1 * seconds);

    await followed.records(corrected('E-1'));
    lets();
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-1/1']);
    expect(followed.workspace.in('C1')[0]?.text).toContain('should have said');
  });

  test('has its card drawn anew at most every three seconds, however many entries come', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    for (const id of entries(30).slice(1)) {
      await followed.records(added(id));
      await followed.pass(300);
    }
    await followed.pass(60 * seconds);

    const times = followed.workspace.callsTo('edit').map(({ at }) => Date.parse(at));
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
    expect(times.length).toBeLessThanOrEqual(5);
    expect(followed.workspace.in('C1')[0]?.text).toContain('What E-30 says');
    expect(followed.owed).toBe(0);
  });

  test('gets a new card that leads back to the old one when nothing was posted for more than a month', async () => {
    const followed = await Followed.with(['C1']);
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    await followed.pass(31 * 24 * hours);
    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);

    const [first, , second, entry] = followed.workspace.in('C1');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-2']);
    expect(second?.text).toContain(`/p${first?.ts.replace('.', '')}`);
    expect(entry?.threadTs).toBe(second?.ts);
  });
});

describe('channels', () => {
  test('do not wait for each other', async () => {
    const followed = await Followed.with(['C1', 'C2', 'C3']);
    followed.workspace.fail('post', { waitSeconds: 30 }, { matches: ({ channel }) => channel === 'C1' });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    const early = ['C1', 'C2', 'C3'].map((channel) => followed.workspace.keysIn(channel));
    await followed.pass(30 * seconds);

    expect(early).toEqual([[], ['card', 'E-1'], ['card', 'E-1']]);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
  });

  test('a thousand of them are never asked for more than ten at a time', async () => {
    const channels = Array.from({ length: 1000 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    let lets = () => {};
    const until = new Promise<void>((resolve) => (lets = resolve));
    followed.workspace.fail('post', { until }, { times: 1000 });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);
    const atOnce = followed.workspace.calls.length;
    lets();
    await followed.pass(60 * seconds);

    expect(atOnce).toBe(10);
    expect(followed.workspace.messages).toHaveLength(1000);
    expect(followed.owed).toBe(0);
  });

  test('the next one does not wait until the disk has that the last one arrived', async () => {
    const channels = Array.from({ length: 11 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    const steps: string[] = [];
    followed.onStep = (step) => steps.push(step);
    const lets = busy(followed);
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);

    const writes = followed.journal.holds();
    lets();
    await followed.pass(1 * seconds);
    const meanwhile = ['drawn:entry', 'noted:entry', 'recorded:entry'].map(
      (step) => steps.filter((one) => one === step).length,
    );
    writes();
    await followed.pass(60 * seconds);

    // It is on record before it goes out, all the same.
    expect(meanwhile).toEqual([11, 10, 0]);
    expect(followed.workspace.messages).toHaveLength(11);
    expect(followed.owed).toBe(0);
  });

  test('all rest when Slack asks many of them to wait: it means the workspace', async () => {
    const channels = Array.from({ length: 50 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    followed.workspace.fail('post', { waitSeconds: 20 }, { times: 1000 });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.pass(15 * seconds);
    const asked = followed.workspace.callsTo('post').length;
    followed.workspace.heal();
    await followed.pass(120 * seconds);

    expect(asked).toBeLessThan(50);
    expect(followed.workspace.messages).toHaveLength(50);
  });

  test('go on when fewer than five of those that Slack held up still wait', async () => {
    const channels = Array.from({ length: 40 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    for (const [at, waitSeconds] of [10, 20, 60, 60, 60, 60].entries())
      followed.workspace.fail('post', { waitSeconds }, { matches: ({ channel }) => channel === `C${at}` });
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);
    const whileSixWait = followed.workspace.messages.length;
    await followed.pass(10 * seconds);
    const whileFiveWait = followed.workspace.messages.length;
    await followed.pass(10 * seconds);
    const whileFourWait = followed.workspace.messages.length;

    expect(whileSixWait).toBeLessThan(34);
    expect(whileFiveWait).toBe(whileSixWait);
    expect(whileFourWait).toBe(36);
  });

  test('that get urgent news come before all others', async () => {
    const channels = Array.from({ length: 40 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    await followed.records(subscribed('S-99', 'CLAST', 'plant', { threading: 'channel' }));
    const lets = busy(followed);
    followed.publisher.start();

    await followed.records(added('E-1'));
    await followed.records(added('E-2', { stories: ['plant'], urgency: 1 }));
    await followed.pass(1 * seconds);
    lets();
    await followed.pass(20 * seconds);

    const [next] = followed.workspace.callsTo('post').slice(10);
    expect(next?.key).toBe('entry:E-2:CLAST');
  });

  test('that wait in line move up when something urgent comes for them', async () => {
    const channels = Array.from({ length: 40 }, (_, at) => `C${at}`);
    const followed = await Followed.with(channels, { threading: 'channel' });
    await followed.records(subscribed('S-99', 'C39', 'plant', { threading: 'channel' }));
    const lets = busy(followed);
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(1 * seconds);

    await followed.records(added('E-2', { stories: ['plant'], urgency: 1 }));
    await followed.pass(1 * seconds);
    lets();
    await followed.pass(20 * seconds);

    const [next] = followed.workspace.callsTo('post').slice(10);
    expect(next?.key).toBe('entry:E-2:C39');
    expect(followed.workspace.keysIn('C39')).toEqual(['E-2', 'E-1']);
  });

  test('that follow two stories keep a thread for each', async () => {
    const followed = await Followed.with(['C1']);
    await followed.records(subscribed('S-9', 'C1', 'plant'));
    followed.publisher.start();

    await followed.records(added('E-1'), added('E-2', { stories: ['plant'] }), added('E-3'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-2', 'E-3']);
    const threads = followed.workspace.in('C1').map(({ threadTs }) => threadTs);
    expect(threads[4]).toBe(threads[1]);
    expect(threads[3]).not.toBe(threads[1]);
  });

  test('are posted to by one publisher for entries of any story, with nothing for those who follow none', async () => {
    const followed = await Followed.with(['C1']);
    await followed.records(story('other'));
    followed.publisher.start();

    await followed.records(added('E-1', { stories: ['other'] }));
    await followed.pass(20 * seconds);

    expect(followed.workspace.calls).toEqual([]);
  });
});

/** Slack takes its time with the first ten messages, until it is let. */
function busy(followed: Followed): () => void {
  let lets = () => {};
  const until = new Promise<void>((resolve) => (lets = resolve));
  followed.workspace.fail('post', { until }, { times: 10 });
  return () => lets();
}

describe('a publisher that stops', () => {
  test('waits for the message on its way, records it, and posts no more', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    let lets = () => {};
    followed.workspace.fail('post', { until: new Promise((resolve) => (lets = resolve)) });
    followed.publisher.start();
    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(1 * seconds);

    const stopping = followed.publisher.stop();
    lets();
    await stopping;
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1']);
    expect([...followed.newsroom.posts.all()]).toHaveLength(1);
    expect(followed.owed).toBe(1);
  });

  test('leaves what is owed to the next one', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.publisher.start();
    await followed.records(added('E-1'), added('E-2'), added('E-3'));
    await followed.pass(1500);
    await followed.publisher.stop();

    await followed.opens();
    followed.publisher.start();
    await followed.pass(30 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-2', 'E-3']);
  });
});
