import type { Bundle } from '../domain/bundle.ts';
import { bundleLists, type Counts } from '../domain/editing/bundle/import-bundle.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Made } from '../services/drafts.ts';
import type { BundleRecorded, BundleRecording } from '../services/record-bundle.ts';
import { isBundle } from './is-bundle.ts';
import { printDraft } from './print-draft.ts';
import { progressOn, type Screen } from './progress.ts';
import {
  bundleIn,
  complaintsAbout,
  nameOf,
  printCounts,
  type ReadFile,
  readBytes,
  type Say,
  unsaved,
  untold,
} from './read-bundle.ts';

interface Doors {
  readFile: ReadFile;
  /** Checks all of it first; a fault anywhere and nothing is recorded. */
  record: (bundle: Bundle, recording: BundleRecording) => Promise<BundleRecorded | Problem>;
  /** Makes a draft of an article, filed under the story if one was named. */
  draft: (bytes: Uint8Array, file: string, story: string | undefined) => Promise<Made | Problem>;
  newsroom: Newsroom;
  say: Say;
  screen: Screen;
  /** Whether somebody pressed Ctrl-C. */
  isStopped: () => boolean;
}

const usage =
  'Name the bundles or articles to import: import data/sample/ford-xiaomi.json (or - for standard input; --story SLUG for an article)';

/** Imports each file by itself: one that is refused does not undo those before it. Returns the exit code. */
export async function importFiles(words: readonly string[], doors: Doors): Promise<0 | 1> {
  const { files, story } = readWords(words);
  if (files.length === 0 || story === '') {
    doors.say(usage);
    return 1;
  }
  let code: 0 | 1 = 0;
  for (const file of files) {
    const { isRecorded, lines } = await importFile(file, story, doors);
    for (const line of lines) doors.say(line);
    if (!isRecorded) code = 1;
    if (doors.isStopped()) break;
  }
  return code;
}

/** `article.txt --story ford-xiaomi`, or `--story=ford-xiaomi` anywhere; an empty story is one that was forgotten. */
function readWords(words: readonly string[]): { files: string[]; story?: string } {
  const at = words.findIndex((word) => /^--story(?:=|$)/.test(word));
  const [, inline] = /^--story=(.*)$/.exec(words[at] ?? '') ?? [];
  if (at < 0) return { files: [...words] };
  const rest = words.slice(at + (inline === undefined ? 2 : 1));
  return { files: [...words.slice(0, at), ...rest], story: inline ?? words[at + 1] ?? '' };
}

interface Told {
  isRecorded: boolean;
  lines: string[];
}

async function importFile(file: string, story: string | undefined, doors: Doors): Promise<Told> {
  const bytes = await readBytes(file, doors.readFile);
  if ('complaints' in bytes) return { isRecorded: false, lines: bytes.complaints };
  return isBundle(bytes) ? importBundleIn(bytes, file, doors) : importArticle(bytes, file, story, doors);
}

async function importArticle(
  bytes: Uint8Array,
  file: string,
  story: string | undefined,
  { draft, newsroom }: Doors,
): Promise<Told> {
  const made = await draft(bytes, file, story);
  if (isProblem(made)) return { isRecorded: false, lines: complaintsAbout(nameOf(file), unnamed(made)) };
  const [first = '', ...lines] = printDraft(made, newsroom);
  return { isRecorded: true, lines: [`${nameOf(file)}: ${first}`, ...lines] };
}

/** The file's name stands before it already. */
function unnamed(problem: Problem): Problem {
  const { name: _name, ...rest } = problem as Problem & { name?: string };
  return rest as Problem;
}

async function importBundleIn(
  bytes: Uint8Array,
  file: string,
  { record, screen, isStopped }: Doors,
): Promise<Told> {
  const bundle = await bundleIn(bytes, file);
  if ('complaints' in bundle) return { isRecorded: false, lines: bundle.complaints };

  const name = nameOf(file);
  const progress = progressOn(screen, name);
  const outcome = await record(bundle, { file: name, onProgress: progress.shows, isStopped });
  progress.ends();
  if (isProblem(outcome)) return { isRecorded: false, lines: complaintsAbout(name, outcome) };
  if (outcome.ended) return { isRecorded: false, lines: [`${name}: ${printEnd(outcome.ended)}`] };
  return { isRecorded: true, lines: [`${name}: ${printOutcome(outcome)}`] };
}

function printOutcome({ added, already }: BundleRecorded): string {
  const has = (counts: Counts) => bundleLists.some((list) => counts[list] > 0);
  if (!has(added)) return has(already) ? 'already recorded, nothing new' : 'the bundle is empty';
  const before = has(already) ? ` (already there: ${printCounts(already)})` : '';
  return `${printCounts(added)} recorded${before}${untold(added)}`;
}

/** What is recorded stays; the same command goes on from there. */
function printEnd({ recorded, of, why }: NonNullable<BundleRecorded['ended']>): string {
  const reached = `${recorded.toLocaleString('en')} of ${of.toLocaleString('en')} entries are recorded`;
  const reason = why === 'stopped' ? 'stopped' : `ended early, ${unsaved(why)}`;
  return `${reason}; ${reached}. Import it again to go on from there`;
}
