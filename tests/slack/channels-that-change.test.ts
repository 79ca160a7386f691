import { newsOf } from '../support/fake-slack/acts/channel-news.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { adds, follows as subscribes, talks } from '../support/following.ts';
import {
  ana,
  autos,
  deskWorkspace,
  ed,
  eventually,
  fordChannel,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(deskWorkspace);
});
afterEach(() => app.stop());

const follows = (channel: string, id = 'S-1') =>
  app.service.record(ana, (newsroom) => [
    { ...subscribes(newsroom, talks, { channel, owner: ana, kinds: ['fact'] }), id },
  ]);
const parked = (id = 'S-1') => app.newsroom.subscriptions.get(id)?.parked;
const toldToAna = () => app.slack.directMessages(ana).map(shownText);
const postsIn = (channel: string) => app.slack.transcript(channel).length;
const addsEntry = (id = 'E-900') => app.service.record(ana, (newsroom) => [{ ...adds(newsroom), id }]);

/** An entry is owed to the channels, and goes out as soon as Slack lets it. */
async function owesAnEntryTo(...channels: string[]): Promise<{ lets: () => void }> {
  for (const [at, channel] of channels.entries()) await follows(channel, `S-${at + 1}`);
  const lets = app.slack.fail('chat.postMessage', () => true, { status: 503 });
  await addsEntry();
  return { lets };
}

describe('what happened to channels while nobody listened', () => {
  test('shared with another organization, a channel gets nothing of what was owed to it', async () => {
    const { lets } = await owesAnEntryTo(autos, fordChannel);

    await app.restarts(async () => {
      app.slack.state.directory.channel(autos).is_ext_shared = true;
      lets();
    });

    await eventually(() => postsIn(fordChannel) > 0);
    expect(parked()).toBe('channel_shared');
    expect(postsIn(autos)).toBe(0);
    await app.slack.until(() => toldToAna().length === 1);
    expect(toldToAna()[0]).toContain('an editor agrees');
  });

  test('archived, it is parked, what was owed is kept, and its owner is told once', async () => {
    const { lets } = await owesAnEntryTo(autos, fordChannel);

    await app.restarts(async () => {
      app.slack.archives(autos);
      lets();
    });

    await eventually(() => postsIn(fordChannel) > 0);
    expect(parked()).toBe('is_archived');
    expect(app.newsroom.deliveries.by.channel.at(autos).size).toBe(1);
    await app.slack.until(() => toldToAna().length === 1);
    expect(toldToAna()[0]).toContain('the channel is archived');
  });

  test('shared no more, a channel goes on, and its owner is not told that it stopped', async () => {
    await follows(autos);
    await app.service.record('slack', () => [
      { type: 'subscription-parked', id: 'S-1', error: 'channel_shared' },
    ]);

    await app.restarts();
    await addsEntry();
    await eventually(() => postsIn(autos) === 2);

    expect(parked()).toBeUndefined();
    expect(toldToAna()).toEqual([]);
  });

  test('Slack is asked once for all of them, however many pages there are', async () => {
    await follows('C0LAST');
    const { directory } = app.slack.state;

    await app.restarts(async () => {
      for (let at = 0; at < 1000; at += 1) directory.addChannel({ id: `C1${at}`, name: `desk-${at}` });
      directory.addChannel({ id: 'C0LAST', name: 'last', is_private: true, is_ext_shared: true });
    });

    expect(parked()).toBe('channel_shared');
    expect(app.slack.callsTo('users.conversations')).toHaveLength(2);
    expect(app.slack.callsTo('conversations.info')).toEqual([]);
  });

  test('where Slack lists nothing, what is owed goes out, and each channel is asked about in turn', async () => {
    const { lets } = await owesAnEntryTo(autos);
    app.slack.fail('users.conversations', () => true, { error: 'missing_scope' });

    await app.restarts(async () => lets());

    await eventually(() => postsIn(autos) > 0);
    await eventually(() => app.slack.callsTo('conversations.info').length > 0);
    expect(app.logged).toContain('Slack does not list our channels');
  });

  test('a list that takes for ever holds nothing up for more than a few seconds', async () => {
    const { lets } = await owesAnEntryTo(autos);
    app.slack.fail('users.conversations', () => true, { slowMs: 8000 });

    await app.restarts(async () => lets());

    await eventually(() => postsIn(autos) > 0);
    expect(app.logged).toContain('Slack is slow to list our channels');
  }, 15_000);
});

describe('a private channel that somebody begins to share', () => {
  const desk = 'G0DESK';
  const begins = async (): Promise<void> => {
    app.slack.state.directory.addChannel({ id: desk, name: 'autos-desk', is_private: true });
    await follows(desk);
    await addsEntry();
    await eventually(() => postsIn(desk) === 2);
    await newsOf(app.slack).sharesPrivate(desk, 'C0SHARED');
    await eventually(() => parked() === 'channel_shared');
  };

  test('waits for an editor under its new id, and then goes on in its thread', async () => {
    await begins();
    await addsEntry('E-901');

    await app.slack.types(ed, 'C0SHARED', '/brief resume ford-xiaomi');

    const ours = () => app.slack.transcript('C0SHARED').filter(({ ephemeralFor }) => !ephemeralFor);
    await eventually(() => ours().length === 3);
    expect(ours().map(({ thread_ts }) => thread_ts)).toEqual([undefined, ours()[0]?.ts, ours()[0]?.ts]);
    expect(toldToAna()[0]).toContain('<#C0SHARED>');
  });

  test('has what it was shown corrected under its new id', async () => {
    await begins();
    await app.slack.types(ed, 'C0SHARED', '/brief resume ford-xiaomi');

    await app.service.record(ed, () => [
      { type: 'entry-corrected', id: 'E-900', set: { text: 'Ford denied it.' }, reason: 'Misheard.' },
    ]);

    await eventually(() =>
      app.slack.transcript('C0SHARED').some((message) => shownText(message).includes('Ford denied it.')),
    );
  });
});

describe('a channel that is made private', () => {
  const makesPrivate = (channel: string): void => {
    app.slack.state.directory.channel(channel).is_private = true;
  };

  test('goes on getting what is new where we are in it', async () => {
    await follows(autos);
    makesPrivate(autos);

    await addsEntry();

    await eventually(() => postsIn(autos) === 2);
    expect(parked()).toBeUndefined();
  });

  test('is parked where we are not, and its owner is told to invite us', async () => {
    await follows(autos);
    makesPrivate(autos);
    app.slack.removesApp(autos);

    await addsEntry();

    await eventually(() => parked() !== undefined);
    await app.slack.until(() => toldToAna().length === 1);
    expect(toldToAna()[0]).toContain('/invite @slugline');
    expect(app.newsroom.deliveries.by.channel.at(autos).size).toBe(1);
  });
});
