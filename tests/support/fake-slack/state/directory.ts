import {
  botName,
  botUserId,
  type ChannelSeed,
  type FakeSlackOptions,
  teamId,
  type UserGroupSeed,
  type UserSeed,
} from '../settings.ts';
import type { SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';

export type SlackUser = Required<UserSeed>;

export interface SlackChannel {
  id: string;
  name: string;
  is_private: boolean;
  is_archived: boolean;
  is_ext_shared: boolean;
  /** Set in a direct conversation with the app. */
  im_user: string | undefined;
  members: Set<string>;
}

/** Who and what is in the workspace. */
export class Directory {
  readonly users = new Map<string, SlackUser>();
  readonly channels = new Map<string, SlackChannel>();
  readonly userGroups = new Map<string, UserGroupSeed>();

  constructor({ users = [], channels = [], userGroups = [] }: FakeSlackOptions) {
    this.addUser({ id: botUserId, name: botName, real_name: 'Slugline', is_bot: true });
    for (const user of users) this.addUser(user);
    for (const channel of channels) this.addChannel(channel);
    for (const group of userGroups) this.userGroups.set(group.id, group);
  }

  addUser(seed: UserSeed): SlackUser {
    const user: SlackUser = {
      real_name: seed.name,
      is_bot: false,
      is_restricted: false,
      is_ultra_restricted: false,
      is_stranger: false,
      team_id: teamId,
      deleted: false,
      tz: 'Europe/London',
      ...seed,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel({ hasApp = true, members, ...seed }: ChannelSeed): SlackChannel {
    const people = members ?? [...this.users.keys()].filter((id) => id !== botUserId);
    const channel: SlackChannel = {
      is_private: false,
      is_archived: false,
      is_ext_shared: false,
      im_user: undefined,
      ...seed,
      members: new Set(hasApp ? [...people, botUserId] : people),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  user(id: unknown): SlackUser {
    const user = this.users.get(String(id));
    if (user === undefined) throw new SlackRefusal('user_not_found');
    return user;
  }

  /** The direct conversation between a person and the app, which exists from the first word on. */
  directChannel(userId: unknown): SlackChannel {
    const user = this.user(userId);
    const id = `D${user.id.slice(1)}`;
    const known = this.channels.get(id);
    if (known !== undefined) return known;
    const channel = this.addChannel({ id, name: user.name, is_private: true, members: [user.id] });
    channel.im_user = user.id;
    return channel;
  }

  /** A channel, or the person whose direct conversation is meant, as chat.postMessage takes them. */
  channel(id: unknown): SlackChannel {
    const text = String(id);
    if (text.startsWith('U') && this.users.has(text)) return this.directChannel(text);
    const channel = this.channels.get(text);
    if (channel === undefined) throw new SlackRefusal('channel_not_found');
    return channel;
  }

  /** A private channel hides itself from an app that is not in it. */
  channelForReading(id: unknown): SlackChannel {
    const channel = this.channel(id);
    const isMember = channel.members.has(botUserId);
    if (channel.is_private && !isMember) throw new SlackRefusal('channel_not_found');
    return channel;
  }

  channelForPosting(id: unknown, scopes: readonly string[]): SlackChannel {
    const channel = this.channelForReading(id);
    if (channel.is_archived) throw new SlackRefusal('is_archived');
    if (!channel.members.has(botUserId) && !scopes.includes('chat:write.public')) {
      throw new SlackRefusal('not_in_channel');
    }
    return channel;
  }

  describeUser(user: SlackUser): SlackObject {
    const profile = { real_name: user.real_name, display_name: user.name };
    return { ...user, is_app_user: user.id === botUserId, is_admin: false, is_owner: false, profile };
  }

  describeChannel(channel: SlackChannel): SlackObject {
    const { members, im_user, ...fields } = channel;
    if (im_user !== undefined) return { id: channel.id, is_im: true, user: im_user, is_archived: false };
    const is_member = members.has(botUserId);
    return {
      ...fields,
      is_channel: !channel.is_private,
      is_group: channel.is_private,
      is_im: false,
      is_member,
    };
  }
}
