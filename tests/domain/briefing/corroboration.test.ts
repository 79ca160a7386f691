import { corroborationOf, originsOf } from '../../../src/domain/briefing/corroboration.ts';
import type { Entry } from '../../../src/domain/records/entry.ts';
import { newsroomWith, type Sketch, sampleNewsroom } from '../../support/newsroom-builder.ts';

type Source = NonNullable<Sketch['sources']>[string];

const ft: Source = { kind: 'publication', label: 'FT report', publisher: 'Financial Times' };
const repeats = (outlet: string, origin = 'Financial Times'): Source => ({
  kind: 'publication',
  label: outlet,
  origin,
});
const familiar = (count?: number): Source => ({
  ...{ kind: 'unnamed', label: 'people familiar with the talks', origin: 'Financial Times' },
  ...(count ? { count } : {}),
});

const entryWith = (...sources: Source[]): Entry =>
  newsroomWith({ entries: [{ text: 'They talked.', sources }] }).entries.get('E-1')!;

describe('corroboration counts origins, not outlets', () => {
  test('five outlets that repeat the FT are one origin', () => {
    const outlets = ['Reuters', 'AP', 'BBC', 'CNN', 'Le Monde'].map((outlet) => repeats(outlet));

    expect(corroborationOf(entryWith(ft, ...outlets))).toEqual({ origins: 1, unnamed: 0, pickUps: 5 });
  });

  test('two newsrooms that each did their own reporting are two', () => {
    expect(corroborationOf(entryWith(ft, { kind: 'publication', label: 'Reuters' }))).toMatchObject({
      origins: 2,
    });
  });

  test('an origin is one however it is spelled', () => {
    expect(
      corroborationOf(entryWith(ft, repeats('AP', 'financial times'), repeats('BBC', 'Financial-Times'))),
    ).toMatchObject({
      origins: 1,
    });
  });

  test.each([
    ['as many as it says', [familiar(4)], 4],
    ['one, when it does not say', [familiar()], 1],
    [
      'the most of any source of one origin, for they may be the same people',
      [familiar(4), { ...familiar(2), label: 'two officials' }],
      4,
    ],
    ['the sum over origins', [familiar(4), { ...familiar(2), origin: 'Reuters' }], 6],
  ])('unnamed people count %s', (_, sources, unnamed) => {
    expect(corroborationOf(entryWith(...sources))).toMatchObject({ unnamed });
  });

  test('one outlet named twice is one pick-up', () => {
    expect(corroborationOf(entryWith(ft, repeats('AP'), repeats('A.P.'), repeats('ap')))).toMatchObject({
      pickUps: 2,
    });
  });

  test('an outlet that names itself as the origin picks nothing up', () => {
    expect(corroborationOf(entryWith(repeats('Financial Times')))).toEqual({
      origins: 1,
      unnamed: 0,
      pickUps: 0,
    });
  });

  test('an entry without sources rests on nothing', () => {
    expect(corroborationOf(entryWith())).toEqual({ origins: 0, unnamed: 0, pickUps: 0 });
  });

  test('the talks of the sample: 1 origin, 4 unnamed sources', () => {
    expect(corroborationOf(sampleNewsroom().entries.get('E-1')!)).toMatchObject({ origins: 1, unnamed: 4 });
  });

  test('of a story’s origins the one most relied upon stands first', () => {
    const { entries } = newsroomWith({
      entries: [
        { text: 'One.', sources: [{ kind: 'document', label: 'SEC filing' }] },
        { text: 'Two.', sources: [ft] },
        { text: 'Three.', sources: [repeats('AP'), ft] },
      ],
    });

    expect(originsOf([...entries.all()]).map((origin) => [origin.name, origin.entries.length])).toEqual([
      ['Financial Times', 2],
      ['SEC filing', 1],
    ]);
  });
});
