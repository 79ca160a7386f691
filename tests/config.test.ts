import { readConfig } from '../src/config.ts';

const bot = 'xoxb-1-bot';
const app = 'xapp-1-app';
const socket = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
const http = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'hush' };

function faultsOf(environment: Record<string, string>): string[] {
  const config = readConfig(environment);
  return 'faults' in config ? config.faults : [];
}

describe('what the environment asks for', () => {
  test('nothing set is the try-out, with the defaults that the README promises', () => {
    expect(readConfig({ HOME: '/root', PATH: '/bin' })).toEqual({
      slack: { mode: 'tryout' },
      slackApiUrl: undefined,
      port: 3000,
      dataDir: 'data/live',
      dataDirIsNamed: false,
      zone: 'UTC',
      logLevel: 'info',
      threadQuietDays: 30,
      editors: [],
      contributors: [],
      feeds: [],
      localSlackBinary: undefined,
    });
  });

  test('a bot token and an app token are Socket Mode', () => {
    expect(readConfig(socket)).toMatchObject({ slack: { mode: 'socket', botToken: bot, appToken: app } });
  });

  test('a bot token and a signing secret are HTTP', () => {
    expect(readConfig({ ...http, PORT: '8080' })).toMatchObject({
      slack: { mode: 'http', botToken: bot, signingSecret: 'hush' },
      port: 8080,
    });
  });

  test('everything else is read, with stray spaces taken off', () => {
    const config = readConfig({
      DATA_DIR: ' /srv/newsroom ',
      NEWSROOM_TZ: 'America/New_York',
      LOG_LEVEL: 'debug',
      THREAD_QUIET_DAYS: ' 7 ',
      EDITORS: 'U0ED, W0ANA S0DESK',
      CONTRIBUTORS: 'S0REPORTERS,U0FREELANCE',
      FEEDS: 'https://ledger.example/feed?key=1, http://wire.example/atom',
      LOCAL_SLACK_BIN: '/opt/local-slack',
    });

    expect(config).toMatchObject({
      dataDir: '/srv/newsroom',
      dataDirIsNamed: true,
      zone: 'America/New_York',
      logLevel: 'debug',
      threadQuietDays: 7,
      editors: ['U0ED', 'W0ANA', 'S0DESK'],
      contributors: ['S0REPORTERS', 'U0FREELANCE'],
      feeds: ['https://ledger.example/feed?key=1', 'http://wire.example/atom'],
      localSlackBinary: '/opt/local-slack',
    });
  });

  test.each(['', ' ', '\t'])('a variable set to %j counts as unset', (blank) => {
    const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL', 'PORT'];
    const others = ['DATA_DIR', 'NEWSROOM_TZ', 'LOG_LEVEL', 'EDITORS', 'CONTRIBUTORS', 'LOCAL_SLACK_BIN'];
    const blanks = Object.fromEntries([...names, ...others].map((name) => [name, blank]));

    expect(readConfig(blanks)).toEqual(readConfig({}));
  });

  test.each([
    ['http://127.0.0.1:9/api', 'http://127.0.0.1:9/api/'],
    ['http://127.0.0.1:9/api/', 'http://127.0.0.1:9/api/'],
    ['https://slack.example', 'https://slack.example/'],
    [' https://slack.example/api ', 'https://slack.example/api/'],
  ])('SLACK_API_URL %j ends in one slash', (given, read) => {
    expect(readConfig({ ...socket, SLACK_API_URL: given })).toMatchObject({ slackApiUrl: read });
  });
});

