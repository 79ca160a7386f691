import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import { draftParts, partLists, type Settlement } from '../../records/draft.ts';
import type { Chosen } from './chosen-parts.ts';

/** Says that nothing is to be made of these. What is on record already stays there: an entry is withdrawn by itself. */
export const dropParts =
  (id: string, chosen: Chosen) =>
  ({ drafts }: Newsroom): Change[] | Problem => {
    const draft = drafts.get(id);
    if (!draft) return { problem: 'unknown-draft', id };
    const settled = draftParts.flatMap((part): Settlement[] =>
      chosen[part]
        .filter((at) => draft[partLists[part]][at]?.became === undefined)
        .map((at) => ({ part, at, became: 'dropped' })),
    );
    return settled.length > 0 ? [{ type: 'draft-settled', id, settled }] : [];
  };
