import { z } from 'zod';

/** UTC to the millisecond (`2026-02-01T09:30:00.000Z`), so that instants sort as text. */
export const instantSchema = z.iso.datetime({
  precision: 3,
  message: 'a UTC instant like 2026-02-01T09:30:00.000Z',
});
export type Instant = z.infer<typeof instantSchema>;

const calendarDate =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/;

/** The Gregorian calendar: no date is on a day that its month does not have. */
function isOnCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

/** A date as precise as the newsroom knows it: `2024`, `2024-09`, `2024-09-26` or `2024-09-26T14:05`. */
export const looseDateSchema = z
  .string()
  .regex(calendarDate, 'a date like 2024, 2024-09, 2024-09-26 or 2024-09-26T14:05')
  .refine(isOnCalendar, 'a day that is in the calendar');

/** How precise the date is, is its own shape; nothing else says it, so nothing can disagree. */
export const momentSchema = z.strictObject({
  date: looseDateSchema,
  zone: z.string().min(1).max(60).optional().describe('IANA zone of the place, like America/New_York'),
});
export type Moment = z.infer<typeof momentSchema>;

export type Precision = 'year' | 'month' | 'day' | 'minute';

export function precisionOf(date: string): Precision {
  if (date.length === 4) return 'year';
  if (date.length === 7) return 'month';
  return date.length === 10 ? 'day' : 'minute';
}
