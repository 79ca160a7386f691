import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const joint = 'C0JOINT';
const partner = 'U0PARTNER';
const workspace = {
  ...deskWorkspace,
  users: [...(deskWorkspace.users ?? []), { id: partner, name: 'partner', team_id: 'T0PARTNER' }],
  channels: [
    { id: 'C0AUTOS', name: 'autos', members: [ana, ed] },
    { id: joint, name: 'joint', is_ext_shared: true, members: [ana, ed, partner] },
  ],
};

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(workspace);
});
afterEach(() => app.stop());

const seenByPartner = () =>
  app.slack.transcript(joint, { seenBy: partner }).filter((message) => message.bot_id);
const line = 'add ford-xiaomi: Ford declined to comment | src: Ford spokesperson | rules: record';

describe('a mention where another organization reads along', () => {
  test('is answered to who asked alone, who may share it once they know who would see it', async () => {
    const answer = await (await app.slack.mentions(ana, joint, 'ford-xiaomi')).nextMessage();

    expect(answer.ephemeralFor).toBe(ana);
    expect(shownText(answer)).toContain('Another organization reads along');
    expect(shownText(answer)).toContain('What we know');
    expect(app.slack.buttons(answer)).toContain('Share to channel');
    expect(seenByPartner()).toEqual([]);
  });

  test('records what it is to record, and tells only who said it', async () => {
    const before = app.newsroom.entries.size;

    const answer = await (await app.slack.mentions(ana, joint, line)).nextMessage();

    expect(answer.ephemeralFor).toBe(ana);
    expect(shownText(answer)).toContain('Recorded');
    expect(app.newsroom.entries.size).toBe(before + 1);
    expect(seenByPartner()).toEqual([]);
  });

  test('that needed a form tells only who sent it', async () => {
    const offer = await (
      await app.slack.mentions(ana, joint, 'add ford-xiaomi: Ford declined')
    ).nextMessage();
    const view = await (await app.slack.clicks(ana, offer, 'Open the form')).nextView();

    const sent = await app.slack.submits(ana, view, { Source: 'Ford spokesperson' });
    const told = await sent.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(seenByPartner()).toEqual([]);
  });

  test('from the other organization gets no access, and nothing of the newsroom', async () => {
    const told = await (await app.slack.mentions(partner, joint, 'ford-xiaomi')).nextMessage();

    expect(told.ephemeralFor).toBe(partner);
    expect(shownText(told)).toContain('people from other workspaces have no access');
  });
});

test('where Slack does not tell who reads along, a mention is answered to who asked alone', async () => {
  app.slack.fail('conversations.info', () => true, { status: 503 });

  const answer = await (await app.slack.mentions(ana, 'C0AUTOS', 'ford-xiaomi')).nextMessage();

  expect(answer.ephemeralFor).toBe(ana);
  expect(shownText(answer)).toContain('Slack does not tell me just now who reads along');
});

test('in a conversation between two people, Share says where it can be shared instead', async () => {
  app.slack.state.directory.addChannel({
    id: 'D0ANAED',
    name: 'ed',
    is_private: true,
    members: [ana, ed],
    hasApp: false,
  });
  const page = (await app.slack.types(ana, 'D0ANAED', '/brief ford-xiaomi')).message;

  const clicked = await app.slack.clicks(ana, page, 'Share to channel');
  const told = shownText(await clicked.nextMessage());

  expect(told).toContain('this conversation is between people');
  expect(told).toContain('in a channel that I am in');
  expect(told).not.toContain('/invite');
});