describe('a wrong or half-set environment is told in one line each', () => {
  test.each<[string, Record<string, string>, RegExp[]]>([
    ['an app token alone', { SLACK_APP_TOKEN: app }, [/^SLACK_BOT_TOKEN is not set/]],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 'x' }, [/^SLACK_BOT_TOKEN is not set/]],
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: bot },
      [/^Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP/],
    ],
    [
      'both ways at once',
      { ...socket, ...http },
      [/^SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: unset/],
    ],
    [
      'both ways and no bot token',
      { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: 'x' },
      [/^SLACK_BOT_TOKEN is not set/, /both set/],
    ],
    [
      'tokens in each other’s place',
      { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot },
      [/^SLACK_BOT_TOKEN is not a bot token.*xoxb-/, /^SLACK_APP_TOKEN is not an app-level token.*xapp-/],
    ],
    [
      'an address without http',
      { ...socket, SLACK_API_URL: 'slack.com/api' },
      [/^SLACK_API_URL is not an http/],
    ],
    [
      'an address of a file',
      { ...socket, SLACK_API_URL: 'file:///etc/passwd' },
      [/^SLACK_API_URL is not an http/],
    ],
    ['a port in words', { PORT: 'three thousand' }, [/^PORT is not a port: a whole number from 1 to 65535$/]],
    [
      'no quiet days at all',
      { THREAD_QUIET_DAYS: '0' },
      [/^THREAD_QUIET_DAYS is not a number of days: a whole number from 1 to 365$/],
    ],
    ['more than a year', { THREAD_QUIET_DAYS: '366' }, [/^THREAD_QUIET_DAYS is not a number of days/]],
    ['half a day', { THREAD_QUIET_DAYS: '0.5' }, [/^THREAD_QUIET_DAYS is not a number of days/]],
    ['a month in words', { THREAD_QUIET_DAYS: 'a month' }, [/^THREAD_QUIET_DAYS is not a number of days/]],
    ['port 0', { PORT: '0' }, [/^PORT is not a port/]],
    ['half a port', { PORT: '80.5' }, [/^PORT is not a port/]],
    ['a port and a half, below zero', { PORT: '-1.5' }, [/^PORT is not a port/]],
    ['a port too high', { PORT: '65536' }, [/^PORT is not a port/]],
    ['a zone that is none', { NEWSROOM_TZ: 'Mars/Olympus' }, [/^NEWSROOM_TZ is not a time zone.*Europe/]],
    ['a loud log', { LOG_LEVEL: 'loud' }, [/^LOG_LEVEL is not one of debug, info, warn, error, silent$/]],
    ['an editor by name', { EDITORS: 'U0ED,@ana' }, [/^EDITORS has something that is no id/]],
    [
      'a contributor by name',
      { CONTRIBUTORS: '@desk' },
      [/^CONTRIBUTORS has something that is no id: user ids begin with U or W, user groups with S/],
    ],
    ['a feed by name', { FEEDS: 'https://a.example/,ledger' }, [/^FEEDS has something that is no address/]],
    ['a feed with a password', { FEEDS: 'https://ana:x@a.example/' }, [/^FEEDS .*without a password/]],
    ['a feed on another port', { FEEDS: 'https://a.example:8443/' }, [/^FEEDS .*or a port/]],
    ['a feed in a file', { FEEDS: 'file:///etc/passwd' }, [/^FEEDS has something/]],
    [
      'faults of every sort together',
      { SLACK_BOT_TOKEN: bot, PORT: 'x', LOG_LEVEL: 'loud' },
      [/^PORT/, /^LOG_LEVEL/, /^Set SLACK_APP_TOKEN/],
    ],
  ])('%s', (_what, environment, expected) => {
    const faults = faultsOf(environment);

    expect(faults).toEqual(expected.map((line) => expect.stringMatching(line)));
    expect(faults.join('')).not.toContain('\n');
  });

  test('no line repeats what was set: it may be a secret in the wrong place', () => {
    const secrets = Object.fromEntries(
      [
        ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL', 'PORT'],
        ...['NEWSROOM_TZ', 'LOG_LEVEL', 'EDITORS', 'CONTRIBUTORS', 'FEEDS'],
      ].map((name) => [name, 'hunter2']),
    );

    const faults = faultsOf(secrets);

    expect(faults.length).toBeGreaterThanOrEqual(6);
    expect(faults.join('\n')).not.toContain('hunter2');
  });
});
