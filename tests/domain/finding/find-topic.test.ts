import { findTopics } from '../../../src/domain/finding/find-topic.ts';
import { cleanText } from '../../../src/domain/language/clean-text.ts';
import { readTopicRequest } from '../../../src/domain/language/topic-request.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import { topicKey } from '../../../src/domain/records/identifiers.ts';
import { act, newsroomWith, sampleNewsroom } from '../../support/newsroom-builder.ts';

const findIn = (newsroom: Newsroom, typed: string) =>
  findTopics(newsroom, readTopicRequest(cleanText(typed)).about);

/** The topics as keys, or the problem's name. */
function found(newsroom: Newsroom, typed: string): string[] | string {
  const topics = findIn(newsroom, typed);
  return isProblem(topics) ? topics.problem : topics.map(topicKey);
}

function choices(newsroom: Newsroom, typed: string): string[] {
  const problem = findIn(newsroom, typed);
  if (!isProblem(problem) || problem.problem !== 'ambiguous-topic') throw new Error('it was not ambiguous');
  return problem.choices.map(({ topic }) => topicKey(topic));
}

const near = (newsroom: Newsroom, typed: string): string[] => {
  const problem = findIn(newsroom, typed);
  if (!isProblem(problem) || problem.problem !== 'unknown-topic') throw new Error('it was known');
  return problem.near.map(({ topic }) => topicKey(topic));
};

describe('a topic is found by', () => {
  const newsroom = newsroomWith({
    stories: [{ slug: 'ford-xiaomi', headline: 'Ford and Xiaomi talk', aliases: ['Ford–Xiaomi JV'] }],
    entities: [
      { slug: 'jim-farley', name: 'Jim Farley', aliases: ['Farley'] },
      { slug: 'nestle', name: 'Nestlé', previousNames: ['Anglo-Swiss Condensed Milk'] },
      { slug: 'johnson', name: 'Johnson & Johnson' },
      { slug: 'byd', name: '比亚迪', aliases: ['BYD'] },
      { slug: 'yandex', name: 'Яндекс' },
      { slug: 'committee', name: 'House Select Committee', weakAliases: ['Committee on China'] },
    ],
  });

  test.each([
    ['its slug', 'ford-xiaomi', 'story:ford-xiaomi'],
    ['its slug in capitals', 'FORD-XIAOMI', 'story:ford-xiaomi'],
    ['its slug without the hyphen', 'ford xiaomi', 'story:ford-xiaomi'],
    ['its headline', 'Ford and Xiaomi talk', 'story:ford-xiaomi'],
    ['an alias', 'ford-xiaomi jv', 'story:ford-xiaomi'],
    ['a channel of its name', '<#C01|ford-xiaomi>', 'story:ford-xiaomi'],
    ['an entity’s slug', 'jim-farley', 'entity:jim-farley'],
    ['its name in any case', 'jIM FARLEY', 'entity:jim-farley'],
    ['its slug as words', 'jim farley', 'entity:jim-farley'],
    ['its alias', 'farley', 'entity:jim-farley'],
    ['its possessive', 'Jim Farley’s', 'entity:jim-farley'],
    ['quotes and punctuation about it', '“Farley”?', 'entity:jim-farley'],
    ['its name without the accents', 'nestle', 'entity:nestle'],
    ['its name with other accents', 'Nèstlè', 'entity:nestle'],
    ['a former name', 'anglo swiss condensed milk', 'entity:nestle'],
    ['a name with a sign in it', 'johnson &amp; johnson', 'entity:johnson'],
    ['a name in another script', '比亚迪', 'entity:byd'],
    ['that script in any case', 'ЯНДЕКС', 'entity:yandex'],
    ['a forced name', 'entity:Jim Farley', 'entity:jim-farley'],
    ['a forced slug', 'story:ford-xiaomi', 'story:ford-xiaomi'],
  ])('%s: %s', (_, typed, key) => {
    expect(found(newsroom, typed)).toEqual([key]);
  });

  test.each([
    ['a name that is too common', 'committee on china'],
    ['the other kind when one is forced', 'story:jim-farley'],
    ['the other kind’s slug when one is forced', 'entity:ford-xiaomi'],
    ['an emoji', '🚗'],
    ['a sign', '&'],
    ['part of a name', 'jim'],
  ])('but not by %s: %s', (_, typed) => {
    expect(found(newsroom, typed)).toBe('unknown-topic');
  });
});

