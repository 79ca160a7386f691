// Of `2026-02-01T09:30:00.000Z`: year, month, day, hour, minute, second and hundredths.
const digits = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18, 20, 21] as const;
const zero = 48;

/** The instant that stands there in a text as a number that sorts as it does, to a hundredth of a second. */
export function sortable(text: string, from = 0): number {
  let number = 0;
  for (const digit of digits) number = number * 10 + text.charCodeAt(from + digit) - zero;
  return number;
}
