import { applyAct } from '../../../src/domain/apply.ts';
import type { Act } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { takeSnapshot } from '../../../src/domain/snapshot.ts';
import type { Appended, Journal, Loaded } from '../../../src/services/ports.ts';
import { type JsonJournalOptions, openJsonJournal } from '../../../src/store/json/open-json-journal.ts';
import type { StoreProblem } from '../../../src/store/json/store-problem.ts';
import { entryAct, newsroomLoaded } from './newsroom-acts.ts';
import { removeScratchFolders } from './scratch-folder.ts';

export const now = () => '2026-02-01T09:30:00.000Z';

export interface OpenStore {
  journal: Journal;
  newsroom: Newsroom;
  loaded: Loaded;
  reports: string[];
  /** Records and applies, as the newsroom service does. */
  record(act: Act): Promise<Appended>;
  /** Records `count` more entries, one after the other. */
  add(count: number): Promise<void>;
}

const open: OpenStore[] = [];

/** Closes what a test left open and removes its folders. */
export async function cleanUp(): Promise<void> {
  for (const { journal } of open.splice(0)) await journal.close();
  removeScratchFolders();
}

/** Opens the folder's newsroom; a test that expects a problem calls `problemOpening`. */
export async function openStore(dir: string, options: Partial<JsonJournalOptions> = {}): Promise<OpenStore> {
  const reports: string[] = [];
  let store: OpenStore | undefined;
  const journal = await openJsonJournal({
    dir,
    now,
    capture: () => store && takeSnapshot(store.newsroom),
    onReport: (report) => reports.push(report),
    ...options,
  });
  if ('problem' in journal) throw new Error(`${journal.problem}: ${journal.message}`);
  const loaded = await journal.load();
  const newsroom = newsroomLoaded(loaded);
  const record = async (act: Act): Promise<Appended> => {
    const appended = await journal.append([act]);
    if (appended.outcome === 'recorded') applyAct(newsroom, act);
    return appended;
  };
  const add = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 1) {
      const appended = await record(entryAct(newsroom.seq + 1));
      if (appended.outcome !== 'recorded') throw new Error(JSON.stringify(appended));
    }
  };
  store = { journal, newsroom, loaded, reports, record, add };
  open.push(store);
  return store;
}

export async function problemOpening(
  dir: string,
  options: Partial<JsonJournalOptions> = {},
): Promise<StoreProblem> {
  const opened = await openJsonJournal({ dir, now, capture: () => undefined, ...options });
  if ('problem' in opened) return opened;
  await opened.close();
  throw new Error('it opened');
}

/** Compacts at every act that finds some bytes of journal, so that few acts make many compactions. */
export const eager = { journalBytes: 700, snapshotShare: 0, retryAfterMs: 0 };
