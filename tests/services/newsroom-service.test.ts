import type { Act, Change } from '../../src/domain/change.ts';
import { idsFrom } from '../../src/domain/editing/next-id.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { takeSnapshot } from '../../src/domain/snapshot.ts';
import type { Decide } from '../../src/services/decide-together.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import type { Appended, Journal, Loaded } from '../../src/services/ports.ts';
import { changesFor, newsroomWith } from '../support/newsroom-builder.ts';
import { settled } from '../support/standing-clock.ts';

/** Keeps acts in memory. `disk` says what comes of the next appends; without it each is recorded at once. */
class MemoryJournal implements Journal {
  readonly appends: (readonly Act[])[] = [];
  readonly kept: Act[] = [];
  readonly disk: (() => Promise<Appended> | Appended)[] = [];
  loaded: Loaded = { snapshot: undefined, acts: [], repairs: [] };
  isClosed = false;
  private last: Promise<Appended> | undefined;

  load(): Promise<Loaded> {
    return Promise.resolve(this.loaded);
  }

  append(acts: readonly Act[]): Promise<Appended> {
    const before = this.last;
    const handed = structuredClone(acts);
    this.appends.push(handed);
    const write = async (): Promise<Appended> => {
      const earlier = (await before) ?? { outcome: 'recorded' };
      // What counts on acts that are not kept is not kept either.
      if (earlier.outcome !== 'recorded') return earlier;
      const appended = await (this.disk.shift()?.() ?? { outcome: 'recorded' });
      if (appended.outcome === 'recorded') this.kept.push(...handed);
      return appended;
    };
    const written = write();
    this.last = written;
    const forget = () => {
      if (this.last === written) this.last = undefined;
    };
    void written.then(forget, forget);
    return written;
  }

