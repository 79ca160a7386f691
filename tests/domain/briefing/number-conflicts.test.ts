import { disagree } from '../../../src/domain/briefing/number-conflicts.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Figure } from '../../../src/domain/records/entry.ts';
import { act, ask, newsroomWith, type Sketch } from '../../support/newsroom-builder.ts';

type Entry = NonNullable<Sketch['entries']>[number];

const share = { metric: 'CATL’s market share', amount: 37, unit: 'percent', asOf: '2025' };

const figure = (more: Partial<Figure> = {}, { story = 'batteries', entity = 'catl' } = {}): Entry => ({
  kind: 'figure',
  text: 'CATL holds a share.',
  stories: [story],
  entities: [entity],
  figure: { ...share, ...more },
  sources: [{ kind: 'document', label: `Report on ${more.amount ?? share.amount}` }],
});

const sketch = (...entries: Entry[]): Sketch => ({
  stories: [{ slug: 'batteries' }, { slug: 'tariffs' }],
  entities: [{ slug: 'catl' }, { slug: 'byd' }],
  entries,
});

/** The lines under the heading, if it is there. */
function disagreeing(
  entries: Entry[],
  words = 'batteries',
  asking: Parameters<typeof ask>[2] = {},
): string[] {
  const { page } = ask(newsroomWith(sketch(...entries)), words, asking);
  const list = page.parts.find((part) => part.part === 'list' && part.heading === 'Figures that disagree');
  return list
    ? plainText({ parts: [list] })
        .split('\n• ')
        .slice(1)
    : [];
}

describe('figures that disagree', () => {
  test('stand on the briefing, both, with their sources and numbers', () => {
    const lines = disagreeing([figure(), figure({ amount: 41 })]);

    expect(lines).toEqual([
      'CATL’s market share (2025): 37 percent — Report on 37 · E-1',
      'CATL’s market share (2025): 41 percent — Report on 41 · E-2',
    ]);
  });

  test('are found under any spelling of metric and unit', () => {
    expect(
      disagreeing([figure(), figure({ amount: 41, metric: 'CATL MARKET SHARE', unit: '%' })]),
    ).toHaveLength(2);
  });

  test('are found when the other one is filed under another story', () => {
    expect(disagreeing([figure(), figure({ amount: 41 }, { story: 'tariffs' })])).toHaveLength(2);
  });

  test('stand on the entity’s briefing, too', () => {
    expect(disagreeing([figure(), figure({ amount: 41 })], 'entity:catl')).toHaveLength(2);
  });

  test.each<[string, Entry]>([
    ['another year', figure({ amount: 41, asOf: '2024' })],
    ['another company', figure({ amount: 41 }, { entity: 'byd' })],
    ['another metric', figure({ amount: 41, metric: 'CATL’s share of exports' })],
    ['another unit', figure({ amount: 41, unit: 'GWh' })],
    ['the same amount', figure()],
    ['a bound it is within', figure({ amount: 30, bound: 'over' })],
  ])('are not made of figures of %s', (_, other) => {
    expect(disagreeing([figure(), other])).toEqual([]);
  });

  test('an embargoed figure is in no dispute that readers see', () => {
    const secret = { ...figure({ amount: 41 }), embargoedUntil: '2026-03-01T00:00:00.000Z' };

    expect(disagreeing([figure(), secret])).toEqual([]);
    expect(disagreeing([figure(), secret], 'batteries', { viewer: { role: 'editor' } })).toHaveLength(2);
  });

  test('a figure that is withdrawn disputes nothing any more', () => {
    const newsroom = newsroomWith(sketch(figure(), figure({ amount: 41 })));
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-2', reason: 'Misread the table.' }]);

    expect(plainText(ask(newsroom, 'batteries').page)).not.toContain('Figures that disagree');
  });
});

test.each<[string, Partial<Figure>, Partial<Figure>, boolean]>([
  ['80 and 80', { amount: 80 }, { amount: 80 }, false],
  ['80 and 81', { amount: 80 }, { amount: 81 }, true],
  ['over 80 and 85', { amount: 80, bound: 'over' }, { amount: 85 }, false],
  ['over 80 and 80', { amount: 80, bound: 'over' }, { amount: 80 }, true],
  ['over 80 and over 90', { amount: 80, bound: 'over' }, { amount: 90, bound: 'over' }, false],
  ['over 90 and under 80', { amount: 90, bound: 'over' }, { amount: 80, bound: 'under' }, true],
  ['under 80 and 79', { amount: 80, bound: 'under' }, { amount: 79 }, false],
  ['about 80 and 83', { amount: 80, bound: 'about' }, { amount: 83 }, false],
  ['about 80 and 90', { amount: 80, bound: 'about' }, { amount: 90 }, true],
])('%s: %#', (_, one, other, conflict) => {
  const [a, b] = [
    { ...share, ...one },
    { ...share, ...other },
  ];

  expect(disagree(a, b)).toBe(conflict);
  expect(disagree(b, a)).toBe(conflict);
});
