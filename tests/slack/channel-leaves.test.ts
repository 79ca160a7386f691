import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, openNewsroom } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { openSearchHere } from '../../src/search/open-search-here.ts';
import { newsOf } from '../support/fake-slack/acts/channel-news.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { follows as subscribes, talks } from '../support/following.ts';
import { freePort } from '../support/free-port.ts';
import {
  ana,
  autos,
  city,
  deskWorkspace,
  ed,
  eventually,
  fordChannel,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

let app: Slugline;
let news: ReturnType<typeof newsOf>;
beforeEach(async () => {
  app = await startSlugline(deskWorkspace);
  news = newsOf(app.slack);
});
afterEach(() => app.stop());

/** Ana’s subscription of a channel, as the command would record it. */
const follows = (channel: string, { id = 'S-1', owner = ana, slug = talks.slug } = {}) =>
  app.service.record(owner, (newsroom) => [
    { ...subscribes(newsroom, { ...talks, slug }, { channel, owner, kinds: ['fact'] }), id },
  ]);
const parked = (id = 'S-1') => app.newsroom.subscriptions.get(id)?.parked;
const isParked = (why: string | undefined, id?: string) => eventually(() => parked(id) === why);
const toldTo = (person: string) => app.slack.directMessages(person).map(shownText);

describe('taken out of a channel', () => {
  test('what it follows is parked, and its owner is told how to invite us', async () => {
    await follows(autos);

    await news.removesApp(autos);
    await isParked('not_in_channel');

    await app.slack.until(() => toldTo(ana).length === 1);
    expect(toldTo(ana)[0]).toContain('/invite @slugline');
    expect(toldTo(ana)[0]).toContain(`<#${autos}>`);
    expect(toldTo(ed)).toEqual([]);
  });

  test('it goes on by itself when somebody invites us', async () => {
    await follows(autos);
    await news.removesApp(autos);
    await isParked('not_in_channel');

    await news.invitesApp(autos);

    await isParked(undefined);
  });

  test('news that comes late, when we are back already, parks nothing', async () => {
    await follows(autos);
    await follows(fordChannel, { id: 'S-2' });

    await app.slack.sends({ type: 'channel_left', channel: autos });
    await news.removesApp(fordChannel);
    await isParked('not_in_channel', 'S-2');

    expect(parked('S-1')).toBeUndefined();
  });

  test('what Slack tells twice is told to the owner once', async () => {
    await follows(autos);
    const left = await news.removesApp(autos);
    await isParked('not_in_channel');

    await app.slack.redelivers(left);
    await app.slack.sends({ type: 'member_left_channel', user: app.slack.botUserId, channel: autos });
    await news.invitesApp(autos);
    await isParked(undefined);

    expect(toldTo(ana)).toHaveLength(1);
  });

  test('its owner is told when Slack lets us, if it asks us to wait first', async () => {
    await follows(autos);
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 1 });

    await news.removesApp(autos);

    await app.slack.until(() => toldTo(ana).length === 1);
    expect(toldTo(ana)[0]).toContain('/invite @slugline');
  });

  test('somebody else who leaves a channel changes nothing', async () => {
    await follows(autos);

    await app.slack.sends({ type: 'member_left_channel', user: ed, channel: autos });
    await news.archives(fordChannel);

    expect(parked()).toBeUndefined();
  });

  test('an owner of several is told once of all', async () => {
    await follows(autos);
    await follows(autos, { id: 'S-2', slug: 'other-story' });

    await news.removesApp(autos);
    await isParked('not_in_channel', 'S-2');

    await app.slack.until(() => toldTo(ana).length > 0);
    expect(toldTo(ana)).toHaveLength(1);
  });

  test('where Slack does not say how things stand, its news is believed', async () => {
    await follows(autos);
    app.slack.fail('conversations.info', () => true, { status: 503 });

    await app.slack.sends({ type: 'channel_left', channel: autos });

    await isParked('not_in_channel');
  });
});

describe('an archived channel', () => {
  test('waits, and goes on when it is taken out of the archive', async () => {
    await follows(autos);

    await news.archives(autos);
    await isParked('is_archived');
    await news.unarchives(autos);

    await isParked(undefined);
    await app.slack.until(() => toldTo(ana).length === 1);
    expect(toldTo(ana)[0]).toContain('the channel is archived');
  });
});

describe('a channel that is shared with another organization', () => {
  test('gets nothing before an editor agrees, and its owner knows why', async () => {
    await follows(autos);

    await news.shares(autos);

    await isParked('channel_shared');
    await app.slack.until(() => toldTo(ana).length === 1);
    expect(toldTo(ana)[0]).toContain('shared with another organization');
    expect(toldTo(ana)[0]).toContain('an editor agrees');
  });

  test('goes on when it is shared no more', async () => {
    await follows(autos);
    await news.shares(autos);
    await isParked('channel_shared');

    await news.unshares(autos);

    await isParked(undefined);
  });

  test('is found out after the next start, if it was shared while nobody listened', async () => {
    await follows(autos);
    app.slack.state.directory.channel(autos).is_ext_shared = true;

    await app.restarts();

    await isParked('channel_shared');
  });

  test('stays as an editor agreed, over a restart, until yet another organization joins', async () => {
    await follows(autos);
    await news.shares(autos);
    await isParked('channel_shared');
    await app.slack.types(ed, autos, '/brief resume ford-xiaomi');

    await app.restarts();
    expect(app.slack.callsTo('users.conversations')).toHaveLength(1);
    expect(parked()).toBeUndefined();

    await news.shares(autos);
    await isParked('channel_shared');
  });

  test('still waits for the editor after it was archived and taken out again', async () => {
    await follows(autos);
    await follows(fordChannel, { id: 'S-2' });
    await news.shares(autos);
    await isParked('channel_shared');

    await news.archives(autos);
    await news.unarchives(autos);
    await news.archives(fordChannel);
    await isParked('is_archived', 'S-2');

    expect(parked('S-1')).toBe('channel_shared');
  });
});

