import { crc32 } from 'node:zlib';
import type { Act } from '../../domain/change.ts';

export const journalFormat = 1;

/** First line of every journal file. */
export interface JournalHead {
  format: number;
  /** Its first act is the one after this. */
  after: number;
}

export const hex = (sum: number): string => sum.toString(16).padStart(8, '0');

/**
 * The sum is over the bytes of the value as they stand, so that checking a line needs no second stringify.
 * CRC-32 finds every flipped byte and every burst of up to four; it is no defence against malice.
 */
function sealed(field: 'journal' | 'act', value: JournalHead | Act): string {
  const json = JSON.stringify(value);
  return `{"sum":"${hex(crc32(json))}","${field}":${json}}\n`;
}

export const headLine = (after: number): string => sealed('journal', { format: journalFormat, after });
export const actLine = (act: Act): string => sealed('act', act);

const opening = '{"sum":"';
const sumEnd = opening.length + 8;

/** True when the line at `from` up to `to` (its newline not included) is whole and holds what was written. */
export function holds(bytes: Buffer, from: number, to: number, field: 'journal' | 'act'): boolean {
  const name = `","${field}":`;
  const start = from + sumEnd + name.length;
  if (start >= to) return false;
  const head = bytes.toString('latin1', from, start);
  if (!head.startsWith(opening) || !head.endsWith(name) || bytes[to - 1] !== 0x7d) return false;
  return head.slice(opening.length, sumEnd) === hex(crc32(bytes.subarray(start, to - 1)));
}

const actOpening = /^\{"sum":"[0-9a-f]{8}","act":\{/;
const example = '{"sum":"00000000","act":{';

/** True when the bytes can be the beginning of a line of ours, as a crash in the middle of a write leaves it. */
export function beginsLikeAnAct(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, example.length);
  return actOpening.test(head + example.slice(head.length));
}
