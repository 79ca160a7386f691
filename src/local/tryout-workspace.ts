/**
 * The demo workspace, in the words of local-slack's configuration file.
 *
 * local-slack drops `is_restricted` (it does not know guests); local-slack-preload.ts reads it from
 * here and puts it back into what users.info answers.
 */
export interface TryoutWorkspace {
  workspace: { name: string; domain: string; teamId: string };
  apps: [TryoutApp];
  users: TryoutUser[];
  channels: TryoutChannel[];
}

export interface TryoutApp {
  appId: string;
  botUserId: string;
  botName: string;
  botToken: string;
  appToken: string;
  mode: 'socket';
}

export interface TryoutUser {
  id: string;
  name: string;
  real_name: string;
  tz: string;
  is_restricted?: true;
}

export interface TryoutChannel {
  id: string;
  name: string;
  topic: string;
  members: string[];
}

const APP = 'U0SLUGLINE';
const ANA = 'U0ANA';
const ED = 'U0ED';
const GIL = 'U0GIL';

export const tryoutWorkspace: TryoutWorkspace = {
  workspace: { name: 'Slugline Daily', domain: 'slugline-daily', teamId: 'T0SLUGLINE' },
  apps: [
    {
      appId: 'A0SLUGLINE',
      botUserId: APP,
      botName: 'slugline',
      // Not secrets: local-slack accepts every token.
      botToken: 'xoxb-slugline-tryout',
      appToken: 'xapp-slugline-tryout',
      mode: 'socket',
    },
  ],
  // The first one is whom the page acts as when it opens.
  users: [
    { id: ANA, name: 'ana', real_name: 'Ana Reyes (reporter)', tz: 'America/New_York' },
    { id: ED, name: 'ed', real_name: 'Ed Okafor (editor)', tz: 'America/New_York' },
    { id: GIL, name: 'gil', real_name: 'Gil Marsh (guest)', tz: 'Europe/London', is_restricted: true },
  ],
  // The first one is the channel the page opens with. Guests see all of them: the page hides none.
  channels: [
    { id: 'C0AUTOS', name: 'autos', topic: 'Cars and who makes them', members: [ANA, ED, GIL, APP] },
    { id: 'C0CHINA', name: 'china-desk', topic: 'The China desk', members: [ANA, ED, APP] },
    { id: 'C0NEWSROOM', name: 'newsroom', topic: 'Everybody', members: [ANA, ED, APP] },
  ],
};

/** The people of the try-out who may do what editors do (compare EDITORS in the configuration). */
export const tryoutEditors: readonly string[] = [ED];
