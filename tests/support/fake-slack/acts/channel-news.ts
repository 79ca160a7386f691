import type { FakeSlack } from '../fake-slack.ts';
import { botUserId } from '../settings.ts';
import type { Seen } from './seen.ts';

type Happens = (channel: string) => Promise<Seen>;

/** What happens to channels and people of the workspace, and what Slack tells the app of it. */
export function newsOf(slack: FakeSlack) {
  const { directory } = slack.state;
  const kind = (id: string) => (directory.channel(id).is_private ? 'group' : 'channel');
  const tells = (type: string, channel: string, more = {}) => slack.sends({ type, channel, ...more });

  const removesApp: Happens = (channel) => {
    const type = `${kind(channel)}_left`;
    slack.removesApp(channel);
    return tells(type, channel, { actor_id: 'U0ADMIN' });
  };
  const archives: Happens = (channel) => {
    slack.archives(channel);
    return tells(`${kind(channel)}_archive`, channel, { user: 'U0ADMIN' });
  };
  const unarchives: Happens = (channel) => {
    directory.channel(channel).is_archived = false;
    return tells(`${kind(channel)}_unarchive`, channel, { user: 'U0ADMIN' });
  };
  const deletes: Happens = (channel) => {
    const type = `${kind(channel)}_deleted`;
    directory.channels.delete(channel);
    return tells(type, channel);
  };
  const shares: Happens = (channel) => {
    directory.channel(channel).is_ext_shared = true;
    return tells('channel_shared', channel, { connected_team_id: 'T0PARTNER' });
  };
  /** As Slack does to a private channel that somebody begins to share. */
  const sharesPrivate = (from: string, to: string): Promise<Seen> => {
    const channel = directory.channel(from);
    directory.channels.delete(from);
    Object.assign(channel, { id: to, is_ext_shared: true });
    directory.channels.set(to, channel);
    slack.state.timeline.moves(from, to);
    return slack.sends({ type: 'channel_id_changed', old_channel_id: from, new_channel_id: to });
  };
  const unshares: Happens = (channel) => {
    directory.channel(channel).is_ext_shared = false;
    return tells('channel_unshared', channel, {
      previously_connected_team_id: 'T0PARTNER',
      is_ext_shared: false,
    });
  };

  return {
    ...{ removesApp, archives, unarchives, deletes, shares, sharesPrivate, unshares },
    /** Invited again, by anybody. */
    invitesApp: (channel: string) => slack.joins(channel),
    renames: (channel: string, name: string) => {
      directory.channel(channel).name = name;
      return slack.sends({ type: 'channel_rename', channel: { id: channel, name } });
    },
    closesAccount: (id: string) => {
      const user = directory.user(id);
      user.deleted = true;
      return slack.sends({ type: 'user_change', user: directory.describeUser(user) });
    },
    reopensAccount: (id: string) => {
      const user = directory.user(id);
      user.deleted = false;
      return slack.sends({ type: 'user_change', user: directory.describeUser(user) });
    },
    uninstallsApp: () => slack.sends({ type: 'app_uninstalled' }),
    revokesTokens: (users: readonly string[] = [botUserId]) =>
      slack.sends({ type: 'tokens_revoked', tokens: { oauth: [], bot: [...users] } }),
  };
}
