/**
 * Prints how much of the fixture articles is read right, for those that the rules were written by and for those that
 * they were not. `npm run evaluate-articles`; with `-- --wrong` also what is wrong in the first, with `-- --wrong-held`
 * in the others: whoever writes rules by those must write others to hold out.
 */
import { readingSchema } from '../../dist/domain/records/draft.js';
import { scoreArticles } from './score-articles.js';

const { readArticle } = await import('../../dist/domain/articles/read-article.js');
const { createNewsroom, put } = await import('../../dist/domain/newsroom.js');

const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const record = ({ name, schema, aliases = [] }) => ({
  slug: slugOf(name),
  ...{ schema, name, aliases, previousNames: [], weakAliases: [], revisions: [] },
});

function read(article, known) {
  const newsroom = createNewsroom();
  for (const entity of known.map(record)) put(newsroom, { table: 'entities', key: entity.slug, row: entity });
  return readingSchema.parse(
    readArticle(newsroom, article, { now: '2026-12-01T09:00:00.000Z', zone: 'UTC' }),
  );
}
const entityOf = (slug, known) => known.map(record).find((one) => one.slug === slug);

const labels = {
  recall: 'statements found',
  precision: 'proposals that are statements',
  kind: 'kind right',
  attribution: 'attribution right',
  attributionExact: '  to the word',
  speaker: 'speaker right',
  entityRecall: 'entities found',
  entityPrecision: 'entities that are some',
  schema: '  of the right schema',
  questions: 'questions found',
};
const print = (line) => process.stdout.write(`${line}\n`);

for (const set of ['development', 'new-voices', 'held-out', 'held-out-later']) {
  const { tallies, entities } = scoreArticles(set, { read, entityOf });
  print(`\n${set}`);
  for (const [name, label] of Object.entries(labels)) {
    const { right, all, share, wrong } = tallies[name];
    print(`  ${label.padEnd(32)}${share.toFixed(3)}  ${right} of ${all}`);
    const flag = set.startsWith('held-out') ? '--wrong-held' : '--wrong';
    if (process.argv.includes(flag)) for (const line of wrong) print(`      ${line}`);
  }
  print(`  ${'entities, F1'.padEnd(32)}${entities.toFixed(3)}`);
}
