import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { type Instant, type Moment, precisionOf } from '../records/moment.ts';

dayjs.extend(utc);

// dayjs's own zone plugin takes 0.1 ms a date, a hundred times a plain one; a zone's offset holds for a quarter of an hour.
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
  const key = `${zone} ${Math.floor(ms / 900_000)}`;
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

/** `2026-11-22T17:05`: what the clocks of a zone show at an instant. */
export function localTime(instant: Instant, zone: string): string {
  const ms = dayjs.utc(instant).valueOf();
  return dayjs.utc(ms + offsetAt(ms, zone).minutes * 60_000).format('YYYY-MM-DDTHH:mm');
}

/** A calendar day (`2026-02-28`) so many days later; the same day for 0, another one when there is no such day. */
export const daysAfter = (day: string, days: number): string =>
  dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => dayjs.utc(day).day();

const day = 86_400_000;

/**
 * The instants at which the clocks of `zone` show this: one, as a rule; two in the hour that comes twice when they
 * are put back; none in the one that is left out when they are put forward.
 */
export function instantsAt(wall: string, zone: string): Instant[] {
  const local = dayjs.utc(wall).valueOf();
  const minutesOff = new Set([-day, 0, day].map((near) => offsetAt(local + near, zone).minutes));
  return [...minutesOff]
    .map((minutes) => local - minutes * 60_000)
    .filter((ms) => ms + offsetAt(ms, zone).minutes * 60_000 === local)
    .sort((a, b) => a - b)
    .map(instantOf);
}

/** For a time that the clocks leave out: the instant it would have been, had they not been put forward. */
export const instantPastGap = (wall: string, zone: string): Instant => {
  const local = dayjs.utc(wall).valueOf();
  return instantOf(local - offsetAt(local - day, zone).minutes * 60_000);
};

/** Whether there is such a day: `2024-02-30` is none. */
export const isCalendarDay = (date: string): boolean => dayjs.utc(date).format('YYYY-MM-DD') === date;

/** `Sunday 1 February 2026, 23:59 EST`: for a time that must not be taken for another one. */
export function formatInFull(instant: Instant, zone: string): string {
  const ms = dayjs.utc(instant).valueOf();
  const { minutes, name } = offsetAt(ms, zone);
  return `${dayjs.utc(ms + minutes * 60_000).format('dddd D MMMM YYYY, HH:mm')} ${spokenZone(ms, zone, name)}`;
}

/** Britons have no letters for American zones, nor Americans for European ones: whoever has some is asked. */
function spokenZone(ms: number, zone: string, name: string): string {
  if (!/^GMT[+-]/.test(name)) return name;
  const american = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  return american.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? name;
}

/** How long from one instant to another; negative when the other is over. */
export const msBetween = (from: Instant, to: Instant): number =>
  dayjs.utc(to).valueOf() - dayjs.utc(from).valueOf();

/** `Monday 2 March 2026, 06:00 EST (America/New_York)`: the letters alone may mean more than one zone. */
export function formatWithZone(instant: Instant, zone: string): string {
  const shown = formatInFull(instant, zone);
  return shown.endsWith(` ${zone}`) ? shown : `${shown} (${zone})`;
}
