import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { encodeFrame, type Frame, FrameReader, opcodes } from './web-socket-frames.ts';

interface Listeners {
  onText: (text: string) => void;
  onClosed: () => void;
}

/** The server's end of one WebSocket. */
export class WebSocketConnection {
  private readonly socket: Duplex;
  private readonly listeners: Listeners;
  private readonly reader = new FrameReader();
  private parts: Buffer[] = [];
  /** The client has said goodbye and reads no more. */
  isClosing = false;

  constructor(request: IncomingMessage, socket: Duplex, listeners: Listeners) {
    this.socket = socket;
    this.listeners = listeners;
    socket.write(handshake(request.headers['sec-websocket-key'] ?? ''));
    socket.on('data', (chunk: Buffer) => {
      for (const frame of this.reader.push(chunk)) this.take(frame);
    });
    socket.on('close', () => listeners.onClosed());
    // A peer that goes away without a word is part of the play.
    socket.on('error', () => socket.destroy());
  }

  sendText(text: string): void {
    if (this.socket.writable) this.socket.write(encodeFrame(opcodes.text, Buffer.from(text)));
  }

  /** No close frame, no goodbye: what a client sees when the network goes. */
  cut(): void {
    this.socket.destroy();
  }

  private take({ opcode, isFinal, payload }: Frame): void {
    if (opcode === opcodes.ping) {
      this.socket.write(encodeFrame(opcodes.pong, payload));
    } else if (opcode === opcodes.close) {
      this.isClosing = true;
      this.socket.end(encodeFrame(opcodes.close, payload));
    } else if (opcode === opcodes.text || opcode === opcodes.continuation) {
      this.parts.push(payload);
      if (!isFinal) return;
      const text = Buffer.concat(this.parts).toString('utf8');
      this.parts = [];
      this.listeners.onText(text);
    }
  }
}

/** https://datatracker.ietf.org/doc/html/rfc6455#section-4.2.2 */
function handshake(key: string): string {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  return `${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`;
}
