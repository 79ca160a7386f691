import type { Bundle } from '../domain/bundle.ts';
import { bundleLists, type Imported } from '../domain/editing/bundle/import-bundle.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { complaintsAbout, nameOf, printCounts, type ReadFile, readBundle, type Say } from './read-bundle.ts';

interface Doors {
  readFile: ReadFile;
  /** Decides with `importBundle` and records it, all or nothing. `file` is for the faults. */
  record: (bundle: Bundle, file: string) => Promise<Pick<Imported, 'added' | 'already'> | Problem>;
  say: Say;
}

/** Imports each file by itself: one that is refused does not undo those before it. Returns the exit code. */
export async function importFiles(files: readonly string[], doors: Doors): Promise<0 | 1> {
  if (files.length === 0) {
    doors.say('Name the bundles to import: import data/sample/ford-xiaomi.json (or - for standard input)');
    return 1;
  }
  let code: 0 | 1 = 0;
  for (const file of files) {
    const { isRecorded, lines } = await importFile(file, doors);
    for (const line of lines) doors.say(line);
    if (!isRecorded) code = 1;
  }
  return code;
}

async function importFile(
  file: string,
  { readFile, record }: Doors,
): Promise<{ isRecorded: boolean; lines: string[] }> {
  const bundle = await readBundle(file, readFile);
  if ('complaints' in bundle) return { isRecorded: false, lines: bundle.complaints };

  const outcome = await record(bundle, nameOf(file));
  if (isProblem(outcome)) return { isRecorded: false, lines: complaintsAbout(nameOf(file), outcome) };
  return { isRecorded: true, lines: [`${nameOf(file)}: ${printOutcome(outcome)}`] };
}

function printOutcome({ added, already }: Pick<Imported, 'added' | 'already'>): string {
  const has = (counts: Imported['added']) => bundleLists.some((list) => counts[list] > 0);
  if (!has(added)) return has(already) ? 'already recorded, nothing new' : 'the bundle is empty';
  const before = has(already) ? ` (already there: ${printCounts(already)})` : '';
  return `${printCounts(added)} recorded${before}`;
}
