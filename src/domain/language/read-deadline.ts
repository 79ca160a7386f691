import type { Instant } from '../records/moment.ts';
import { formatWithZone, instantPastGap, instantsAt } from './dates.ts';
import { type DateFault, type Reading, readMoment } from './read-date.ts';

/** A minute in the future, and how it was understood. */
export interface Deadline {
  until: Instant;
  zone: string;
  /** `Monday 2 March 2026, 06:00 EST (America/New_York)`. */
  inFull: string;
  /** What the clocks of that zone do just then, where it made a difference. */
  note?: string;
}

const expected = 'write a day and a time, like 2026-03-02 06:00 America/New_York';

/**
 * Reads the time an embargo ends. A time that comes twice is the later one and one that is left out is moved
 * forward: an embargo kept an hour too long harms less than one broken.
 */
export function readDeadline(typed: string, { now, zone }: Reading): Deadline | DateFault {
  const moment = readMoment(typed, { now, zone, weekdays: 'coming' });
  if ('fault' in moment) return { fault: moment.fault.replace(/: write 2024,.*$/, `: ${expected}`) };
  if (moment.date.length < 16 || moment.zone === undefined) {
    return { fault: `An embargo ends at a minute: ${expected}` };
  }
  const clock = moment.date.slice(11);
  const [first, second] = instantsAt(moment.date, moment.zone);
  const until = second ?? first ?? instantPastGap(moment.date, moment.zone);
  const inFull = formatWithZone(until, moment.zone);
  if (until <= now) return { fault: `${inFull} is past: give a time to come, or lift the embargo` };
  const deadline = { until, zone: moment.zone, inFull };
  if (second) return { ...deadline, note: `${clock} comes twice that night; this is the later one.` };
  if (!first)
    return { ...deadline, note: `The clocks leave out ${clock} that night; this is the same time after.` };
  return deadline;
}
