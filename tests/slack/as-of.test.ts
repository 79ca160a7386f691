import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
const then = 'yesterday';
beforeAll(async () => {
  const today = Date.now;
  const calendar = jest.spyOn(Date, 'now').mockImplementation(() => today() - 3 * 24 * 3_600_000);
  app = await startSlugline();
  calendar.mockRestore();
  await app.service.record(ed, () => [
    {
      type: 'entry-corrected',
      id: 'E-1',
      set: { text: 'Ford met with nobody at all' },
      reason: 'It was wrong',
    },
  ]);
});
afterAll(() => app.stop());

const brief = async (words: string) => (await app.slack.types(ana, autos, `/brief ${words}`)).message;
const forAll = () =>
  app.slack.transcript(autos).filter((message) => message.bot_id && message.ephemeralFor === undefined);

test('a briefing of the past says so in its title and below, and has what stood there then', async () => {
  const now = shownText(await brief('ford-xiaomi'));
  const page = await brief(`ford-xiaomi as-of:${then}`);

  expect(now).toContain('Ford met with nobody at all');
  expect(shownText(page)).toMatch(/^As of .*: /);
  expect(shownText(page)).toContain('Not the latest.');
  expect(shownText(page)).not.toContain('Ford met with nobody at all');
  expect(app.slack.buttons(page)).not.toContain('Add an entry');
});

test('its buttons stay in the past, and Latest leads out of it', async () => {
  const page = await brief(`ford-xiaomi as-of:${then}`);
  const turns = async (button: string) => {
    const before = page.shownAt;
    await app.slack.clicks(ana, page, button);
    await app.slack.until(() => page.shownAt > before);
    return shownText(page);
  };

  expect(await turns('Timeline')).toContain('Not the latest.');
  const latest = await turns('Latest');
  expect(latest).not.toContain('Not the latest.');
  expect(latest).toContain('Ford met with nobody at all');
});

test('shared to the channel it is still watermarked, and still of the past', async () => {
  const page = await brief(`ford-xiaomi as-of:${then}`);

  await app.slack.clicks(ana, page, 'Share to channel');
  await app.slack.until(() => forAll().length === 1);

  const [shared] = forAll();
  expect(shownText(shared!)).toMatch(/^As of .*: /);
  expect(shownText(shared!)).toContain('Not the latest.');
  expect(shared?.text).toContain('Not the latest.');
  expect(shownText(shared!)).not.toContain('Ford met with nobody at all');
});

test('before the story was opened there is none, and it says since when', async () => {
  expect(shownText(await brief('ford-xiaomi as-of:2001-01-01'))).toContain('was not on record');
});
