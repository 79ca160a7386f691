import type { Article } from '../../src/domain/articles/article.ts';
import type { Reading } from '../../src/domain/records/draft.ts';

export interface KnownEntity {
  name: string;
  schema: string;
  aliases?: string[];
}
export interface Tally {
  right: number;
  all: number;
  share: number;
  wrong: string[];
}
export interface Reader {
  read(article: Article, known: readonly KnownEntity[]): Reading;
  entityOf(slug: string, known: readonly KnownEntity[]): KnownEntity | undefined;
}
type Measure =
  | 'recall'
  | 'precision'
  | 'kind'
  | 'attribution'
  | 'attributionExact'
  | 'speaker'
  | 'entityRecall'
  | 'entityPrecision'
  | 'schema'
  | 'questions';

export function scoreArticles(
  set: 'development' | 'held-out' | 'held-out-later' | 'new-voices',
  reader: Reader,
): { tallies: Record<Measure, Tally>; entities: number };
