import { applyAct } from '../../src/domain/apply.ts';
import type { Change } from '../../src/domain/change.ts';
import { createNewsroom, type Newsroom } from '../../src/domain/newsroom.ts';
import { newsroomFrom, takeSnapshot } from '../../src/domain/snapshot.ts';
import { changeIn, type Intention } from '../domain/any-change.ts';

export interface Moment {
  at: string;
  /** The newsroom as it was just then, with a life of its own. */
  newsroom: Newsroom;
}

/** `2026-02-01T10:07:00.000Z` for 7: acts that a minute parts. */
export const minute = (count: number): string =>
  `2026-02-01T${String(10 + Math.floor(count / 60))}:${String(count % 60).padStart(2, '0')}:00.000Z`;

/** Readers and editors, before the embargoes of those acts end and after. */
export const looks = (['reader', 'editor'] as const).flatMap((role) =>
  ['2026-02-03T00:00:00.000Z', '2027-06-01T00:00:00.000Z'].map((now) => ({ viewer: { role }, now })),
);

export const copyOf = (newsroom: Newsroom): Newsroom => newsroomFrom(takeSnapshot(newsroom));

/** One act of Ana at the given minute. */
export function actAt(newsroom: Newsroom, count: number, changes: Change[]): void {
  if (changes.length > 0)
    applyAct(newsroom, { seq: newsroom.seq + 1, at: minute(count), by: 'UANA', changes });
}

/** A newsroom that did all that was intended, an act a minute, and how it stood after each. */
export function lived(intentions: readonly Intention[][], newsroom = createNewsroom()): Moment[] {
  return intentions.map((intended, count) => {
    const rehearsal = copyOf(newsroom);
    const changes = intended.flatMap((intention): Change[] => {
      const change = changeIn(rehearsal, intention);
      if (change) {
        const { seq } = newsroom;
        applyAct(rehearsal, { seq: seq + 1, at: minute(count), by: 'UANA', changes: [change] });
      }
      return change ? [change] : [];
    });
    actAt(newsroom, count, changes);
    return { at: minute(count), newsroom: copyOf(newsroom) };
  });
}
