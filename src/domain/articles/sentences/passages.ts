import { cutText } from '../../language/cut-text.ts';
import { wordsOf } from '../../language/words-of.ts';
import { mostProposals } from '../../records/draft.ts';
import { isOffTheRecord } from '../../rules/off-the-record.ts';
import type { Article } from '../article.ts';
import { endsArticle, isBoilerplate, isCaption, isEndOfSentence, isOwnCaveat } from './boilerplate.ts';
import { maskQuotations, type Quotation, quotationsIn } from './quotations.ts';
import { splitSentences } from './split-sentences.ts';

/** A sentence that says something, with what it takes to read it. */
export interface Sentence {
  text: string;
  paragraph: number;
  quotations: Quotation[];
  /** The sentence without what is quoted in it; the same length. */
  masked: string;
  /** Said by the one who is interviewed. */
  isAnswer: boolean;
}

export interface Passages {
  headline?: string;
  sentences: Sentence[];
  /** What the outlet says it could not find out for itself. */
  caveats: string[];
  /** All of its statements are here: those that came beyond what is read are not. */
  isWhole: boolean;
}

/** What is read of an article. */
const mostCharacters = 150_000;
const mostSentences = mostProposals;
const longestSentence = 3000;

const dateline =
  /^\p{Lu}[\p{Lu}\s.,'’/-]{2,40}(?:,\s+\p{Lu}\p{L}{2,8}\.?\s+\d{1,2})?\s*(?:\([^)]{2,40}\)\s*)?(?:[–—-]{1,2}|:)\s+(?=[\p{Lu}"“‘])/u;
const answer = /^(?:A|Answer)\s*[.:]\s+/;

const controls = /[\p{Cc}\p{Cs}]+/gu;
/** Nobody sees these, and some turn the direction of what follows; joiners within words stay. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

export const plainLine = (text: string): string =>
  text.replace(controls, ' ').replace(unseen, '').replace(/\s+/g, ' ').trim();

const hasWords = /[\p{L}\p{N}]/u;
const sameWords = (text: string): string => wordsOf(text).join(' ');

/** The statements of an article in order, each once; its furniture left out. */
export function passagesOf(article: Article): Passages {
  const paragraphs = shownParagraphs(article);
  const title = article.headline === undefined ? titleOf(paragraphs) : plainLine(article.headline);
  const headline = title !== undefined && isOffTheRecord({ text: title }) ? undefined : title;
  const isProse = paragraphs.some((paragraph) => isEndOfSentence.test(paragraph));
  const seen = new Set(headline ? [sameWords(headline)] : []);
  const found: Passages = { ...(headline ? { headline } : {}), sentences: [], caveats: [], isWhole: false };
  let read = 0;
  for (const [at, shown] of paragraphs.entries()) {
    const paragraph = read < 3 ? shown.replace(dateline, '') : shown;
    if (found.sentences.length > 0 && isProse && endsArticle(paragraph)) break;
    if (isBoilerplate(paragraph) || (isProse && isCaption(paragraph))) continue;
    read += 1;
    const isAnswer = answer.test(paragraph);
    for (const text of onTheRecord(splitSentences(isAnswer ? paragraph.replace(answer, '') : paragraph))) {
      if (found.sentences.length >= mostSentences) return found;
      readSentence(text, { at, isAnswer, seen, publisher: article.publisher }, found);
    }
  }
  return { ...found, isWhole: found.sentences.length > 0 && lengthOf(article) <= mostCharacters };
}

const lengthOf = ({ paragraphs }: Article): number =>
  paragraphs.reduce((sum, { length }) => sum + length + 1, 0);

function readSentence(
  whole: string,
  context: { at: number; isAnswer: boolean; seen: Set<string>; publisher: string | undefined },
  { sentences, caveats }: Passages,
): void {
  if (!hasWords.test(whole) || isBoilerplate(whole)) return;
  const text = cutText(whole, longestSentence);
  if (isOwnCaveat(text, context.publisher)) return void caveats.push(text);
  const words = sameWords(text);
  if (words !== '' && context.seen.has(words)) return;
  context.seen.add(words);
  const quotations = quotationsIn(text);
  sentences.push({
    text,
    paragraph: context.at,
    quotations,
    masked: maskQuotations(text, quotations),
    isAnswer: context.isAnswer,
  });
}

/**
 * Without what is said off the record, nor the quotations before and behind that belong to it. Asked of whole
 * sentences: what is cut off later may be the words that bind us.
 */
function onTheRecord(sentences: readonly string[]): string[] {
  const isOff = sentences.map((text) => isOffTheRecord({ text }));
  if (!isOff.includes(true)) return [...sentences];
  const spread = (from: number, step: number) => {
    for (let at = from + step; /["“«„]/.test(sentences[at] ?? ''); at += step) isOff[at] = true;
  };
  for (const [at, off] of [...isOff.entries()]) {
    if (!off) continue;
    spread(at, -1);
    spread(at, 1);
  }
  return sentences.filter((_, at) => !isOff[at]);
}

function shownParagraphs({ paragraphs }: Article): string[] {
  const shown: string[] = [];
  let left = mostCharacters;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const plain = plainLine(paragraph.slice(0, left));
    left -= paragraph.length + 1;
    if (plain !== '') shown.push(plain);
  }
  return shown;
}

/** An article without a headline of its own may begin with one: a line that is no sentence, before others that are. */
function titleOf([first = '', ...others]: readonly string[]): string | undefined {
  const isTitle = first.length <= 300 && isCaption(first) && others.some((one) => isEndOfSentence.test(one));
  return isTitle && !isBoilerplate(first) ? first : undefined;
}
