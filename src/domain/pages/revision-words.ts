import { gravest, type Telling } from '../following/tellings.ts';
import { cutText } from '../language/cut-text.ts';
import { formatInstant } from '../language/dates.ts';
import type { Entry } from '../records/entry.ts';
import { before } from '../records/revise.ts';
import type { Revision } from '../records/revision.ts';
import { differences } from './difference.ts';
import { statement } from './entry-line.ts';
import { kindWords } from './entry-page.ts';
import { bold, type Inline, italic, type Part } from './page.ts';

const titles: { readonly [act: string]: string } = {
  'entry-corrected': 'Corrected',
  'entry-clarified': 'Clarified',
  'entry-verified': 'Verification changed',
  'entry-withdrawn': 'Withdrawn',
};

export const tellingTitle = ({ acts }: Pick<Telling, 'acts'>): string =>
  titles[gravest(acts).act] ?? 'Changed';

const longestReason = 600;

export const reasonPart = ({ reason }: Pick<Revision, 'reason'>): Part[] =>
  reason === undefined
    ? []
    : [{ part: 'context', text: ['Reason: ', italic(cutText(reason, longestReason))] }];

/** Which entry it is, without a word of what it said. */
export const whichWords = (entry: Entry, zone: string): Inline[] => [
  { entry: entry.id },
  ` · ${kindWords[entry.kind]} added ${formatInstant(entry.at, zone)}`,
];

/** What these acts changed, from what stood before the first to what came of the last: "~old~ → new". */
export function changedWords(entry: Entry, { acts }: Pick<Telling, 'acts'>): Inline[] {
  const last = acts.at(-1) ?? acts[0];
  const old = before(entry, ({ seq }) => seq >= acts[0].seq);
  const changed = before(entry, ({ seq }) => seq > last.seq);
  const words = differences(old, changed);
  const said = statement(changed, 240);
  if (words.length === 0) return [said];
  return gravest(acts).act === 'entry-verified' ? [...words, ' — ', said] : words;
}

/** What was done in a line of small print, below the entry as it stands now. */
export function tellingWords(entry: Entry, telling: Telling, zone: string): Inline[] {
  const { act, reason } = gravest(telling.acts);
  // What was right and badly put is not held up again: it says it better now.
  const what: Inline[] = act === 'entry-clarified' ? [] : [': ', ...changedWords(entry, telling)];
  const why: Inline[] = reason ? [' — ', italic(cutText(reason, longestReason))] : [];
  return [bold(`${tellingTitle(telling)} ${formatInstant(telling.at, zone)}`), ...what, ...why];
}

/** Of an entry that is held back: that it is, and nothing else. */
export const heldWords = ({ id }: Entry): Inline[] => [
  bold('Held back for now: do not use it.'),
  ' ',
  { entry: id },
];
