/**
 * node --expose-gc tests/bench/search-beside-minisearch.js: our index and MiniSearch in this thread, over the same
 * 115,000 made-up records. It prints what the rows of the bench do not: processor time to build, memory, how long each
 * sort of question takes, and how many of MiniSearch's ten best for whole words are among our ten.
 */
import { packDocuments } from '../../dist/domain/finding/search/packed-documents.js';
import { SearchEngine } from '../../dist/domain/finding/search/search-engine.js';
import { madeUpDocuments, madeUpQueries } from './made-up-texts.js';
import { miniSearchOf } from './mini-search.js';
import { quantile } from './numbers.js';

const made = madeUpDocuments();
const queries = madeUpQueries(made, 1000);
const say = (line) => process.stdout.write(`${line}\n`);
const megabytes = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

function built(name, build) {
  const before = megabytes();
  const cpu = process.cpuUsage();
  const index = build();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((user + system) / 1e6).toFixed(1);
  say(`${name}: ${seconds} s of a processor, ${(megabytes() - before).toFixed(0)} MB`);
  return index;
}

const engine = built('ours', () => {
  const index = new SearchEngine();
  for (let at = 0; at < made.documents.length; at += 200)
    index.take({ put: packDocuments(made.documents.slice(at, at + 200)), drop: [] });
  return index;
});

/** The quickest of three: what a question takes, not what else the machine did meanwhile. */
function quickest(ask) {
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    ask();
    return performance.now() - from;
  });
  return Math.min(...times);
}
const sorts = 'beginning beginning slip slip phrase words words words filter filter'.split(' ');
const times = queries.map((query) => quickest(() => engine.find(query)));
for (const sort of new Set(sorts)) {
  const own = times.filter((_, n) => sorts[n % 10] === sort);
  say(`  ${sort}: p50 ${quantile(own, 0.5).toFixed(2)} ms, p99 ${quantile(own, 0.99).toFixed(1)} ms`);
}

const mini = built('MiniSearch', () => miniSearchOf(made.documents));
let [shared, theirs] = [0, 0];
for (const query of queries.filter((_, n) => sorts[n % 10] === 'words')) {
  const best = mini.tenBest(query);
  const mine = new Set(engine.find({ ...query, most: 10 }).hits.map(({ key }) => key));
  shared += best.filter((key) => mine.has(key)).length;
  theirs += best.length;
}
say(`of MiniSearch's ten best for whole words ${((100 * shared) / theirs).toFixed(0)} % are among our ten`);
