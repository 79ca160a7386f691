/**
 * As much of RFC 6455 as Socket Mode needs. `ws` is no dependency of @slack/socket-mode 3 any more (it uses
 * undici, which brings a client only). https://datatracker.ietf.org/doc/html/rfc6455#section-5.2
 */
export const opcodes = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;

export interface Frame {
  opcode: number;
  isFinal: boolean;
  payload: Buffer;
}

/** A server's frame: whole and unmasked. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  if (payload.length < 65_536) {
    const head = Buffer.from([first, 126, 0, 0]);
    head.writeUInt16BE(payload.length, 2);
    return Buffer.concat([head, payload]);
  }
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}

/** Cuts a stream of bytes into frames, keeping what is not whole yet. */
export class FrameReader {
  private rest = Buffer.alloc(0);

  push(chunk: Buffer): Frame[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.next(); frame !== undefined; frame = this.next()) frames.push(frame);
    return frames;
  }

  private next(): Frame | undefined {
    const layout = layoutOf(this.rest);
    if (layout === undefined) return undefined;
    const { maskAt, payloadAt, end } = layout;
    if (this.rest.length < end) return undefined;
    const mask = this.rest.subarray(maskAt, payloadAt);
    const payload = Buffer.from(this.rest.subarray(payloadAt, end));
    for (let index = 0; mask.length > 0 && index < payload.length; index += 1) {
      payload[index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0);
    }
    const first = this.rest[0] ?? 0;
    this.rest = this.rest.subarray(end);
    return { opcode: first & 0x0f, isFinal: (first & 0x80) !== 0, payload };
  }
}

function layoutOf(bytes: Buffer): { maskAt: number; payloadAt: number; end: number } | undefined {
  if (bytes.length < 2) return undefined;
  const second = bytes[1] ?? 0;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + lengthBytes) return undefined;
  const length =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const maskAt = 2 + lengthBytes;
  const payloadAt = maskAt + ((second & 0x80) !== 0 ? 4 : 0);
  return { maskAt, payloadAt, end: payloadAt + length };
}
