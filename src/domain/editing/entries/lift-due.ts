import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Instant } from '../../records/moment.ts';
import { isEmbargoed } from '../../rules/embargo.ts';

/** Lifts every embargo whose time has come; one that was lifted or moved meanwhile is left alone. */
export function liftDue({ entries }: Newsroom, now: Instant): Change[] {
  return [...entries.where(entries.by.embargoed, 'yes')]
    .filter((entry) => !isEmbargoed(entry, now))
    .map(({ id }) => ({ type: 'embargo-lifted', id }));
}

/** When the next embargo ends, if there is any. */
export function nextLift({ entries }: Newsroom): Instant | undefined {
  let next: Instant | undefined;
  for (const { embargoedUntil: until } of entries.where(entries.by.embargoed, 'yes')) {
    if (until !== undefined && (next === undefined || until < next)) next = until;
  }
  return next;
}
