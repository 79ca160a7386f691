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

export const revisionTitle = ({ act }: Revision): string => titles[act] ?? 'Changed';

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

/** What an act changed, with all else that the same act did to the entry: "~old~ → new". */
export function changedWords(entry: Entry, { seq, act }: Revision): Inline[] {
  const old = before(entry, (other) => other.seq >= seq);
  const changed = before(entry, (other) => other.seq > seq);
  const words = differences(old, changed);
  const said = statement(changed, 240);
  if (words.length === 0) return [said];
  return act === 'entry-verified' ? [...words, ' — ', said] : words;
}

/** The act in a line of small print, below the entry as it stands now. */
export function revisionWords(entry: Entry, revision: Revision, zone: string): Inline[] {
  const { act, at, reason } = revision;
  // What was right and badly put is not held up again: it says it better now.
  const what: Inline[] = act === 'entry-clarified' ? [] : [': ', ...changedWords(entry, revision)];
  const why: Inline[] = reason ? [' — ', italic(cutText(reason, longestReason))] : [];
  return [bold(`${revisionTitle(revision)} ${formatInstant(at, zone)}`), ...what, ...why];
}
