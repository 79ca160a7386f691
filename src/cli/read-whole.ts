import { isUtf8 } from 'node:buffer';

/** A bundle of this size holds about 150,000 entries; memory for several times as much is needed to read it. */
export const mostBytes = 100_000_000;

/**
 * All of a file or of standard input. Rejects with what is wrong, in words that go into a bracket. `mostOf` says how
 * much is read of what begins so; without it, as much as of a bundle.
 */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  mostOf: (head: Uint8Array) => Most = () => ofBundle,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  let most = ofBundle;
  for await (const chunk of chunks) {
    // The first bytes of a pipe may be few.
    if (size < mostBlank) most = mostOf(Buffer.concat([...read, chunk]));
    size += chunk.byteLength;
    if (size > most.bytes) throw new Error(`larger than ${most.bytes / 1_000_000} MB: ${most.mend}`);
    read.push(chunk);
  }
  return Buffer.concat(read);
}

interface Most {
  bytes: number;
  mend: string;
}
const ofBundle: Most = { bytes: mostBytes, mend: 'split it into several bundles' };
const mostBlank = 4096;

/** Of a bundle much, and it begins like JSON; of an article only so much. */
export const mostOfImport =
  (ofArticle: Most) =>
  (head: Uint8Array): Most =>
    beginsLikeJson(head) ? ofBundle : ofArticle;

/** Behind blanks and byte order marks, in UTF-8 or UTF-16. What is all blank may still begin so. */
export function beginsLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, mostBlank)).toString('latin1');
  return /^[\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]*(?:[{[]|$)/.test(head);
}

/** As text; other bytes would be recorded with letters lost, so they are refused. */
export function inUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new Error('not text in UTF-8: save it in that encoding');
  return new TextDecoder().decode(bytes);
}
