import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { type Instant, type Moment, precisionOf } from '../records/moment.ts';

dayjs.extend(utc);

// dayjs's own zone plugin takes 0.1 ms a date, a hundred times a plain one; a zone's offset holds for an hour.
const offsets = new Map<string, { minutes: number; name: string }>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether `zone` is an IANA zone that this machine knows, like `America/New_York`. */
export function isZone(zone: string): boolean {
  try {
    return zoneFormat(zone) !== undefined;
  } catch {
    return false;
  }
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    timeZoneName: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

function offsetAt(ms: number, zone: string): { minutes: number; name: string } {
  const key = `${zone} ${Math.floor(ms / 3_600_000)}`;
  const known = offsets.get(key);
  if (known) return known;
  const parts = Object.fromEntries(
    zoneFormat(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: string) => Number(parts[name]);
  const wall = dayjs
    .utc(0)
    .year(part('year'))
    .month(part('month') - 1)
    .date(part('day'));
  const local = wall.hour(part('hour')).minute(part('minute')).valueOf();
  const minutes = Math.round((local - Math.floor(ms / 60_000) * 60_000) / 60_000);
  const offset = { minutes, name: parts['timeZoneName'] ?? zone };
  if (offsets.size > 5000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** `22 Nov 2026, 17:05 GMT`: a time as the newsroom's clock shows it, always with its zone. */
export function formatInstant(instant: Instant, zone: string): string {
  const ms = dayjs.utc(instant).valueOf();
  const { minutes, name } = offsetAt(ms, zone);
  return `${dayjs.utc(ms + minutes * 60_000).format('D MMM YYYY, HH:mm')} ${name}`;
}

const patterns = {
  year: 'YYYY',
  month: 'MMMM YYYY',
  day: 'D MMM YYYY',
  minute: 'D MMM YYYY, HH:mm',
} as const;

/** A date no more precise than it is known: `2024`, `September 2024`, `26 Sep 2024`. */
export function formatMoment({ date, zone }: Moment): string {
  const shown = dayjs.utc(date).format(patterns[precisionOf(date)]);
  return zone && precisionOf(date) === 'minute' ? `${shown} (${zone})` : shown;
}

/** The instant of a clock's milliseconds since 1970. */
export const instantOf = (ms: number): Instant => dayjs.utc(ms).toISOString();
