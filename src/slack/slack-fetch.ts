import { request } from 'undici';

/**
 * `fetch` for Slack's libraries, in a third of its processor time: a thousand messages are a thousand calls, and most of
 * what `fetch` does (streams, cloning, redirects, cookies) none of them needs. It goes through undici's own dispatcher
 * all the same, so that whoever sets a proxy there has it here. Of an answer it has what the client and Bolt's `respond` read.
 */
export const slackFetch: typeof globalThis.fetch = async (url, init = {}) => {
  // A form with a file in it: we send none, Slack's client could.
  if (typeof url !== 'string' || typeof init.body !== 'string') return globalThis.fetch(url, init);
  const { method = 'GET', headers, body, signal } = init;
  const answer = await request(url, {
    method: method as 'POST',
    headers: headers as Record<string, string>,
    body,
    ...(signal ? { signal } : {}),
  });
  const text = await answer.body.text();
  const read: Pick<Response, 'ok' | 'status' | 'statusText' | 'url' | 'text'> & { headers: Answered } = {
    ok: answer.statusCode >= 200 && answer.statusCode < 300,
    status: answer.statusCode,
    statusText: answer.statusText,
    url,
    headers: new Answered(answer.headers),
    text: async () => text,
  };
  return read as unknown as Response;
};

/** Headers as undici gives them, names in lower case. */
class Answered {
  private readonly headers: Readonly<Record<string, string | string[] | undefined>>;

  constructor(headers: Readonly<Record<string, string | string[] | undefined>>) {
    this.headers = headers;
  }

  get(name: string): string | null {
    const value = this.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  *entries(): IterableIterator<[string, string]> {
    for (const name of Object.keys(this.headers)) yield [name, this.get(name) ?? ''];
  }
}
