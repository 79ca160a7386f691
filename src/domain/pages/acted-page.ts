import { formatWithZone } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Entry } from '../records/entry.ts';
import { before } from '../records/revise.ts';
import type { Revision } from '../records/revision.ts';
import { differences } from './difference.ts';
import { donePage } from './done-page.ts';
import { statement } from './entry-line.ts';
import { type Button, bold, type Inline, italic, type Page, type Part } from './page.ts';

interface Acted {
  zone: string;
  notes?: readonly string[];
}

type Told = (entry: Entry, earlier: Entry, zone: string) => Inline[];

const numbered = (entry: Entry): Inline => ({ entry: entry.id });
const changed: Told = (entry, earlier) => [numbered(entry), ': ', ...differences(earlier, entry)];

const titles: { readonly [act: string]: { title: string; says: Told } } = {
  'entry-corrected': { title: 'Corrected', says: changed },
  'entry-clarified': { title: 'Clarified', says: changed },
  'entry-verified': { title: 'Verification changed', says: changed },
  'entry-withdrawn': { title: 'Withdrawn', says: (entry) => [numbered(entry), `: ${statement(entry, 240)}`] },
  'entry-embargoed': {
    title: 'Under embargo',
    says: (entry, earlier, zone) => [
      numbered(entry),
      ' is shown to editors only until ',
      bold(formatWithZone(entry.embargoedUntil ?? '', zone)),
      earlier.embargoedUntil ? '; the embargo was moved.' : '.',
    ],
  },
  'embargo-lifted': {
    title: 'Embargo lifted',
    says: (entry) => [numbered(entry), ' is shown to everybody from now on.'],
  },
};

/** What an act on an entry came to, before and after, with the reason and the ways on. */
export function actedPage(entry: Entry, revision: Revision, { zone, notes = [] }: Acted): Page {
  const { title, says } = titles[revision.act] ?? { title: 'Changed', says: changed };
  const earlier = before(entry, (other) => other.seq >= revision.seq);
  const reason: Inline[][] = revision.reason ? [['Reason: ', italic(revision.reason)]] : [];
  return donePage({
    title,
    says: says(entry, earlier, zone),
    notes: [...reason, ...notes.map((note) => [note])],
    buttons: ways(entry),
  });
}

const ways = ({ id, withdrawn, stories: [slug] }: Entry): Button[] => [
  ...(withdrawn ? [] : [{ label: 'Entry', command: id }]),
  ...(slug === undefined ? [] : [{ label: 'Briefing', command: askFor([{ kind: 'story', slug }]) }]),
];

/** What an editor may do to an entry, below it. */
export const actButtons = ({ id }: Entry, isHeld: boolean): Part => ({
  part: 'buttons',
  buttons: [
    { label: 'Correct', command: `correct ${id}` },
    { label: 'Clarify', command: `clarify ${id}` },
    { label: 'Verify', command: `verify ${id}` },
    { label: 'Withdraw', command: `withdraw ${id}` },
    { label: isHeld ? 'Move embargo' : 'Embargo', command: `embargo ${id}` },
    ...(isHeld ? [{ label: 'Lift embargo', command: `lift ${id}` }] : []),
  ],
});

/** To an answer that everybody reads, of an act on what they may not see. */
export const discreetPage = (): Page => ({
  parts: [
    { part: 'title', text: 'Done' },
    { part: 'context', text: ['Editors see it with /brief.'] },
  ],
});
