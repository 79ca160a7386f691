import { instantOf } from '../../src/domain/language/dates.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
afterEach(() => app.stop());

const dayMs = 86_400_000;
const types = (person: string, words: string) => app.slack.types(person, autos, `/brief ${words}`);
const cards = () =>
  app.slack
    .transcript(autos)
    .filter((message) => shownText(message).includes('New entries arrive in this thread.'));
const reads = (text: string) =>
  app.slack.until(() => app.slack.transcript(autos).find((message) => shownText(message).includes(text)), {
    what: text,
    timeoutMs: 8000,
  });

/** The story's card and one entry below it, in which nothing was said since two days. */
async function quietForTwoDays(): Promise<void> {
  await types(ana, 'subscribe ford-xiaomi');
  await types(ed, 'add ford-xiaomi Ford declined to comment | src: Ford spokesperson | rules: record');
  await reads('Ford declined to comment');
  await app.recordsPosts(3);
  const [thread] = [...app.newsroom.threads.all()];
  if (!thread) throw new Error('there is no thread');
  const lastAt = instantOf(Date.now() - 2 * dayMs);
  await app.service.record(ed, () => [{ type: 'thread-opened', thread: { ...thread, lastAt } }]);
}

const adds = () =>
  types(ed, 'add ford-xiaomi Xiaomi did not reply | src: Xiaomi press office | rules: record');

test('where threads may be quiet for a day, an entry after two opens a new card that links back', async () => {
  app = await startSlugline(deskWorkspace, { threadQuietDays: 1 });
  await quietForTwoDays();

  await adds();
  const reply = await reads('Adds Xiaomi response');

  const [first, second, ...others] = cards();
  expect(others).toEqual([]);
  expect(reply.thread_ts).toBe(second?.ts);
  expect(JSON.stringify(second?.blocks)).toContain(`p${first?.ts.replace('.', '')}`);
}, 20_000);

test('by default it answers in the thread that is there', async () => {
  app = await startSlugline();
  await quietForTwoDays();

  await adds();
  await reads('Adds Xiaomi response');

  expect(cards()).toHaveLength(1);
}, 20_000);
