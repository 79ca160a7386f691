export interface UserSeed {
  id: string;
  name: string;
  real_name?: string;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  team_id?: string;
  deleted?: boolean;
  tz?: string;
}

export interface ChannelSeed {
  id: string;
  name: string;
  is_private?: boolean;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  /** Everyone seeded, when left out. */
  members?: readonly string[];
  /** False: the app still has to be invited. */
  hasApp?: boolean;
}

export interface UserGroupSeed {
  id: string;
  handle: string;
  users: readonly string[];
}

export interface FakeSlackOptions {
  users?: readonly UserSeed[];
  channels?: readonly ChannelSeed[];
  userGroups?: readonly UserGroupSeed[];
  botToken?: string;
  appToken?: string;
  signingSecret?: string;
  /** Deliver over HTTP to this address; Socket Mode when left out. */
  requestUrl?: string;
  /** What the bot token may do; a call that needs more answers missing_scope. */
  scopes?: readonly string[];
  /** Slack's `should_escape` of slash commands. */
  escapesCommands?: boolean;
  /** One message a second in each channel, then 429. */
  enforcesChannelRate?: boolean;
  /** How long an app has to acknowledge; Slack gives 3,000. */
  ackTimeoutMs?: number;
}

export const teamId = 'T0NEWSROOM';
export const teamDomain = 'newsroom';
export const appId = 'A0SLUGLINE';
export const botId = 'B0SLUGLINE';
export const botUserId = 'U0SLUGLINE';
export const botName = 'slugline';

/** The scopes that the app's manifest may ask for; chat:write.public is left to the tests that want it. */
export const allScopes: readonly string[] = [
  'commands',
  'app_mentions:read',
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'im:read',
  'im:write',
  'channels:history',
  'groups:history',
  'im:history',
  'usergroups:read',
];

export interface Settings {
  botToken: string;
  appToken: string;
  signingSecret: string;
  requestUrl: string | undefined;
  scopes: readonly string[];
  escapesCommands: boolean;
  enforcesChannelRate: boolean;
  ackTimeoutMs: number;
}

export function settingsFrom(options: FakeSlackOptions): Settings {
  return {
    botToken: options.botToken ?? 'xoxb-fake-bot-token',
    appToken: options.appToken ?? 'xapp-fake-app-token',
    signingSecret: options.signingSecret ?? 'fake-signing-secret',
    requestUrl: options.requestUrl,
    scopes: options.scopes ?? allScopes,
    escapesCommands: options.escapesCommands ?? true,
    enforcesChannelRate: options.enforcesChannelRate ?? false,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
  };
}
