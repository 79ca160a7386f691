import type { Article } from '../../domain/articles/article.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { FeedItem } from '../formats/read-feed.ts';
import type { Format } from '../sniff-format.ts';

/** What the reading thread is asked, and what it answers. */
export type Job =
  | { read: 'article'; format: Format; text: string; url?: string; now: string }
  | { read: 'feed'; text: string; url?: string };
export interface Answers {
  article: Article;
  feed: FeedItem[];
}
export type Answer = Answers[Job['read']] | Problem;

type ArticleJob = Extract<Job, { read: 'article' }>;

/** Each reader is loaded when it is needed: plain text needs none of them. */
const readers: { [F in ArticleJob['format']]: (job: ArticleJob) => Promise<Article | Problem> } = {
  text: async ({ text }) => (await import('../formats/read-text.ts')).readText(text),
  html: async ({ text, url }) => (await import('../formats/read-html.ts')).readHtml(text, url ? { url } : {}),
  // No article is read from XML, but whoever sent some that is broken is told where.
  xml: async ({ text }) => {
    const fault = (await import('../formats/find-xml-fault.ts')).findXmlFault(text);
    return fault
      ? { problem: 'input-malformed', format: 'XML', ...fault }
      : { problem: 'no-article', format: 'XML' };
  },
  json: async ({ text, now, url }) => {
    const { readNinjs } = await import('../formats/read-ninjs.ts');
    return readNinjs(text, { now, ...(url ? { url } : {}) });
  },
};

export async function readJob(job: Job): Promise<Answer> {
  try {
    return job.read === 'feed' ? await readFeedItems(job) : await readArticle(job);
  } catch (fault) {
    // The stack is the first thing to end when something is nested without end.
    if (fault instanceof RangeError) return { problem: 'input-unsafe', why: 'deep' };
    throw fault;
  }
}

async function readArticle(job: ArticleJob): Promise<Article | Problem> {
  const article = await readers[job.format](job);
  return isProblem(article) ? article : withLanguage(article);
}

async function readFeedItems({ text, url }: Extract<Job, { read: 'feed' }>): Promise<FeedItem[] | Problem> {
  const { readFeed } = await import('../formats/read-feed.ts');
  const items = readFeed(text, url);
  if (isProblem(items)) return items;
  if (items.length === 0) return { problem: 'no-article', format: 'feed' };
  const told: FeedItem[] = [];
  for (const { id, article } of items) {
    const read = await withLanguage(article);
    if (!isProblem(read)) told.push({ id, article: read });
  }
  return told;
}

const hasWords = /[\p{L}\p{N}]/u;

async function withLanguage(article: Article): Promise<Article | Problem> {
  const { language: declared, ...rest } = article;
  if (!article.paragraphs.some((paragraph) => hasWords.test(paragraph))) return { problem: 'input-empty' };
  const { languageOf } = await import('../formats/language-of.ts');
  const language = await languageOf(article.paragraphs, declared);
  return { ...rest, ...(language ? { language } : {}) };
}
