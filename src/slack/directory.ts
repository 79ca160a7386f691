import type { WebClient } from '@slack/web-api';
import type { Standing } from '../domain/rules/permissions.ts';
import type { ChannelFacts, Directory } from '../services/ports.ts';
import { AskedLately } from './asked-lately.ts';
import { audienceFrom, channelFrom, channelsWeAreIn } from './channel-facts.ts';
import { isAnswer } from './failure-of.ts';

/** The directory, and what only Slack's own pages need of it: the names people go by. */
export interface SlackDirectory extends Directory {
  /** For messages that everybody sees, where a mention would ping: a name, never an id. */
  nameOf(id: string): Promise<string>;
  /** Those in a channel who are not of the newsroom, as far as Slack tells in time. */
  onlookersIn(channel: string): Promise<Onlookers>;
  /** Every channel that the app is in, asked anew; `undefined` when Slack does not say. */
  channelsWeAreIn(): Promise<ReadonlyMap<string, ChannelFacts> | undefined>;
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
    channelsWeAreIn: () => channelsWeAreIn(client),
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

async function crowdFrom(client: WebClient, id: string): Promise<readonly string[]> {
  if (id.startsWith('D')) return [];
  const { members = [] } = await client.conversations.members({ channel: id, limit: 200 });
  return members;
}
