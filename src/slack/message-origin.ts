import type { AllMiddlewareArgs } from '@slack/bolt';
import type { Origin } from '../services/commands/verb.ts';
import { messageKey } from './desk.ts';
import { settleWithin } from './settle-within.ts';

/** A form has to open within three seconds; the link is a convenience, without it the entry still stands. */
const patienceMs = 1000;

/** The message that something was said in: however often it is used or Slack sends it, it makes one entry. */
export async function originOfMessage(
  client: AllMiddlewareArgs['client'],
  { channel, ts }: { channel: string; ts: string },
): Promise<Origin> {
  const key = messageKey(channel, ts);
  const asked = client.chat.getPermalink({ channel, message_ts: ts }).catch(() => undefined);
  const permalink = (await settleWithin(asked, patienceMs))?.permalink;
  return permalink ? { key, permalink } : { key };
}
