import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const brief = async (person: string, words: string) =>
  shownText((await app.slack.types(person, autos, `/brief ${words}`)).message);
const newest = () => [...app.newsroom.questions.all()].at(-1)?.id ?? '';
const asked = 'Has Commerce been notified?';

test('a question is asked, assigned, found in its owner’s Home, and answered with a new entry', async () => {
  await brief(ana, `ask ford-xiaomi "${asked}"`);
  const id = newest();
  const open = await brief(ed, 'ford-xiaomi gaps page:1');
  const refused = await brief(ana, `assign ${id} owner:me`);
  await brief(ed, `assign ${id} owner:@ana due:2999-01-01`);
  const home = shownText(await (await app.slack.opensHome(ana)).nextView());

  const line = 'Commerce was told in May | src: Commerce spokesperson | rules: record | kind: fact';
  await brief(ana, `answer ${id} ${line}`);

  expect(open).toContain(asked);
  expect(refused).toContain('That is for editors');
  expect(home).toContain(asked);
  expect(app.newsroom.questions.get(id)?.owner).toBe(ana);
  expect(await brief(ed, id)).toContain('Commerce was told in May');
  expect(await brief(ed, 'ford-xiaomi gaps page:1')).not.toContain(asked);
});

test('a question asked in a thread is told there, its owner by name and unpinged', async () => {
  const first = await app.slack.mentions(ed, autos, 'ford-xiaomi');
  const seen = await app.slack.mentions(ed, autos, `ask "${asked}" owner:<@${ana}>`, {
    threadTs: first.said.ts,
  });
  const answer = await seen.nextMessage({ matching: ({ text }) => text.includes('Commerce') });

  expect(answer).toMatchObject({ thread_ts: first.said.ts, ephemeralFor: undefined });
  expect(shownText(answer)).toContain('Ana Reyes');
  expect(JSON.stringify([answer.blocks, answer.text])).not.toContain(ana);
});
