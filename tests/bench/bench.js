/**
 * npm run bench -- [NAME…] [--pairs N] [--json] [--out FILE] [--write]
 *
 * Measures what Slugline costs against what a person would use otherwise: one file a row in rows/, each in a process
 * of its own, ours and the baseline in turn. NAME picks the rows whose names contain it. docs/performance.md
 * explains every row; --write puts the table into it, --json prints the numbers, --out keeps them in a file.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine, tableOf } from './table.js';

const here = (path) => new URL(path, import.meta.url);
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const pairs = Number(options.pairs);
if (!Number.isInteger(pairs) || pairs < 5) throw new Error('--pairs takes a whole number from 5 up');
if (options.write && wanted.length > 0) throw new Error('--write takes the whole table: leave the names out');

/** As somebody reads them: a row that says "the same" stands below what it is the same as. */
const order = [
  ...['brief-over-http', 'brief-with-all-listeners', 'brief-in-a-large-newsroom'],
  ...['change-in-a-large-newsroom', 'change-against-lowdb', 'fifty-writers', 'start', 'memory-after-start'],
  ...['compaction-hold', 'change-during-compaction-p50', 'change-during-compaction-p95'],
  ...['big-story-cold', 'big-story-one-more', 'fan-out', 'fan-out-hold', 'fan-out-delay'],
  ...['burst-delay', 'brief-while-busy', 'search-ready', 'search-p50', 'search-p99'],
  ...['search-hold-reading', 'search-hold-adding', 'search-hold-asking', 'tagging'],
];
const names = readdirSync(here('rows/'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
  .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (names.length === 0) throw new Error(`no row is called ${wanted.join(' or ')}`);

/** A row's garbage, warm code and crashes stay in its own process. */
function measured(name) {
  return new Promise((resolve) => {
    const child = fork(here('measure-row.js'), [name, String(pairs)], { execArgv: ['--expose-gc'] });
    let result = { name, failed: 'it ended without a result' };
    child.on('message', (message) => {
      result = message;
    });
    child.on('exit', () => resolve(result));
  });
}

const results = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  results.push(await measured(name));
}

const report = { machine: machine(), pairs, rows: results };
const json = `${JSON.stringify(report, null, 2)}\n`;
process.stdout.write(options.json ? json : tableOf(report));
if (options.out) writeFileSync(options.out, json);
if (options.write) writeInto(here('../../docs/performance.md'), tableOf(report));
if (results.some(({ failed }) => failed)) process.exitCode = 1;

function writeInto(file, table) {
  const text = readFileSync(file, 'utf8');
  const between = /(<!-- table: [^\n]*-->\n)[\s\S]*?(<!-- \/table -->)/;
  if (!between.test(text)) throw new Error('docs/performance.md has lost the marks of its table');
  writeFileSync(
    file,
    text.replace(between, (_, opening, closing) => `${opening}${table}${closing}`),
  );
}
