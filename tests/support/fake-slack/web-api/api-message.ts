import { appId, teamId } from '../settings.ts';
import type { SlackObject } from '../slack-object.ts';
import type { Message } from '../state/timeline.ts';

/** A message as Slack's API and payloads show it. Metadata comes only to those who ask for it. */
export function apiMessage(message: Message, { withMetadata = false } = {}): SlackObject {
  return {
    type: 'message',
    ...(message.isTombstone ? { subtype: 'tombstone' } : {}),
    user: message.user,
    ts: message.ts,
    team: teamId,
    text: message.text,
    ...(message.bot_id === undefined ? {} : { bot_id: message.bot_id, app_id: appId }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...(message.edited === undefined ? {} : { edited: message.edited }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}
