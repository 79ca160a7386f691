import { Readability } from '@mozilla/readability';
import type { Article } from '../../domain/articles/article.ts';
import { isEndOfSentence } from '../../domain/articles/sentences/boilerplate.ts';
import type { Problem } from '../../domain/problem.ts';
import { blockText } from './block-text.ts';
import { type Dom, type DomElement, isWholePage, parsePage } from './dom.ts';
import { factsOf, webAddress } from './html-facts.ts';
import { dangerIn } from './markup-bounds.ts';

/** A page without a paragraph of this length says nothing that could be read: a menu, a form, a login. */
const leastParagraph = 60;
const mostLinked = 0.6;

/** The article of a web page, without what surrounds it. Nothing in the page is run, nothing is fetched. */
export function readHtml(html: string, { url }: { url?: string } = {}): Article | Problem {
  const why = dangerIn(html);
  if (why) return { problem: 'input-unsafe', why };
  const page = parsePage(html);
  if (blockText(page.body).length === 0) return { problem: 'input-empty' };
  // Before the reader takes the page apart.
  const facts = factsOf(page);
  const heading = onlyHeading(page);
  const read = new Readability<DomElement>(page as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomElement,
  }).parse();
  const content = read?.content;
  const paragraphs = content ? blockText(content) : [];
  if (!content || !isArticle(content, paragraphs)) {
    const piece = isWholePage(html) ? undefined : copiedPiece(html);
    return piece ?? { problem: 'no-article', format: 'HTML' };
  }
  const headline = headlineOf(facts.headline || read.title?.trim(), heading);
  const address = webAddress(url) ?? facts.url;
  return {
    ...facts,
    ...(headline ? { headline } : {}),
    ...(address ? { url: address } : {}),
    paragraphs: headline ? withoutHeadline(paragraphs, headline) : paragraphs,
  };
}

/** A piece of HTML that is known to be the article: the body of a news item, the item of a feed. */
export function readFragment(html: string): string[] | Problem {
  const why = dangerIn(html);
  if (why) return { problem: 'input-unsafe', why };
  const page: Dom = parsePage(html);
  return blockText(page.body);
}

/** A few paragraphs that somebody copied: short as they are, they are what was meant. */
function copiedPiece(html: string): Article | undefined {
  const { body } = parsePage(html);
  const paragraphs = blockText(body);
  const says = paragraphs.some((paragraph) => isEndOfSentence.test(paragraph));
  return says && isMostlyOwn(body, paragraphs) ? { paragraphs } : undefined;
}

function isArticle(content: DomElement, paragraphs: readonly string[]): boolean {
  return paragraphs.some(({ length }) => length >= leastParagraph) && isMostlyOwn(content, paragraphs);
}

/** Not a menu, whose words are links. */
function isMostlyOwn(content: DomElement, paragraphs: readonly string[]): boolean {
  const all = paragraphs.join('').length;
  const linked = [...content.querySelectorAll('a')].reduce(
    (sum, { textContent }) => sum + textContent.length,
    0,
  );
  return linked <= all * mostLinked;
}

/** Titles mostly go on with whose page it is: “Ferry sinks | Morning Ledger”. */
function headlineOf(title: string | undefined, heading: string | undefined): string | undefined {
  if (!title || !heading || !title.startsWith(heading)) return title || heading;
  return /^\s*[|–—·-]\s/.test(title.slice(heading.length)) ? heading : title;
}

function onlyHeading(page: Dom): string | undefined {
  const [first, ...others] = page.querySelectorAll('h1');
  return others.length === 0 ? first?.textContent.replace(/\s+/g, ' ').trim() : undefined;
}

const withoutHeadline = ([first, ...rest]: readonly string[], headline: string): string[] =>
  first === undefined || first === headline ? rest : [first, ...rest];
