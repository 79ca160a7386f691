import fc from 'fast-check';
import { tagEntities } from '../../../src/domain/finding/tag-entities.ts';
import { createNewsroom, type Newsroom } from '../../../src/domain/newsroom.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';

const newsroom = newsroomWith({
  entities: [
    { slug: 'ford' },
    { slug: 'ford-foundation', name: 'Ford Foundation' },
    { slug: 'jim-farley', name: 'Jim Farley', aliases: ['Farley'], schema: 'Person' },
    { slug: 'stellantis', name: 'Stellantis', previousNames: ['Fiat Chrysler'] },
    { slug: 'select-committee', name: 'House Select Committee on China', weakAliases: ['the Committee'] },
    { slug: 'china', name: 'China', schema: 'Place' },
    { slug: 'united-states', name: 'United States', weakAliases: ['US'], schema: 'Place' },
    { slug: 'citroen', name: 'Citroën' },
    { slug: 'xiaomi', name: 'Xiaomi', aliases: ['小米', '小米科技'] },
    { slug: 'at-t', name: 'AT&T' },
    { slug: 'mcdonalds', name: 'McDonald’s' },
    { slug: 'reuters-1', name: 'First Reuters', aliases: ['Reuters'] },
    { slug: 'reuters-2', name: 'Second Reuters', aliases: ['Reuters'] },
  ],
});

describe('the entities that a text names', () => {
  test.each([
    ['Ford declined to comment', ['ford']],
    ['FORD, Xiaomi and ford again', ['ford', 'xiaomi']],
    ["Ford’s talks; Xiaomi's cars", ['ford', 'xiaomi']],
    ['“Ford”–Xiaomi (Farley)', ['ford', 'xiaomi', 'jim-farley']],
    ['Jim Farley’s firm', ['jim-farley']],
    ['Fiat Chrysler as it was', ['stellantis']],
    ['citroen and CITROËN', ['citroen']],
    ['a McDonald’s, an AT&T', ['mcdonalds', 'at-t']],
    ['Fordham affords a Fordlike view', []],
    ['The Ford Foundation gave', ['ford-foundation']],
    ['The House Select Committee on China met', ['select-committee']],
    ['福特与小米科技谈判', ['xiaomi']],
    ['米小', []],
    ['', []],
    ['constructor __proto__ toString', []],
  ])('%j names %j', (text, slugs) => {
    expect(tagEntities(newsroom, text)).toEqual(slugs);
  });

  test('a name too common to stand alone names nobody', () => {
    expect(tagEntities(newsroom, 'the Committee met in the US')).toEqual([]);
  });

  test('of two that share a name neither is meant', () => {
    expect(tagEntities(newsroom, 'Reuters and Ford')).toEqual(['ford']);
  });

  test('a merged entity’s name means its successor, a new alias is known at once', () => {
    const changing = newsroomWith({
      entities: [{ slug: 'ford' }, { slug: 'ford-motor', name: 'Ford Motor Company' }],
    });

    act(changing, [
      { type: 'entity-merged', slug: 'ford-motor', into: 'ford' },
      { type: 'entity-edited', slug: 'ford', set: { aliases: ['Blue Oval'] } },
    ]);

    expect(tagEntities(changing, 'Ford Motor Company')).toEqual(['ford']);
    expect(tagEntities(changing, 'the blue oval')).toEqual(['ford']);
  });

  test('whatever the text, every entity found is on record and named by its words', () => {
    const words = fc.constantFrom(
      'Ford',
      'Foundation',
      'Jim',
      'Farley',
      '小',
      '米',
      'US',
      'the',
      'Committee',
      '’s',
      '&',
    );

    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 12 }), (typed) => {
        for (const slug of tagEntities(newsroom, typed.join(' ')))
          expect(newsroom.entities.get(slug)).toBeDefined();
      }),
    );
  });
});

describe('among 100,000 names', () => {
  const large: Newsroom = createNewsroom();
  const companies = Array.from({ length: 25_000 }, (_, at) => ({
    type: 'entity-added' as const,
    entity: {
      slug: `company-${at}`,
      schema: 'Company' as const,
      name: `The Company Number ${at}`,
      aliases: [`CN${at}`, `The ${at} Group`, `Number ${at} Holdings`],
      previousNames: [],
      weakAliases: [],
    },
  }));
  act(large, companies);

  test('a text of 5,000 characters is read by looking words up, not by going through the names', () => {
    const sentence = 'The CN7 and the company number 12345, formerly the 99 Group, met the unknown. ';
    const text = sentence.repeat(65).slice(0, 5000);
    const { beginning, phrase } = large.entities.by;
    const looks = [jest.spyOn(beginning, 'at'), jest.spyOn(phrase, 'at')];
    const readThrough = [jest.spyOn(large.entities, 'all'), jest.spyOn(large.entities, 'rowKeys')];

    const tagged = tagEntities(large, text);

    const looked = looks.flatMap((look) => look.mock.calls).length;
    expect(looked).toBeLessThan(5 * text.split(' ').length);
    for (const reading of readThrough) expect(reading).not.toHaveBeenCalled();
    expect(tagged).toEqual(['company-7', 'company-12345', 'company-99']);
  });
});
