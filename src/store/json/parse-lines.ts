import { isAscii } from 'node:buffer';

const batchBytes = 1 << 20;
const comma = 0x2c;
const newline = 0x0a;

function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/**
 * Parses lines of one JSON value each, parted by newlines or by commas and newlines, about a megabyte at a time:
 * several times faster than line by line, and no file is too long for one string (V8 ends at 512 MB).
 * Newlines without a comma are overwritten in `bytes`.
 */
export function parseLines<T>(bytes: Buffer): T[] {
  const parsed: T[][] = [];
  for (let from = 0; from < bytes.length; ) {
    const cut = bytes.indexOf(newline, from + batchBytes);
    const end = cut === -1 ? bytes.length : cut + 1;
    parsed.push(parseBatch<T>(bytes.subarray(from, end)));
    from = end;
  }
  return parsed.length === 1 && parsed[0] ? parsed[0] : parsed.flat();
}

function parseBatch<T>(lines: Buffer): T[] {
  let last = -1;
  for (let at = lines.indexOf(newline); at !== -1; at = lines.indexOf(newline, at + 1)) {
    if (lines[at - 1] !== comma) lines[at] = comma;
    last = at;
  }
  const end = lines[last - 1] === comma ? last - 1 : last;
  return JSON.parse(`[${textOf(lines.subarray(0, end))}]`) as T[];
}
