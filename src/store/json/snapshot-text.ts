import { crc32 } from 'node:zlib';
import { type Snapshot, tableNames } from '../../domain/snapshot.ts';
import { hex } from './journal-line.ts';

export const snapshotFormat = 1;

/** Put in place of the checksum by a person who edited the file and means it. */
export const editedMark = 'edited';

export const sumsPerLine = 12;

/** One record a line, so that the file diffs, greps and opens well. */
export function* recordLines({ seq, tables }: Snapshot): Generator<string> {
  yield `{"format":${snapshotFormat},"seq":${seq},"tables":{\n`;
  for (const [index, name] of tableNames.entries()) {
    yield `"${name}":[\n`;
    const rows: readonly unknown[] = tables[name];
    const last = rows.length - 1;
    for (let at = 0; at <= last; at += 1) yield `${JSON.stringify(rows[at])}${at < last ? ',' : ''}\n`;
    yield index < tableNames.length - 1 ? '],\n' : ']\n';
  }
  yield '},\n';
}

/**
 * Adds the sums: one for each line so far, of everything up to its end, so that damage can be named by its line;
 * and as the last line the sum of all that stands before it, so that a whole file is trusted in one pass.
 */
export function* sealedLines(lines: Iterable<string>): Generator<string, string> {
  let sum = 0;
  const sums: number[] = [];
  for (const line of lines) {
    sum = crc32(line, sum);
    sums.push(sum);
    yield line;
  }
  for (const line of sumLines(sums)) {
    sum = crc32(line, sum);
    yield line;
  }
  yield sumLine(hex(sum));
  return hex(sum);
}

export function* sumLines(sums: readonly number[]): Generator<string> {
  yield '"sums":[\n';
  for (let at = 0; at < sums.length; at += sumsPerLine) {
    const words = sums.slice(at, at + sumsPerLine).map(hex);
    yield `"${words.join(' ')}"${at + sumsPerLine < sums.length ? ',' : ''}\n`;
  }
  yield '],\n';
}

export const sumLine = (sum: string): string => `"sum":"${sum}"}\n`;
export const sumLineBytes = sumLine('00000000').length;
