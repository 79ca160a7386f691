import { wordsOf } from '../language/words-of.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';

/** Of a story with thousands of entries the latest: what is told again was told lately. */
const mostLookedAt = 300;
const leastWords = 4;
const leastShared = 0.7;

/** Words that say something; `the` and `has` are shared by all. */
const tellingWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 3 || /\d/.test(word)));

/**
 * Finds an entry of the story that says nearly the same as a text, since an article mostly tells what others told
 * before. Entries under embargo are not found: who reads a draft may not know of them.
 */
export function alikeIn(
  { entries }: Pick<Newsroom, 'entries'>,
  story: Slug,
): (text: string) => Entry | undefined {
  let told: Told[] | undefined;
  return (text) => {
    told ??= toldIn(entries, story);
    const words = tellingWords(text);
    let best: { entry: Entry; share: number } | undefined;
    for (const { entry, words: other } of told) {
      const [few, many] = words.size < other.size ? [words, other] : [other, words];
      if (few.size < leastWords) continue;
      const share = [...few].filter((word) => many.has(word)).length / few.size;
      if (share >= leastShared && share > (best?.share ?? 0)) best = { entry, share };
    }
    return best?.entry;
  };
}

interface Told {
  entry: Entry;
  words: Set<string>;
}

function toldIn(entries: Newsroom['entries'], story: Slug): Told[] {
  const keys = [...entries.by.story.at(story)].slice(-mostLookedAt);
  return keys.flatMap((key) => {
    const entry = entries.get(key);
    const isOpen = entry && !entry.withdrawn && entry.embargoedUntil === undefined;
    return isOpen ? [{ entry, words: tellingWords(entry.text) }] : [];
  });
}