describe('two topics', () => {
  const newsroom = sampleNewsroom();

  test.each([
    ['in a row', 'ford xiaomi', ['entity:ford', 'entity:xiaomi']],
    ['in the other order', 'xiaomi ford', ['entity:xiaomi', 'entity:ford']],
    ['one of several words', 'jim farley catl', ['entity:jim-farley', 'entity:catl']],
    ['both of several words', 'jim farley financial times', ['entity:jim-farley', 'entity:financial-times']],
    ['with “and”', 'ford and xiaomi', ['entity:ford', 'entity:xiaomi']],
    ['with “vs”', 'Ford vs Xiaomi', ['entity:ford', 'entity:xiaomi']],
    ['with a sign', 'ford &amp; xiaomi', ['entity:ford', 'entity:xiaomi']],
    ['with a comma', 'ford, xiaomi', ['entity:ford', 'entity:xiaomi']],
    ['a story and an entity', 'ford-xiaomi catl', ['story:ford-xiaomi', 'entity:catl']],
    ['both forced', 'entity:ford story:ford-xiaomi', ['entity:ford', 'story:ford-xiaomi']],
    ['one of them twice', 'entity:ford entity:ford', ['entity:ford']],
  ])('%s: %s', (_, typed, keys) => {
    expect(found(newsroom, typed)).toEqual(keys);
  });

  test.each(['entity:ford entity:xiaomi entity:catl', 'ford xiaomi entity:catl'])(
    '%s are one too many',
    (typed) => {
      expect(found(newsroom, typed)).toBe('too-many-topics');
    },
  );

  test('of three in a row nothing is guessed', () => {
    expect(found(newsroom, 'ford xiaomi catl')).toBe('unknown-topic');
  });
});

describe('a word that more than one bears', () => {
  const newsroom = newsroomWith({
    stories: [{ slug: 'ford', headline: 'The carmaker' }],
    entities: [
      { slug: 'ford', name: 'Ford' },
      { slug: 'ford-foundation', name: 'Ford Foundation', aliases: ['Ford'] },
      { slug: 'gerald-ford', name: 'Ford', schema: 'Person' },
    ],
  });

  test('leaves the choice to the person', () => {
    expect(choices(newsroom, 'Ford')).toEqual([
      'story:ford',
      'entity:ford',
      'entity:ford-foundation',
      'entity:gerald-ford',
    ]);
  });

  test('shows each choice by its name', () => {
    const problem = findIn(newsroom, 'Ford');

    expect(problem).toMatchObject({
      typed: 'Ford',
      choices: [{ name: 'The carmaker' }, {}, { name: 'Ford Foundation' }, {}],
    });
  });

  test.each(['story:ford', 'entity:ford', 'entity:ford-foundation', 'entity:gerald-ford'])(
    '%s, forced, is that one and no other',
    (key) => {
      expect(found(newsroom, key)).toEqual([key]);
    },
  );

  test('a forced alias that two entities share is still a choice', () => {
    const twins = newsroomWith({
      entities: [
        { slug: 'apple-inc', name: 'Apple' },
        { slug: 'apple-records', name: 'Apple' },
      ],
    });

    expect(choices(twins, 'entity:apple')).toEqual(['entity:apple-inc', 'entity:apple-records']);
  });
});

