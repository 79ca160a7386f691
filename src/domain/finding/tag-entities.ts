import { wordsOf } from '../language/words-of.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Slug } from '../records/identifiers.ts';
import { entityPhrases } from './entity-phrases.ts';
import { successor } from './find-topic.ts';

/** Where a text names an entity: from this word up to that one. */
export interface Mention {
  entity: Slug;
  from: number;
  to: number;
}

type Names = Pick<Newsroom, 'entities'>;

/** No name has more words; looking for longer ones only takes time. */
const mostWords = 12;

/** The entities that a text names, in the order of their first mention. */
export const tagEntities = (newsroom: Names, text: string): Slug[] => [
  ...new Set(mentionsIn(newsroom, wordsOf(text)).map(({ entity }) => entity)),
];

/**
 * Every mention, whole words only, the longest name first where two overlap: "Ford Foundation" is not Ford.
 * A weak alias counts only where a strong name of the same entity is read in the same text.
 */
export function mentionsIn(newsroom: Names, words: readonly string[]): Mention[] {
  const strong = strongMentions(newsroom, words);
  const weak = weakMentions(newsroom, words, strong);
  return [...strong, ...weak].sort((a, b) => a.from - b.from);
}

function strongMentions(newsroom: Names, words: readonly string[]): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const word = words[from] as string;
    const named = longestName(newsroom, words, from, word) ?? withoutAnd(newsroom, words, from, word);
    if (!named) continue;
    if (named.entity !== ambiguous) found.push({ entity: named.entity, from, to: named.to });
    from = named.to - 1;
  }
  return found;
}

type Named = { entity: Slug | typeof ambiguous; to: number } | undefined;

/** The longest name that begins with `first`, read in place of the word at `from`. */
function longestName(newsroom: Names, words: readonly string[], from: number, first: string): Named {
  const { beginning, phrase } = newsroom.entities.by;
  if (beginning.count(first) === 0) return undefined;
  let longest: Named;
  let read = first;
  const end = Math.min(words.length, from + mostWords);
  for (let to = from + 1; to <= end; to += 1) {
    if (to > from + 1) read += ` ${words[to - 1]}`;
    if (to === from + 2 && beginning.count(read) === 0) break;
    const entity = phrase.count(read) === 0 ? undefined : theOne(newsroom, phrase.at(read));
    if (entity !== undefined) longest = { entity, to };
  }
  return longest;
}

/** Arabic and Hebrew write "and" as the first letter of the next word. A short rest is soon a word of its own. */
function withoutAnd(newsroom: Names, words: readonly string[], from: number, word: string): Named {
  const isJoined = (word.startsWith('\u0648') || word.startsWith('\u05d5')) && word.length >= 5;
  return isJoined ? longestName(newsroom, words, from, word.slice(1)) : undefined;
}

const ambiguous = Symbol('a name that several bear');

/** Merged entities keep their names, which now mean their successor. Of two that share a name neither is meant. */
function theOne({ entities }: Names, slugs: ReadonlySet<string>): Slug | typeof ambiguous | undefined {
  let only: Slug | undefined;
  for (const slug of slugs) {
    const meant = successor(entities, slug);
    // Thousands may share a name: with the second it is clear.
    if (only !== undefined && only !== meant) return ambiguous;
    only = meant;
  }
  return only;
}

function weakMentions({ entities }: Names, words: readonly string[], strong: readonly Mention[]): Mention[] {
  const wanted = [...new Set(strong.map(({ entity }) => entity))].flatMap((slug) => {
    const entity = entities.get(slug);
    return (entity ? entityPhrases(entity).weak : []).map((phrase) => ({ slug, phrase: phrase.split(' ') }));
  });
  if (wanted.length === 0) return [];
  const taken = new Set<number>();
  for (const { from, to } of strong) for (let at = from; at < to; at += 1) taken.add(at);
  return wanted.flatMap(({ slug, phrase }) =>
    words.flatMap((_, from): Mention[] => {
      const isThere = phrase.every((word, at) => words[from + at] === word && !taken.has(from + at));
      return isThere ? [{ entity: slug, from, to: from + phrase.length }] : [];
    }),
  );
}
