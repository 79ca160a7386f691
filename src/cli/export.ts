import { exportAll, exportStory, readFormat } from '../domain/exporting/export-story.ts';
import { namedTopic } from '../domain/finding/named-topic.ts';
import { plainText } from '../domain/pages/plain-text.ts';
import { problemPage } from '../domain/pages/problems/problem-page.ts';
import { isProblem } from '../domain/problem.ts';
import type { Asking } from '../services/commands/verb.ts';
import type { Say } from './read-bundle.ts';

interface Doors {
  say: Say;
  writeFile: (file: string, text: string) => Promise<void>;
}
type Newsroom = Pick<Asking, 'newsroom' | 'now' | 'zone'>;

const usage =
  'Name a story and a format: export ford-xiaomi ninjs|md|json [--out FILE] [--embargoed]; or everything: export all json';

/** Writes an export to a file, or prints it and nothing else. Returns the exit code. */
export async function exportTo(words: readonly string[], asking: Newsroom, doors: Doors): Promise<0 | 1> {
  const request = readWords(words);
  if (!request) {
    doors.say(usage);
    return 1;
  }
  const exported = textOf(request, asking);
  if ('refusal' in exported) {
    doors.say(exported.refusal);
    return 1;
  }
  if (request.out === undefined) {
    doors.say(exported.text.trimEnd());
    return 0;
  }
  try {
    await doors.writeFile(request.out, exported.text);
  } catch (error) {
    doors.say(`${request.out}: cannot be written (${(error as Error).message})`);
    return 1;
  }
  doors.say(`${request.out}: written`);
  return 0;
}

interface Request {
  named: string;
  format: string;
  out?: string;
  /** What is under embargo goes along, as an editor sees it. Who reads the file is for whoever asks to mind. */
  isEmbargoedToo: boolean;
}

function readWords(words: readonly string[]): Request | undefined {
  const at = words.indexOf('--out');
  const out = at < 0 ? undefined : words[at + 1];
  const rest = at < 0 ? [...words] : [...words.slice(0, at), ...words.slice(at + 2)];
  const named = rest.filter((word) => word !== '--embargoed');
  const format = named.pop();
  const isUnknown = named.some((word) => word.startsWith('--')) || (at >= 0 && !out);
  if (named.length === 0 || format === undefined || isUnknown) return undefined;
  const isEmbargoedToo = rest.includes('--embargoed');
  return { named: named.join(' '), format, isEmbargoedToo, ...(out ? { out } : {}) };
}

function textOf(
  { named, format: typed, isEmbargoedToo }: Request,
  { newsroom, now, zone }: Newsroom,
): { text: string } | { refusal: string } {
  const format = readFormat(typed);
  if (!format) return { refusal: `${typed}: no format that I know; there are ninjs, md and json` };
  const look = { viewer: { role: isEmbargoedToo ? 'editor' : 'reader' } as const, now, zone };
  if (named === 'all') {
    if (format === 'json') return { text: exportAll(newsroom, look) };
    return { refusal: `all: everything goes into one bundle, export all json; ${typed} is of one story` };
  }
  const topic = namedTopic(newsroom, named, { kind: 'story' });
  if (isProblem(topic)) return { refusal: plainText(problemPage(topic)) };
  return { text: exportStory(newsroom, topic.slug, format, look) };
}
