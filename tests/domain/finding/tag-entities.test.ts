import fc from 'fast-check';
import { entityPhrases } from '../../../src/domain/finding/entity-phrases.ts';
import { tagEntities } from '../../../src/domain/finding/tag-entities.ts';
import { wordsOf } from '../../../src/domain/language/words-of.ts';
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
    { slug: 'catl', name: 'CATL', aliases: ['宁德时代', 'كاتل', 'קאטל'] },
    { slug: 'byd', name: 'BYD', aliases: ['ビーワイディー', 'بي واي دي'] },
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
    ['昨日、宁德时代在东京发布', ['catl']],
    ['ビーワイディーは発表した', ['byd']],
    ['قالت كاتل اليوم', ['catl']],
    ['فورد وكاتل وبي واي دي', ['catl']],
    ['קאטל הודיעה', ['catl']],
    ['פורד וקאטל', ['catl']],
    ['the Fords of Dearborn', []],
    ['the Fords’ house, Reuters’ desk', []],
    ['Stellantis’ plan; Jim\nFarley’s, Ford’s.', ['stellantis', 'jim-farley', 'ford']],
    ['the Ford Foundation and Ford', ['ford-foundation', 'ford']],
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

describe('beside a tagger that tries every name at every place', () => {
  const word = fc.constantFrom('ford', 'motor', 'jim', 'us', 'the', '小', '米', 'wá', 'כן');
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const names = fc.array(name, { maxLength: 3 });
  const entities = fc.array(fc.record({ name, aliases: names, weakAliases: names }), { maxLength: 6 });

  /** As the rules say it, without an index: the longest name that stands here, else the next word. */
  function slowly({ entities: rows }: Newsroom, text: string): string[] {
    const words = wordsOf(text);
    const isAt = (phrase: string, from: number) =>
      words.slice(from, from + phrase.split(' ').length).join(' ') === phrase;
    const named: { slug: string; from: number; to: number }[] = [];
    const taken = new Set<number>();
    for (let from = 0; from < words.length; from += 1) {
      const bearers = [...rows.all()].flatMap(({ slug }) =>
        entityPhrases(rows.get(slug)!)
          .strong.filter((phrase) => isAt(phrase, from))
          .map((phrase) => ({ slug, length: phrase.split(' ').length })),
      );
      const length = Math.max(0, ...bearers.map((one) => one.length));
      const longest = new Set(bearers.filter((one) => one.length === length).map((one) => one.slug));
      if (length === 0) continue;
      if (longest.size === 1) {
        named.push({ slug: [...longest][0]!, from, to: from + length });
        for (let at = from; at < from + length; at += 1) taken.add(at);
      }
      from += length - 1;
    }
    for (const slug of new Set(named.map((one) => one.slug))) {
      for (const phrase of entityPhrases(rows.get(slug)!).weak) {
        for (let from = 0; from < words.length; from += 1) {
          const to = from + phrase.split(' ').length;
          const isFree = !words.slice(from, to).some((_, at) => taken.has(from + at));
          if (isAt(phrase, from) && isFree) named.push({ slug, from, to });
        }
      }
    }
    return [...new Set(named.sort((a, b) => a.from - b.from).map((one) => one.slug))];
  }

  test('every text of every newsroom is tagged the same', () => {
    fc.assert(
      fc.property(entities, fc.array(word, { maxLength: 14 }), (drawn, words) => {
        const drawnUp = newsroomWith({
          entities: drawn.map((one, at) => ({ slug: `body-${at}`, ...one })),
        });
        const text = words.join(' ');

        const tagged = tagEntities(drawnUp, text);

        expect(tagged).toEqual(slowly(drawnUp, text));
      }),
      { numRuns: 300 },
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
    const looks = [beginning, phrase].flatMap((index) => [
      jest.spyOn(index, 'at'),
      jest.spyOn(index, 'count'),
    ]);
    const readThrough = [jest.spyOn(large.entities, 'all'), jest.spyOn(large.entities, 'rowKeys')];

    const tagged = tagEntities(large, text);

    const looked = looks.flatMap((look) => look.mock.calls).length;
    expect(looked).toBeLessThan(5 * text.split(' ').length);
    for (const reading of readThrough) expect(reading).not.toHaveBeenCalled();
    expect(tagged).toEqual(['company-7', 'company-12345', 'company-99']);
  });
});
