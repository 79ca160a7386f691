import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isProblem } from '../../domain/problem.ts';
import { within } from '../read-file.ts';

const unpackers: { readonly [encoding: string]: () => Transform } = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
/** What we ask for is what we can unpack. */
export const acceptedEncodings = 'gzip, deflate, br';

export type BodyFault = 'too-large' | 'encoding';

/** A body, unpacked, unless it is too much either way: a bomb is counted while it unfolds, and never whole in memory. */
export async function unpackedBody(
  response: IncomingMessage,
  mostBytes: number,
): Promise<Uint8Array | { fault: BodyFault }> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) return { fault: 'too-large' };
  if (encoding === 'identity' || encoding === '') return counted(response, mostBytes);
  const unpacker = unpackers[encoding]?.();
  if (!unpacker) return { fault: 'encoding' };
  const packed = new PackedLimit(mostBytes);
  response.on('error', (error) => unpacker.destroy(error));
  packed.on('error', (error) => unpacker.destroy(error));
  try {
    return await counted(response.pipe(packed).pipe(unpacker), mostBytes);
  } catch (error) {
    if (error === packed.tooMuch) return { fault: 'too-large' };
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) return { fault: 'encoding' };
    throw error;
  }
}

async function counted(body: Readable, mostBytes: number): Promise<Uint8Array | { fault: BodyFault }> {
  const bytes = await within(body, mostBytes);
  return isProblem(bytes) ? { fault: 'too-large' } : bytes;
}

/** Counts what comes over the wire. */
class PackedLimit extends Transform {
  readonly tooMuch = new Error('too much came');
  private left: number;

  constructor(mostBytes: number) {
    super();
    this.left = mostBytes;
  }

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.left -= chunk.byteLength;
    if (this.left < 0) done(this.tooMuch);
    else done(null, chunk);
  }
}
