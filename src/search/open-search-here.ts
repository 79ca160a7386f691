import { SearchEngine } from '../domain/finding/search/search-engine.ts';
import type { OpenSearchIndex } from '../services/ports.ts';

/** The index in this very thread: for the command line, which asks once, and for tests. */
export const openSearchHere: OpenSearchIndex = () => {
  const engine = new SearchEngine();
  return {
    take: async (changes) => engine.take(changes),
    find: async (query) => engine.find(query),
    close: async () => {},
  };
};
