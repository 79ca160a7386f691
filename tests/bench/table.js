import { cpus, release, totalmem } from 'node:os';
import { median } from './numbers.js';

export const machine = () => ({
  at: new Date().toISOString().slice(0, 16),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.version,
});

/** Three digits are what a measurement is good for. */
const short = (figure) =>
  figure >= 100 ? Math.round(figure).toLocaleString('en-US') : String(Number(figure.toPrecision(3)));

const heads = ['row', 'ours', 'baseline', 'reached', 'spread', 'to reach'];

export function tableOf({ machine: { at, cpu, cores, memoryGb, system, node }, pairs, rows }) {
  const cells = rows.map((row) => (row.failed ? [row.name, '', '', 'failed', '', row.failed] : cellsOf(row)));
  const widths = heads.map((_, column) => Math.max(...[heads, ...cells].map((line) => line[column].length)));
  const rule = widths.map((width) => '-'.repeat(width));
  const padded = (line) => line.map((cell, column) => cell.padEnd(widths[column]));
  const lines = [heads, rule, ...cells].map((line) => `| ${padded(line).join(' | ')} |\n`);
  const on = `${at} UTC, ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
  return `\n${on}; medians of ${pairs} interleaved pairs, the spread from the least to the greatest of a pair.\n\n${lines.join('')}\n`;
}

function cellsOf({ says, unit, reach, figures, value, spread, isReached }) {
  const figure = (list) => (list.length === 0 ? '' : `${short(median(list))} ${unit}`);
  const sign = reach.of === 'ours' || figures.baseline.length === 0 ? ` ${unit}` : ' ×';
  const bound = reach.atMost === undefined ? `≥ ${reach.atLeast}` : `≤ ${reach.atMost}`;
  return [
    says,
    figure(figures.ours),
    figure(figures.baseline),
    `${short(value)}${sign}${isReached ? '' : ', **short**'}`,
    spread.map(short).join('–'),
    reach.of === undefined ? '' : `${bound}${sign}`,
  ];
}
