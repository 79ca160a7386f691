import type { Change } from '../change.ts';
import type { Acceptance } from '../editing/drafts/accept-parts.ts';
import type { Chosen } from '../editing/drafts/chosen-parts.ts';
import type { Draft } from '../records/draft.ts';
import { shownWords } from './draft-lines.ts';
import { bold, code, counted, type Inline, joined, type Part } from './page.ts';

/** More are counted: a page has to stay one. */
const named = 12;
const heldShown = 5;

const says = (...text: Inline[]): Part => ({ part: 'paragraph', text });

export function madeNote({ isNew, leftOut }: { isNew: boolean; leftOut: boolean }): Part[] {
  const first = isNew
    ? 'A draft: nothing of it is on record before an editor accepts it.'
    : 'This article came before: this is the draft that was made of it.';
  const left = leftOut ? [says('What it says off the record was left out, and not a word of it kept.')] : [];
  return [says(first), ...left];
}

export const droppedNote = (count: number): Part[] => [
  says(
    count > 0
      ? `Dropped: ${count}. What is dropped can still be accepted.`
      : 'Nothing was dropped: all of that is decided already.',
  ),
];

/** What an acceptance put on record, and which lines it left because they break a rule. */
export function acceptedNote(draft: Draft, chosen: Chosen, { changes, held }: Acceptance): Part[] {
  const entries = changes.flatMap((change): Inline[] =>
    change.type === 'entry-added' ? [{ entry: change.id }] : [],
  );
  const questions = changes.flatMap((change) => (change.type === 'question-asked' ? [code(change.id)] : []));
  const names = changes.flatMap((change) => (change.type === 'entity-added' ? [change.entity.name] : []));
  const recorded = [...entries, ...questions];
  const parts: Part[] = [];
  if (recorded.length > 0) parts.push(says(bold('Recorded: '), ...listed(recorded), '.'));
  if (names.length > 0) parts.push(says(bold('New on record: '), ...listed(names), '.'));
  if (changes.some((change) => change.type === 'entry-added' && change.inBulk))
    parts.push(says('No channel is told of so many at once: they are history to those who follow.'));
  if (parts.length === 0 && held.length === 0) parts.push(nothingNew(draft, chosen, changes));
  return [...parts, ...heldParts(draft, held)];
}

/** Somebody else was first, or it was accepted twice: what became of it is where one looks next. */
function nothingNew({ proposals }: Draft, chosen: Chosen, changes: readonly Change[]): Part {
  if (changes.length > 0) return says('Accepted: that was on record already.');
  const entries = chosen.proposal.flatMap((at): Inline[] => {
    const became = proposals[at]?.became;
    return became === undefined || became === 'dropped' ? [] : [{ entry: became }];
  });
  if (entries.length === 0) return says('Nothing was recorded: all of that is decided already.');
  return says('Nothing was recorded: that is on record already, as ', ...listed(entries), '.');
}

const listed = (all: readonly Inline[]): Inline[] => [
  ...joined(all.slice(0, named), ', '),
  ...(all.length > named ? [` and ${all.length - named} more`] : []),
];

function heldParts(draft: Draft, held: Acceptance['held']): Part[] {
  if (held.length === 0) return [];
  const broken = held.filter(({ warnings }) => warnings.length > 0);
  const lines = held
    .slice(0, heldShown)
    .map(({ at, ...why }) => [bold(`${at + 1}`), '  ', ...heldWords(why)]);
  const rest: Inline[][] = held.length > heldShown ? [[`… and ${held.length - heldShown} more.`]] : [];
  return [
    {
      part: 'list',
      heading: `Not recorded yet: ${counted(held.length, 'line')}`,
      lines: [...lines, ...rest],
    },
    ...(broken.length > 0
      ? [
          {
            part: 'buttons',
            buttons: [
              {
                label: `Record ${broken.length === 1 ? 'it' : `these ${broken.length}`} anyway`,
                command: `accept ${draft.id} ${rangesOf(broken.map(({ at }) => at + 1))}${shownWords(draft)} anyway`,
              },
            ],
          } satisfies Part,
        ]
      : []),
  ];
}

function heldWords({ warnings: [warning], changedBy }: Omit<Acceptance['held'][number], 'at'>): Inline[] {
  if (changedBy !== undefined)
    return [{ person: changedBy }, ' changed it while you looked. Read it again, then accept it.'];
  if (!warning) return ['It is off the record. Drop it.'];
  return ['Standards, ', bold(warning.rule), `: ${warning.says} ${warning.mend}`];
}

/** `1-4 7`: as short as it can be typed, since a button holds only so much. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
