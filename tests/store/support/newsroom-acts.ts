import { applyAct } from '../../../src/domain/apply.ts';
import type { Act } from '../../../src/domain/change.ts';
import { createNewsroom, type Newsroom } from '../../../src/domain/newsroom.ts';
import { newsroomFrom, type Snapshot, takeSnapshot } from '../../../src/domain/snapshot.ts';
import type { Loaded } from '../../../src/services/ports.ts';

/** An act that adds one entry, `E-<seq>`. */
export function entryAct(seq: number, text = `Ford and Xiaomi talk, take ${seq}`): Act {
  return {
    seq,
    at: '2026-02-01T09:30:00.000Z',
    by: 'U01REPORTER',
    changes: [
      {
        type: 'entry-added',
        id: `E-${seq}`,
        entry: {
          kind: 'fact',
          stories: ['ford-xiaomi'],
          entities: [],
          text,
          sources: [],
          verification: 'reported',
        },
      },
    ],
  };
}

export const entryActs = (from: number, to: number): Act[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entryAct(from + index));

export function newsroomOf(acts: readonly Act[]): Newsroom {
  const newsroom = createNewsroom();
  for (const act of acts) applyAct(newsroom, act);
  return newsroom;
}

export function newsroomLoaded({ snapshot, acts }: Loaded): Newsroom {
  const newsroom = snapshot ? newsroomFrom(snapshot) : createNewsroom();
  for (const act of acts) applyAct(newsroom, act);
  return newsroom;
}

/** A newsroom as a value that can be compared and printed; as JSON keeps it. */
export const rowsOf = (newsroom: Newsroom): Snapshot => JSON.parse(JSON.stringify(takeSnapshot(newsroom)));
