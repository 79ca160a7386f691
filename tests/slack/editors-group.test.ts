import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const desk = { id: 'S0DESK', handle: 'desk', users: [ed] };

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline({ ...deskWorkspace, userGroups: [desk] }, { editors: [desk.id] });
});
afterEach(() => app.stop());

const brief = async (person: string, words: string) =>
  shownText((await app.slack.types(person, autos, `/brief ${words}`)).message);
const verified = () => app.newsroom.entries.get('E-1')?.verification;

test('whoever is in the editors’ user group edits, and the others hear who does', async () => {
  const refused = await brief(ana, 'verify E-1 confirmed src:"SEC filing"');
  const before = verified();
  await brief(ed, 'verify E-1 confirmed src:"SEC filing"');

  expect(refused).toContain('That is for editors');
  expect(refused).toContain(`<@${ed}>`);
  expect(before).not.toBe('confirmed');
  expect(verified()).toBe('confirmed');
});

test('while Slack does not tell who is in the group nobody edits, and everybody reads and adds', async () => {
  app.slack.fail('usergroups.users.list', () => true, { error: 'missing_scope' });

  const refused = await brief(ed, 'verify E-1 confirmed src:"SEC filing"');

  expect(refused).toContain('Slack does not tell me just now whether you are one');
  expect(verified()).not.toBe('confirmed');
  expect(await brief(ed, 'ford-xiaomi')).toContain('Reported, by whom');
  expect(
    await brief(ed, 'add ford-xiaomi Ford declined | src: Ford spokesperson | rules: record | kind: fact'),
  ).toContain('Recorded');
});

test('meanwhile an embargo is kept from those who may be editors, too', async () => {
  await app.service.record(ed, () => [
    { type: 'entry-embargoed', id: 'E-1', until: '2999-01-01T06:00:00.000Z' },
  ]);
  app.slack.fail('usergroups.users.list', () => true, { error: 'missing_scope' });

  const hidden = await brief(ed, 'E-1');
  app.slack.heals();

  expect(hidden).toContain('no entry');
  expect(await brief(ed, 'E-1')).toContain('EMBARGOED');
});
