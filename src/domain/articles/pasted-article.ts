import type { Article } from './article.ts';

const longestHeadline = 200;

/** A pasted text as an article: paragraphs by blank lines, or by lines where there are none; a first line alone is its headline. */
export function pastedArticle(text: string, more: Pick<Article, 'publisher' | 'url'> = {}): Article {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  const parted = /\n\s*\n/.test(lines) ? lines.split(/\n\s*\n/) : lines.split('\n');
  const paragraphs = parted.map((words) => words.replace(/\s+/g, ' ').trim()).filter((words) => words !== '');
  const [first = '', ...rest] = paragraphs;
  const isHeadline = rest.length > 0 && first.length <= longestHeadline && !/[.!?:…]["”’)]?$/.test(first);
  return { ...more, ...(isHeadline ? { headline: first, paragraphs: rest } : { paragraphs }) };
}
