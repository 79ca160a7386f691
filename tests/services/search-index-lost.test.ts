import { isProblem } from '../../src/domain/problem.ts';
import { openSearchHere } from '../../src/search/open-search-here.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { type SearchIndex, SearchIndexLost } from '../../src/services/ports.ts';
import { Search } from '../../src/services/search.ts';
import { changesFor, importedAt, now } from '../support/newsroom-builder.ts';
import { settled } from '../support/standing-clock.ts';
import { MemoryJournal } from './support/office.ts';

const entries = Array.from({ length: 650 }, (_, n) => ({
  text: `Plant number ${n} opens`,
  stories: ['talks'],
}));
const changes = changesFor({ stories: [{ slug: 'talks' }], entries });

/** A newsroom, its search, and an index that the test can hold up or let die. */
async function searching() {
  const journal = new MemoryJournal([{ seq: 1, at: importedAt, by: 'import', changes }]);
  const newsroom = new NewsroomService(journal, { now: () => now });
  await newsroom.load();
  const indexes: { index: SearchIndex; dies: () => void; isClosed: boolean }[] = [];
  const losses: Error[] = [];
  const timers: (() => void)[] = [];
  let held: Promise<void> | undefined;
  const search = new Search({
    newsroom,
    timer: {
      after: (_, run) => {
        timers.push(run);
        return () => {};
      },
    },
    onLost: (why) => losses.push(why),
    open: (onLost) => {
      const here = openSearchHere(onLost);
      let isDead = false;
      const alive = <T>(work: () => Promise<T>) => (isDead ? Promise.reject(new SearchIndexLost()) : work());
      const one = {
        isClosed: false,
        dies: () => {
          isDead = true;
          onLost(new Error('out of memory'));
        },
        index: {
          take: (given: Parameters<SearchIndex['take']>[0]) =>
            alive(async () => {
              if (held) await held;
              await here.take(given);
            }),
          find: (query: Parameters<SearchIndex['find']>[0]) => alive(() => here.find(query)),
          close: async () => {
            one.isClosed = true;
          },
        },
      };
      indexes.push(one);
      return one.index;
    },
  });
  const asks = async (words: string) =>
    search.find(words, { newsroom: newsroom.newsroom, viewer: { role: 'reader' }, now, zone: 'UTC' });
  const holdsUp = () => {
    let go = () => {};
    held = new Promise((resolve) => {
      go = resolve;
    });
    return () => go();
  };
  return { newsroom, search, indexes, losses, timers, asks, holdsUp };
}

test('whoever asks while the index is read is answered from what there is, and told how far it is', async () => {
  const { search, asks, holdsUp } = await searching();
  const goOn = holdsUp();

  const read = search.start();
  const early = await asks('plant');
  goOn();
  await read;
  const late = await asks('plant');

  expect(early).toMatchObject({ reading: { read: 0, of: 651 }, found: { total: 0 } });
  expect(late).toMatchObject({ found: { total: 650 } });
  expect(late).not.toHaveProperty('reading');
});

test('what changes while it is read is found as it is now, not as it was when its turn came', async () => {
  const { newsroom, search, asks, holdsUp } = await searching();
  const goOn = holdsUp();

  const read = search.start();
  await newsroom.record('UED', () => [
    { type: 'entry-withdrawn', id: 'E-1', reason: 'wrong' },
    { type: 'entry-corrected', id: 'E-2', set: { text: 'A refinery opens' }, reason: 'no plant' },
  ]);
  goOn();
  await read;

  expect(await asks('plant')).toMatchObject({ found: { total: 648 } });
  expect(await asks('refinery')).toMatchObject({ found: { total: 1 } });
});

test('an index that dies is begun anew, and people are told to try again meanwhile', async () => {
  const { search, asks, indexes, losses, timers } = await searching();
  await search.start();

  indexes[0]!.dies();
  const meanwhile = await asks('plant');
  timers[0]!();
  await settled(20);
  const after = await asks('plant');

  expect(losses.map(({ message }) => message)).toEqual(['out of memory']);
  expect(isProblem(meanwhile) && meanwhile.problem).toBe('search-not-ready');
  expect(after).toMatchObject({ found: { total: 650 } });
  expect(indexes).toHaveLength(2);
});

test('nothing is begun anew after the stop', async () => {
  const { search, asks, indexes, timers } = await searching();
  await search.start();

  await search.stop();
  indexes[0]!.dies();

  expect(indexes[0]!.isClosed).toBe(true);
  expect(timers).toHaveLength(0);
  expect(isProblem(await asks('plant'))).toBe(true);
});

test('hundreds of entries that go under embargo in one act are gone for the very next question', async () => {
  const { newsroom, search, asks } = await searching();
  await search.start();

  const until = '2999-01-01T00:00:00.000Z';
  let found: unknown;
  newsroom.onChange(() => {
    found = asks('plant');
  });
  await newsroom.record('UED', (room) =>
    [...room.entries.rowKeys()].map((id) => ({ type: 'entry-embargoed', id, until })),
  );

  expect(await found).toMatchObject({ found: { total: 0 } });
});