describe('a channel that is gone, or goes by another name', () => {
  test('deleted, it follows nothing any more, and the owner is told', async () => {
    await follows(autos);

    await news.deletes(autos);

    await eventually(() => app.newsroom.subscriptions.size === 0);
    await app.slack.until(() => toldTo(ana).length === 1);
    expect(toldTo(ana)[0]).toContain('was deleted');
    expect([...app.newsroom.deliveries.where(app.newsroom.deliveries.by.channel, autos)]).toEqual([]);
  });

  test('renamed, it follows what it followed', async () => {
    await follows(autos);

    await news.renames(autos, 'cars');
    await news.archives(fordChannel);

    expect(parked()).toBeUndefined();
    expect(app.newsroom.subscriptions.size).toBe(1);
  });

  test('one that nobody follows anything in is not even looked up', async () => {
    await follows(autos);

    await news.archives(city);
    await news.removesApp(autos);
    await isParked('not_in_channel');

    expect(app.slack.callsTo('conversations.info').map(({ args }) => args['channel'])).toEqual([autos]);
  });
});

describe('an owner who leaves', () => {
  test('is flagged to editors, and what they set up goes on', async () => {
    await follows(autos);

    await news.closesAccount(ana);
    await eventually(() => app.newsroom.subscriptions.get('S-1')?.goneOwner === ana);

    const home = shownText(await (await app.slack.opensHome(ed)).nextView());
    expect(home).toContain('Followed by people who left');
    expect(home).toContain('ford-xiaomi');
    expect(parked()).toBeUndefined();
  });

  test('is an owner again when they come back', async () => {
    await follows(autos);
    await news.closesAccount(ana);
    await eventually(() => app.newsroom.subscriptions.get('S-1')?.goneOwner === ana);

    await news.reopensAccount(ana);

    await eventually(() => app.newsroom.subscriptions.get('S-1')?.goneOwner === undefined);
  });

  test('while nobody listened is noticed after the next start', async () => {
    await follows(autos);
    app.slack.state.directory.user(ana).deleted = true;

    await app.restarts();

    await eventually(() => app.newsroom.subscriptions.get('S-1')?.goneOwner === ana);
  });

  test('somebody who owns nothing may change their picture: nothing is recorded', async () => {
    await follows(autos);
    const { seq } = app.newsroom;

    await news.closesAccount(ed);
    await news.closesAccount(ana);
    await eventually(() => app.newsroom.subscriptions.get('S-1')?.goneOwner === ana);

    expect(app.newsroom.seq).toBe(seq + 1);
  });
});

describe('the app itself', () => {
  test.each([
    ['is uninstalled', () => news.uninstallsApp(), 'uninstalled'],
    ['loses its token', () => news.revokesTokens(), 'token revoked'],
  ])('that %s asks nothing of Slack any more, keeps what is owed, and says so', async (_, happens, why) => {
    await follows(autos);
    await happens();
    await eventually(() => app.logged.includes('Slack took our token back'));
    const calls = app.slack.calls.length;

    await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await app.slack.types(ana, autos, '/brief ford-xiaomi');

    expect(app.slack.calls.length).toBe(calls);
    expect(app.logged).toContain(why);
    expect(app.newsroom.subscriptions.size).toBe(1);
  });

  test('goes on when it was somebody else’s token', async () => {
    await news.revokesTokens(['U0OTHERBOT']);

    const reply = await (await app.slack.mentions(ana, autos, 'ford-xiaomi')).nextMessage();

    expect(shownText(reply)).toContain('Ford');
  });

  test('over HTTP, /healthz says that it was uninstalled', async () => {
    const { slack } = app;
    const log = createLog('silent');
    const dataDir = mkdtempSync(join(tmpdir(), 'slugline-leaves-'));
    const service = await openNewsroom({ dataDir, dataDirIsNamed: true }, log);
    if ('faults' in service) throw new Error(service.faults.join('\n'));
    const port = await freePort();
    const { botToken, signingSecret, apiUrl } = slack;
    const by = { mode: 'http', signingSecret, port } as const;
    const house = { zone: 'UTC', editors: [ed], contributors: [] };
    const running = await connect(service, { botToken, apiUrl, by }, house, log, {
      openIndex: openSearchHere,
    });
    const state = async () => {
      const health = await (await fetch(`http://127.0.0.1:${port}/healthz`)).json();
      return (health as { state: string }).state;
    };
    const before = await state();

    slack.postsTo(`http://127.0.0.1:${port}/slack/events`);
    await news.uninstallsApp();

    expect(before).toBe('running');
    await expect(state()).resolves.toBe('uninstalled');
    if ('stop' in running) await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
