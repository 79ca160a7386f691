import type { ChangeOf } from './change.ts';
import type { Newsroom, Put } from './newsroom.ts';
import { type Draft, type DraftPart, partLists } from './records/draft.ts';
import type { Recorded, Revision } from './records/revision.ts';

/** The word under which a revision keeps what stood in one member of a list: `proposal 4`, counted from 1. */
export const wordFor = (part: DraftPart, at: number): string => `${part} ${at + 1}`;

/** Filed elsewhere, or one of its lines put otherwise. */
export function editedDraft(
  { drafts }: Newsroom,
  { type, id, story, proposal }: ChangeOf<'draft-edited'>,
  recorded: Recorded,
): Put[] {
  const draft = standing(drafts.get(id), id);
  const was: Revision['was'] = {
    ...(story === undefined ? {} : { story: draft.story ?? null }),
    ...(proposal ? { [wordFor('proposal', proposal.at)]: draft.proposals[proposal.at]?.content } : {}),
  };
  const proposals = proposal
    ? draft.proposals.with(proposal.at, {
        ...standing(draft.proposals[proposal.at], id),
        content: proposal.content,
        edited: true,
      })
    : draft.proposals;
  return [row({ ...draft, ...(story === undefined ? {} : { story }), proposals }, was, type, recorded)];
}

export function settledDraft(
  { drafts }: Newsroom,
  { type, id, settled }: ChangeOf<'draft-settled'>,
  recorded: Recorded,
): Put[] {
  const draft = standing(drafts.get(id), id);
  const lists = {
    proposals: [...draft.proposals],
    entities: [...draft.entities],
    questions: [...draft.questions],
  };
  const was: Revision['was'] = {};
  for (const { part, at, became } of settled) {
    const list: { became?: string | undefined }[] = lists[partLists[part]];
    const member = standing(list[at], id);
    was[wordFor(part, at)] = member.became ?? null;
    list[at] = { ...member, became };
  }
  return [row({ ...draft, ...lists }, was, type, recorded)];
}

function row(draft: Draft, was: Revision['was'], act: string, recorded: Recorded): Put {
  const revisions = [...draft.revisions, { ...recorded, act, was }];
  return { table: 'drafts', key: draft.id, row: { ...draft, revisions } };
}

/** A change to what is not there is a damaged journal, never a person's mistake. */
function standing<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new Error(`${id} does not have what a change is about`);
  return record;
}
