import fc from 'fast-check';
import { formatInstant, formatMoment, instantOf, isZone } from '../../../src/domain/language/dates.ts';

describe('an instant as the newsroom’s clock shows it', () => {
  test.each([
    ['2026-11-22T17:05:00.000Z', 'UTC', '22 Nov 2026, 17:05 UTC'],
    ['2026-11-22T17:05:59.999Z', 'Europe/London', '22 Nov 2026, 17:05 GMT'],
    ['2026-06-01T23:30:00.000Z', 'Europe/London', '2 Jun 2026, 00:30 BST'],
    ['2026-02-28T18:15:00.000Z', 'Asia/Kathmandu', '1 Mar 2026, 00:00 GMT+5:45'],
    ['2026-01-01T04:59:00.000Z', 'America/New_York', '31 Dec 2025, 23:59 GMT-5'],
    // New York springs forward on 8 March 2026 at 07:00 UTC and falls back on 1 November at 06:00 UTC.
    ['2026-03-08T06:59:59.999Z', 'America/New_York', '8 Mar 2026, 01:59 GMT-5'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '8 Mar 2026, 03:00 GMT-4'],
    ['2026-11-01T05:59:00.000Z', 'America/New_York', '1 Nov 2026, 01:59 GMT-4'],
    ['2026-11-01T06:00:00.000Z', 'America/New_York', '1 Nov 2026, 01:00 GMT-5'],
    // Adelaide lies half an hour off: its clocks change in the middle of an hour of UTC.
    ['2026-10-03T16:15:00.000Z', 'Australia/Adelaide', '4 Oct 2026, 01:45 GMT+9:30'],
    ['2026-10-03T16:45:00.000Z', 'Australia/Adelaide', '4 Oct 2026, 03:15 GMT+10:30'],
    // Samoa left out 30 December 2011 altogether.
    ['2011-12-30T09:59:00.000Z', 'Pacific/Apia', '29 Dec 2011, 23:59 GMT-10'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '31 Dec 2011, 00:00 GMT+14'],
    ['2024-02-29T12:00:00.000Z', 'Pacific/Kiritimati', '1 Mar 2024, 02:00 GMT+14'],
  ])('%s in %s is %s', (instant, zone, shown) => {
    expect(formatInstant(instant, zone)).toBe(shown);
  });

  test('at any time in any zone it shows the minutes that the system’s own clock shows', () => {
    const zones = [
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Tehran',
      'Africa/Casablanca',
      'Pacific/Apia',
    ];
    const anInstant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) });

    fc.assert(
      fc.property(anInstant, fc.constantFrom(...zones), (ms, zone) => {
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });

        expect(formatInstant(instantOf(ms), zone)).toContain(`, ${clock.format(ms)} `);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a date no more precise than it is known', () => {
  test.each([
    ['2024', '2024'],
    ['2024-09', 'September 2024'],
    ['2024-09-06', '6 Sep 2024'],
    ['2024-09-06T04:05', '6 Sep 2024, 04:05'],
    ['0987', '0987'],
  ])('%s is %s', (date, shown) => {
    expect(formatMoment({ date })).toBe(shown);
  });

  test('only a time of day needs its zone', () => {
    const zone = 'America/New_York';

    expect(formatMoment({ date: '2024-09-26T14:05', zone })).toBe('26 Sep 2024, 14:05 (America/New_York)');
    expect(formatMoment({ date: '2024-09-26', zone })).toBe('26 Sep 2024');
  });
});

test.each([
  ['Asia/Kathmandu', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('%j as a zone: %s', (zone, known) => {
  expect(isZone(zone)).toBe(known);
});
