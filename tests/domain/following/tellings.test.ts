import type { Change } from '../../../src/domain/change.ts';
import { gravest, tellingAt, tellingsOf } from '../../../src/domain/following/tellings.ts';
import { adds, corrects, desk, does } from '../../support/following.ts';
import { act } from '../../support/newsroom-builder.ts';

const until = '2026-03-01T06:00:00.000Z';
const embargo: Change = { type: 'entry-embargoed', id: 'E-2', until };
const lift: Change = { type: 'embargo-lifted', id: 'E-2' };
const verify: Change = { type: 'entry-verified', id: 'E-2', verification: 'confirmed' };
const tag: Change = { type: 'entry-tagged', id: 'E-2', stories: ['tariffs'], entities: [] };

/** What is told of E-2 after these acts, one a day from 3 February on. */
const told = (...acts: Change[][]) => {
  const newsroom = desk();
  does(newsroom, adds);
  for (const [day, changes] of acts.entries())
    act(newsroom, changes, { at: `2026-02-0${day + 3}T09:30:00.000Z` });
  return tellingsOf(newsroom.entries.get('E-2')!);
};

test.each<[string, Change[][], [first: number, last: number, day: number][]]>([
  [
    'each act by itself',
    [[corrects('E-2')], [verify]],
    [
      [1, 1, 3],
      [2, 2, 4],
    ],
  ],
  ['what one act did together', [[corrects('E-2'), verify]], [[1, 2, 3]]],
  ['an act as of itself, whatever is filed later', [[corrects('E-2')], [tag]], [[1, 1, 3]]],
  [
    'what one embargo hid together, as of its end',
    [[embargo], [corrects('E-2')], [verify], [lift]],
    [[2, 3, 6]],
  ],
  [
    'what came before an embargo apart',
    [[verify], [embargo], [corrects('E-2')], [lift]],
    [
      [1, 1, 3],
      [3, 3, 6],
    ],
  ],
  [
    'what came after it apart',
    [[embargo], [corrects('E-2')], [lift], [verify]],
    [
      [2, 2, 5],
      [4, 4, 6],
    ],
  ],
])('%s is told', (_, acts, expected) => {
  const tellings = told(...acts);

  const days = tellings.map(({ first, revision, at }) => [first, revision, Number(at.slice(8, 10))]);
  expect(days).toEqual(expected);
});

test('of acts that are told as one the gravest gives the name, and of equals the last', () => {
  const [telling] = told([corrects('E-2'), corrects('E-2', 'Ford said nothing.'), verify]);

  expect(gravest(telling!.acts)).toBe(telling?.acts[1]);
});

test('an act that nobody is told of belongs to the last one before it, or else to the first', () => {
  const tellings = told([tag], [corrects('E-2')], [tag], [verify]);

  expect([1, 2, 3, 4].map((revision) => tellingAt(tellings, revision)?.revision)).toEqual([2, 2, 2, 4]);
  expect(tellingAt([], 1)).toBeUndefined();
});
