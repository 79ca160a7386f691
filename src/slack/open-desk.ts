import type { Logger } from 'pino';
import { ChannelKeeper } from '../services/channel-keeper.ts';
import type { NewsroomService } from '../services/newsroom-service.ts';
import { OwnerKeeper } from '../services/owner-keeper.ts';
import type { Clock, InputReader, Timer } from '../services/ports.ts';
import { PublicAnswers } from '../services/public-answers.ts';
import type { ReaderMarks } from '../services/reader-marks.ts';
import { type Rota, withRoles } from '../services/roles.ts';
import { Rounds } from '../services/rounds.ts';
import type { Search } from '../services/search.ts';
import { slackAnnouncer } from './announcer.ts';
import { postingClient, type SlackAccess } from './connection.ts';
import type { Desk } from './desk.ts';
import { slackDirectory } from './directory.ts';
import { Drafts } from './drafts.ts';
import { Homes } from './home/homes.ts';
import type { Identity } from './slack-app.ts';

interface Parts extends Pick<Desk, 'onRevoked'> {
  house: Rota & { zone: string };
  identity: Identity;
  marks: ReaderMarks;
  clock: Clock;
  timer: Timer;
  log: Logger;
  search: Search;
  reader: InputReader;
}

/** Everything that listeners are given, made for one workspace. */
export function openDesk(
  newsroom: NewsroomService,
  access: SlackAccess,
  { house, identity, marks, clock, timer, log, search, reader, onRevoked }: Parts,
): Desk {
  const { zone } = house;
  // Each has a client of its own: what Slack holds up for one of them must not hold up the others.
  const directory = slackDirectory(postingClient(access, log), identity.teamId);
  const announcer = slackAnnouncer(postingClient(access, log), directory);
  const parts = { newsroom, announcer, clock };
  const office = { newsroom, directory: withRoles(directory, house), clock, zone, marks, search, reader };
  const channels = new ChannelKeeper({
    ...parts,
    timer,
    factsOf: (channel) => directory.channel(channel),
    onUntold: (error) => log.warn({ error }, 'an owner could not be told that their channel is closed to us'),
  });
  const owners = new OwnerKeeper({ newsroom, directory });
  const onFailure = (err: unknown) => log.error({ err }, 'a channel or an owner could not be looked after');
  const followed = function* (what: 'channel' | 'owner') {
    for (const subscription of newsroom.newsroom.subscriptions.all()) yield subscription[what];
  };
  /** Those that Slack's list of our channels does not settle: we are not in them, or there is no list. */
  const followedChannels = async (): Promise<Iterable<string>> => {
    if (newsroom.newsroom.subscriptions.size === 0) return [];
    const list = await directory.channelsWeAreIn();
    if (list) return channels.survey(list);
    log.warn({}, 'Slack does not list our channels: each that is followed is asked about, one by one');
    return followed('channel');
  };
  return {
    ...{ office, directory, channels, owners, onRevoked },
    publicAnswers: new PublicAnswers({ ...parts, zone, search }),
    drafts: new Drafts(),
    botUserId: identity.botUserId,
    homes: new Homes({ office, client: postingClient(access, log), log }),
    rounds: [
      new Rounds({ timer, onFailure, all: followedChannels, look: (id) => channels.check(id) }),
      new Rounds({ timer, onFailure, all: () => followed('owner'), look: (id) => owners.check(id) }),
    ],
  };
}
