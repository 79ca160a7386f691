import type { Article } from '../../src/domain/articles/article.ts';
import { readArticle } from '../../src/domain/articles/read-article.ts';
import { createNewsroom, type Newsroom } from '../../src/domain/newsroom.ts';
import type { Proposal, Reading } from '../../src/domain/records/draft.ts';
import type { EntryContent } from '../../src/domain/records/entry.ts';

/** A Wednesday at noon. */
export const readAt = { now: '2026-02-11T12:00:00.000Z', zone: 'UTC' };

/** What is read of an article with these paragraphs, published by the Morning Ledger on Wednesday 11 February 2026. */
export function readParagraphs(
  paragraphs: readonly string[],
  {
    newsroom = createNewsroom(),
    story,
    ...facts
  }: Partial<Article> & { newsroom?: Newsroom; story?: string } = {},
): Reading {
  const article = { publisher: 'Morning Ledger', publishedAt: '2026-02-11', ...facts, paragraphs };
  return readArticle(newsroom, article, { ...readAt, ...(story ? { story } : {}) });
}

/** The lines read of one paragraph. */
export const linesOf = (...paragraphs: readonly string[]): EntryContent[] =>
  readParagraphs(paragraphs).proposals.map(({ content }: Proposal) => content);
