import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Entry } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import { isEmbargoed } from '../../rules/embargo.ts';

/** Of what was withdrawn there is nothing to lift: it is nobody's to read. */
const held = ({ entries }: Newsroom): Entry[] =>
  [...entries.where(entries.by.embargoed, 'yes')].filter(({ withdrawn }) => !withdrawn);

/** Lifts every embargo whose time has come; one that was lifted or moved meanwhile is left alone. */
export function liftDue(newsroom: Newsroom, now: Instant): Change[] {
  return held(newsroom)
    .filter((entry) => !isEmbargoed(entry, now))
    .map(({ id }) => ({ type: 'embargo-lifted', id }));
}

/** When the next embargo ends, if there is any. */
export function nextLift(newsroom: Newsroom): Instant | undefined {
  let next: Instant | undefined;
  for (const { embargoedUntil: until } of held(newsroom)) {
    if (until !== undefined && (next === undefined || until < next)) next = until;
  }
  return next;
}
