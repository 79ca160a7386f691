import type { Change } from '../../change.ts';
import { wordFor } from '../../draft-rows.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Draft, Proposal } from '../../records/draft.ts';
import type { EntryContent } from '../../records/entry.ts';
import { isSame } from '../is-repeated.ts';

interface Editing {
  id: string;
  at: number;
  content: EntryContent;
  /** How often the line had been changed when the form was opened. */
  edits: number;
}

/** Puts a line of a draft otherwise before anything of it is on record. */
export const editProposal =
  ({ id, at, content, edits }: Editing) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const draft = newsroom.drafts.get(id);
    if (!draft) return { problem: 'unknown-draft', id };
    const line = openLine(draft, at);
    if (isProblem(line)) return line;
    const [last] = editsOf(draft, at).slice(-1);
    if (editsOf(draft, at).length !== edits)
      return { problem: 'changed-meanwhile', name: `${id} ${at + 1}`, by: last?.by ?? draft.by };
    if (saysTheSame(line.content, content)) return [];
    return [{ type: 'draft-edited', id, proposal: { at, content } }];
  };

/** Field by field: a form gives them back in an order of its own. */
function saysTheSame(before: EntryContent, after: EntryContent): boolean {
  const [was, is]: { readonly [field: string]: unknown }[] = [{ ...before }, { ...after }];
  return Object.keys({ ...was, ...is }).every((field) => isSame(was?.[field], is?.[field]));
}

/** A line that may still be changed: one on record is corrected there. */
export function openLine({ id, proposals }: Draft, at: number): Proposal | Problem {
  const line = proposals[at];
  if (!line) return { problem: 'no-such-line', id, typed: String(at + 1), lines: proposals.length };
  if (line.became === undefined || line.became === 'dropped') return line;
  return { problem: 'line-recorded', id, line: at + 1, entry: line.became };
}

/** The changes that were made to any line, oldest first. */
export const lineEdits = ({ revisions }: Draft): Draft['revisions'] =>
  revisions.filter(
    ({ act, was }) => act === 'draft-edited' && Object.keys(was).some((key) => key.startsWith('proposal ')),
  );

/** Who else put the line otherwise, after so many edits of the draft. */
export const changedSince = (draft: Draft, at: number, edits: number, by?: string): string | undefined =>
  lineEdits(draft)
    .slice(edits)
    .findLast((edit) => edit.by !== by && isOfLine(edit, at))?.by;

/** The changes that were made to a line, oldest first. */
export const editsOf = (draft: Draft, at: number): Draft['revisions'] =>
  lineEdits(draft).filter((edit) => isOfLine(edit, at));

const isOfLine = ({ was }: Draft['revisions'][number], at: number): boolean =>
  Object.hasOwn(was, wordFor('proposal', at));
