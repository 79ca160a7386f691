import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const brief = async (words: string) =>
  shownText((await app.slack.types(ed, autos, `/brief ${words}`)).message);
const answered = async (words: string, threadTs?: string) =>
  shownText(await (await app.slack.mentions(ana, autos, words, threadTs ? { threadTs } : {})).nextMessage());

test('a renamed story answers to its old slug: in a mention, an add and a thread that began before', async () => {
  const { said } = await app.slack.mentions(ana, autos, 'ford-xiaomi');
  await app.recordsPosts(1);
  await brief('rename ford-xiaomi ford-xiaomi-talks');

  expect(await answered('ford-xiaomi')).toContain('`ford-xiaomi-talks`');
  expect(await answered('timeline', said.ts)).toContain('Timeline: Ford and Xiaomi');
  expect(
    await answered('add ford-xiaomi: Ford declined | src: Ford spokesperson | rules: record | kind: fact'),
  ).toContain('`ford-xiaomi-talks`');
});

test('a merged story answers as the one it went into, also to a button on an old message', async () => {
  await brief('open ford-jv "Ford looks for a partner"');
  await brief('add ford-jv Ford hired a bank | src: Ford spokesperson | rules: record | kind: fact');
  const old = (await app.slack.types(ed, autos, '/brief ford-jv')).message;

  await brief('merge ford-jv into ford-xiaomi');
  const before = old.shownAt;
  await app.slack.clicks(ed, old, 'Timeline');
  await app.slack.until(() => old.shownAt > before);

  expect(await answered('ford-jv')).toContain('`ford-xiaomi`');
  expect(shownText(old)).toContain('Timeline: Ford and Xiaomi');
});
