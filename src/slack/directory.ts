import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Standing } from '../domain/rules/permissions.ts';
import type { Audience, Directory } from '../services/ports.ts';
import { AskedLately } from './asked-lately.ts';

/** The directory, and what only Slack's own pages need of it: the names people go by. */
export interface SlackDirectory extends Directory {
  /** For messages that everybody sees, where a mention would ping: a name, never an id. */
  nameOf(id: string): Promise<string>;
  /** Those in a channel who are not of the newsroom, as far as Slack tells in time. */
  onlookersIn(channel: string): Promise<Onlookers>;
}

export interface Onlookers {
  guests: number;
  outsiders: number;
  /** More people are in the channel than were looked at. */
  isPartial: boolean;
}

interface SlackPerson {
  standing: Standing;
  name: string;
  isBot: boolean;
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

  return {
    standing: async (id) => {
      const known = await people.get(id);
      if (!known) return { standing: 'unknown' };
      return { standing: known.value.standing, ...(known.isStale ? { isStale: true } : {}) };
    },
    members: async (group) => {
      const known = await groups.get(group);
      return known && !known.isStale ? known.value : undefined;
    },
    channel: async (id) => (await channels.get(id))?.value,
    nameOf: async (id) => (await people.get(id))?.value.name || 'someone',
    onlookersIn: async (channel) => {
      const crowd = (await crowds.get(channel))?.value ?? [];
      const looked = await Promise.all(crowd.slice(0, mostLookedAt).map((id) => people.get(id)));
      const humans = looked.filter((one) => !one?.value.isBot);
      const count = (standing: Standing) => humans.filter((one) => one?.value.standing === standing).length;
      const isPartial = crowd.length > mostLookedAt || looked.includes(undefined);
      return { guests: count('guest'), outsiders: count('outsider'), isPartial };
    },
  };
}

async function personFrom(client: WebClient, user: string, teamId: string): Promise<SlackPerson> {
  try {
    const { user: found } = await client.users.info({ user });
    if (!found) throw new Error('users.info answered nobody');
    const name = found.real_name || found.profile?.real_name || found.name || '';
    return { standing: standingOf(found, teamId), name, isBot: found.is_bot ?? false };
  } catch (error) {
    if (isAnswer(error, ['user_not_found', 'user_not_visible'])) {
      return { standing: 'unknown', name: '', isBot: false };
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

async function channelFrom(client: WebClient, id: string): Promise<Audience> {
  // A conversation with the app has one reader, and asking about it would take another scope.
  if (id.startsWith('D')) return { name: '', isPrivate: true, isShared: false, members: 1 };
  const { channel } = await client.conversations
    .info({ channel: id, include_num_members: true })
    .catch((error) => {
      if (isAnswer(error, ['channel_not_found'])) return { channel: undefined };
      throw error;
    });
  // It hides itself from an app that is not in it: nothing can be posted there, so nobody would see it.
  if (!channel) return { name: '', isPrivate: true, isShared: false, members: 0 };
  return {
    name: channel.name ?? '',
    isPrivate: channel.is_private ?? false,
    isShared: (channel.is_ext_shared || channel.is_pending_ext_shared) ?? false,
    ...(channel.num_members === undefined ? {} : { members: channel.num_members }),
  };
}

async function crowdFrom(client: WebClient, id: string): Promise<readonly string[]> {
  if (id.startsWith('D')) return [];
  const { members = [] } = await client.conversations.members({ channel: id, limit: 200 });
  return members;
}

const isAnswer = (error: unknown, said: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && said.includes(error.data.error);
