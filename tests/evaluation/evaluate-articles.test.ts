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
  recall: 0.97,
  precision: 0.97,
  kind: 0.86,
  attribution: 0.84,
  speaker: 0.86,
  entityRecall: 0.9,
  entityPrecision: 0.95,
  questions: 0.8,
} as const;

describe('the articles that no rule was written by', () => {
  const { tallies, entities } = scoreArticles('held-out', reader);

  test.each(Object.entries(floors))('%s does not fall below %d', (measure, floor) => {
    expect(tallies[measure as keyof typeof floors].share).toBeGreaterThanOrEqual(floor);
  });

  test('the people and bodies found are those that are named (F1)', () => {
    expect(entities).toBeGreaterThanOrEqual(0.93);
  });
});
