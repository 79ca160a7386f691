import type { Instant } from '../../records/moment.ts';

/** A story, an entity or an entry as it is found: its words, and what it can be filtered by. */
export interface SearchDocument {
  /** `story:ford-xiaomi`, `entity:catl`, `entry:E-31`. */
  key: string;
  /** Names count for more than text does. */
  names: string[];
  text: string;
  /** `kind:quote`, `story:ford-xiaomi`, `by:U0ANA`. */
  marks: string[];
  at: Instant;
  /** Under embargo: it is kept apart, so that nothing a reader is told rests on it. */
  isHeld?: true;
}

/** One word, found by its beginning and with slips of the keyboard, too; several are a phrase, found as it stands. */
export type Clause = readonly string[];

export interface SearchQuery {
  clauses: readonly Clause[];
  /** Of each list at least one mark. */
  marks: readonly (readonly string[])[];
  /** None of these marks. */
  without?: readonly string[];
  /** Recorded from then on, and before then. */
  since?: Instant;
  until?: Instant;
  /** What is under embargo is found, too. */
  seesHeld: boolean;
  /** How many of the best are passed over, and how many are wanted after them. */
  from: number;
  most: number;
}

export interface SearchFound {
  total: number;
  hits: SearchHit[];
  /** Nothing had every word; these have some. */
  isLoose?: true;
  /** For what is found nowhere: the nearest words that are. */
  near: string[];
}

export interface SearchHit {
  key: string;
  /** The words by which it was found, folded, as they stand in it. */
  words: string[];
}
