import { applyAct } from '../domain/apply.ts';
import { importBundle } from '../domain/editing/bundle/import-bundle.ts';
import { createNewsroom, type Newsroom } from '../domain/newsroom.ts';
import { isProblem } from '../domain/problem.ts';
import {
  complaintsAbout,
  nameOf,
  printCounts,
  type ReadFile,
  readBundle,
  type Say,
  untold,
} from './read-bundle.ts';

/**
 * Tries the files on an empty newsroom and records nothing. A file may refer to the ones before it,
 * as when they are imported in this order. Returns the exit code.
 */
export async function checkFiles(
  files: readonly string[],
  { readFile, say }: { readFile: ReadFile; say: Say },
): Promise<0 | 1> {
  if (files.length === 0) {
    say('Name the bundles to check: check-data data/sample/ford-xiaomi.json (or - for standard input)');
    return 1;
  }
  const newsroom = createNewsroom();
  let code: 0 | 1 = 0;
  for (const file of files) {
    const { isSound, lines } = await checkFile(file, readFile, newsroom);
    for (const line of lines) say(line);
    if (!isSound) code = 1;
  }
  return code;
}

async function checkFile(
  file: string,
  readFile: ReadFile,
  newsroom: Newsroom,
): Promise<{ isSound: boolean; lines: string[] }> {
  const name = nameOf(file);
  const bundle = await readBundle(file, readFile);
  if ('complaints' in bundle) return { isSound: false, lines: bundle.complaints };

  const imported = importBundle(newsroom, bundle, name);
  if (isProblem(imported)) return { isSound: false, lines: complaintsAbout(name, imported) };

  const { changes, added } = imported;
  applyAct(newsroom, { seq: newsroom.seq + 1, at: '2000-01-01T00:00:00.000Z', by: 'check-data', changes });
  return { isSound: true, lines: [`${name}: in order, ${printCounts(added)}${untold(added)}`] };
}
