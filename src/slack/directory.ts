import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Audience } from '../domain/following/audience.ts';
import type { Standing } from '../domain/rules/permissions.ts';
import type { ChannelFacts, Directory } from '../services/ports.ts';
import { AskedLately } from './asked-lately.ts';

/** The directory, and what only Slack's own pages need of it: the names people go by. */
export interface SlackDirectory extends Directory {
  /** For messages that everybody sees, where a mention would ping: a name, never an id. */
  nameOf(id: string): Promise<string>;
  /** Those in a channel who are not of the newsroom, as far as Slack tells in time. */
  onlookersIn(channel: string): Promise<Onlookers>;
  /** Slack says that something about the channel changed: what is known of it is asked anew. */
  forgetChannel(id: string): void;
  forgetPerson(id: string): void;
}

export interface Onlookers {
  guests: number;
  outsiders: number;
  /** More people are in the channel than were looked at. */
  isPartial: boolean;
}

interface Crowd extends Onlookers {
  /** Those that were looked at, without bots. */
  humans: number;
}

interface SlackPerson {
  standing: Standing;
  name: string;
  isBot: boolean;
  hasLeft: boolean;
}

type User = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/** Looking at everybody in a channel of thousands would use up what Slack lets us ask in a minute. */
const mostLookedAt = 40;

/** `client` for nothing else: what Slack holds up here must not hold up an answer. */
export function slackDirectory(client: WebClient, teamId: string, now = Date.now): SlackDirectory {
  const people = new AskedLately((id) => personFrom(client, id, teamId), { now });
  const groups = new AskedLately((group) => groupFrom(client, group), { now });
  const channels = new AskedLately((id) => channelFrom(client, id), { now });
  const crowds = new AskedLately((id) => crowdFrom(client, id), { now });

  const forgetChannel = (id: string): void => {
    channels.forget(id);
    crowds.forget(id);
  };
  const crowdOf = async (channel: string): Promise<Crowd> => {
    const crowd = (await crowds.get(channel))?.value;
    const looked = await Promise.all((crowd ?? []).slice(0, mostLookedAt).map((id) => people.get(id)));
    const humans = looked.flatMap((one) => (one && !one.value.isBot ? [one.value] : []));
    const count = (standing: Standing) => humans.filter((one) => one.standing === standing).length;
    const isPartial = !crowd || crowd.length > mostLookedAt || looked.includes(undefined);
    return { humans: humans.length, guests: count('guest'), outsiders: count('outsider'), isPartial };
  };

  return {
    standing: async (id) => {
      const known = await people.get(id);
      if (!known) return { standing: 'unknown' };
      const { standing, hasLeft } = known.value;
      return {
        standing,
        ...(known.isStale ? { isStale: true } : {}),
        ...(hasLeft ? { hasLeft: true } : {}),
      };
    },
    members: async (group) => {
      const known = await groups.get(group);
      return known && !known.isStale ? known.value : undefined;
    },
    channel: async (id) => (await channels.get(id))?.value,
    nameOf: async (id) => (await people.get(id))?.value.name || 'someone',
    onlookersIn: async (channel) => {
      const { humans: _, ...onlookers } = await crowdOf(channel);
      return onlookers;
    },
    audienceOf: async (channel) => {
      forgetChannel(channel);
      const [facts, { humans, ...onlookers }] = await Promise.all([channels.get(channel), crowdOf(channel)]);
      return facts && audienceFrom(channel, facts.value, { humans, ...onlookers });
    },
    forgetChannel,
    forgetPerson: (id) => people.forget(id),
  };
}

async function personFrom(client: WebClient, user: string, teamId: string): Promise<SlackPerson> {
  try {
    const { user: found } = await client.users.info({ user });
    if (!found) throw new Error('users.info answered nobody');
    const name = found.real_name || found.profile?.real_name || found.name || '';
    const { is_bot: isBot = false, deleted: hasLeft = false } = found;
    return { standing: standingOf(found, teamId), name, isBot, hasLeft };
  } catch (error) {
    if (isAnswer(error, ['user_not_found', 'user_not_visible'])) {
      return { standing: 'unknown', name: '', isBot: false, hasLeft: false };
    }
    throw error;
  }
}

/** Bots and people who left are not of the newsroom, whatever else they are. */
function standingOf(user: User, teamId: string): Standing {
  if (user.deleted || user.is_bot || user.is_stranger) return 'outsider';
  // In an organization of several workspaces people belong to one and work in others.
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])].filter(Boolean);
  if (teamId && teams.length > 0 && !teams.includes(teamId)) return 'outsider';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

async function groupFrom(client: WebClient, usergroup: string): Promise<readonly string[]> {
  const { users = [] } = await client.usergroups.users.list({ usergroup });
  return users;
}

async function channelFrom(client: WebClient, id: string): Promise<ChannelFacts> {
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
  const mayPostAnywhere = answer?.scopes?.includes('chat:write.public') ?? false;
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

function audienceFrom(channel: string, facts: ChannelFacts, crowd: Crowd): Audience {
  const { name, isPrivate, isShared, members, closed } = facts;
  const { humans, ...onlookers } = crowd;
  const people = crowd.isPartial ? members : humans;
  return {
    ...{ channel, name, isPrivate, isShared, ...onlookers },
    ...(people === undefined ? {} : { people }),
    ...(closed ? { closed } : {}),
  };
}

async function crowdFrom(client: WebClient, id: string): Promise<readonly string[]> {
  if (id.startsWith('D')) return [];
  const { members = [] } = await client.conversations.members({ channel: id, limit: 200 });
  return members;
}

const isAnswer = (error: unknown, said: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && said.includes(error.data.error);