  async since(seq: number): Promise<Act[]> {
    await aWhile();
    return this.kept.filter((kept) => kept.seq > seq);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const at = '2026-02-03T10:00:00.000Z';
const opened = () => {
  const journal = new MemoryJournal();
  return { journal, service: new NewsroomService(journal, { now: () => at }) };
};

const entry = (text: string, origin?: string): Extract<Change, { type: 'entry-added' }>['entry'] => ({
  ...{ kind: 'fact', text, stories: [], entities: [], sources: [], verification: 'unverified' },
  ...(origin ? { origin: { key: origin } } : {}),
});

/** Adds a line under the next number, once: a form that is sent twice adds one entry. */
const add =
  (text: string, origin?: string): Decide =>
  (newsroom: Newsroom) =>
    origin && newsroom.entries.by.origin.at(origin).size > 0
      ? []
      : [{ type: 'entry-added', id: idsFrom(newsroom, 'entries')(), entry: entry(text, origin) }];

const texts = ({ entries }: Newsroom): string[] => [...entries.all()].map(({ id, text }) => `${id} ${text}`);
const full: Appended = { outcome: 'refused', reason: 'disk-full', detail: 'ENOSPC' };

/** A disk that is busy until it is released. */
function busyDisk() {
  let release: (appended: Appended) => void = () => {};
  const busy = new Promise<Appended>((resolve) => {
    release = resolve;
  });
  return { write: () => busy, release: (appended: Appended = { outcome: 'recorded' }) => release(appended) };
}
/** Turns of the event loop, not time: a busy machine takes as many. */
const aWhile = () => settled(10);

describe('decisions of the same moment', () => {
  test('see each other’s effect and share one write', async () => {
    const { service, journal } = opened();

    await Promise.all([service.record('UANA', add('First.')), service.record('UBEN', add('Second.'))]);

    expect(texts(service.newsroom)).toEqual(['E-1 First.', 'E-2 Second.']);
    expect(journal.appends.map((acts) => acts.map(({ seq, by }) => [seq, by]))).toEqual([
      [
        [1, 'UANA'],
        [2, 'UBEN'],
      ],
    ]);
  });

  test('a form that is sent twice adds its entry once', async () => {
    const { service } = opened();

    const [first, second] = await Promise.all([
      service.record('UANA', add('Once.', 'form:1')),
      service.record('UANA', add('Once.', 'form:1')),
    ]);

    expect(texts(service.newsroom)).toEqual(['E-1 Once.']);
    expect(first).toMatchObject({ seq: 1, changes: [{}] });
    expect(second).toMatchObject({ changes: [] });
  });

  test('a form that is sent twice is answered the second time only when the first is on disk', async () => {
    const { service, journal } = opened();
    const disk = busyDisk();
    journal.disk.push(disk.write);
    const seen: string[][] = [];
    const twice = [1, 2].map(() =>
      service.record('UANA', add('Once.', 'form:1')).then(() => seen.push(texts(service.newsroom))),
    );

    await aWhile();
    const before = [...seen];
    disk.release();
    await Promise.all(twice);

    expect(before).toEqual([]);
    expect(seen).toEqual([['E-1 Once.'], ['E-1 Once.']]);
  });

  test('a form that is sent twice to a full disk is refused both times', async () => {
    const { service, journal } = opened();
    journal.disk.push(() => full);

    const outcomes = await Promise.all([
      service.record('UANA', add('Once.', 'form:1')),
      service.record('UANA', add('Once.', 'form:1')),
    ]);

    expect(outcomes).toEqual([1, 2].map(() => ({ problem: 'not-saved', reason: 'disk-full' })));
  });

  test('settle in the order in which they were handed in', async () => {
    const { service } = opened();
    const settled: number[] = [];

    await Promise.all(
      [1, 2, 3, 4].map((n) => service.record('UANA', add(`${n}`)).then(() => settled.push(n))),
    );

    expect(settled).toEqual([1, 2, 3, 4]);
  });

  test('more than fit into one write take another', async () => {
    const { service, journal } = opened();
    const disk = busyDisk();
    journal.disk.push(disk.write);
    const first = service.record('UANA', add('First.'));
    await aWhile();

    const rest = Array.from({ length: 300 }, (_, n) => service.record('UANA', add(`${n}`)));
    await aWhile();
    disk.release();
    await Promise.all([first, ...rest]);

    const [one, most, ...others] = journal.appends.map((acts) => acts.length);
    expect([one, most]).toEqual([1, 256]);
    expect(others.reduce((sum, count) => sum + count, 0)).toBe(44);
    expect(service.newsroom.seq).toBe(301);
  });

  test('a problem is told to the one whose it is, and costs no write', async () => {
    const { service, journal } = opened();

    const outcome = await service.record('UANA', () => ({ problem: 'unknown-entry', id: 'E-9' }));

    expect(outcome).toEqual({ problem: 'unknown-entry', id: 'E-9' });
    expect(journal.appends).toEqual([]);
  });

  test('one that throws fails only its own caller', async () => {
    const { service } = opened();
    const broken: Decide = () => {
      throw new Error('a bug');
    };

    const outcomes = await Promise.allSettled([
      service.record('UANA', add('Before.')),
      service.record('UBEN', broken),
      service.record('UCLEO', add('After.')),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(texts(service.newsroom)).toEqual(['E-1 Before.', 'E-2 After.']);
  });

  test('one whose changes cannot be applied leaves nothing of itself in memory', async () => {
    const { service, journal } = opened();
    const half: Decide = () => [
      { type: 'entry-added', id: 'E-1', entry: entry('Half of it.') },
      { type: 'entry-withdrawn', id: 'E-99', reason: 'Not there.' },
    ];

    const outcomes = await Promise.allSettled([
      service.record('UANA', half),
      service.record('UBEN', add('Whole.')),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(texts(service.newsroom)).toEqual(['E-1 Whole.']);
    expect(journal.kept).toHaveLength(1);
  });
});

describe('a crowd', () => {
  const crowd = (texts: readonly string[], { service }: ReturnType<typeof opened>, origin = '') =>
    texts.map((text) => service.record('UANA', add(text, origin && `${origin}:${text}`)));
  const numbered = (count: number): string[] => Array.from({ length: count }, (_, n) => `Line ${n + 1}.`);
  /** A newsroom in which forty lines were filed at once, and the disk has the first half of them. */
  const halfWay = async () => {
    const room = opened();
    const disk = busyDisk();
    room.journal.disk.push(disk.write);
    const outcomes = Promise.all(crowd(numbered(40), room));
    await aWhile();
    return { ...room, disk, outcomes };
  };

  test('is decided for half and half: the second while the disk has the first', async () => {
    const { service, journal, disk, outcomes } = await halfWay();
    const before = { appends: journal.appends.map((acts) => acts.length), read: texts(service.newsroom) };

    disk.release();
    await outcomes;

    expect(before).toEqual({ appends: [20, 20], read: [] });
    expect(texts(service.newsroom)).toEqual(numbered(40).map((text, n) => `E-${n + 1} ${text}`));
    expect(journal.kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });

  test('reads nothing of what the disk has not, also when others are decided for meanwhile', async () => {
    const { service, disk, outcomes } = await halfWay();
    const empty = takeSnapshot(opened().service.newsroom);

    const seen = takeSnapshot(service.newsroom);
    disk.release();
    await outcomes;

    expect(seen).toEqual(empty);
  });

  test('is refused with the acts that it counted on, and leaves nothing in memory', async () => {
    const { service, journal, disk, outcomes } = await halfWay();

    disk.release(full);

    expect(await outcomes).toEqual(
      Array.from({ length: 40 }, () => ({ problem: 'not-saved', reason: 'disk-full' })),
    );
    expect(takeSnapshot(service.newsroom)).toEqual(takeSnapshot(opened().service.newsroom));
    await service.record('UANA', add('Again.'));
    expect(texts(service.newsroom)).toEqual(['E-1 Again.']);
    expect(journal.kept.map(({ seq }) => seq)).toEqual([1]);
  });

  test('that sends its forms twice is told so only when the first are on disk, or refused with them', async () => {
    const room = opened();
    const disk = busyDisk();
    room.journal.disk.push(disk.write);
    const told: unknown[] = [];
    const forms = numbered(20);
    const twice = [...crowd(forms, room, 'form'), ...crowd(forms, room, 'form')];
    for (const one of twice) void one.then((outcome) => told.push(outcome));

    await aWhile();
    const before = [...told];
    disk.release(full);
    await Promise.all(twice);

    expect(before).toEqual([]);
    expect(told).toEqual(Array.from({ length: 40 }, () => ({ problem: 'not-saved', reason: 'disk-full' })));
  });

  test('that another process overtook decides again, in the order in which it came', async () => {
    const { service, journal, disk, outcomes } = await halfWay();
    journal.kept.push({
      seq: 1,
      at,
      by: 'UZOE',
      changes: [{ type: 'entry-added', id: 'E-1', entry: entry('Theirs.') }],
    });

    disk.release({ outcome: 'conflict' });
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([outcomes, service.record('UBEN', add('Late.'))]);

    const ours = [...numbered(40), 'Late.'].map((text, n) => `E-${n + 2} ${text}`);
    expect(texts(service.newsroom)).toEqual(['E-1 Theirs.', ...ours]);
    expect(journal.kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 42 }, (_, n) => n + 1));
  });

  test('fails where the journal breaks, and the next write works', async () => {
    const room = opened();
    room.journal.disk.push(() => aWhile().then(() => Promise.reject(new Error('EIO'))));

    const outcomes = await Promise.allSettled(crowd(numbered(40), room));

    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    await room.service.record('UANA', add('Again.'));
    expect(texts(room.service.newsroom)).toEqual(['E-1 Again.']);
  });

  test('is waited for when the newsroom closes', async () => {
    const { service, journal, disk, outcomes } = await halfWay();

    const closing = service.close();
    await aWhile();
    const wasClosed = journal.isClosed;
    disk.release();
    await Promise.all([closing, outcomes]);

    expect(wasClosed).toBe(false);
    expect(journal.kept).toHaveLength(40);
  });
});

describe('memory and disk', () => {
  test('nobody reads what the disk does not have yet', async () => {
    const { service, journal } = opened();
    const disk = busyDisk();
    journal.disk.push(disk.write);
    const before = takeSnapshot(service.newsroom);

    const recorded = service.record('UANA', add('Slow.'));
    await aWhile();

    expect(journal.appends).toHaveLength(1);
    expect(takeSnapshot(service.newsroom)).toEqual(before);
    disk.release();
    await recorded;
    expect(texts(service.newsroom)).toEqual(['E-1 Slow.']);
  });

  test('what comes while the disk is busy shares the next write', async () => {
    const { service, journal } = opened();
    const disk = busyDisk();
    journal.disk.push(disk.write);

    const first = service.record('UANA', add('First.'));
    await aWhile();
    const later = [service.record('UBEN', add('Second.')), service.record('UCLEO', add('Third.'))];
    disk.release();
    await Promise.all([first, ...later]);

    expect(journal.appends.map((acts) => acts.map(({ seq }) => seq))).toEqual([[1], [2, 3]]);
  });

  test('a refused write is told to all who shared it, changes nothing, and the next one works', async () => {
    const { service, journal } = opened();
    await service.record('UANA', add('Kept.'));
    const before = takeSnapshot(service.newsroom);
    journal.disk.push(() => full);

    const refused = await Promise.all([
      service.record('UANA', add('Lost.')),
      service.record('UBEN', add('Too.')),
    ]);

    expect(refused).toEqual([
      { problem: 'not-saved', reason: 'disk-full' },
      { problem: 'not-saved', reason: 'disk-full' },
    ]);
    expect(takeSnapshot(service.newsroom)).toEqual(before);
    await service.record('UANA', add('Again.'));
    expect(texts(service.newsroom)).toEqual(['E-1 Kept.', 'E-2 Again.']);
    expect(journal.kept.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('a form that is sent twice is refused twice when the disk is full', async () => {
    const { service, journal } = opened();
    journal.disk.push(() => full);

    const refused = await Promise.all([
      service.record('UANA', add('Once.', 'form:1')),
      service.record('UANA', add('Once.', 'form:1')),
    ]);

    expect(refused).toMatchObject([{ problem: 'not-saved' }, { problem: 'not-saved' }]);
  });

  test('a journal that breaks fails those who wait, and the next write works', async () => {
    const { service, journal } = opened();
    journal.disk.push(() => Promise.reject(new Error('EIO')));

    const broken = service.record('UANA', add('Lost.'));

    await expect(broken).rejects.toThrow('EIO');
    await service.record('UANA', add('Again.'));
    expect(texts(service.newsroom)).toEqual(['E-1 Again.']);
  });

  test('what is in memory is what the journal holds, replayed', async () => {
    const { service, journal } = opened();
    await Promise.all([service.record('UANA', add('One.')), service.record('UBEN', add('Two.'))]);
    await service.record('UBEN', () => [{ type: 'entry-withdrawn', id: 'E-1', reason: 'Wrong.' }]);

    const again = opened();
    again.journal.loaded = { snapshot: undefined, acts: journal.kept, repairs: ['a torn line was cut'] };
    const repairs = await again.service.load();

    expect(again.service.snapshot()).toEqual(service.snapshot());
    expect(repairs).toEqual(['a torn line was cut']);
  });

  test('a snapshot and the acts after it are brought back', async () => {
    const { service, journal } = opened();
    const newsroom = newsroomWith({ entries: [{ text: 'Old.' }] });
    journal.loaded = {
      snapshot: takeSnapshot(newsroom),
      acts: [{ seq: 2, at, by: 'UANA', changes: [{ type: 'entry-added', id: 'E-2', entry: entry('New.') }] }],
      repairs: [],
    };

    await service.load();

    expect(texts(service.newsroom)).toEqual(['E-1 Old.', 'E-2 New.']);
    expect(service.newsroom.seq).toBe(2);
  });
});

describe('when another process was first', () => {
  test('its acts are caught up with, and the decision is taken again', async () => {
    const { service, journal } = opened();
    const theirs: Act = {
      seq: 1,
      at,
      by: 'UZOE',
      changes: [{ type: 'entry-added', id: 'E-1', entry: entry('Theirs.') }],
    };
    journal.disk.push(() => {
      journal.kept.push(theirs);
      return { outcome: 'conflict' };
    });

    const outcome = await service.record('UANA', add('Ours.'));

    expect(outcome).toMatchObject({ seq: 2 });
    expect(texts(service.newsroom)).toEqual(['E-1 Theirs.', 'E-2 Ours.']);
    expect(journal.kept.map(({ by }) => by)).toEqual(['UZOE', 'UANA']);
  });

  test('what they added already is not added again', async () => {
    const { service, journal } = opened();
    const theirs: Act = {
      seq: 1,
      at,
      by: 'UANA',
      changes: [{ type: 'entry-added', id: 'E-1', entry: entry('Once.', 'form:1') }],
    };
    journal.disk.push(() => {
      journal.kept.push(theirs);
      return { outcome: 'conflict' };
    });

    const outcome = await service.record('UANA', add('Once.', 'form:1'));

    expect(outcome).toEqual({ seq: 1, changes: [] });
    expect(journal.kept).toEqual([theirs]);
  });
});

describe('closing', () => {
  test('waits for everything that was handed in', async () => {
    const { service, journal } = opened();
    const disk = busyDisk();
    journal.disk.push(disk.write);
    const recorded = service.record('UANA', add('Last.'));

    const closing = service.close();
    await aWhile();
    expect(journal.isClosed).toBe(false);
    disk.release();
    await closing;

    expect(journal.isClosed).toBe(true);
    expect(await recorded).toMatchObject({ seq: 1 });
  });

  test('an idle newsroom closes at once', async () => {
    const { service, journal } = opened();

    await service.close();

    expect(journal.isClosed).toBe(true);
  });
});

test('an import of a whole newsroom is one act', async () => {
  const { service, journal } = opened();
  const changes = changesFor({ stories: [{ slug: 'ford-xiaomi' }], entities: [{ slug: 'ford' }] });

  await service.record('import', () => changes);

  expect(journal.appends).toHaveLength(1);
  expect(takeSnapshot(service.newsroom).tables.stories).toHaveLength(1);
});
