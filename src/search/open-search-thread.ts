import { Worker } from 'node:worker_threads';
import { type OpenSearchIndex, SearchIndexLost } from '../services/ports.ts';
import type { SearchOrder, SearchReport } from './search-messages.ts';

/** A thread that has not answered by then never will. */
const patienceMs = 10_000;

interface Waiting {
  settle: (report: SearchReport) => void;
  fail: (why: Error) => void;
}

/** The index in a thread of its own: neither reading nor searching holds up the app. */
export const openSearchThread: OpenSearchIndex = (onLost) => {
  const thread = new Worker(new URL('./search-thread.js', import.meta.url), { name: 'search' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isOver = false;
  let answeredAt = 0;

  const lose = (why: Error) => {
    if (isOver) return;
    isOver = true;
    clearInterval(watch);
    for (const { fail } of waiting.values()) fail(new SearchIndexLost());
    waiting.clear();
    onLost(why);
  };
  const watch = setInterval(() => {
    if (waiting.size === 0 || performance.now() - answeredAt < patienceMs) return;
    void thread.terminate();
    lose(new Error('the search thread does not answer'));
  }, patienceMs / 4);
  watch.unref();
  thread.on('message', (report: SearchReport) => {
    answeredAt = performance.now();
    waiting.get(report.id)?.settle(report);
    waiting.delete(report.id);
  });
  thread.on('error', lose);
  thread.on('exit', (code) => lose(new Error(`the search thread ended with ${code}`)));

  const order = (what: Omit<SearchOrder, 'id'>) =>
    new Promise<SearchReport>((settle, fail) => {
      if (isOver) return fail(new SearchIndexLost());
      if (waiting.size === 0) answeredAt = performance.now();
      last += 1;
      waiting.set(last, { settle, fail });
      thread.postMessage({ id: last, ...what });
    });

  return {
    take: async (changes) => {
      const report = await order({ take: changes } as Omit<SearchOrder, 'id'>);
      if ('failed' in report) throw new Error(report.failed);
    },
    find: async (query) => {
      const report = await order({ find: query } as Omit<SearchOrder, 'id'>);
      if ('found' in report) return report.found;
      throw new Error('failed' in report ? report.failed : 'the search thread answered something else');
    },
    close: async () => {
      isOver = true;
      clearInterval(watch);
      for (const { fail } of waiting.values()) fail(new SearchIndexLost());
      waiting.clear();
      await thread.terminate();
    },
  };
};
