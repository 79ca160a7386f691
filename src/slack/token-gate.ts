import { slackFetch } from './slack-fetch.ts';

/**
 * What stands between our clients and Slack. Once Slack has taken the token back, nothing is asked with it any more:
 * every call is answered here as Slack would answer it, so whoever posts learns it in the way they know.
 */
export class TokenGate {
  private isShut = false;

  shut(): void {
    this.isShut = true;
  }

  readonly fetch: typeof globalThis.fetch = async (...request) =>
    this.isShut ? Response.json({ ok: false, error: 'token_revoked' }) : slackFetch(...request);
}
