import type { WebClient } from '@slack/web-api';
import type { Audience } from '../domain/following/audience.ts';
import type { ChannelFacts } from '../services/ports.ts';
import { failureOf, isAnswer } from './failure-of.ts';

/** What Slack's answers about a channel have in common; the fields that are missing are false. */
interface SlackChannel {
  id?: string;
  name?: string;
  is_private?: boolean;
  is_archived?: boolean;
  is_member?: boolean;
  is_ext_shared?: boolean;
  is_pending_ext_shared?: boolean;
  num_members?: number;
}

export async function channelFrom(client: WebClient, id: string): Promise<ChannelFacts> {
  // A conversation with the app has one reader, and asking about it would take another scope.
  if (id.startsWith('D')) return { name: '', isPrivate: true, isShared: false, members: 1 };
  const { channel, response_metadata: answer } = await client.conversations
    .info({ channel: id, include_num_members: true })
    .catch((error) => {
      if (isAnswer(error, ['channel_not_found'])) return { channel: undefined, response_metadata: undefined };
      throw error;
    });
  // It hides itself from an app that is not in it: nothing can be posted there, so nobody would see it.
  if (!channel) {
    return { name: '', isPrivate: true, isShared: false, members: 0, closed: 'channel_not_found' };
  }
  return factsFrom(channel, answer?.scopes);
}

function factsFrom(channel: SlackChannel, scopes: readonly string[] = []): ChannelFacts {
  const mayPostAnywhere = scopes.includes('chat:write.public');
  const isOpen = channel.is_member !== false || (mayPostAnywhere && !channel.is_private);
  const closed = channel.is_archived ? 'is_archived' : isOpen ? undefined : 'not_in_channel';
  return {
    name: channel.name ?? '',
    isPrivate: channel.is_private ?? false,
    isShared: (channel.is_ext_shared || channel.is_pending_ext_shared) ?? false,
    ...(channel.num_members === undefined ? {} : { members: channel.num_members }),
    ...(closed ? { closed } : {}),
  };
}

/** The most that Slack gives on one page. https://docs.slack.dev/reference/methods/users.conversations/ */
const mostOnPage = 999;

/** One call for a thousand channels, where asking about each would take half an hour of what Slack lets us ask. */
export async function channelsWeAreIn(
  client: WebClient,
): Promise<ReadonlyMap<string, ChannelFacts> | undefined> {
  const found = new Map<string, ChannelFacts>();
  let cursor = '';
  try {
    do {
      const page = await client.users.conversations({
        types: 'public_channel,private_channel',
        limit: mostOnPage,
        ...(cursor ? { cursor } : {}),
      });
      for (const channel of page.channels ?? []) if (channel.id) found.set(channel.id, factsFrom(channel));
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return found;
  } catch (error) {
    // Half a list says nothing of what is missing from it.
    return failureOf(error) && undefined;
  }
}

export function audienceFrom(
  channel: string,
  facts: ChannelFacts,
  crowd: Pick<Audience, 'guests' | 'outsiders' | 'isPartial'> & { humans: number },
): Audience {
  const { name, isPrivate, isShared, members, closed } = facts;
  const { humans, ...onlookers } = crowd;
  const people = crowd.isPartial ? members : humans;
  return {
    ...{ channel, name, isPrivate, isShared, ...onlookers },
    ...(people === undefined ? {} : { people }),
    ...(closed ? { closed } : {}),
  };
}
