import { botUserId, teamDomain } from '../settings.ts';
import { asText, type SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Message } from '../state/timeline.ts';
import { apiMessage } from './api-message.ts';
import { type Method, refuseBeyondLimits } from './method.ts';

const scope = (): string => 'chat:write';

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { scope, run: postMessage },
  'chat.postEphemeral': { scope, run: postEphemeral },
  'chat.update': { scope, run: update },
  'chat.delete': { scope, run: remove },
  'chat.getPermalink': { run: getPermalink },
};

function postMessage(state: SlackState, args: SlackObject): SlackObject {
  const channel = state.directory.channelForPosting(args.channel, state.settings.scopes);
  refuseEmpty(args);
  refuseBeyondLimits(args, 'message');
  const threadTs = threadIn(state, channel.id, args.thread_ts);
  const message = state.timeline.post({ channel: channel.id, content: args, threadTs });
  return {
    channel: channel.id,
    ts: message.ts,
    message: apiMessage(message, { withMetadata: true }),
  };
}

function postEphemeral(state: SlackState, args: SlackObject): SlackObject {
  const channel = state.directory.channelForPosting(args.channel, state.settings.scopes);
  const user = state.directory.user(args.user);
  if (!channel.members.has(user.id)) throw new SlackRefusal('user_not_in_channel');
  refuseEmpty(args);
  refuseBeyondLimits(args, 'ephemeral');
  const threadTs = threadIn(state, channel.id, args.thread_ts);
  const draft = { channel: channel.id, content: args, threadTs, ephemeralFor: user.id };
  return { message_ts: state.timeline.post(draft).ts };
}

function update(state: SlackState, args: SlackObject): SlackObject {
  const message = ownMessage(state, args, 'cant_update_message');
  if (state.directory.channel(args.channel).is_archived) throw new SlackRefusal('is_archived');
  refuseBeyondLimits(args, 'message');
  state.timeline.edit(message, args);
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: apiMessage(message, { withMetadata: true }),
  };
}

function remove(state: SlackState, args: SlackObject): SlackObject {
  const message = ownMessage(state, args, 'cant_delete_message');
  state.timeline.remove(message);
  return { channel: message.channel, ts: message.ts };
}

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
function getPermalink(state: SlackState, args: SlackObject): SlackObject {
  const channel = state.directory.channelForReading(args.channel);
  const message = state.timeline.find(channel.id, args.message_ts);
  if (message === undefined || message.ephemeralFor !== undefined)
    throw new SlackRefusal('message_not_found');
  const place = `https://${teamDomain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const thread = message.thread_ts === undefined ? '' : `?thread_ts=${message.thread_ts}&cid=${channel.id}`;
  return { channel: channel.id, permalink: place + thread };
}

/** Neither update nor delete reaches an ephemeral message: for these methods it does not exist. */
function ownMessage(state: SlackState, args: SlackObject, refusal: string): Message {
  const channel = state.directory.channelForReading(args.channel);
  const message = state.timeline.find(channel.id, args.ts);
  if (message === undefined || message.ephemeralFor !== undefined || message.isTombstone) {
    throw new SlackRefusal('message_not_found');
  }
  if (message.user !== botUserId) throw new SlackRefusal(refusal);
  return message;
}

function refuseEmpty(args: SlackObject): void {
  const hasBlocks = Array.isArray(args.blocks) && args.blocks.length > 0;
  const hasAttachments = Array.isArray(args.attachments) && args.attachments.length > 0;
  if (!args.text && !hasBlocks && !hasAttachments) throw new SlackRefusal('no_text');
}

/** A reply to a reply joins the reply's thread. */
function threadIn(state: SlackState, channel: string, threadTs: unknown): string | undefined {
  if (threadTs === undefined || threadTs === '') return undefined;
  const parent = state.timeline.find(channel, asText(threadTs));
  if (parent === undefined || parent.ephemeralFor !== undefined) throw new SlackRefusal('thread_not_found');
  return parent.thread_ts ?? parent.ts;
}
