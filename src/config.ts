import { z } from 'zod';
import { quietDaysByDefault } from './domain/following/living-thread.ts';
import { isZone } from './domain/language/dates.ts';

/** Where the app's people are: a real workspace over a socket or HTTP, or the try-out on this machine. */
export type SlackMode =
  | { mode: 'tryout' }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string };

export interface Config {
  slack: SlackMode;
  slackApiUrl: string | undefined;
  /** Where HTTP mode listens, and the try-out's page. */
  port: number;
  dataDir: string;
  /** Whether the folder was named by somebody, who then means one that exists. */
  dataDirIsNamed: boolean;
  zone: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** How long nothing is posted in a card's thread before the next entry opens another card. */
  threadQuietDays: number;
  /** User ids and user group ids. */
  editors: string[];
  /** The same; empty: every full member contributes. */
  contributors: string[];
  /** Addresses of feeds whose items become drafts. */
  feeds: string[];
  localSlackBinary: string | undefined;
}

const defaultPort = 3000;
const text = z.string().trim().min(1).optional();

/** A whole number, from one to another. */
const numberWithin = (what: string, [from, to]: readonly [number, number]) => {
  const error = `is not ${what}: a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
};

const people = z
  .string()
  .default('')
  .transform((ids) => ids.split(/[\s,]+/).filter(Boolean))
  .refine((ids) => ids.every((id) => /^[UWS][A-Z0-9]{2,}$/.test(id)), {
    error: 'has something that is no id: user ids begin with U or W, user groups with S, parted by commas',
  });

const feeds = z
  .string()
  .default('')
  .transform((urls) => urls.split(/[\s,]+/).filter(Boolean))
  .refine((urls) => urls.every(isFeedAddress), {
    error:
      'has something that is no address of a feed: each begins with https:// or http://, without a password or a port, parted by commas',
  });

function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, port } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && `${username}${password}${port}` === '';
}

const environmentSchema = z.object({
  SLACK_BOT_TOKEN: text.refine((token) => token === undefined || token.startsWith('xoxb-'), {
    error: 'is not a bot token: those begin with xoxb- (OAuth & Permissions → Bot User OAuth Token)',
  }),
  SLACK_APP_TOKEN: text.refine((token) => token === undefined || token.startsWith('xapp-'), {
    error: 'is not an app-level token: those begin with xapp- (Basic Information → App-Level Tokens)',
  }),
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  PORT: numberWithin('a port', [1, 65_535]).default(defaultPort),
  DATA_DIR: text,
  NEWSROOM_TZ: text
    .refine((zone) => zone === undefined || isZone(zone), {
      error: 'is not a time zone: use an IANA name like Europe/London',
    })
    .default('UTC'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'is not one of debug, info, warn, error, silent',
    })
    .default('info'),
  THREAD_QUIET_DAYS: numberWithin('a number of days', [1, 365]).default(quietDaysByDefault),
  EDITORS: people,
  CONTRIBUTORS: people,
  FEEDS: feeds,
  LOCAL_SLACK_BIN: text,
});
type SlackEnvironment = {
  [K in 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET']?: string | undefined;
};

/** The configuration, or one line per fault that names the variable and the mend. Reads nothing but `environment`. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | { faults: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const slack = slackMode(parsed.success ? parsed.data : set);
  const halves = 'faults' in slack ? slack.faults : [];
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
    return { faults: [...wrong, ...halves] };
  }
  if ('faults' in slack) return slack;
  const { SLACK_API_URL, DATA_DIR, NEWSROOM_TZ, LOG_LEVEL, EDITORS, CONTRIBUTORS, LOCAL_SLACK_BIN } =
    parsed.data;
  return {
    slack,
    port: parsed.data.PORT,
    slackApiUrl: SLACK_API_URL && (SLACK_API_URL.endsWith('/') ? SLACK_API_URL : `${SLACK_API_URL}/`),
    dataDir: DATA_DIR ?? 'data/live',
    dataDirIsNamed: DATA_DIR !== undefined,
    zone: NEWSROOM_TZ,
    logLevel: LOG_LEVEL,
    threadQuietDays: parsed.data.THREAD_QUIET_DAYS,
    editors: EDITORS,
    contributors: CONTRIBUTORS,
    feeds: parsed.data.FEEDS,
    localSlackBinary: LOCAL_SLACK_BIN,
  };
}

/** Half-set is a mistake, never a guess: somebody who set one token did not want the try-out. */
function slackMode(environment: SlackEnvironment): SlackMode | { faults: string[] } {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = environment;
  if (!botToken && !appToken && !signingSecret) return { mode: 'tryout' };
  const faults = [
    ...(botToken ? [] : ['SLACK_BOT_TOKEN is not set: both Socket Mode and HTTP need it']),
    ...(appToken || signingSecret
      ? []
      : [
          'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: the bot token alone is half of either',
        ]),
    ...(appToken && signingSecret
      ? [
          'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: unset the first for HTTP, the second for Socket Mode',
        ]
      : []),
  ];
  if (faults.length > 0 || !botToken) return { faults };
  if (appToken) return { mode: 'socket', botToken, appToken };
  return { mode: 'http', botToken, signingSecret: signingSecret ?? '' };
}

/** The environment this process was started with. */
export const processEnvironment = (): Readonly<Record<string, string | undefined>> => process.env;
