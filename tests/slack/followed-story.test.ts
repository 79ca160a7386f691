import { shownText } from '../support/fake-slack/shown-text.ts';
import {
  ana,
  autos,
  deskWorkspace,
  ed,
  eventually,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(deskWorkspace);
});
afterEach(() => app.stop());

const types = (person: string, words: string) => app.slack.types(person, autos, `/brief ${words}`);
const posted = () =>
  app.slack.transcript(autos).filter((message) => message.bot_id && message.ephemeralFor === undefined);
const reads = (text: string) => () => posted().some((message) => shownText(message).includes(text));

test('a channel that subscribes reads a new entry in the story’s thread, its correction and its withdrawal', async () => {
  await types(ana, 'subscribe ford-xiaomi');

  await types(ed, 'add ford-xiaomi Ford declined to comment | src: Ford spokesperson | rules: record');
  await app.slack.until(reads('Adds Ford response'));
  const reply = posted().find((message) => shownText(message).includes('Adds Ford response'));
  const card = posted().find((message) => message.ts === reply?.thread_ts);
  await types(ed, 'correct E-26 Ford said it does not comment on rumours | reason: we misheard');
  await app.slack.until(reads('Reason: _we misheard_'));
  await types(ed, 'withdraw E-26 reason:"the spokesperson was not one"');
  await app.slack.until(reads('Withdrawn: do not use'));

  expect(card && shownText(card)).toContain('New entries arrive in this thread.');
  expect(reply && shownText(reply)).not.toContain('declined to comment on');
  const inThread = posted().filter((message) => message.thread_ts === card?.ts && message !== card);
  expect(inThread.length).toBeGreaterThanOrEqual(2);
  expect(app.newsroom.entries.get('E-26')).toMatchObject({ withdrawn: true });
}, 60_000);

test('what was on record before it subscribed is not news to a channel', async () => {
  await types(ana, 'subscribe ford-xiaomi');
  await types(ed, 'add ford-xiaomi Xiaomi did not reply | src: Xiaomi press office | rules: record');
  await app.slack.until(reads('Adds Xiaomi response'));
  await eventually(() => app.newsroom.deliveries.size === 0);

  const added = posted()
    .map(shownText)
    .filter((text) => text.startsWith('Adds ') || text.startsWith('*Adds '));
  expect(added).toHaveLength(1);
}, 60_000);
