import fc from 'fast-check';
import { formatWithZone } from '../../../src/domain/language/dates.ts';
import { readMoment } from '../../../src/domain/language/read-date.ts';
import { readDeadline } from '../../../src/domain/language/read-deadline.ts';

/** Tuesday 10 February 2026, 07:00 in New York. */
const reading = { now: '2026-02-10T12:00:00.000Z', zone: 'America/New_York' };
const newYork = 'America/New_York';

describe('a date as somebody types it', () => {
  test.each([
    ['2024', '2024'],
    ['2024-09', '2024-09'],
    ['2024-9-6', '2024-09-06'],
    ['2024/09/26', '2024-09-26'],
    ['2024-09-26.', '2024-09-26'],
    ['“26 Sep 2024”', '2024-09-26'],
    ['26 September 2024', '2024-09-26'],
    ['Sept 26, 2024', '2024-09-26'],
    ['Thursday, 26th Sep 2024', '2024-09-26'],
    ['September 2024', '2024-09'],
    ['today', '2026-02-10'],
    ['Yesterday', '2026-02-09'],
    ['tomorrow', '2026-02-11'],
    ['monday', '2026-02-09'],
    ['tue', '2026-02-10'],
    ['last Wednesday', '2026-02-04'],
  ])('%j is %s', (typed, date) => {
    expect(readMoment(typed, reading)).toEqual({ date });
  });

  test.each([
    ['2024-09-26 14:05', '2024-09-26T14:05', newYork],
    ['2024-09-26T14:05:59', '2024-09-26T14:05', newYork],
    ['2024-09-26T14:05Z', '2024-09-26T14:05', 'UTC'],
    ['26 Sep 2024, 2:05 pm', '2024-09-26T14:05', newYork],
    ['26 Sep 2024 at 12am', '2024-09-26T00:00', newYork],
    ['26 Sep 2024 06:00 Asia/Kathmandu', '2024-09-26T06:00', 'Asia/Kathmandu'],
    ['yesterday 06:00 UTC', '2026-02-09T06:00', 'UTC'],
    ['06:00', '2026-02-10T06:00', newYork],
  ])('%j is %s in %s', (typed, date, zone) => {
    expect(readMoment(typed, reading)).toEqual({ date, zone });
  });

  test.each([
    ['', 'no date I can read'],
    ['soon', 'no date I can read: write 2024, 2024-09'],
    ['26/09/2024', 'no date I can read'],
    ['2024-13', 'no date I can read'],
    ['2024-02-30', 'There is no 2024-02-30'],
    ['2024-09-26 25:00', '25:00 is no time of day'],
    ['2024-09-26 06:00 EST', 'EST can mean several zones'],
    ['2024-09-26 06:00 Mars/Olympus', 'no time zone Mars/Olympus'],
    ['2024-09 06:00', 'A time needs its day'],
  ])('%j is answered with what is expected', (typed, fault) => {
    expect(readMoment(typed, reading)).toEqual({ fault: expect.stringContaining(fault) });
  });

  test('whatever is typed is a date or a fault', () => {
    const words = fc.constantFrom(
      'monday',
      '2024',
      '-',
      ':',
      '06',
      '06:00',
      'Sep',
      'Z',
      'UTC',
      'am',
      ' ',
      '/',
      '1e9',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
    );

    fc.assert(
      fc.property(typed, (text) => {
        const read = readMoment(text, reading);

        expect('fault' in read ? read.fault : read.date).toMatch(/^.{4,}$/s);
      }),
    );
  });
});

describe('when an embargo ends', () => {
  test.each([
    [
      '2026-03-02 06:00 America/New_York',
      '2026-03-02T11:00:00.000Z',
      'Monday 2 March 2026, 06:00 EST (America/New_York)',
    ],
    ['2026-07-02 06:00', '2026-07-02T10:00:00.000Z', 'Thursday 2 July 2026, 06:00 EDT (America/New_York)'],
    [
      '2026-07-02 06:00 Europe/London',
      '2026-07-02T05:00:00.000Z',
      'Thursday 2 July 2026, 06:00 BST (Europe/London)',
    ],
    ['2 July 2026 06:00 UTC', '2026-07-02T06:00:00.000Z', 'Thursday 2 July 2026, 06:00 UTC'],
    ['monday 6am', '2026-02-16T11:00:00.000Z', 'Monday 16 February 2026, 06:00 EST (America/New_York)'],
    ['tue 6am', '2026-02-17T11:00:00.000Z', 'Tuesday 17 February 2026, 06:00 EST (America/New_York)'],
  ])('%j is %s, echoed as %j', (typed, until, inFull) => {
    expect(readDeadline(typed, reading)).toMatchObject({ until, inFull });
  });

  test('in the hour that comes twice it is the later one, and says so', () => {
    const deadline = readDeadline('2026-11-01 01:30', reading);

    expect(deadline).toMatchObject({
      until: '2026-11-01T06:30:00.000Z',
      note: expect.stringContaining('comes twice'),
    });
  });

  test('in the hour that is left out it is moved forward, and says so', () => {
    const deadline = readDeadline('2026-03-08 02:30', reading);

    expect(deadline).toMatchObject({
      until: '2026-03-08T07:30:00.000Z',
      inFull: 'Sunday 8 March 2026, 03:30 EDT (America/New_York)',
      note: expect.stringContaining('leave out 02:30'),
    });
  });

  test.each([
    ['2026-02-09 06:00', 'Monday 9 February 2026, 06:00 EST (America/New_York) is past'],
    ['2026-03-02', 'An embargo ends at a minute'],
    ['whenever', 'write a day and a time'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(readDeadline(typed, reading)).toEqual({ fault: expect.stringContaining(fault) });
  });

  test('a zone that English has no short name for shows its distance from Greenwich', () => {
    expect(formatWithZone('2026-03-02T00:15:00.000Z', 'Asia/Kathmandu')).toBe(
      'Monday 2 March 2026, 06:00 GMT+5:45 (Asia/Kathmandu)',
    );
  });
});
