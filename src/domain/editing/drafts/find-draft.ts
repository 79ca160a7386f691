import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Draft } from '../../records/draft.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { includes } from '../../rules/permissions.ts';

/** The draft of that number, for those who add to the record: to readers there are no drafts. */
export function findDraft({ drafts }: Newsroom, id: string, { role }: Viewer): Draft | Problem {
  const draft = includes(role, 'contributor') ? drafts.get(id) : undefined;
  return draft ?? { problem: 'unknown-draft', id };
}

/** The draft that was made of the same words, or of the same message, form or file. */
export function draftMadeOf(
  { drafts }: Newsroom,
  { key, fingerprint }: Pick<Draft, 'key' | 'fingerprint'>,
): Draft | undefined {
  const [draft] = [...drafts.where(drafts.by.key, key), ...drafts.where(drafts.by.fingerprint, fingerprint)];
  return draft;
}
