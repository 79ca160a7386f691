import { isEnglish } from '../../domain/articles/is-english.ts';

/** Fewer letters leave doubt. */
const leastLetters = 150;

/**
 * The language of the words, where they leave no doubt; else what the article says of itself. A French page whose
 * template says `lang="en"` is common, and would be read by the rules for English.
 */
export async function languageOf(
  paragraphs: readonly string[],
  declared: string | undefined,
): Promise<string | undefined> {
  const text = paragraphs.slice(0, 60).join('\n').slice(0, 6000);
  if (text.replace(/[^\p{L}]/gu, '').length < leastLetters) return declared;
  // The list of languages takes most of a second to load: not for articles that are English beyond doubt.
  if (isEnglish({ paragraphs })) return 'en';
  if (declared !== undefined && declared !== 'en') return declared;
  const { eld } = await import('eld/extrasmall');
  const detected = eld.detect(text);
  return detected.isReliable() ? detected.language : declared;
}