describe('merged and renamed topics', () => {
  const sketch = {
    stories: [{ slug: 'ford-talks', aliases: ['Ford Talks'] }, { slug: 'ford-xiaomi' }, { slug: 'ford-jv' }],
    entities: [
      { slug: 'facebook', name: 'Facebook', aliases: ['FB'] },
      { slug: 'meta', name: 'Meta' },
      { slug: 'meta-platforms', name: 'Meta Platforms' },
    ],
  };

  test('a merged story leads to the one that took its place, however often that was', () => {
    const newsroom = newsroomWith(sketch);
    act(newsroom, [{ type: 'story-merged', slug: 'ford-talks', into: 'ford-xiaomi' }]);
    act(newsroom, [{ type: 'story-merged', slug: 'ford-xiaomi', into: 'ford-jv' }]);

    for (const typed of ['ford-talks', 'story:ford-talks', 'Ford Talks', 'ford-xiaomi'])
      expect(found(newsroom, typed)).toEqual(['story:ford-jv']);
  });

  test('a merged entity leads to its successor by slug, name and alias', () => {
    const newsroom = newsroomWith(sketch);
    act(newsroom, [{ type: 'entity-merged', slug: 'facebook', into: 'meta' }]);
    act(newsroom, [{ type: 'entity-merged', slug: 'meta', into: 'meta-platforms' }]);

    for (const typed of ['facebook', 'entity:facebook', 'FB', 'Meta'])
      expect(found(newsroom, typed)).toEqual(['entity:meta-platforms']);
  });

  test('a word for both a merged topic and its successor is not ambiguous', () => {
    const newsroom = newsroomWith({
      entities: [{ slug: 'ford' }, { slug: 'ford-motor', aliases: ['Ford'] }],
    });
    act(newsroom, [{ type: 'entity-merged', slug: 'ford', into: 'ford-motor' }]);

    expect(found(newsroom, 'ford')).toEqual(['entity:ford-motor']);
  });

  test('a story that was renamed twice is found under all three slugs', () => {
    const newsroom = newsroomWith(sketch);
    act(newsroom, [{ type: 'story-renamed', slug: 'ford-xiaomi', to: 'xiaomi-plant' }]);
    act(newsroom, [{ type: 'story-renamed', slug: 'ford-xiaomi', to: 'xiaomi-michigan' }]);

    for (const typed of ['ford-xiaomi', 'xiaomi-plant', 'xiaomi-michigan', 'XIAOMI PLANT'])
      expect(found(newsroom, typed)).toEqual(['story:ford-xiaomi']);
  });

  test('an entity’s alias no longer leads to it once it is taken away', () => {
    const newsroom = newsroomWith(sketch);
    act(newsroom, [{ type: 'entity-edited', slug: 'facebook', set: { aliases: [] } }]);

    expect(found(newsroom, 'FB')).toBe('unknown-topic');
  });
});

describe('a word that nothing bears', () => {
  const newsroom = newsroomWith({
    stories: [{ slug: 'ford-xiaomi', headline: 'Talks in Detroit' }],
    entities: [
      { slug: 'xiaomi' },
      { slug: 'xiamen', schema: 'Place' },
      { slug: 'catl' },
      { slug: 'michigan' },
    ],
  });

  test('gets the nearest names, the best first', () => {
    expect(near(newsroom, 'xiaomy')).toEqual(['entity:xiaomi', 'story:ford-xiaomi', 'entity:xiamen']);
  });

  test('gets what it is the beginning of', () => {
    expect(near(newsroom, 'mich')[0]).toBe('entity:michigan');
  });

  test('gets what two swapped letters stood for', () => {
    expect(near(newsroom, 'calt')[0]).toBe('entity:catl');
  });

  test('gets three names at most', () => {
    const many = newsroomWith({ entities: Array.from({ length: 9 }, (_, at) => ({ slug: `ford-${at}` })) });

    expect(near(many, 'ford')).toHaveLength(3);
  });

  test('gets none when nothing is like it', () => {
    expect(near(newsroom, 'zzzzzzzz')).toEqual([]);
  });

  test('is not led to a topic that was merged away', () => {
    const merged = newsroomWith({ entities: [{ slug: 'xiaomi' }, { slug: 'xiaomi-corp' }] });
    act(merged, [{ type: 'entity-merged', slug: 'xiaomi', into: 'xiaomi-corp' }]);

    expect(near(merged, 'xiaomy')).toEqual(['entity:xiaomi-corp']);
  });
});
