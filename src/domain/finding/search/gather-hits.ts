import { documentIn, inNamesOf, inTextOf } from './postings.ts';
import type { SearchShelf } from './search-shelf.ts';
import { endOfName, endOfNames } from './search-shelf.ts';

/** A word of the shelf that stands for one that was typed, and how well it does: 1 is the word itself. */
export interface Meant {
  word: number;
  weight: number;
  /** How much is said by its being there: rare words say more. */
  rarity: number;
}

/** What is looked for: any of these words, or all of them in a row. */
export type Wanted = { any: readonly Meant[] } | { inRow: readonly Meant[] };

export interface Gathering {
  /** By document: `matched` of the wanted were found, together worth `scores`. */
  scores: Float64Array;
  matched: Uint8Array;
  found: number[];
}

// The BM25 of Robertson and others; names count three times. https://en.wikipedia.org/wiki/Okapi_BM25
const saturation = 1.2;
const lengthShare = 0.5;
const nameWeight = 3;

/** Looks each of the wanted up in turn. With `all`, only what has every one of them is found. */
export function gatherHits(
  shelf: SearchShelf,
  wanted: readonly Wanted[],
  { all, allows }: { all: boolean; allows: ((document: number) => boolean) | undefined },
): Gathering {
  const scores = new Float64Array(shelf.count);
  const matched = new Uint8Array(shelf.count);
  const lastBy = new Uint8Array(shelf.count);
  const found: number[] = [];
  const average = shelf.averageLength;

  const score = (document: number, frequency: number, meant: number): number =>
    (meant * frequency) /
    (frequency + saturation * (1 - lengthShare + (lengthShare * shelf.lengthOf(document)) / average));

  // The rarest first: of what comes after it only what is there already matters.
  const ordered = all ? wanted.toSorted((a, b) => reachOf(shelf, a) - reachOf(shelf, b)) : wanted;
  for (const [at, one] of ordered.entries()) {
    const turn = at + 1;
    const isOpen = (document: number): boolean =>
      (lastBy[document] === turn || !all || matched[document] === at) &&
      shelf.isLive(document) &&
      (allows === undefined || allows(document));
    const take = (document: number, worth: number): void => {
      if (lastBy[document] !== turn) {
        if (matched[document] === 0) found.push(document);
        lastBy[document] = turn;
        matched[document] = (matched[document] as number) + 1;
      }
      scores[document] = (scores[document] as number) + worth;
    };
    if ('any' in one) {
      for (const { word, weight, rarity } of one.any) {
        for (const packed of shelf.postings.all(word)) {
          const document = documentIn(packed);
          if (!isOpen(document)) continue;
          take(document, score(document, nameWeight * inNamesOf(packed) + inTextOf(packed), weight * rarity));
        }
      }
    } else {
      const rarity = one.inRow.reduce((sum, meant) => sum + meant.rarity, 0);
      const row = one.inRow.map(({ word }) => word);
      for (const packed of shelf.postings.all(rarestOf(shelf, one.inRow).word)) {
        const document = documentIn(packed);
        const frequency = isOpen(document) ? timesInRow(shelf.tokensOf(document), row) : 0;
        if (frequency > 0) take(document, score(document, frequency, rarity));
      }
    }
  }
  return {
    scores,
    matched,
    found: all ? found.filter((document) => matched[document] === wanted.length) : found,
  };
}

const rarestOf = (shelf: SearchShelf, row: readonly Meant[]): Meant =>
  row.reduce((least, meant) =>
    shelf.postings.liveIn(meant.word) < shelf.postings.liveIn(least.word) ? meant : least,
  );

const reachOf = (shelf: SearchShelf, wanted: Wanted): number =>
  'any' in wanted
    ? wanted.any.reduce((sum, { word }) => sum + shelf.postings.liveIn(word), 0)
    : shelf.postings.liveIn(rarestOf(shelf, wanted.inRow).word);

function timesInRow(tokens: Int32Array, row: readonly number[]): number {
  const [first] = row;
  let times = 0;
  let isName = tokens.includes(endOfNames) && tokens[0] !== endOfNames;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === endOfNames) isName = false;
    if (token === endOfName || token !== first) continue;
    let next = 1;
    while (next < row.length && tokens[at + next] === row[next]) next += 1;
    if (next === row.length) times += isName ? nameWeight : 1;
  }
  return times;
}
