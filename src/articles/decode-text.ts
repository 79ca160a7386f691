import type { Problem } from '../domain/problem.ts';

/** How the files begin that people most often send instead of text. */
const signatures: readonly (readonly [begins: string, looksLike: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a Word, Pages or zip file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Outlook file'],
  ['{\\rtf', 'an RTF file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['ID3', 'a recording'],
  ['OggS', 'a recording'],
];

const byteOrderMarks: readonly (readonly [begins: string, encoding: string])[] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
];

const declaredIn = [
  /charset\s*=\s*["']?\s*([\w-]{2,40})/i,
  /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/i,
];

/** More than this share of characters that no text has, and it is none. */
const mostControls = 0.005;

/** What the bytes say. `mediaType` may name their encoding: `text/html; charset=iso-8859-1`. */
export function decodeText(bytes: Uint8Array, mediaType = ''): string | Problem {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const magic = signatures.find(([begins]) => head.startsWith(begins));
  if (magic) return { problem: 'input-not-text', looksLike: magic[1] };
  const encoding = encodingOf(bytes, head, mediaType);
  const text = decodeAs(encoding, bytes) ?? decodeWestern(bytes);
  return isText(text) ? text : { problem: 'input-not-text', looksLike: 'a program’s own data' };
}

function encodingOf(bytes: Uint8Array, head: string, mediaType: string): string {
  const marked = byteOrderMarks.find(([begins]) => head.startsWith(begins));
  if (marked) return marked[1];
  const zeros = zerosIn(bytes.subarray(0, 1024));
  // Western text in UTF-16 has a zero in every other byte, and none in the others.
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  // What a page says of its own encoding is often wrong; UTF-8 that decodes without a fault hardly ever is.
  if (decodeAs('utf-8', bytes) !== undefined) return 'utf-8';
  const said = [mediaType, head].flatMap((text) => declaredIn.map((pattern) => pattern.exec(text)?.[1]));
  return said.find((name) => name !== undefined) ?? 'windows-1252';
}

function zerosIn(bytes: Uint8Array): { even: number; odd: number } {
  const half = Math.max(1, bytes.length / 2);
  const count = (parity: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length / half;
  return { even: count(0), odd: count(1) };
}

/** These names mean Windows-1252 on the web: https://encoding.spec.whatwg.org/#names-and-labels */
const western = /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i;
const from80To9f = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: Node 20 decodes Windows-1252 as Latin 1 and loses its quotation marks. */
const decodeWestern = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => from80To9f[control.charCodeAt(0) - 0x80] ?? control);

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  if (western.test(encoding)) return decodeWestern(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const controls = /(?![\s\u0085])\p{Cc}/gu;

/** A zero is in no text; a stray control character may be. */
export function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  return (text.match(controls)?.length ?? 0) <= text.length * mostControls;
}
