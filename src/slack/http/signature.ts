import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Older than this, a request may be one that was overheard and is sent again. */
const mostApartSeconds = 5 * 60;

/**
 * Why a request is not one that Slack signed now; `undefined` when it is. The words are for the log: they hold nothing
 * of what was sent. https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */
export function forgery(
  body: Buffer,
  headers: IncomingHttpHeaders,
  { signingSecret, nowMs }: { signingSecret: string; nowMs: number },
): string | undefined {
  const sent = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof sent !== 'string' || typeof signature !== 'string') return 'it bears no signature';
  // Digits alone, because what is signed is the header as it was sent.
  if (!/^\d{1,12}$/.test(sent)) return 'its timestamp is no number, so the signature cannot be right';
  if (Math.abs(nowMs / 1000 - Number(sent)) > mostApartSeconds)
    return 'its signature is not of the last five minutes: an old request, or a clock that is wrong';
  const sum = createHmac('sha256', signingSecret).update(`v0:${sent}:`).update(body).digest('hex');
  return isSame(signature, `v0=${sum}`) ? undefined : 'its signature is not that of SLACK_SIGNING_SECRET';
}

/** Takes the same time wherever the two differ, so that a signature cannot be guessed bit by bit. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
