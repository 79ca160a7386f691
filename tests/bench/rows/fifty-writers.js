import { addEntry } from '../../../dist/domain/editing/entries/add-entry.js';
import { NewsroomService } from '../../../dist/services/newsroom-service.js';
import { openJsonJournal } from '../../../dist/store/json/open-json-journal.js';
import { bigNewsroom, entryAdded } from '../big-newsroom.js';
import { clock, storeIn } from '../open-store.js';
import { scratchFolder } from '../scratch.js';

const sizes = { entries: 10_000, stories: 500 };
const writers = 50;
const each = 100;

/** A journal that gives every act a write and an fsync of its own, one after the other. */
function oneByOne(journal) {
  let last = Promise.resolve();
  const each = async (acts) => {
    for (const act of acts) {
      const appended = await journal.append([act]);
      if (appended.outcome !== 'recorded') return appended;
    }
    return { outcome: 'recorded' };
  };
  return {
    load: () => journal.load(),
    close: () => journal.close(),
    append(acts) {
      last = last.then(() => each(acts));
      return last;
    },
  };
}

/** Changes a second of fifty who each wait for their own change before they make the next. */
async function newsroomOn(through) {
  const dir = scratchFolder();
  await storeIn(dir, bigNewsroom(sizes));
  let service;
  // Without compactions, which have rows of their own.
  const journal = await openJsonJournal({ dir, capture: () => undefined, now: clock.now });
  service = new NewsroomService(through(journal), clock);
  await service.load();
  let next = sizes.entries;
  const viewer = { role: 'contributor' };
  const write = async (by) => {
    for (let count = 0; count < each; count += 1) {
      const content = entryAdded(next, sizes).entry;
      next += 1;
      await service.record(by, addEntry({ content, viewer, by }));
    }
  };
  const perSecond = async () => {
    const begun = performance.now();
    await Promise.all(Array.from({ length: writers }, (_, at) => write(`U${at}`)));
    return (writers * each * 1000) / (performance.now() - begun);
  };
  await perSecond();
  return { perSecond, close: () => service.close() };
}

export const row = {
  name: 'fifty-writers',
  says: '50 writers at once, through the whole service: against one fsync each',
  unit: 'changes/s',
  reach: { of: 'ours/baseline', atLeast: 8 },
  async prepare() {
    const together = await newsroomOn((journal) => journal);
    const apart = await newsroomOn(oneByOne);
    return {
      ours: together.perSecond,
      baseline: apart.perSecond,
      close: () => Promise.all([together.close(), apart.close()]),
    };
  },
};
