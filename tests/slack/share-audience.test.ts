import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const joint = 'C0JOINT';
const mixed = 'C0MIXED';
const gil = 'U0GIL';
const workspace = {
  ...deskWorkspace,
  users: [
    ...(deskWorkspace.users ?? []),
    { id: gil, name: 'gil', is_restricted: true },
    { id: 'U0PARTNER', name: 'partner', team_id: 'T0PARTNER' },
    { id: 'U0STRANGER', name: 'stranger', is_stranger: true, team_id: 'T0PARTNER' },
  ],
  channels: [
    { id: 'C0AUTOS', name: 'autos', members: [ana, ed] },
    { id: joint, name: 'joint', is_ext_shared: true, members: [ana, ed, 'U0PARTNER', 'U0STRANGER'] },
    { id: mixed, name: 'mixed', members: [ana, ed, gil] },
  ],
};

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(workspace);
});
afterEach(() => app.stop());

const briefing = async (channel: string) =>
  (await app.slack.types(ana, channel, '/brief ford-xiaomi')).message;
const sharedIn = (channel: string) =>
  app.slack.transcript(channel).filter((message) => message.bot_id && message.ephemeralFor === undefined);

async function presses(message: Message, button: string): Promise<string> {
  const before = message.shownAt;
  await app.slack.clicks(ana, message, button);
  await app.slack.until(() => message.shownAt > before, { what: `an answer to “${button}”` });
  return shownText(message);
}

test('in a channel shared with another organization the briefing is private, as always', async () => {
  const page = await briefing(joint);

  expect(page.ephemeralFor).toBe(ana);
  expect(shownText(page)).toContain('*What we know*');
});

test('Share says who outside would see it, and posts only when it is pressed again', async () => {
  const page = await briefing(joint);

  const asked = await presses(page, 'Share to channel');

  expect(asked).toContain('shared with another organization');
  expect(asked).toContain('2 people from outside');
  expect(sharedIn(joint)).toEqual([]);
  expect(await presses(page, 'Share anyway')).toContain('Shared to this channel');
  expect(sharedIn(joint)).toHaveLength(1);
});

test('whoever thinks better of it gets the briefing back', async () => {
  const page = await briefing(joint);
  await presses(page, 'Share to channel');

  expect(await presses(page, 'Back')).toContain('*What we know*');
  expect(sharedIn(joint)).toEqual([]);
});

test('a double click on Share anyway posts once, and so does Share after it', async () => {
  const page = await briefing(joint);
  const before = structuredClone(page);
  await presses(page, 'Share to channel');
  const question = structuredClone(page);

  await Promise.all([
    app.slack.clicks(ana, question, 'Share anyway'),
    app.slack.clicks(ana, question, 'Share anyway'),
  ]);
  await app.slack.until(() => sharedIn(joint).length > 0);
  await app.recordsPosts(1);
  await app.slack.clicks(ana, before, 'Share to channel');

  expect(sharedIn(joint)).toHaveLength(1);
});

test('guests in a channel are counted, too: they have no access of their own', async () => {
  const asked = await presses(await briefing(mixed), 'Share to channel');

  expect(asked).toContain('1 guest');
  expect(sharedIn(mixed)).toEqual([]);
});

test('in a channel of our own people it is posted at once', async () => {
  await presses(await briefing('C0AUTOS'), 'Share to channel');

  expect(sharedIn('C0AUTOS')).toHaveLength(1);
});

test('where Slack does not tell who is in the channel, it asks first', async () => {
  app.slack.fail('conversations.info', () => true, { status: 503 });

  const asked = await presses(await briefing('C0AUTOS'), 'Share to channel');

  expect(asked).toContain('Slack does not tell me');
  expect(sharedIn('C0AUTOS')).toEqual([]);
});

test('a guest who presses Share shares nothing', async () => {
  const page = await briefing(mixed);

  const pressed = await app.slack.clicks(gil, page, 'Share to channel');

  expect(shownText(await pressed.nextMessage())).toContain('guests of this workspace have no access');
  expect(sharedIn(mixed)).toEqual([]);
});
