import { writeFileSync } from 'node:fs';
import { instantOf } from '../../dist/domain/language/dates.js';
import { takeSnapshot } from '../../dist/domain/snapshot.js';
import { NewsroomService } from '../../dist/services/newsroom-service.js';
import { nodeFileSystem } from '../../dist/store/json/file-system.js';
import { headLine } from '../../dist/store/json/journal-line.js';
import { openJsonJournal } from '../../dist/store/json/open-json-journal.js';
import { Pace } from '../../dist/store/json/pace.js';
import { SnapshotFile } from '../../dist/store/json/snapshot-file.js';
import { inFolder } from '../../dist/store/json/store-files.js';

export const clock = { now: () => instantOf(Date.now()) };

/** The service on the store of a folder, as the app opens it, loaded. */
export async function openService(dir, options = {}) {
  let service;
  const capture = () => service.snapshot();
  const journal = await openJsonJournal({ dir, capture, now: clock.now, ...options });
  if (journal.problem) throw new Error(journal.message);
  service = new NewsroomService(journal, clock);
  await service.load();
  return service;
}

/** Leaves the newsroom in the folder as a compaction does. */
export async function storeIn(dir, newsroom) {
  const file = new SnapshotFile(inFolder(dir).snapshot, { files: nodeFileSystem }, new Pace());
  await file.write(takeSnapshot(newsroom));
  writeFileSync(inFolder(dir).journal, headLine(newsroom.seq));
}
