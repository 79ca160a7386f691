import type { SearchChanges } from '../domain/finding/search/packed-documents.ts';
import type { SearchFound, SearchQuery } from '../domain/finding/search/search-query.ts';

/** What goes to the thread that searches, and what comes back; `id` is the same in both. */
export type SearchOrder = { id: number } & ({ take: SearchChanges } | { find: SearchQuery });
export type SearchReport = { id: number } & ({ taken: true } | { found: SearchFound } | { failed: string });
