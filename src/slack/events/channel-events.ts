import type { Desk } from '../desk.ts';
import { RecentKeys } from './recent-keys.ts';

/** What is read of an event about a channel. Renamed, it is told whole; else by its id. */
interface ChannelEvent {
  event: { channel: string | { id: string }; user?: unknown; is_ext_shared?: boolean };
  body: { event_id: string };
  context: { botUserId?: string };
}
type React = (desk: Desk, channel: string, happened: ChannelEvent) => Promise<void>;

/**
 * News of a channel. Slack may send the same again minutes later: by then we may have been invited back, or an editor
 * may have agreed, so what was dealt with is not dealt with again. Whatever it is, the channel is looked up anew.
 */
const news = (react: React) => (desk: Desk) => {
  const dealtWith = new RecentKeys();
  return async (happened: ChannelEvent): Promise<void> => {
    const { event, body } = happened;
    if (dealtWith.has(body.event_id)) return;
    dealtWith.add(body.event_id);
    const channel = typeof event.channel === 'string' ? event.channel : event.channel.id;
    desk.directory.forgetChannel(channel);
    await react(desk, channel, happened);
  };
};

const isUs = ({ event, context }: ChannelEvent): boolean => event.user === context.botUserId;

const left = news(({ channels }, id) => channels.closed(id, 'not_in_channel'));
const archived = news(({ channels }, id) => channels.closed(id, 'is_archived'));
const unarchived = news(({ channels }, id) => channels.opened(id));
const deleted = news(({ channels }, id) => channels.deleted(id));
/** Its name is only remembered, and has just been forgotten. */
const renamed = news(async () => {});

// There is no event for a channel that was made private: Slack says so only in a message in the channel
// (channel_convert_to_private), and to hear that we would have to be sent every message. Where we are in it we go on
// posting; where we are not, the next message is refused as in any channel we are not in.

interface IdChanged {
  event: { old_channel_id: string; new_channel_id: string };
}

/** Told twice, there is nothing left under the old id. https://docs.slack.dev/reference/events/channel_id_changed/ */
const idChanged =
  ({ channels, directory }: Desk) =>
  async ({ event: { old_channel_id: from, new_channel_id: to } }: IdChanged): Promise<void> => {
    directory.forgetChannel(to);
    await channels.moved(from, to);
  };

export const channelEvents = {
  member_joined_channel: news(async ({ channels }, id, joined) => {
    if (isUs(joined)) await channels.opened(id);
  }),
  member_left_channel: news(async ({ channels }, id, gone) => {
    if (isUs(gone)) await channels.closed(id, 'not_in_channel');
  }),
  channel_id_changed: idChanged,
  channel_left: left,
  group_left: left,
  channel_archive: archived,
  group_archive: archived,
  channel_unarchive: unarchived,
  group_unarchive: unarchived,
  channel_rename: renamed,
  group_rename: renamed,
  channel_deleted: deleted,
  group_deleted: deleted,
  channel_shared: news(({ channels }, id) => channels.shared(id)),
  channel_unshared: news(async ({ channels }, id, { event }) => {
    // A third organization may still be in it.
    if (!event.is_ext_shared) await channels.unshared(id);
  }),
} as const;
