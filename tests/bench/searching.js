import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { put } from '../../dist/domain/newsroom.js';
import { openSearchThread } from '../../dist/search/open-search-thread.js';
import { Search } from '../../dist/services/search.js';
import { madeUpNewsroom, rowOf } from './made-up-newsroom.js';
import { madeUpQueries } from './made-up-texts.js';

/** The search of an app, its index in a thread of its own; it stops at the first fault. */
export const searchOf = (newsroom) =>
  new Search({
    newsroom,
    open: openSearchThread,
    timer: { after: () => () => {} },
    onLost: (why) => {
      throw why;
    },
  });

/** Milliseconds that the event loop was held at the longest while something was done. */
export async function heldMs(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/** As somebody types them. */
const typed = ({ clauses, marks, since }) =>
  [
    ...clauses.map((words) => (words.length > 1 ? `"${words.join(' ')}"` : words[0])),
    ...marks.map((anyOf) =>
      anyOf[0].startsWith('by:') ? 'by:<@U3>' : anyOf.join(',').replaceAll(',kind:', ','),
    ),
    ...(since ? [`since:${since.slice(0, 10)}`] : []),
  ].join(' ');

/** A newsroom of 100,000 entries in this process, as an app has it, and its search, ready. */
export async function readySearch() {
  const made = madeUpNewsroom();
  const listeners = [];
  const search = searchOf({ newsroom: made.newsroom, onChange: (listen) => listeners.push(listen) });
  await search.start();
  const asking = { ...{ newsroom: made.newsroom, now: '2026-11-01T00:00:00.000Z' }, zone: 'UTC' };
  const find = (words) => search.find(words, { ...asking, viewer: { role: 'reader' } });
  const entries = made.documents.filter(({ key }) => key.startsWith('entry:'));
  let added = entries.length;

  /** So many entries of an act; the last of them has the word. */
  const rows = (count, word) =>
    Array.from({ length: count }, (_, at) => {
      added += 1;
      const document = { ...entries[added % entries.length], key: `entry:E-${added}` };
      return rowOf(at === count - 1 ? { ...document, text: `${document.text} ${word}` } : document);
    });
  const until = async (word) => {
    while ((await find(word)).found?.total !== 1) await pause(1);
  };

  return {
    documents: made.documents,
    questions: (count) => madeUpQueries(made, count).map(typed),
    find,
    /** One after the other, an act each. */
    async addInTurn(count) {
      const word = `lastofturn${added}`;
      for (const row of rows(count, word)) {
        put(made.newsroom, row);
        for (const listen of listeners) listen([row]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await until(word);
    },
    /** All in one act, which the newsroom has applied. */
    async addAtOnce(count) {
      const word = `lastofact${added}`;
      const act = rows(count, word);
      for (const row of act) put(made.newsroom, row);
      return heldMs(async () => {
        for (const listen of listeners) listen(act);
        await until(word);
      });
    },
    close: () => search.stop(),
  };
}

/** Milliseconds that each of the questions takes, asked one after the other. */
export async function tookToAnswer(find, questions) {
  const took = [];
  for (const words of questions) {
    const begun = performance.now();
    const { found } = await find(words);
    took.push(performance.now() - begun);
    if (!found) throw new Error('a question was not answered');
  }
  return took;
}
