import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Act } from '../../domain/change.ts';
import { readJournal } from './read-journal.ts';
import { archiveName, isRotated, journalName, lastInArchive } from './store-files.ts';
import { codeOf } from './store-problem.ts';

/** The acts after `seq` up to `last`, from the archive too if they are that old. */
export async function readActsAfter(dir: string, seq: number, last: number): Promise<Act[]> {
  if (seq >= last) return [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(dir, seq, last);
    } catch (error) {
      // Compaction moved a journal into the archive between our listing and reading it.
      if (codeOf(error) !== 'ENOENT' || attempt === 3) throw error;
    }
  }
}

async function readOnce(dir: string, seq: number, last: number): Promise<Act[]> {
  const acts: Act[] = [];
  for (const path of await pathsAfter(dir, seq)) {
    const read = readJournal(path, await readFile(join(dir, path)));
    for (const act of read.acts) if (act.seq === seq + acts.length + 1 && act.seq <= last) acts.push(act);
  }
  if (acts.length !== last - seq) throw new Error(`the acts after ${seq} are no longer all in ${dir}`);
  return acts;
}

async function pathsAfter(dir: string, seq: number): Promise<string[]> {
  const names = await readdir(dir);
  const archived = await readdir(join(dir, archiveName)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const old = archived.filter((name) => (lastInArchive(name) ?? 0) > seq).sort();
  const rotated = names.filter(isRotated).sort();
  const current = names.includes(journalName) ? [journalName] : [];
  return [...old.map((name) => join(archiveName, name)), ...rotated, ...current];
}
