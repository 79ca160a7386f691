import { newsOf } from '../support/fake-slack/acts/channel-news.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, deskWorkspace, ed, eventually, type Slugline, startSlugline } from '../support/slugline.ts';

const desk = 'C0DESK';
const joint = 'C0JOINT';
const mixed = 'C0MIXED';
const gil = 'U0GIL';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline({
    ...deskWorkspace,
    users: [
      ...(deskWorkspace.users ?? []),
      { id: gil, name: 'gil', is_restricted: true },
      { id: 'U0PARTNER', name: 'partner', team_id: 'T0PARTNER' },
      { id: 'U0BOT', name: 'bot', is_bot: true },
    ],
    channels: [
      { id: desk, name: 'desk', members: [ana, ed, 'U0BOT'] },
      { id: mixed, name: 'mixed', members: [ana, ed, gil] },
      { id: joint, name: 'joint', is_ext_shared: true, members: [ana, ed, 'U0PARTNER'] },
    ],
  });
});
afterEach(() => app.stop());

const types = async (person: string, channel: string, words: string): Promise<Message> =>
  (await app.slack.types(person, channel, `/brief ${words}`)).message;
const subscribes = async (person: string, channel: string, words = 'subscribe ford-xiaomi') =>
  shownText(await types(person, channel, words));
const followed = () => [...app.newsroom.subscriptions.all()].map(({ channel }) => channel);

test('before the first post, whoever subscribes reads how many will read it', async () => {
  expect(await subscribes(ana, desk)).toContain('Read here by 2 members.');
});

test('guests are counted apart', async () => {
  expect(await subscribes(ana, mixed)).toContain('2 members and 1 guest');
});

test('a guest who came a moment ago is counted', async () => {
  await subscribes(ana, desk);
  app.slack.state.directory.channel(desk).members.add(gil);

  expect(await subscribes(ana, desk, 'subscribe entity:catl')).toContain('1 guest');
});

test('in a channel shared with another organization only an editor may, and has to say so twice', async () => {
  const refused = await subscribes(ana, joint);
  const warning = await types(ed, joint, 'subscribe ford-xiaomi');

  expect(refused).toContain('for an editor to say');
  expect(shownText(warning)).toContain('1 person from outside');
  expect(followed()).toEqual([]);
  const before = warning.shownAt;
  await app.slack.clicks(ed, warning, 'Subscribe anyway');
  await app.slack.until(() => warning.shownAt > before);
  expect(shownText(warning)).toContain('Subscribed');
  expect(followed()).toEqual([joint]);
});

test('shared later, nothing is posted before an editor resumes it; a contributor’s word is not enough', async () => {
  await subscribes(ana, desk);
  await newsOf(app.slack).shares(desk);
  const parked = () => [...app.newsroom.subscriptions.all()][0]?.parked;
  await eventually(() => parked() === 'channel_shared');

  expect(await subscribes(ana, desk, 'resume ford-xiaomi')).toContain('for an editor to say');
  expect(parked()).toBe('channel_shared');
  await subscribes(ed, desk, 'resume ford-xiaomi');
  expect(parked()).toBeUndefined();
});

test('where Slack does not say who reads there, nothing is subscribed', async () => {
  app.slack.fail('conversations.info', () => true, { status: 503 });

  expect(await subscribes(ana, desk)).toContain('Slack does not tell me');
  expect(followed()).toEqual([]);
});

test('other commands do not ask Slack who reads along', async () => {
  await types(ana, desk, 'ford-xiaomi');

  expect(app.slack.callsTo('conversations.info')).toEqual([]);
  expect(app.slack.callsTo('conversations.members')).toEqual([]);
});
