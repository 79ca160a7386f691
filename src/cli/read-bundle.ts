import type { Bundle } from '../domain/bundle.ts';
import { bundleLists, type Counts } from '../domain/editing/bundle/import-bundle.ts';
import { parsingBundle } from '../domain/editing/bundle/parse-bundle.ts';
import { mostNews } from '../domain/following/wants-entry.ts';
import { plainText } from '../domain/pages/plain-text.ts';
import { problemPage } from '../domain/pages/problems/problem-page.ts';
import type { Problem } from '../domain/problem.ts';
import { inTurns } from '../services/in-turns.ts';
import { inUtf8 } from './read-whole.ts';

/** Gives what is in a file, in standard input for `-`; rejects when it cannot be read. */
export type ReadFile = (file: string) => Promise<Uint8Array>;
export type Say = (line: string) => void;

/** The bundle in a file, or the lines that say what is wrong with it. */
export async function readBundle(file: string, readFile: ReadFile): Promise<Bundle | Complaints> {
  const bytes = await readBytes(file, readFile);
  return 'complaints' in bytes ? bytes : await bundleIn(bytes, file);
}

interface Complaints {
  complaints: string[];
}

export async function readBytes(file: string, readFile: ReadFile): Promise<Uint8Array | Complaints> {
  try {
    return await readFile(file);
  } catch (error) {
    return unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Complaints {
  const { code, message } = error as NodeJS.ErrnoException;
  return { complaints: [`${nameOf(file)}: cannot be read (${reasons[code ?? ''] ?? message})`] };
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder: name the files in it',
  EACCES: 'this account may not read it',
};

export async function bundleIn(bytes: Uint8Array, file: string): Promise<Bundle | Complaints> {
  let text: string;
  try {
    text = inUtf8(bytes);
  } catch (error) {
    return unreadable(file, error);
  }
  // In turns, so that Ctrl-C is heard meanwhile.
  const bundle = await inTurns(parsingBundle(text, nameOf(file)));
  return 'problem' in bundle ? { complaints: complaintsAbout(nameOf(file), bundle) } : bundle;
}

export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** A problem as the terminal shows it: one line, or one for each fault. */
export function complaintsAbout(file: string, problem: Problem): string[] {
  switch (problem.problem) {
    case 'bundle-unreadable':
      return [`${file}: ${problem.detail}`];
    case 'bundle-faulty': {
      const { faults } = problem;
      const lines = faults.slice(0, mostFaults).map(({ path, found, expected }) => {
        return `${file}: ${path}: found ${found}; expected ${expected}`;
      });
      const more = faults.length - lines.length;
      return more > 0 ? [...lines, `${file}: and ${more.toLocaleString('en')} more faults`] : lines;
    }
    case 'not-saved':
      return [`${file}: not recorded, ${unsaved(problem)}`];
    default:
      return [`${file}: not recorded: ${inOneLine(problem)}`];
  }
}

/** A file with more was made by a program: its first faults tell what that does wrong. */
const mostFaults = 200;

const inOneLine = (problem: Problem): string => plainText(problemPage(problem)).replace(/\s+/g, ' ');

/** Why it is not on disk, in half a sentence. */
export function unsaved(problem: Problem): string {
  if (problem.problem !== 'not-saved') return inOneLine(problem);
  return problem.reason === 'disk-full' ? 'the disk is full' : 'the journal cannot be written';
}

const nouns: Record<keyof Counts, [one: string, many: string]> = {
  stories: ['story', 'stories'],
  entities: ['entity', 'entities'],
  relations: ['relation', 'relations'],
  entries: ['entry', 'entries'],
  questions: ['question', 'questions'],
};

/** `1 story, 14 entities, 25 entries`; what there is none of is left out. */
export function printCounts(counts: Counts): string {
  const parts = bundleLists
    .filter((list) => counts[list] > 0)
    .map((list) => `${counts[list]} ${nouns[list][counts[list] === 1 ? 0 : 1]}`);
  return parts.join(', ') || 'nothing';
}

/** Said where somebody would otherwise wait in vain for the channels that follow. */
export const untold = ({ entries }: Counts): string =>
  entries > mostNews ? `. No channel is told: more than ${mostNews} new entries at once are history` : '';
