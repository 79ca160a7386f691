import { parentPort } from 'node:worker_threads';
import { SearchEngine } from '../domain/finding/search/search-engine.ts';
import type { SearchOrder, SearchReport } from './search-messages.ts';

const engine = new SearchEngine();

function carriedOut(order: SearchOrder): SearchReport {
  try {
    if ('find' in order) return { id: order.id, found: engine.find(order.find) };
    engine.take(order.take);
    return { id: order.id, taken: true };
  } catch (bug) {
    // The stack names our own lines; what was searched for is in none of them.
    return { id: order.id, failed: bug instanceof Error ? (bug.stack ?? bug.name) : 'unknown' };
  }
}

parentPort?.on('message', (order: SearchOrder) => parentPort?.postMessage(carriedOut(order)));
