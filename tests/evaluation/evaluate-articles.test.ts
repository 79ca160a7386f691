import { readArticle } from '../../src/domain/articles/read-article.ts';
import type { Entity } from '../../src/domain/records/entity.ts';
import { newsroomWith } from '../support/newsroom-builder.ts';
import { type KnownEntity, scoreArticles } from './score-articles.js';

const slugOf = ({ name }: KnownEntity): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const reader = {
  read: (article: Parameters<typeof readArticle>[1], known: readonly KnownEntity[]) =>
    readArticle(
      newsroomWith({
        entities: known.map(({ name, schema, aliases = [] }) => ({
          slug: slugOf({ name, schema }),
          schema: schema as Entity['schema'],
          name,
          aliases,
        })),
      }),
      article,
      { now: '2026-12-01T09:00:00.000Z', zone: 'UTC' },
    ),
  entityOf: (slug: string, known: readonly KnownEntity[]) => known.find((one) => slugOf(one) === slug),
};

/** A little below what was measured (docs/importing.md): a change of the rules that reads worse is seen here. */
const floors = {
  'held-out': {
    recall: 0.97,
    precision: 0.97,
    kind: 0.86,
    attribution: 0.85,
    speaker: 0.88,
    entityRecall: 0.91,
    entityPrecision: 0.95,
    questions: 0.8,
  },
  'held-out-later': {
    recall: 0.97,
    precision: 0.97,
    kind: 0.9,
    attribution: 0.8,
    speaker: 0.9,
    entityRecall: 0.85,
    entityPrecision: 0.94,
    questions: 0.6,
  },
  'new-voices': {
    recall: 0.99,
    precision: 0.99,
    kind: 0.89,
    attribution: 0.95,
    speaker: 0.96,
    entityRecall: 0.96,
    entityPrecision: 0.97,
    questions: 0.85,
  },
} as const;
const sets = ['held-out', 'held-out-later', 'new-voices'] as const;

describe.each(sets)('the articles of the set %s', (set) => {
  const { tallies } = scoreArticles(set, reader);

  test.each(Object.entries(floors[set]))('%s does not fall below %d', (measure, floor) => {
    expect(tallies[measure as keyof typeof tallies].share).toBeGreaterThanOrEqual(floor);
  });
});

test('the people and bodies of the first articles held out are those that are named (F1)', () => {
  expect(scoreArticles('held-out', reader).entities).toBeGreaterThanOrEqual(0.94);
});
