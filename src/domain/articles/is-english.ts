import { wordsOf } from '../language/words-of.ts';
import type { Article } from './article.ts';

const common: ReadonlySet<string> = new Set(
  'the of and to in a is that it for was on with as he by at from his her be are this have has had an or not but they which said who were will would its we you i'.split(
    ' ',
  ),
);
/** Fewer words tell nothing: a headline alone has hardly any of these. */
const fewest = 25;
const leastShare = 0.12;

/** Whether the article can be read for more than its sentences. Where it does not say its language, its words do. */
export function isEnglish({ language, paragraphs }: Pick<Article, 'language' | 'paragraphs'>): boolean {
  if (language !== undefined) return /^en\b/i.test(language);
  const words = wordsOf(paragraphs.slice(0, 40).join(' ').slice(0, 4000));
  const share = words.filter((word) => common.has(word)).length / Math.max(1, words.length);
  const letters = words.join('').replace(/[^\p{L}]/gu, '');
  const latin = letters.replace(/[^\p{Script=Latin}]/gu, '').length / Math.max(1, letters.length);
  return latin > 0.5 && (words.length < fewest || share >= leastShare);
}
