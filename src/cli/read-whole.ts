/** A bundle of this size holds about 150,000 entries; memory for several times as much is needed to read it. */
export const mostBytes = 100_000_000;

/**
 * All of a file or of standard input as text. Rejects with what is wrong, in words that go into a bracket: too much,
 * or not UTF-8, which would otherwise be recorded with its letters lost.
 */
export async function readWhole(chunks: AsyncIterable<Uint8Array>, most = mostBytes): Promise<string> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`larger than ${most / 1_000_000} MB: split it into several bundles`);
    read.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(read));
  } catch {
    throw new Error('not text in UTF-8: save it in that encoding');
  }
}
