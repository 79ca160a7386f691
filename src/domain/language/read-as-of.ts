import type { Problem } from '../problem.ts';
import { type Instant, precisionOf } from '../records/moment.ts';
import { daysAfter, formatInFull, instantOf, instantPastGap, instantsAt, msBetween } from './dates.ts';
import { type Reading, readMoment } from './read-date.ts';

/**
 * The last instant of what was typed: a date alone means the end of that day, a minute its last second. What has
 * begun and is not over means now.
 */
export function readAsOf(typed: string, { now, zone }: Reading): Instant | Problem {
  const span = readSpan(typed, 'as-of', { now, zone });
  if ('problem' in span) return span;
  const end = instantOf(msBetween(epoch, span.next) - 1);
  return end < now ? end : now;
}

/** When what was typed after `part:` begins, and when what comes after it does: a day, a month, a minute. It has begun. */
export function readSpan(
  typed: string,
  part: string,
  { now, zone }: Reading,
): { start: Instant; next: Instant } | Problem {
  const moment = readMoment(typed, { now, zone, weekdays: 'past' });
  if ('fault' in moment) return { problem: 'unreadable-time', part, typed, fault: moment.fault };
  const span = spanOf(moment.date, moment.zone ?? zone);
  if (span.start > now) return { problem: 'future-time', part, typed, meant: formatInFull(span.start, zone) };
  return span;
}

const epoch = '1970-01-01T00:00:00.000Z';

/** When a date as precise as it is begins, and when what comes after it does. */
function spanOf(date: string, zone: string): { start: Instant; next: Instant } {
  // Of an hour that comes twice the second one is meant: it saw all that the first did.
  const at = (wall: string): Instant => instantsAt(wall, zone).at(-1) ?? instantPastGap(wall, zone);
  const midnight = (day: string): Instant => instantsAt(`${day}T00:00`, zone)[0] ?? at(`${day}T00:00`);
  const nextMonth = (day: string): string => `${daysAfter(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  switch (precisionOf(date)) {
    case 'minute': {
      const start = at(date);
      return { start, next: instantOf(msBetween(epoch, start) + 60_000) };
    }
    case 'day':
      return { start: midnight(date), next: midnight(daysAfter(date, 1)) };
    case 'month':
      return { start: midnight(`${date}-01`), next: midnight(nextMonth(date)) };
    case 'year':
      return { start: midnight(`${date}-01-01`), next: midnight(nextMonth(`${date}-12`)) };
  }
}

/** The words that read back as the minute of this instant, wherever they are typed. */
export const asOfWord = (at: Instant): string => `${at.slice(0, 16)}Z`;
