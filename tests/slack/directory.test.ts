import { WebClient } from '@slack/web-api';
import { type SlackDirectory, slackDirectory } from '../../src/slack/directory.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { type FakeSlackOptions, teamId } from '../support/fake-slack/settings.ts';
import { silentLogger } from '../support/fake-slack/silent-logger.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';

const workspace: FakeSlackOptions = {
  users: [
    { id: 'U0ANA', name: 'ana', real_name: 'Ana Reyes' },
    { id: 'U0GIL', name: 'gil', is_restricted: true },
    { id: 'U0GIA', name: 'gia', is_ultra_restricted: true },
    { id: 'U0STRANGER', name: 'stranger', is_stranger: true },
    { id: 'U0PARTNER', name: 'partner', team_id: 'T0PARTNER' },
    { id: 'U0BOT', name: 'bot', is_bot: true },
    { id: 'U0GONE', name: 'gone', deleted: true },
  ],
  channels: [
    { id: 'C0AUTOS', name: 'autos', members: ['U0ANA', 'U0GIL', 'U0BOT'] },
    { id: 'C0JOINT', name: 'joint', is_ext_shared: true, members: ['U0ANA', 'U0PARTNER', 'U0STRANGER'] },
    { id: 'C0SECRET', name: 'secret', is_private: true, hasApp: false },
  ],
  userGroups: [{ id: 'S0EDITORS', handle: 'editors', users: ['U0ANA'] }],
};
const minute = 60_000;

let slack: FakeSlack;
let directory: SlackDirectory;
let clock: number;

beforeEach(async () => {
  slack = await startFakeSlack(workspace);
  clock = 0;
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  directory = slackDirectory(client, teamId, () => clock);
});
afterEach(() => slack.stop());

describe('who somebody is', () => {
  test.each([
    ['U0ANA', 'member'],
    ['U0GIL', 'guest'],
    ['U0GIA', 'guest'],
    ['U0STRANGER', 'outsider'],
    ['U0PARTNER', 'outsider'],
    ['U0BOT', 'outsider'],
    ['U0NOBODY', 'unknown'],
  ])('%s stands as %s', async (id, standing) => {
    expect(await directory.standing(id)).toEqual({ standing });
  });

  test('that their account is closed is told', async () => {
    expect(await directory.standing('U0GONE')).toEqual({ standing: 'outsider', hasLeft: true });
  });

  test('is asked once for everybody who wants to know at the same moment, and once in five minutes', async () => {
    await Promise.all([1, 2, 3].map(() => directory.standing('U0ANA')));
    clock += 5 * minute - 1;
    await directory.standing('U0ANA');

    expect(slack.callsTo('users.info')).toHaveLength(1);
  });

  test('a person who was made a guest is one after five minutes at most', async () => {
    await directory.standing('U0ANA');
    Object.assign(slack.state.directory.user('U0ANA'), { is_restricted: true });
    clock += 5 * minute;

    expect(await directory.standing('U0ANA')).toEqual({ standing: 'guest' });
  });

  test('what Slack said earlier is marked as old while it does not answer, and forgotten after a day', async () => {
    await directory.standing('U0ANA');
    slack.fail('users.info', () => true, { status: 503 });

    clock += 6 * minute;
    const soon = await directory.standing('U0ANA');
    clock += 24 * 60 * minute;
    const later = await directory.standing('U0ANA');

    expect(soon).toEqual({ standing: 'member', isStale: true });
    expect(later).toEqual({ standing: 'unknown' });
  });

  test('a slow Slack is not waited for, and what it says late is there for the next question', async () => {
    slack.failNext('users.info', { slowMs: 1800 });

    const first = await directory.standing('U0ANA');
    await slack.until(() => slack.callsTo('users.info')[0]?.outcome === 'ok');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = await directory.standing('U0ANA');

    expect(first).toEqual({ standing: 'unknown' });
    expect(second).toEqual({ standing: 'member' });
    expect(slack.callsTo('users.info')).toHaveLength(1);
  });

  test('goes by a name, never by an id', async () => {
    expect(await directory.nameOf('U0ANA')).toBe('Ana Reyes');
    expect(await directory.nameOf('U0NOBODY')).toBe('someone');
  });
});

