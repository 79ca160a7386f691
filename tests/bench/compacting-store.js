import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { bigNewsroom, entryAdded } from './big-newsroom.js';
import { openService, storeIn } from './open-store.js';
import { scratchFolder } from './scratch.js';

const sizes = { entries: 100_000, stories: 5_000 };

/** A store of 100,000 entries in which somebody records a change every few milliseconds, and which compacts when told. */
export async function compactingStore() {
  const dir = scratchFolder();
  await storeIn(dir, bigNewsroom(sizes));
  let isCompacting = false;
  const service = await openService(dir, {
    capture: () => (isCompacting ? service.snapshot() : undefined),
    threshold: { journalBytes: 1, snapshotShare: 0 },
    onStep: (step) => {
      if (step === 'archive:folder-synced') isCompacting = false;
    },
  });
  let next = sizes.entries;

  const changesWhile = async (goesOn) => {
    const took = [];
    while (goesOn(took.length)) {
      const begun = performance.now();
      await service.record('U01REPORTER', () => [entryAdded(next, sizes)]);
      took.push(performance.now() - begun);
      next += 1;
      await pause(2);
    }
    return took;
  };

  return {
    /** Milliseconds of each change while nothing else is done. */
    idle: () => changesWhile((count) => count < 300),
    /** Milliseconds of each change during one compaction, and the longest that the event loop was held. */
    async compacting() {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      isCompacting = true;
      const took = await changesWhile(() => isCompacting);
      delay.disable();
      return { took, heldMs: delay.max / 1e6 };
    },
    close: () => service.close(),
  };
}
