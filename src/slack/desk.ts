import type { Office } from '../services/act-on-command.ts';
import type { ChannelKeeper } from '../services/channel-keeper.ts';
import type { OwnerKeeper } from '../services/owner-keeper.ts';
import type { PublicAnswers } from '../services/public-answers.ts';
import type { Rounds } from '../services/rounds.ts';
import type { SlackDirectory } from './directory.ts';
import type { Drafts } from './drafts.ts';
import type { Homes } from './home/homes.ts';

/** What every listener is given. */
export interface Desk {
  office: Office;
  publicAnswers: PublicAnswers;
  directory: SlackDirectory;
  drafts: Drafts;
  homes: Homes;
  /** Who we are in this workspace. */
  botUserId: string;
  channels: ChannelKeeper;
  owners: OwnerKeeper;
  /** What is looked after besides, from the start on. */
  rounds: readonly Rounds[];
  /** Slack took our token back; `why` is what `/healthz` says from then on. */
  onRevoked: (why: 'uninstalled' | 'token revoked') => void;
}

/** Where something was asked, so that what comes of it later is told in the same place. */
export interface Place {
  channel?: string;
  threadTs?: string;
  /** The ts of a mention that is still to be answered, for everybody, in its thread. */
  mention?: string;
}

/** What names a mention as something to answer once, and a message as what an entry comes from. */
export const mentionKey = (channel: string, ts: string): string => `mention:${channel}:${ts}`;
export const messageKey = (channel: string, ts: string): string => `message:${channel}:${ts}`;
