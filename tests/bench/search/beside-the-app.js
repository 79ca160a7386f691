/**
 * node tests/bench/search/beside-the-app.js [ENTRIES]: how soon search is ready after a start, and how long reading,
 * adding and asking hold up the app's event loop while the index works in its thread.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createNewsroom, put } from '../../../dist/domain/newsroom.js';
import { openSearchThread } from '../../../dist/search/open-search-thread.js';
import { Search } from '../../../dist/services/search.js';
import { madeUpDocuments, madeUpQueries } from './made-up-texts.js';

const entries = Number(process.argv[2] ?? 100_000);
const made = madeUpDocuments({ entries, stories: entries / 20, entities: entries / 10 });
const newsroom = createNewsroom();
const row = ({ key, names, text, marks, at }) => {
  const [kind, id] = key.split(':');
  const of = (name) =>
    marks.filter((mark) => mark.startsWith(`${name}:`)).map((mark) => mark.slice(name.length + 1));
  const shared = { seq: 1, at, by: of('by')[0], revisions: [] };
  if (kind === 'story') {
    const record = {
      slug: id,
      headline: names[0],
      aliases: names.slice(1),
      nutGraf: text,
      subjects: [],
      entities: [],
      status: 'active',
    };
    return { table: 'stories', key: id, row: { ...record, ...shared } };
  }
  if (kind === 'entity') {
    const record = {
      slug: id,
      schema: 'Company',
      name: names[0],
      aliases: names.slice(1),
      previousNames: [],
      weakAliases: [],
      summary: text,
    };
    return { table: 'entities', key: id, row: { ...record, ...shared } };
  }
  const record = {
    id,
    kind: 'fact',
    text,
    stories: of('story'),
    entities: of('entity'),
    sources: [],
    verification: of('verification')[0],
  };
  return { table: 'entries', key: id, row: { ...record, ...shared } };
};
for (const document of made.documents) put(newsroom, row(document));

const listeners = [];
const search = new Search({
  newsroom: { newsroom, onChange: (listen) => listeners.push(listen) },
  open: openSearchThread,
  timer: { after: (ms, run) => setTimeout(run, ms) },
  onLost: (why) => process.stderr.write(`${why.stack}\n`),
});
const quantile = (figures, share) =>
  figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)];
const asking = { newsroom, viewer: { role: 'reader' }, now: '2026-11-01T00:00:00.000Z', zone: 'UTC' };

/** The event loop's delay while something is done, the resolution of the timer taken off. */
async function heldBy(name, work) {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  const told = await work();
  const took = performance.now() - from;
  delay.disable();
  const held = (share) => Math.max(0, delay.percentile(share) / 1e6 - 1).toFixed(1);
  process.stdout.write(
    `${name}: ${(took / 1000).toFixed(2)} s, event loop held p99 ${held(99)} ms, at most ${held(100)} ms${told ?? ''}\n`,
  );
}

await heldBy('nothing at all', () => new Promise((resolve) => setTimeout(resolve, 2000)));
await heldBy('start until ready', () => search.start());
await heldBy('1,000 entries added', async () => {
  for (let n = 0; n < 1000; n += 1) {
    const write = row({ ...made.documents.at(-1 - n), key: `entry:E-${entries + n + 1}` });
    put(newsroom, write);
    for (const listen of listeners) listen([write]);
    await new Promise((resolve) => setImmediate(resolve));
  }
});
await heldBy('500 questions, one after the other', async () => {
  const times = [];
  for (const { clauses } of madeUpQueries(made, 500)) {
    const words = clauses.map((words) => (words.length > 1 ? `"${words.join(' ')}"` : words[0])).join(' ');
    const from = performance.now();
    await search.find(words, asking);
    times.push(performance.now() - from);
  }
  return `, answered in p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;
});
await search.stop();
