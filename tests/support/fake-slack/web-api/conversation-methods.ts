import { botUserId } from '../settings.ts';
import { asFlag, type SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { SlackChannel } from '../state/directory.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Message } from '../state/timeline.ts';
import { apiMessage } from './api-message.ts';
import { channelScope, type Method, pageOf } from './method.ts';

export const conversationMethods: Record<string, Method> = {
  'conversations.info': { scope: channelScope('read'), run: info },
  'conversations.members': { scope: channelScope('read'), run: members },
  'conversations.list': { scope: () => 'channels:read', run: list },
  'users.conversations': { scope: scopesOfTypes, run: ours },
  'conversations.history': { scope: channelScope('history'), run: history },
  'conversations.replies': { scope: channelScope('history'), run: replies },
  'conversations.open': { scope: () => 'im:write', run: open },
};

function info(state: SlackState, args: SlackObject): SlackObject {
  const channel = state.directory.channelForReading(args.channel);
  const described = state.directory.describeChannel(channel);
  if (asFlag(args.include_num_members)) described.num_members = channel.members.size;
  return { channel: described };
}

function members(state: SlackState, args: SlackObject): SlackObject {
  const channel = state.directory.channelForReading(args.channel);
  const { items, response_metadata } = pageOf([...channel.members], args, 100);
  return { members: items, response_metadata };
}

function list(state: SlackState, args: SlackObject): SlackObject {
  const types = String(args.types ?? 'public_channel').split(',');
  const wanted = [...state.directory.channels.values()].filter((channel) => {
    if (channel.im_user !== undefined) return types.includes('im');
    if (!channel.is_private) return types.includes('public_channel');
    return types.includes('private_channel') && channel.members.has(botUserId);
  });
  const kept = asFlag(args.exclude_archived) ? wanted.filter((channel) => !channel.is_archived) : wanted;
  const { items, response_metadata } = pageOf(kept, args, 100);
  return { channels: items.map((channel) => state.directory.describeChannel(channel)), response_metadata };
}

const scopeOfType: Record<string, string> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

const typesIn = (args: SlackObject): string[] => String(args.types ?? 'public_channel').split(',');

function scopesOfTypes(_: SlackState, args: SlackObject): string[] {
  return typesIn(args).map((type) => {
    const scope = scopeOfType[type];
    if (scope === undefined) throw new SlackRefusal('invalid_types');
    return scope;
  });
}

/** Those the app is in. They do not say so, nor how many others are. */
function ours(state: SlackState, args: SlackObject): SlackObject {
  if (Number(args.limit ?? 100) > 999) throw new SlackRefusal('invalid_limit');
  const types = typesIn(args);
  const wanted = [...state.directory.channels.values()].filter((channel) => {
    if (channel.im_user !== undefined) return types.includes('im');
    const type = channel.is_private ? 'private_channel' : 'public_channel';
    return types.includes(type) && channel.members.has(botUserId);
  });
  const kept = asFlag(args.exclude_archived) ? wanted.filter((channel) => !channel.is_archived) : wanted;
  const { items, response_metadata } = pageOf(kept, args, 100);
  const channels = items.map((channel) => {
    const { is_member: _, ...described } = state.directory.describeChannel(channel);
    return described;
  });
  return { channels, response_metadata };
}

/** Newest first, without the replies in threads. */
function history(state: SlackState, args: SlackObject): SlackObject {
  const channel = readableChannel(state, args);
  const messages = state.timeline
    .in(channel.id)
    .filter((message) => message.ephemeralFor === undefined && message.thread_ts === undefined)
    .filter((message) => isInRange(message, args))
    .reverse();
  return messagePage(state, messages, args, 100);
}

/** Oldest first, the parent always among them. */
function replies(state: SlackState, args: SlackObject): SlackObject {
  const channel = readableChannel(state, args);
  const [parent, ...rest] = state.timeline.thread(channel.id, args.ts);
  if (parent === undefined || parent.ts !== args.ts) throw new SlackRefusal('thread_not_found');
  const messages = [parent, ...rest.filter((message) => isInRange(message, args))];
  return messagePage(state, messages, args, 1000);
}

function open(state: SlackState, args: SlackObject): SlackObject {
  return { channel: { id: state.directory.directChannel(args.users).id } };
}

function readableChannel(state: SlackState, args: SlackObject): SlackChannel {
  const channel = state.directory.channelForReading(args.channel);
  if (!channel.members.has(botUserId)) throw new SlackRefusal('not_in_channel');
  return channel;
}

function isInRange({ ts }: Message, { oldest, latest, inclusive }: SlackObject): boolean {
  if (asFlag(inclusive) && (ts === oldest || ts === latest)) return true;
  // ts has a fixed width, so that text order is time order.
  return (!oldest || ts > String(oldest)) && (!latest || ts < String(latest));
}

function messagePage(
  state: SlackState,
  messages: readonly Message[],
  args: SlackObject,
  defaultLimit: number,
): SlackObject {
  const withMetadata = asFlag(args.include_all_metadata);
  const { items, response_metadata } = pageOf(messages, args, defaultLimit);
  return {
    messages: items.map((message) => ({
      ...apiMessage(message, { withMetadata }),
      ...threadSummary(state, message),
    })),
    has_more: response_metadata.next_cursor !== '',
    response_metadata,
  };
}

function threadSummary(state: SlackState, message: Message): SlackObject {
  const replyCount = state.timeline.thread(message.channel, message.ts).length - 1;
  return replyCount > 0 ? { thread_ts: message.ts, reply_count: replyCount } : {};
}
