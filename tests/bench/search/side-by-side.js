/**
 * node --expose-gc tests/bench/search/side-by-side.js [ENTRIES]: our index and MiniSearch over the same records. It
 * prints the time to build, the memory, how long questions take, and how many of MiniSearch's ten best for whole
 * words we have among ours. MiniSearch is set up as the fair equal: all words, names boosted, beginnings, and slips of
 * one letter in five.
 */
import MiniSearch from 'minisearch';
import { packDocuments } from '../../../dist/domain/finding/search/packed-documents.js';
import { SearchEngine } from '../../../dist/domain/finding/search/search-engine.js';
import { madeUpDocuments, madeUpQueries } from './made-up-texts.js';

const entries = Number(process.argv[2] ?? 100_000);
const made = madeUpDocuments({ entries, stories: entries / 20, entities: entries / 10 });
const queries = madeUpQueries(made, 1000);
const quantile = (figures, share) =>
  figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)];
const megabytes = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

function timed(run) {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000, value };
}

/** The quickest of three: what a question takes, not what else the machine did meanwhile. */
const quickest = (ask) => Math.min(...[1, 2, 3].map(() => timed(ask).ms));

const before = megabytes();
const engine = new SearchEngine();
const built = timed(() => {
  for (let at = 0; at < made.documents.length; at += 200)
    engine.take({ put: packDocuments(made.documents.slice(at, at + 200)), drop: [] });
});
const ourMemory = megabytes() - before;
for (const query of queries.slice(0, 200)) engine.find(query);
const ours = queries.map((query) => quickest(() => engine.find(query)));
const found = queries.filter((query) => engine.find(query).total > 0).length;
const line = (name, build, memory, times) =>
  `${name.padEnd(11)} build ${(build.ms / 1000).toFixed(1)} s (${(build.cpuMs / 1000).toFixed(1)} s of a processor)  memory ${memory.toFixed(0)} MB  p50 ${quantile(times, 0.5).toFixed(2)} ms  p99 ${quantile(times, 0.99).toFixed(1)} ms  longest ${Math.max(...times).toFixed(1)} ms\n`;
process.stdout.write(line('ours', built, ourMemory, ours));
process.stdout.write(`found something for ${found} of ${queries.length}\n`);
const sorts = [
  'beginning',
  'beginning',
  'slip',
  'slip',
  'phrase',
  'words',
  'words',
  'words',
  'filter',
  'filter',
];
for (const sort of new Set(sorts)) {
  const times = ours.filter((_, n) => sorts[n % 10] === sort);
  process.stdout.write(
    `  ${sort.padEnd(10)} p50 ${quantile(times, 0.5).toFixed(2)} ms  p99 ${quantile(times, 0.99).toFixed(1)} ms\n`,
  );
}
if (process.argv[3] === 'alone') process.exit();

const beforeMini = megabytes();
const mini = new MiniSearch({
  idField: 'key',
  fields: ['names', 'text'],
  extractField: (one, field) => (field === 'names' ? one.names.join(' \n ') : one[field]),
});
const miniBuilt = timed(() => mini.addAll(made.documents));
const miniMemory = megabytes() - beforeMini;
const options = { combineWith: 'AND', prefix: true, fuzzy: 0.2, boost: { names: 3 } };
const words = ({ clauses }) => clauses.flat().join(' ');
// Filters would only make it slower: it goes through all that it found.
const some = queries.slice(0, 200);
const times = some.map((query) => quickest(() => mini.search(words(query), options).slice(0, 8)));
process.stdout.write(line('MiniSearch', miniBuilt, miniMemory, times));

let [shared, theirs] = [0, 0];
for (const query of queries.filter((_, n) => n % 10 >= 5 && n % 10 < 8)) {
  const best = mini
    .search(words(query), { combineWith: 'AND', boost: { names: 3 } })
    .slice(0, 10)
    .map(({ id }) => id);
  const mine = new Set(engine.find({ ...query, most: 10 }).hits.map(({ key }) => key));
  shared += best.filter((key) => mine.has(key)).length;
  theirs += best.length;
}
process.stdout.write(
  `of MiniSearch's ten best for whole words we have ${((100 * shared) / theirs).toFixed(0)} % among our ten\n`,
);
