import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const brief = async (person: string, words: string) =>
  shownText((await app.slack.types(person, autos, `/brief ${words}`)).message);
const adds = (person: string, text: string) =>
  brief(person, `add ford-xiaomi ${text} | src: Ford spokesperson | rules: record | kind: fact`);
const reply = 'Ford will reply on Monday';

test('what came since each of two people looked is marked for them, apart', async () => {
  await brief(ana, 'ford-xiaomi');
  await adds(ed, reply);
  await brief(ed, 'ford-xiaomi');

  const forAna = await brief(ana, 'ford-xiaomi');
  const again = await brief(ana, 'ford-xiaomi');
  const forEd = await brief(ed, 'ford-xiaomi');

  expect(forAna).toContain('1 new since you looked');
  for (const text of [again, forEd]) expect(text).not.toContain('since you looked');
});

test('an entry’s line is marked NEW for who has not read it, also after a restart', async () => {
  await brief(ana, 'ford-xiaomi');
  await adds(ed, reply);
  await app.restarts();

  const timeline = await brief(ana, 'ford-xiaomi claims page:2');
  const briefing = await brief(ana, 'ford-xiaomi');

  expect(`${timeline}\n${briefing}`).toContain('1 new since you looked');
  await app.restarts();
  expect(await brief(ana, 'ford-xiaomi')).not.toContain('since you looked');
});

test('catching up says what is new, corrected and verified, and nothing after that was read', async () => {
  await brief(ana, 'ford-xiaomi');
  await adds(ed, reply);
  await app.service.record(ed, () => [
    { type: 'entry-corrected', id: 'E-1', set: { text: 'Ford met Xiaomi' }, reason: 'Wording' },
  ]);

  const news = await brief(ana, 'catchup ford-xiaomi');

  expect(news).toContain('1 new');
  expect(news).toContain('1 corrected');
  expect(news).toContain(reply);
  expect(news).toContain('Ford met Xiaomi');
  await brief(ana, 'ford-xiaomi');
  expect(await brief(ana, 'catchup ford-xiaomi')).not.toContain(reply);
});

test('what everybody reads is marked for nobody, and marks nothing as read', async () => {
  await brief(ana, 'ford-xiaomi');
  await adds(ed, reply);

  const answer = await (await app.slack.mentions(ana, autos, 'ford-xiaomi')).nextMessage();

  expect(shownText(answer)).not.toMatch(/NEW|since you looked/);
  expect(await brief(ana, 'ford-xiaomi')).toContain('1 new since you looked');
});

test('what is new to somebody is not told before everybody', async () => {
  const answer = await (await app.slack.mentions(ana, autos, 'catchup ford-xiaomi')).nextMessage();

  expect(shownText(answer)).toContain('for you alone');
});
