import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

/** The whole body as it was sent; `too-large` when it is longer than `most` bytes, which are not kept. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      // What else comes is read and dropped, so that whoever sends it gets to read the answer.
      else resolve('too-large');
    });
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

export interface SlackBody {
  [field: string]: unknown;
}

/** What Slack sends: JSON, or a form whose `payload`, if it has one, is JSON. `undefined` when it is neither. */
export function parseBody(body: Buffer, contentType = ''): SlackBody | undefined {
  const text = body.toString();
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return parsedObject(text);
  const form = parse(text);
  return typeof form['payload'] === 'string' ? parsedObject(form['payload']) : form;
}

function parsedObject(text: string): SlackBody | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as SlackBody) : undefined;
  } catch {
    return undefined;
  }
}
