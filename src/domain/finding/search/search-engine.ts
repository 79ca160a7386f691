import { allowing } from './allowing.ts';
import { bestOf, type Candidate } from './best-of.ts';
import { gatherHits, type Meant, type Wanted } from './gather-hits.ts';
import { PackedReader, type SearchChanges } from './packed-documents.ts';
import type { Clause, SearchFound, SearchQuery } from './search-query.ts';
import { SearchShelf } from './search-shelf.ts';

/** Where a word is found so often as it was typed, nobody means another. */
const enough = 3;
/** The most words that a beginning stands for: those that are said most. */
const mostBegun = 100;
const beginningWeight = 0.5;
const slipWeights = [0, 0.4, 0.2] as const;

/**
 * Finds stories, entities and entries by their words. What is under embargo stands on a shelf of its own: a reader
 * gets the same answer, in the same order, as if it were not there.
 */
export class SearchEngine {
  private readonly open = new SearchShelf();
  private readonly held = new SearchShelf();

  get size(): number {
    return this.open.size + this.held.size;
  }

  take({ put, drop }: SearchChanges): void {
    for (const key of drop) for (const shelf of [this.open, this.held]) shelf.drop(key);
    const reader = new PackedReader(put);
    while (!reader.isAtEnd) {
      const [shelf, other] = reader.number() === 1 ? [this.held, this.open] : [this.open, this.held];
      const key = shelf.put(reader);
      if (other.size > 0) other.drop(shelf.keyOf(key));
    }
  }

  find(query: SearchQuery): SearchFound {
    const shelves = query.seesHeld ? [this.open, this.held] : [this.open];
    const searched = shelves.map((shelf) => ({
      shelf,
      allows: allowing(shelf, query),
      wanted: query.clauses.map((clause) => wantedOn(shelf, clause, shelves)),
    }));
    const gather = (all: boolean) =>
      bestOf(
        searched.map(({ shelf, allows, wanted }) => {
          if (wanted.length === 0) return everything(shelf, allows);
          const there = wanted.filter((one) => one !== undefined);
          const hopeless = all && there.length < wanted.length;
          return { shelf, ...gatherHits(shelf, hopeless ? [] : there, { all, allows }) };
        }),
        query.from + query.most,
      );
    const strict = gather(true);
    const isLoose = strict.total === 0 && query.clauses.length > 1;
    const { total, best } = isLoose ? gather(false) : strict;
    const hitOf = ({ shelf, document }: Candidate) => {
      const wanted = searched.find((one) => one.shelf === shelf)?.wanted ?? [];
      return { key: shelf.keyOf(document), words: wordsFound(shelf, document, wanted) };
    };
    return {
      total,
      hits: best.slice(query.from).map(hitOf),
      ...(isLoose && total > 0 ? { isLoose } : {}),
      near: total === 0 ? nearest(shelves, query.clauses) : [],
    };
  }
}

function everything(shelf: SearchShelf, allows: ((document: number) => boolean) | undefined) {
  const found: number[] = [];
  for (let document = 0; document < shelf.count; document += 1)
    if (shelf.isLive(document) && (!allows || allows(document))) found.push(document);
  return { shelf, found };
}

/** The words of the shelf that a clause means; `undefined` where there is none. */
function wantedOn(shelf: SearchShelf, clause: Clause, shelves: readonly SearchShelf[]): Wanted | undefined {
  const [word = ''] = clause;
  if (clause.length === 1) {
    const any = meantBy(shelf, word, shelves);
    return any.length > 0 ? { any } : undefined;
  }
  const inRow = clause.flatMap((one): Meant[] => {
    const id = shelf.liveWith(one) > 0 ? shelf.vocabulary.idOf(one) : undefined;
    return id === undefined ? [] : [{ word: id, weight: 1, rarity: rarityOf(one, shelves) }];
  });
  return inRow.length === clause.length ? { inRow } : undefined;
}

