import type { Change } from '../../src/domain/change.ts';
import { untilResumed } from '../../src/domain/following/unsubscribe.ts';
import { ExpiryClock } from '../../src/services/expiry-clock.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { ask } from '../support/newsroom-builder.ts';
import { StandingClock } from '../support/standing-clock.ts';
import { subscribed } from './support/followed.ts';

const nine = '2026-02-02T09:00:00.000Z';
const minutes = 60_000;
const days = 24 * 60 * minutes;

const embargoed = (id: string, embargoedUntil: string): Change => ({
  type: 'entry-added',
  id,
  entry: {
    ...{ kind: 'fact', text: 'Signed.', sources: [], verification: 'unverified' },
    ...{ stories: ['talks'], entities: [], embargoedUntil },
  },
});
const story: Change = {
  type: 'story-opened',
  story: { slug: 'talks', headline: 'Talks', status: 'active', subjects: [], aliases: [], entities: [] },
};

async function newsroomAtNine(changes: Change[] = [], journal = new JournalInMemory()) {
  const clock = new StandingClock(nine);
  const refusals: unknown[] = [];
  const service = new NewsroomService(journal, clock);
  await service.load();
  if (changes.length > 0) await service.record('UANA', () => changes);
  const onRefused = (why: unknown) => void refusals.push(why);
  const expiries = new ExpiryClock({ newsroom: service, clock, timer: clock, onRefused });
  const lifts = () =>
    journal.acts.flatMap(({ at, by, changes: done }) =>
      done.flatMap((change) => (change.type === 'embargo-lifted' ? [`${change.id} ${at} ${by}`] : [])),
    );
  return { clock, journal, service, expiries, refusals, lifts };
}

const tenPast = '2026-02-02T09:10:00.000Z';
const lift = `E-1 ${tenPast} embargo-clock`;

describe('an embargo', () => {
  test('is lifted once, when its minute comes', async () => {
    const { clock, expiries, lifts } = await newsroomAtNine([story, embargoed('E-1', tenPast)]);
    expiries.start();

    await clock.pass(10 * minutes - 1);
    const before = lifts();
    await clock.pass(60 * minutes);

    expect(before).toEqual([]);
    expect(lifts()).toEqual([lift]);
  });

  test('that ended while the app was down is lifted at the start', async () => {
    const { clock, expiries, lifts } = await newsroomAtNine([
      story,
      embargoed('E-1', '2026-02-01T00:00:00.000Z'),
    ]);

    expiries.start();
    await clock.pass(0);

    expect(lifts()).toEqual([`E-1 ${nine} embargo-clock`]);
  });

  test('that was lifted before a restart is not lifted again', async () => {
    const { clock, expiries, journal } = await newsroomAtNine([story, embargoed('E-1', nine)]);
    expiries.start();
    await clock.pass(minutes);
    await expiries.stop();

    const again = await newsroomAtNine([], journal);
    again.expiries.start();
    await again.clock.pass(minutes);

    expect(again.lifts()).toHaveLength(1);
  });

  test('that comes while the clock waits for a later one is lifted first', async () => {
    const { clock, expiries, service, lifts } = await newsroomAtNine([
      story,
      embargoed('E-1', '2026-02-02T12:00:00.000Z'),
    ]);
    expiries.start();

    await service.record('UANA', () => [embargoed('E-2', tenPast)]);
    await clock.pass(20 * minutes);

    expect(lifts()).toEqual([`E-2 ${tenPast} embargo-clock`]);
  });

  test('that was moved ends when it was moved to', async () => {
    const { clock, expiries, service, lifts } = await newsroomAtNine([story, embargoed('E-1', tenPast)]);
    expiries.start();

    await service.record('UANA', () => [
      { type: 'entry-embargoed', id: 'E-1', until: '2026-02-02T09:30:00.000Z' },
    ]);
    await clock.pass(29 * minutes);
    const before = lifts();
    await clock.pass(minutes);

    expect(before).toEqual([]);
    expect(lifts()).toEqual(['E-1 2026-02-02T09:30:00.000Z embargo-clock']);
  });

  test('that an editor lifted is left alone, and nothing waits for it', async () => {
    const { clock, expiries, service, lifts } = await newsroomAtNine([story, embargoed('E-1', tenPast)]);
    expiries.start();

    await service.record('UANA', () => [{ type: 'embargo-lifted', id: 'E-1' }]);
    await clock.pass(60 * minutes);

    expect(lifts()).toEqual([`E-1 ${nine} UANA`]);
    expect(clock.armed).toBe(0);
  });

  test('forty days long, more than a timer holds, ends on its day', async () => {
    const { clock, expiries, lifts } = await newsroomAtNine([
      story,
      embargoed('E-1', '2026-03-14T09:00:00.000Z'),
    ]);
    expiries.start();

    await clock.pass(40 * days - 1);
    const before = lifts();
    await clock.pass(1);

    expect(before).toEqual([]);
    expect(lifts()).toEqual(['E-1 2026-03-14T09:00:00.000Z embargo-clock']);
  });

  test('whose lift the disk refuses shows to readers all the same, and is lifted when there is room', async () => {
    const { clock, expiries, journal, service, refusals, lifts } = await newsroomAtNine([
      story,
      embargoed('E-1', tenPast),
    ]);
    expiries.start();
    journal.isFull = true;

    await clock.pass(11 * minutes);
    const { page } = ask(service.newsroom, 'talks', { now: clock.now() });
    journal.isFull = false;
    await clock.pass(minutes);

    expect(JSON.stringify(page)).toContain('Signed.');
    expect(JSON.stringify(page)).not.toMatch(/embargo/i);
    expect(refusals).toContainEqual({ problem: 'not-saved', reason: 'disk-full' });
    expect(lifts()).toHaveLength(1);
  });

  test('is no longer watched after a stop', async () => {
    const { clock, expiries, service, lifts } = await newsroomAtNine([story, embargoed('E-1', tenPast)]);
    expiries.start();

    await expiries.stop();
    await service.record('UANA', () => [embargoed('E-2', tenPast)]);
    await clock.pass(60 * minutes);

    expect(lifts()).toEqual([]);
    expect(clock.armed).toBe(0);
  });
});

describe('a pause', () => {
  const pausing = (pausedUntil: string): Change[] => [
    story,
    subscribed('S-1', 'C1', 'talks'),
    { type: 'subscription-changed', id: 'S-1', set: { pausedUntil } },
  ];

  test('is over on record when its minute comes, so that its card can say so', async () => {
    const { clock, expiries, service } = await newsroomAtNine(pausing(tenPast));
    expiries.start();

    await clock.pass(10 * minutes - 1);
    const before = service.newsroom.subscriptions.get('S-1')?.pausedUntil;
    await clock.pass(1);

    expect(before).toBe(tenPast);
    expect(service.newsroom.subscriptions.get('S-1')?.pausedUntil).toBeUndefined();
  });

  test('that lasts until somebody ends it is left alone', async () => {
    const { clock, expiries, service } = await newsroomAtNine(pausing(untilResumed));
    expiries.start();

    await clock.pass(40 * days);

    expect(service.newsroom.subscriptions.get('S-1')?.pausedUntil).toBe(untilResumed);
  });
});
