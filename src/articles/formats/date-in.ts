const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i;
/** RFC 2822, as in feeds: `Wed, 11 Feb 2026 12:00:00 GMT`. */
const mailDate =
  /^(?:[a-z]{3},\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[a-z]{1,4}|[+-]\d{4})$/i;

/**
 * A date as precise as it was given: a day stays a day, a time with its zone becomes an instant, a time without one
 * (whose, nobody knows) is the day. Anything else is no date: `03/04/2026` is two of them.
 */
export function dateIn(text: string | null | undefined): string | undefined {
  const given = text?.trim() ?? '';
  if (isoDate.test(given)) return isDate(given) ? given : undefined;
  if (isoTime.test(given) && !hasZone.test(given)) return dateIn(given.slice(0, 10));
  if (!isoTime.test(given) && !mailDate.test(given)) return undefined;
  return isDate(given) ? new Date(given).toISOString() : undefined;
}

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));
