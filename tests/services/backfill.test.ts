import { type Bundle, bundleSchema } from '../../src/domain/bundle.ts';
import { mostNews } from '../../src/domain/following/wants-entry.ts';
import { isProblem } from '../../src/domain/problem.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { type BundleRecording, recordBundle } from '../../src/services/record-bundle.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { StandingClock } from '../support/standing-clock.ts';
import { Followed, nine, seconds } from './support/followed.ts';

const archive = (count: number, more: object = {}, name = 'archive'): Bundle =>
  bundleSchema.parse({
    ...{ format: 'slugline-bundle/1', name },
    stories: [{ slug: 'talks', headline: 'Talks' }],
    entries: Array.from({ length: count }, (_, at) => ({
      ...{ key: `line-${at}`, kind: 'fact', text: `Line ${at}.`, stories: ['talks'], ...more },
    })),
  });

async function openService(journal = new JournalInMemory()) {
  const service = new NewsroomService(journal, new StandingClock(nine));
  await service.load();
  return { journal, service };
}
const records = (service: NewsroomService, bundle: Bundle, more: Partial<BundleRecording> = {}) =>
  recordBundle(service, bundle, { file: 'archive.json', ...more });

async function followedWith(bundle: Bundle): Promise<Followed> {
  const followed = await Followed.with(['C1', 'C2']);
  followed.publisher.start();
  await records(followed.service, bundle);
  await followed.pass(90 * seconds);
  return followed;
}

describe('a channel that follows a story', () => {
  test('is not told of what a backfill adds to it, whatever its dates', async () => {
    const followed = await followedWith(archive(1200, { occurred: { date: '2026-02-02' }, urgency: 1 }));

    expect(followed.newsroom.entries.size).toBe(1200);
    expect([...followed.newsroom.posts.all()].filter(({ as }) => as === 'entry')).toEqual([]);
    expect(followed.publisher.health).toEqual({ owed: 0, parked: 0 });
  });

  test('is told of a few entries that are imported: that is how news comes from elsewhere', async () => {
    const followed = await followedWith(archive(3));

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2', 'E-3']);
  });

  test('is told of as many as are still news, and of none more', async () => {
    const posts = async (count: number) => (await followedWith(archive(count))).workspace.keysIn('C1').length;

    expect(await posts(mostNews)).toBe(1 + mostNews);
    expect(await posts(mostNews + 1)).toBe(0);
  });

  test('is told of an entry of a backfill when its embargo ends: only then anybody could know', async () => {
    const held = archive(60, { embargoedUntil: '2026-02-02T10:00:00.000Z' });
    const followed = await followedWith({
      ...held,
      entries: [...held.entries.slice(0, 1), ...archive(60).entries.slice(1)],
    });

    await followed.records({ type: 'embargo-lifted', id: 'E-1' });
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
  });

  test('is not told either when an entry of a backfill is filed or verified later on', async () => {
    const followed = await followedWith(archive(60));

    await followed.records(
      { type: 'entry-verified', id: 'E-1', verification: 'confirmed' },
      { type: 'entry-tagged', id: 'E-2', stories: ['talks', 'plant'], entities: [] },
    );
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual([]);
  });
});

describe('a bundle of 10,000 entries', () => {
  test('is recorded in acts of 200, and tells how far it is', async () => {
    const { journal, service } = await openService();
    const shown: number[] = [];

    await records(service, archive(10_000), { onProgress: (recorded) => shown.push(recorded) });

    expect(journal.acts).toHaveLength(50);
    expect(service.newsroom.entries.size).toBe(10_000);
    expect(shown).toEqual(Array.from({ length: 51 }, (_, at) => at * 200));
  });

  test('leaves others their turn while it is checked, before anything of it is recorded', async () => {
    const { journal, service } = await openService();
    let turns = 0;
    const count = () => {
      turns += 1;
      if (journal.acts.length === 0) setImmediate(count);
    };

    setImmediate(count);
    await records(service, archive(10_000));

    expect(turns).toBeGreaterThan(4);
  });

  test('that is stopped goes on from there, and is still a backfill', async () => {
    const { journal, service } = await openService();
    const isStopped = () => journal.acts.length === 49;
    const stopped = await records(service, archive(10_000), { isStopped });

    const resumed = await records(service, archive(10_000));

    expect(stopped).toMatchObject({ ended: { recorded: 9800, of: 10_000, why: 'stopped' } });
    expect(resumed).toMatchObject({ added: { entries: 200 }, already: { entries: 9800 } });
    expect(service.newsroom.entries.size).toBe(10_000);
    expect(new Set(journal.acts.map(({ by }) => by))).toEqual(new Set(['backfill']));
  });

  test('that meets a full disk says how far it got, and goes on when there is room', async () => {
    const { journal, service } = await openService();
    const fills = {
      onProgress: (recorded: number) => {
        journal.isFull = recorded === 3000;
      },
    };

    const ended = await records(service, archive(10_000), fills);
    journal.isFull = false;
    await records(service, archive(10_000));

    expect(ended).toMatchObject({
      ended: { recorded: 3000, of: 10_000, why: { problem: 'not-saved', reason: 'disk-full' } },
    });
    expect(service.newsroom.entries.size).toBe(10_000);
  });

  test('with a fault in its last line records nothing', async () => {
    const { journal, service } = await openService();
    const bundle = archive(10_000);
    const last = bundle.entries.at(-1);
    if (last) last.stories = ['tlaks'];

    const outcome = await records(service, bundle);

    expect(isProblem(outcome)).toBe(true);
    expect(outcome).toMatchObject({
      faults: [
        { path: 'entries[9999].stories[0]', expected: expect.stringContaining('did you mean talks?') },
      ],
    });
    expect(journal.acts).toEqual([]);
  });
});