function meantBy(shelf: SearchShelf, word: string, shelves: readonly SearchShelf[]): Meant[] {
  const rarity = rarityOf(word, shelves);
  const exact = shelf.vocabulary.idOf(word);
  const liveOf = (id: number) => shelf.postings.liveIn(id);
  const itself = exact !== undefined && liveOf(exact) > 0 ? [{ word: exact, weight: 1, rarity }] : [];
  const beginnings = shelves.map((one) => ({ one, ids: begunBy(one, word) }));
  const begun = (beginnings.find(({ one }) => one === shelf)?.ids ?? []).map((id): Meant => {
    const longer = shelf.vocabulary.words[id] as string;
    const weight = beginningWeight * (word.length / longer.length);
    return { word: id, weight, rarity: Math.min(rarity, rarityOf(longer, shelves)) };
  });
  const reach = beginnings.reduce(
    (sum, { one, ids }) =>
      sum + one.liveWith(word) + ids.reduce((all, id) => all + one.postings.liveIn(id), 0),
    0,
  );
  if (reach >= enough) return [...itself, ...begun];
  const slips = slipsIn(shelf, word).map(({ id, distance }): Meant => {
    const other = shelf.vocabulary.words[id] as string;
    return { word: id, weight: slipWeights[distance] ?? 0, rarity: rarityOf(other, shelves) };
  });
  const known = new Set([...itself, ...begun].map((meant) => meant.word));
  return [...itself, ...begun, ...slips.filter((meant) => !known.has(meant.word))];
}

/** Two letters begin too much, unless they are a word in a script where one is. */
function begunBy(shelf: SearchShelf, word: string): number[] {
  if (word.length < 3) return [];
  const liveOf = (id: number) => shelf.postings.liveIn(id);
  const ids = shelf.vocabulary.startingWith(word).filter((id) => liveOf(id) > 0);
  if (ids.length <= mostBegun) return ids;
  return ids.sort((a, b) => liveOf(b) - liveOf(a)).slice(0, mostBegun);
}

/** Short words are near to too many; a number with another digit is another number. */
function slipsIn(shelf: SearchShelf, word: string, most = word.length < 8 ? 1 : 2) {
  if (word.length < 4 || /\d/.test(word)) return [];
  return shelf.vocabulary.near(word, most).filter(({ id }) => shelf.postings.liveIn(id) > 0);
}

function rarityOf(word: string, shelves: readonly SearchShelf[]): number {
  const size = shelves.reduce((sum, shelf) => sum + shelf.size, 0);
  const live = shelves.reduce((sum, shelf) => sum + shelf.liveWith(word), 0);
  return Math.log(1 + (size - live + 0.5) / (live + 0.5));
}

function wordsFound(shelf: SearchShelf, document: number, wanted: readonly (Wanted | undefined)[]): string[] {
  const there = new Set(shelf.tokensOf(document));
  const meant = wanted.flatMap((one) => (one === undefined ? [] : 'any' in one ? one.any : one.inRow));
  return [
    ...new Set(
      meant.filter(({ word }) => there.has(word)).map(({ word }) => shelf.vocabulary.words[word] as string),
    ),
  ];
}

const mostNear = 3;

/** For each word that is nowhere, those that are nearest, the most said first. */
function nearest(shelves: readonly SearchShelf[], clauses: readonly Clause[]): string[] {
  const missing = clauses.flat().filter((word) => !shelves.some((shelf) => shelf.liveWith(word) > 0));
  const near = missing.flatMap((word) =>
    shelves
      .flatMap((shelf) =>
        slipsIn(shelf, word, 2).map(({ id, distance }) => ({
          word: shelf.vocabulary.words[id] as string,
          distance,
          live: shelf.postings.liveIn(id),
        })),
      )
      .sort((a, b) => a.distance - b.distance || b.live - a.live)
      .map((one) => one.word),
  );
  return [...new Set(near)].slice(0, mostNear);
}
