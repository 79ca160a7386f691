import type { IncomingMessage } from 'node:http';
import { asObject, asText, type SlackObject } from '../slack-object.ts';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** WebClient sends forms whose lists and objects are JSON; `respond` and others send JSON whole. */
export function parseArguments(contentType: string, body: string): SlackObject {
  if (contentType.startsWith('application/json')) return asObject(parsedOrText(body)) ?? {};
  const args: SlackObject = {};
  for (const [name, value] of new URLSearchParams(body)) args[name] = parsedWhereJson(name, value);
  return args;
}

export function withoutToken(
  authorization: string | undefined,
  { token, ...args }: SlackObject,
): { token: string | undefined; args: SlackObject } {
  const bearer = authorization?.replace(/^Bearer /, '');
  return { token: bearer ?? asText(token), args };
}

const jsonArguments = ['attachments', 'blocks', 'metadata', 'view', 'unfurls', 'entities'];

function parsedWhereJson(name: string, value: string): unknown {
  return jsonArguments.includes(name) ? parsedOrText(value) : value;
}

/** Malformed JSON stays text, which the limits then refuse by name. */
export function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