describe('a user group', () => {
  test('has its members', async () => {
    expect(await directory.members('S0EDITORS')).toEqual(['U0ANA']);
  });

  test('is not told from memory when Slack does not answer: an old list must not make an editor', async () => {
    await directory.members('S0EDITORS');
    slack.fail('usergroups.users.list', () => true, { rateLimitedForSeconds: 30 });
    clock += 5 * minute;

    expect(await directory.members('S0EDITORS')).toBeUndefined();
  });
});

describe('a channel', () => {
  test('of our own workspace is not shared', async () => {
    const audience = await directory.channel('C0AUTOS');

    expect(audience).toEqual({ name: 'autos', isPrivate: false, isShared: false, members: 4 });
  });

  test('shared with another organization says so, and how many of its people are in it', async () => {
    expect(await directory.channel('C0JOINT')).toMatchObject({ isShared: true });
    expect(await directory.onlookersIn('C0JOINT')).toEqual({ guests: 0, outsiders: 2, isPartial: false });
  });

  test('counts guests, and bots as nobody', async () => {
    expect(await directory.onlookersIn('C0AUTOS')).toEqual({ guests: 1, outsiders: 0, isPartial: false });
  });

  test('that hides itself from us is seen by nobody through us', async () => {
    expect(await directory.channel('C0SECRET')).toMatchObject({ isShared: false, members: 0 });
  });

  test('that was archived, or that we are not in, is closed to us', async () => {
    slack.archives('C0AUTOS');
    slack.removesApp('C0JOINT');

    expect(await directory.channel('C0AUTOS')).toMatchObject({ closed: 'is_archived' });
    expect(await directory.channel('C0JOINT')).toMatchObject({ closed: 'not_in_channel' });
    expect(await directory.channel('C0SECRET')).toMatchObject({ closed: 'channel_not_found' });
  });

  test('is asked about anew once Slack says that it changed', async () => {
    await directory.channel('C0AUTOS');
    slack.archives('C0AUTOS');
    directory.forgetChannel('C0AUTOS');

    expect(await directory.channel('C0AUTOS')).toMatchObject({ closed: 'is_archived' });
  });

  test('is unknown where Slack does not say', async () => {
    slack.fail('conversations.info', () => true, { error: 'missing_scope' });

    expect(await directory.channel('C0JOINT')).toBeUndefined();
  });
});

describe('the audience of a channel', () => {
  test('is its people, guests and outsiders among them, without bots', async () => {
    expect(await directory.audienceOf('C0AUTOS')).toEqual({
      ...{ channel: 'C0AUTOS', name: 'autos', isPrivate: false, isShared: false },
      ...{ people: 2, guests: 1, outsiders: 0, isPartial: false },
    });
  });

  test('is counted anew each time: who came a moment ago reads along', async () => {
    await directory.audienceOf('C0AUTOS');
    slack.state.directory.channel('C0AUTOS').members.add('U0GIA');

    expect(await directory.audienceOf('C0AUTOS')).toMatchObject({ people: 3, guests: 2 });
  });

  test('is not made smaller than it may be where Slack does not say who is in it', async () => {
    slack.fail('conversations.members', () => true, { error: 'missing_scope' });

    expect(await directory.audienceOf('C0AUTOS')).toMatchObject({ people: 4, isPartial: true });
  });

  test('is unknown where Slack does not say', async () => {
    slack.fail('conversations.info', () => true, { error: 'missing_scope' });

    expect(await directory.audienceOf('C0AUTOS')).toBeUndefined();
  });
});
