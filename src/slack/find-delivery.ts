import type { WebClient } from '@slack/web-api';
import { instantOf, msBetween } from '../domain/language/dates.ts';
import type { Instant } from '../domain/records/moment.ts';
import type { Found } from '../services/ports.ts';
import { failureOf } from './failure-of.ts';

interface Sought {
  channel: string;
  threadTs?: string;
  key: string;
  since: Instant;
}

const eventType = 'slugline_delivery';

/** Goes along with a message, unseen, so that it can be found by its key. https://docs.slack.dev/messaging/message-metadata/ */
export const metadataOf = (key: string) => ({ event_type: eventType, event_payload: { key } });

/** Slack's clock and ours may differ by so much. */
const skewSeconds = 300;
const perPage = 200;
const mostPages = 10;

/** Reads a thread, or a channel, back for the message with a key. */
export async function findDelivery(client: WebClient, sought: Sought): Promise<Found> {
  const { channel, threadTs, key, since } = sought;
  const oldest = `${Math.max(0, secondsOf(since) - skewSeconds)}.000000`;
  const range = { channel, oldest, limit: perPage, include_all_metadata: true };
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const from = { ...range, ...(cursor ? { cursor } : {}) };
      const read = threadTs
        ? await client.conversations.replies({ ...from, ts: threadTs })
        : await client.conversations.history(from);
      const found = read.messages?.find((message) => keyOf(message) === key);
      if (found?.ts) return { outcome: 'there', ts: found.ts };
      cursor = read.response_metadata?.next_cursor;
      if (!cursor) return { outcome: 'absent' };
    }
    return { outcome: 'unreadable' };
  } catch (error) {
    return unfound(error);
  }
}

/** With a token that is refused, posting again would not be the answer either. */
const refusesToken = /^(token_revoked|token_expired|account_inactive|invalid_auth|not_authed)$/;

function unfound(error: unknown): Found {
  const failure = failureOf(error);
  if (failure.outcome === 'wait') return failure;
  if (failure.outcome === 'unconfirmed') return { outcome: 'wait', seconds: 5 };
  if (failure.error === 'thread_not_found') return { outcome: 'absent' };
  return refusesToken.test(failure.error) ? { outcome: 'wait', seconds: 60 } : { outcome: 'unreadable' };
}

function keyOf(message: object): unknown {
  const { metadata } = message as { metadata?: { event_type?: unknown; event_payload?: { key?: unknown } } };
  return metadata?.event_type === eventType ? metadata.event_payload?.key : undefined;
}

const secondsOf = (instant: Instant): number => Math.floor(msBetween(instantOf(0), instant) / 1000);
