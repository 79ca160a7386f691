import { crc32 } from 'node:zlib';
import { hex } from './journal-line.ts';
import { editedMark, sumLines, sumsPerLine } from './snapshot-text.ts';
import type { Place } from './store-problem.ts';

interface Damage {
  place: Place;
  reason: string;
}

interface Line {
  from: number;
  /** After its newline. */
  to: number;
}

/** Names the first line of a snapshot that is not as it was written. Slow and thorough: the start has failed. */
export function damageIn(file: string, bytes: Buffer): Damage {
  const lines = linesOf(bytes);
  const at = (index: number, reason: string): Damage => {
    const line = Math.min(Math.max(index, 0), lines.length - 1);
    return { place: { file, line: line + 1, byte: lines[line]?.from ?? 0 }, reason };
  };

  const opening = lines.findIndex((line) => textOf(bytes, line).includes('"sums":['));
  if (opening === -1) {
    const end = lines.findLastIndex((line) => textOf(bytes, line) === '},\n');
    return at(end === -1 ? lines.length - 1 : end + 1, 'the checksums that belong here are missing');
  }

  const sums = runningSums(bytes, lines.slice(0, opening));
  const expected = [...sumLines(sums)];
  const wrong = sums.findIndex((sum, index) => hex(sum) !== wordAt(bytes, lines, opening, index));
  const isBodyWhole = wrong === -1 || statedSum(bytes) === sumOf(expected, sums.at(-1) ?? 0);
  if (!isBodyWhole)
    return at(wrong, isMarked(bytes) ? 'it is not JSON' : 'the checksum does not match the line');
  const footer = expected.findIndex((text, index) => textOf(bytes, lines[opening + index]) !== text);
  return at(opening + (footer === -1 ? expected.length : footer), 'a checksum itself is damaged');
}

function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length; ) {
    const cut = bytes.indexOf('\n', from);
    const to = cut === -1 ? bytes.length : cut + 1;
    lines.push({ from, to });
    from = to;
  }
  return lines.length > 0 ? lines : [{ from: 0, to: 0 }];
}

function textOf(bytes: Buffer, line: Line | undefined): string {
  return line === undefined ? '' : bytes.toString('latin1', line.from, line.to);
}

function runningSums(bytes: Buffer, lines: readonly Line[]): number[] {
  let sum = 0;
  return lines.map((line) => {
    sum = crc32(bytes.subarray(line.from, line.to), sum);
    return sum;
  });
}

/** The sum that the file states for its `index`th line. */
function wordAt(bytes: Buffer, lines: readonly Line[], opening: number, index: number): string {
  const line = textOf(bytes, lines[opening + 1 + Math.floor(index / sumsPerLine)]);
  const from = 1 + (index % sumsPerLine) * 9;
  return line.slice(from, from + 8);
}

const sumOf = (lines: readonly string[], start: number): string =>
  hex(lines.reduce((sum, line) => crc32(line, sum), start));

const statedSum = (bytes: Buffer): string => bytes.toString('latin1', bytes.length - 11, bytes.length - 3);
const isMarked = (bytes: Buffer): boolean => bytes.toString('latin1').trimEnd().endsWith(`"${editedMark}"}`);
