import { successor } from '../domain/finding/find-topic.ts';
import { packDocuments, type SearchChanges } from '../domain/finding/search/packed-documents.ts';
import {
  documentOf,
  type Findable,
  isHidden,
  searchKeys,
} from '../domain/finding/search/search-documents.ts';
import type { SearchDocument } from '../domain/finding/search/search-query.ts';
import { nextTurn } from './in-turns.ts';
import type { NewsroomService } from './newsroom-service.ts';

export type Key = readonly [table: Findable, key: string];
export type TableKeys = readonly [table: Findable, keys: readonly string[]];

/** So many topics are asked in one turn what they were merged into: about a millisecond. */
const askedAtOnce = 2000;
const nothing: readonly string[] = [];

const inIndex = ([table, key]: Key): string => searchKeys[table](key);

/** Makes rows of the newsroom into what the index takes in. */
export class SearchRows {
  /** What was merged into a record, by the record's key in the index. */
  private readonly absorbed = new Map<string, Set<string>>();
  private readonly service: Pick<NewsroomService, 'newsroom'>;

  constructor(service: Pick<NewsroomService, 'newsroom'>) {
    this.service = service;
  }

  /** As the newsroom has it now, whatever has happened since the key was noted. */
  changesOf(keys: readonly Key[]): SearchChanges {
    const documents: SearchDocument[] = [];
    const drop: string[] = [];
    for (const row of keys) {
      const document = documentOf(this.service.newsroom, ...row, this.absorbedBy(row));
      if (document) documents.push(document);
      else drop.push(inIndex(row));
    }
    return { put: packDocuments(documents), drop };
  }

  /** What takes those out of the index that readers may not find. */
  hiding(keys: readonly Key[]): SearchChanges | undefined {
    const hidden = keys.filter((key) => isHidden(this.service.newsroom, ...key));
    return hidden.length > 0 ? { put: packDocuments([]), drop: hidden.map(inIndex) } : undefined;
  }

  /** Notes under its successor a record that was merged; returns the successor, whose names are more now. */
  absorb([table, key]: Key): Key[] {
    if (table === 'entries') return [];
    const rows = this.service.newsroom[table];
    const into = successor(rows, key);
    if (into === key) return [];
    const found = this.absorbed.get(inIndex([table, into])) ?? new Set();
    this.absorbed.set(inIndex([table, into]), found.add(key));
    // What had been merged into it before goes along.
    for (const earlier of this.absorbed.get(inIndex([table, key])) ?? []) found.add(earlier);
    return [[table, into]];
  }

  async absorbAll(topics: readonly TableKeys[]): Promise<void> {
    let asked = 0;
    for (const [table, keys] of topics)
      for (const key of keys) {
        this.absorb([table, key]);
        asked += 1;
        if (asked % askedAtOnce === 0) await nextTurn();
      }
  }

  private absorbedBy(row: Key): readonly string[] {
    const absorbed = row[0] === 'entries' ? undefined : this.absorbed.get(inIndex(row));
    return absorbed ? [...absorbed] : nothing;
  }
}
