import fc from 'fast-check';
import { applyAct } from '../../src/domain/apply.ts';
import { type Act, actSchema, type Change } from '../../src/domain/change.ts';
import { createNewsroom, type Newsroom, type Put, put } from '../../src/domain/newsroom.ts';
import {
  newsroomFrom,
  type Snapshot,
  snapshotSchema,
  tableNames,
  takeSnapshot,
} from '../../src/domain/snapshot.ts';
import type { Index, Table } from '../../src/domain/table.ts';
import { sampleNewsroom } from '../support/newsroom-builder.ts';
import { changeIn, type Intention, someActs } from './any-change.ts';

type AnyTable = Table<unknown, Record<string, Index<unknown>>>;

/** Does what was intended and returns the acts that a journal would hold, with what would undo each. */
function lived(newsroom: Newsroom, intentions: readonly Intention[][]): { act: Act; undo: Put[] }[] {
  return intentions.flatMap((intended) => {
    const [seq, at] = [newsroom.seq + 1, '2026-02-02T09:30:00.000Z'];
    const rehearsal = newsroomFrom(takeSnapshot(newsroom));
    const changes = intended.flatMap((intention): Change[] => {
      const change = changeIn(rehearsal, intention);
      if (change) applyAct(rehearsal, { seq, at, by: 'UANA', changes: [change] });
      return change ? [change] : [];
    });
    if (changes.length === 0) return [];
    const act = { seq, at, by: 'UANA', changes };
    return [{ act, undo: applyAct(newsroom, act) }];
  });
}

const replayed = (acts: readonly Act[], from = createNewsroom()): Newsroom => {
  for (const act of acts) applyAct(from, act);
  return from;
};

/** What each index finds under each of its words. */
function indexesOf(newsroom: Newsroom) {
  return tableNames.map((name) => {
    const table = newsroom[name] as unknown as AnyTable;
    return Object.entries(table.by).map(([by, index]) => {
      const found = [...index.values()].map((value) => [value, [...table.where(index, value)]] as const);
      return [name, by, Object.fromEntries(found)];
    });
  });
}

/** The rows without their order: a row that is removed and brought back stands at the end. */
const contentOf = ({ seq, tables }: Snapshot) => ({
  seq,
  ...Object.fromEntries(
    tableNames.map((name) => [name, new Set(tables[name].map((row) => JSON.stringify(row)))]),
  ),
});

const overJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('whatever a newsroom lived through', () => {
  test('each act is one that the journal can hold', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        for (const { act } of lived(createNewsroom(), intentions))
          expect(actSchema.parse(overJson(act))).toEqual(act);
      }),
      { numRuns: 60 },
    );
  });

  test('its journal, replayed, gives the same newsroom', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = createNewsroom();
        const acts = lived(newsroom, intentions).map(({ act }) => act);

        const again = replayed(overJson(acts));

        expect(takeSnapshot(again)).toEqual(takeSnapshot(newsroom));
        expect(indexesOf(again)).toEqual(indexesOf(newsroom));
      }),
      { numRuns: 60 },
    );
  });

  test('its snapshot, read back, gives the same newsroom, and finds the same by every index in the same order', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = sampleNewsroom();
        lived(newsroom, intentions);

        const snapshot = snapshotSchema.parse(overJson(takeSnapshot(newsroom)));
        const again = newsroomFrom(snapshot);

        expect(takeSnapshot(again)).toEqual(takeSnapshot(newsroom));
        expect(indexesOf(again)).toEqual(indexesOf(newsroom));
      }),
      { numRuns: 60 },
    );
  });

  test('a snapshot from the middle and the acts after it give all of it', () => {
    fc.assert(
      fc.property(someActs, fc.nat(15), (intentions, cut) => {
        const newsroom = createNewsroom();
        const acts = lived(newsroom, intentions).map(({ act }) => act);
        const middle = takeSnapshot(replayed(acts.slice(0, cut)));

        const whole = replayed(acts.slice(cut), newsroomFrom(overJson(middle)));

        expect(takeSnapshot(whole)).toEqual(takeSnapshot(newsroom));
      }),
      { numRuns: 60 },
    );
  });

  test('every act, undone, leaves the newsroom as it was, and its indexes with it', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = sampleNewsroom();
        const snapshots = [takeSnapshot(newsroom)];
        const acts = intentions.flatMap((intended) => {
          const done = lived(newsroom, [intended]);
          if (done.length > 0) snapshots.push(takeSnapshot(newsroom));
          return done;
        });

        for (const { act, undo } of acts.reverse()) {
          for (const write of undo) put(newsroom, write);
          newsroom.seq = act.seq - 1;
          snapshots.pop();

          const now = takeSnapshot(newsroom);
          expect(contentOf(now)).toEqual(contentOf(snapshots.at(-1)!));
          expect(indexesOf(newsroom)).toEqual(indexesOf(newsroomFrom(now)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('a newsroom read back from its snapshot finds by origin, by name and by what a response answers', () => {
  const again = newsroomFrom(overJson(takeSnapshot(sampleNewsroom())));

  expect([...again.entries.by.origin.at('bundle:ford-xiaomi:talks')]).toEqual(['E-1']);
  expect([...again.entities.by.name.at('the financial times')]).toEqual(['financial-times']);
  expect(again.seq).toBe(1);
});
