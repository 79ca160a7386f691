import { daysAfter, isCalendarDay, localTime, weekdayOf } from '../../language/dates.ts';
import type { Instant, Moment } from '../../records/moment.ts';

/** The day on which an article speaks of `Tuesday` and `yesterday`. */
export interface Day {
  date: string;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const month =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const monthDay = new RegExp(String.raw`\b${month} (\d{1,2})(?:st|nd|rd|th)?(?!\d|:)(?:,? (\d{4}))?`);
const dayMonth = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?![\p{L}])(?: (\d{4}))?`,
  'u',
);
const monthYear = new RegExp(
  String.raw`\b(?:in|of|during) (?:early |mid-?|late )?${month} (?:of )?(\d{4})\b`,
  'i',
);
const year = /\b(?:in|of|founded in|during) (?:early |mid-?|late )?((?:1[5-9]|20)\d\d)\b/i;
const yearAlone = /\b(?:founded|born|established|opened|built|created)\b[^.]{0,40}\b((?:1[5-9]|20)\d\d)\b/;
const weekday = new RegExp(String.raw`\b(next |last |coming )?(${weekdays.join('|')})\b`, 'i');
const ahead =
  /\b(?:will|would|is (?:due|set|expected|scheduled)|are (?:due|set|expected|scheduled)|plans? to|set \w+ for|scheduled for|next|until|deadline)\b|\bby $/i;

/** The local day of the article, or that of the reading where it has none. */
export function dayOf(publishedAt: string | undefined, now: Instant, zone: string): Day | undefined {
  if (publishedAt === undefined) return { date: localTime(now, zone).slice(0, 10) };
  return publishedAt.length >= 10 ? { date: publishedAt.slice(0, 10) } : undefined;
}

/** When the statement says that something happened, no finer than it says. */
export function occurredIn(text: string, day: Day | undefined): Moment | undefined {
  const date =
    exactDate(text, day) ??
    monthOf(text) ??
    (year.exec(text) ?? yearAlone.exec(text))?.[1] ??
    relativeDay(text, day);
  return date === undefined || (date.length === 10 && !isCalendarDay(date)) ? undefined : { date };
}

function exactDate(text: string, day: Day | undefined): string | undefined {
  const first = monthDay.exec(text);
  const [name, number, inYear] = first
    ? [first[1], first[2], first[3]]
    : (([, dayNumber, monthName, ofYear]) => [monthName, dayNumber, ofYear])(dayMonth.exec(text) ?? []);
  if (name === undefined || number === undefined) return undefined;
  const monthDigits = digitsOf(name);
  const rest = `${monthDigits}-${number.padStart(2, '0')}`;
  if (inYear !== undefined) return `${inYear}-${rest}`;
  if (!day) return undefined;
  const thisYear = `${day.date.slice(0, 4)}-${rest}`;
  const isLater = thisYear > daysAfter(day.date, 7);
  const isEarlier = thisYear < day.date;
  if (ahead.test(before(text, first ?? dayMonth.exec(text))))
    return isEarlier ? shiftYear(thisYear, 1) : thisYear;
  return isLater ? shiftYear(thisYear, -1) : thisYear;
}

/** `will meet on Tuesday` is to come; `met on Tuesday, and will` is not. */
const before = (text: string, match: RegExpExecArray | null): string => text.slice(0, match?.index ?? 0);

const shiftYear = (date: string, by: number): string => `${Number(date.slice(0, 4)) + by}${date.slice(4)}`;

const digitsOf = (name: string): string =>
  String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');

function monthOf(text: string): string | undefined {
  const [, name, inYear] = monthYear.exec(text) ?? [];
  return name === undefined || inYear === undefined ? undefined : `${inYear}-${digitsOf(name)}`;
}

function relativeDay(text: string, day: Day | undefined): string | undefined {
  if (!day) return undefined;
  if (/\byesterday\b|\blast night\b/i.test(text)) return daysAfter(day.date, -1);
  if (/\b(?:today|this morning|this afternoon)\b/i.test(text)) return day.date;
  const match = weekday.exec(text);
  const [, which = '', name] = match ?? [];
  if (name === undefined) return undefined;
  const back = (weekdayOf(day.date) - weekdays.indexOf(name.toLowerCase()) + 7) % 7;
  const isComing = /next|coming/i.test(which) || (which === '' && ahead.test(before(text, match)));
  if (isComing) return daysAfter(day.date, 7 - back);
  return daysAfter(day.date, /last/i.test(which) && back === 0 ? -7 : -back);
}
