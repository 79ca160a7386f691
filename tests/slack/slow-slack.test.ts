import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, type Slugline, startSlugline } from '../support/slugline.ts';

const workspace = {
  ...deskWorkspace,
  userGroups: [{ id: 'S0EDITORS', handle: 'editors', users: ['U0ED'] }],
};

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(workspace, { editors: ['S0EDITORS'] });
});
afterEach(() => app.stop());

const brief = (words: string) => app.slack.types(ana, autos, `/brief ${words}`);
const toldInPerson = () => app.slack.until(() => app.slack.directMessages(ana)[0]);

test('while Slack takes long to say who somebody is, the acknowledgement says so, and to try again', async () => {
  app.slack.fail('users.info', () => true, { slowMs: 2900 });
  app.slack.fail('usergroups.users.list', () => true, { slowMs: 2900 });

  const asked = await Promise.all(['ford-xiaomi', 'correct E-1', 'add ford-xiaomi Ford declined'].map(brief));

  for (const seen of asked) {
    expect(seen.answer.problem).toBeUndefined();
    expect(seen.answer.body).toMatchObject({ response_type: 'ephemeral' });
    expect(shownText(seen.message)).toContain('Try again in a moment');
  }
  expect(app.slack.callsTo('response_url')).toEqual([]);
});

test('while Slack takes long to say who edits, an editor’s act is refused in the acknowledgement', async () => {
  app.slack.fail('usergroups.users.list', () => true, { slowMs: 2900 });

  const seen = await brief('verify E-1 confirmed');

  expect(shownText(seen.message)).toContain('Slack does not tell me just now whether you are one');
  expect(app.slack.callsTo('response_url')).toEqual([]);
});

test('one channel that takes no more messages for a while holds up no form', async () => {
  app.slack.failNext('chat.postEphemeral', { rateLimitedForSeconds: 20 });
  const offer = app.slack.mentions(ana, autos, 'add ford-xiaomi: Ford declined');
  await (await offer).nextMessage().catch(() => {});
  await toldInPerson();

  const view = await (await brief('add ford-xiaomi')).nextView();

  expect(view.body['title']).toMatchObject({ text: 'Add an entry' });
});
