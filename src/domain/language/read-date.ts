import type { Instant, Moment } from '../records/moment.ts';
import { beginningOf } from './cut-text.ts';
import { daysAfter, isCalendarDay, isZone, localTime, weekdayOf } from './dates.ts';

/** When and where a date is read: `yesterday` is the day before the newsroom's own today. */
export interface Reading {
  now: Instant;
  zone: string;
  /** `monday` is the last one (today's among them) when something happened, the next one when it is to happen. */
  weekdays?: 'past' | 'coming';
}

export interface DateFault {
  fault: string;
}

const expected =
  'write 2024, 2024-09, 2024-09-26, 26 Sep 2024, yesterday or monday, with a time like 14:05 if known';

const longest = 200;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

// A place or UTC. `EST` and the like are not taken: the same letters mean different zones to different people.
const zoneAtEnd = /\s*\(?(?<![A-Za-z])(Z|UTC|GMT|[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+)\)?$/;
const shortZoneAtEnd = /\d\s*(?:[ap]\.?m\.?)?\s+([A-Z]{3,5})$/;
const clockAtEnd = /(?:^|[T,\s]|\bat)\s*(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?(?:\.?m\.?)?$/i;
const hourAtEnd = /(?:^|[,\s]|\bat)\s*(\d{1,2})\s*([ap])\.?m\.?$/i;

/** Reads a date as precise as it was typed; a time of day keeps the zone it was meant in. */
export function readMoment(typed: string, reading: Reading): Moment | DateFault {
  // No date is so long, and what a command may hold would keep everybody waiting while it is tried.
  if (typed.length > longest) return { fault: `${quoted(typed)}… is no date I can read: ${expected}` };
  const text = typed
    .trim()
    .replace(/^["“”']+|["“”'.,;]+$/g, '')
    .replace(/\s+/g, ' ');
  const short = shortZoneAtEnd.exec(text)?.[1];
  if (short && !/^(?:UTC|GMT)$/.test(short)) return { fault: shortZoneFault(short) };
  const [zoned, named] = zoneAtEnd.exec(text) ?? ['', undefined];
  // `Z` ends an ISO time only: `26 Sep Z` is a slip.
  const zone = named === 'Z' ? 'UTC' : named;
  if (zone && !isZone(zone)) return { fault: `I know no time zone ${zone}; write it like America/New_York` };
  const rest = text.slice(0, text.length - zoned.length).trim();
  const time = readTime(rest);
  if ('fault' in time) return time;
  const date = readDay(time.rest.replace(/[,\sT]+$/, ''), time.clock !== undefined, reading);
  if (date === undefined) return { fault: `${quoted(typed)} is no date I can read: ${expected}` };
  if (date.length === 10 && !isCalendarDay(date)) return { fault: `There is no ${date} in the calendar` };
  if (time.clock === undefined) return { date };
  if (date.length !== 10) return { fault: `A time needs its day: ${expected}` };
  return { date: `${date}T${time.clock}`, zone: zone ?? reading.zone };
}

const shortZoneFault = (zone: string): string =>
  `${zone} can mean several zones; write the place, like America/New_York`;

const quoted = (typed: string): string => `“${beginningOf(typed.trim(), 60)}”`;

function readTime(text: string): { clock?: string; rest: string } | DateFault {
  if (/^now$/i.test(text)) return { rest: text };
  const match = clockAtEnd.exec(text) ?? hourAtEnd.exec(text);
  if (!match) return { rest: text };
  const [whole, hours = '', ...others] = match;
  const half = others.at(-1)?.toLowerCase();
  const minutes = others.length > 1 ? (others[0] ?? '00') : '00';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  const isTime = hour < 24 && Number(minutes) < 60 && (half === undefined || Number(hours) <= 12);
  if (!isTime) return { fault: `${whole.trim()} is no time of day: write it like 14:05` };
  return { clock: `${String(hour).padStart(2, '0')}:${minutes}`, rest: text.slice(0, match.index).trim() };
}

/** The day, month or year in words or numbers; a bare time is today's. */
function readDay(
  text: string,
  hasTime: boolean,
  { now, zone, weekdays: which = 'past' }: Reading,
): string | undefined {
  const today = localTime(now, zone).slice(0, 10);
  const word = text.toLowerCase().replace(/^(?:on|last|next|this)\s+/, '');
  if (word === '' && hasTime) return today;
  const relative: Record<string, number> = { today: 0, now: 0, yesterday: -1, tomorrow: 1 };
  const days = Object.hasOwn(relative, word) ? relative[word] : undefined;
  if (days !== undefined) return daysAfter(today, days);
  const weekday = word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word));
  if (weekday >= 0) return nearestWeekday(today, weekday, which);
  return readNumbers(text) ?? readNamedMonth(text);
}

function nearestWeekday(today: string, weekday: number, which: 'past' | 'coming'): string {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return daysAfter(today, which === 'past' ? -back : 7 - back);
}

const pad = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** `2024`, `2024-9`, `2024-09-26`, also with strokes. Days first or last among numbers are not guessed at. */
function readNumbers(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
}

/** `26 Sep 2024`, `Sep 26, 2024`, `September 2024`. */
function readNamedMonth(text: string): string | undefined {
  const match =
    /^(?:[a-z]+,? )?(?:(?<before>\d{1,2})(?:st|nd|rd|th)? )?(?<name>[a-z]{3,9})\.?(?: (?<after>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>\d{4})$/i.exec(
      text,
    );
  const { before, name = '', after, year } = match?.groups ?? {};
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || year === undefined || (before && after)) return undefined;
  const day = before ?? after;
  return day === undefined ? `${year}-${pad(String(month))}` : `${year}-${pad(String(month))}-${pad(day)}`;
}
