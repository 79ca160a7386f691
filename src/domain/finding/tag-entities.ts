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
  const { beginning, phrase } = newsroom.entities.by;
  const found: Mention[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (beginning.count(words[from] ?? '') === 0) continue;
    const most = beginning.count(words.slice(from, from + 2).join(' ')) > 0 ? mostWords : 1;
    for (let to = Math.min(words.length, from + most); to > from; to -= 1) {
      const entity = theOne(newsroom, phrase.at(words.slice(from, to).join(' ')));
      if (entity === undefined) continue;
      if (entity !== ambiguous) found.push({ entity, from, to });
      from = to - 1;
      break;
    }
  }
  return found;
}

const ambiguous = Symbol('a name that several bear');

/** Merged entities keep their names, which now mean their successor. Of two that share a name neither is meant. */
function theOne({ entities }: Names, slugs: ReadonlySet<string>): Slug | typeof ambiguous | undefined {
  if (slugs.size === 0) return undefined;
  const meant = new Set([...slugs].map((slug) => successor(entities, slug)));
  const [only] = meant;
  return meant.size === 1 ? only : ambiguous;
}

function weakMentions({ entities }: Names, words: readonly string[], strong: readonly Mention[]): Mention[] {
  const taken = new Set(strong.flatMap(({ from, to }) => words.slice(from, to).map((_, at) => from + at)));
  return [...new Set(strong.map(({ entity }) => entity))].flatMap((slug) => {
    const entity = entities.get(slug);
    const phrases = (entity ? entityPhrases(entity).weak : []).map((phrase) => phrase.split(' '));
    return phrases.flatMap((phrase) =>
      words.flatMap((_, from): Mention[] => {
        const isThere = phrase.every((word, at) => words[from + at] === word && !taken.has(from + at));
        return isThere ? [{ entity: slug, from, to: from + phrase.length }] : [];
      }),
    );
  });
}
