import { phraseOf } from '../language/words-of.ts';
import type { Entity } from '../records/entity.ts';

/** The names of an entity as the words they are found by. */
interface Phrases {
  /** Names that stand for it wherever they are read. */
  strong: readonly string[];
  /** Names too common to stand for it alone. */
  weak: readonly string[];
}

// Rows are never altered, so what was made of one holds as long as the row.
const known = new WeakMap<Entity, Phrases>();

/** In a script without spaces one character is no name: it is found in half of all words. */
const tells = (phrase: string): boolean => phrase.length > 1 || /^[a-z0-9]$/.test(phrase);

const phrasesOf = (names: readonly string[]): string[] => [...new Set(names.map(phraseOf).filter(tells))];

export function entityPhrases(entity: Entity): Phrases {
  const found = known.get(entity);
  if (found) return found;
  const phrases = {
    strong: phrasesOf([entity.name, ...entity.aliases, ...entity.previousNames]),
    weak: phrasesOf(entity.weakAliases),
  };
  known.set(entity, phrases);
  return phrases;
}

/** The first word and the first two: a text has few words that begin a name, and fewer pairs. Some are told twice. */
export const beginningsOf = ({ strong }: Phrases): string[] =>
  strong.flatMap((phrase) => {
    const first = wordEnd(phrase, 0);
    return first === phrase.length
      ? [phrase]
      : [phrase.slice(0, first), phrase.slice(0, wordEnd(phrase, first + 1))];
  });

function wordEnd(phrase: string, from: number): number {
  const at = phrase.indexOf(' ', from);
  return at === -1 ? phrase.length : at;
}
