import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const answersIn = (parent: Message) =>
  app.slack.thread(parent).filter((message) => message.bot_id && message.ephemeralFor === undefined);
const answersTo = async (parent: Message, count: number) => {
  await app.slack.until(() => answersIn(parent).length === count);
  return answersIn(parent).map(shownText);
};

test('a question right after another in its thread knows what that one was about', async () => {
  app.slack.failNext('chat.postMessage', { slowMs: 60 });

  const { said } = await app.slack.mentions(ana, autos, 'ford-xiaomi');
  await app.slack.mentions(ed, autos, 'timeline', { threadTs: said.ts });

  expect((await answersTo(said, 2))[1]).toContain('Timeline: Ford and Xiaomi');
});

test('so it does while Slack takes its time to say who asked first', async () => {
  await (await app.slack.mentions(ed, autos, 'help')).nextMessage();
  app.slack.failNext('users.info', { slowMs: 60 });

  const { said } = await app.slack.mentions(ana, autos, 'ford-xiaomi');
  await app.slack.mentions(ed, autos, 'timeline', { threadTs: said.ts });

  const [first, second] = await answersTo(said, 2);
  expect(first).toContain('What we know');
  expect(second).toContain('Timeline: Ford and Xiaomi');
});

test('a slow thread holds up no other one', async () => {
  app.slack.failNext('chat.postMessage', { slowMs: 1500 });
  const slow = await app.slack.mentions(ana, autos, 'ford-xiaomi');
  const waiting = app.slack.callsTo('chat.postMessage').length;

  const other = await app.slack.mentions(ed, autos, 'catl');
  await app.slack.until(() => answersIn(other.said).length === 1);

  expect(waiting).toBeLessThanOrEqual(1);
  await app.recordsPosts(2);
  expect(answersIn(slow.said)).toHaveLength(1);
});

test('a question that failed does not fail the next one in its thread', async () => {
  app.slack.failNext('chat.postMessage', { error: 'restricted_action' });
  const { said } = await app.slack.mentions(ana, autos, 'ford-xiaomi');

  await app.slack.mentions(ed, autos, 'catl', { threadTs: said.ts });

  expect((await answersTo(said, 1))[0]).toContain('Contemporary Amperex');
});

describe('a mention that Slack did not take as it should', () => {
  const told = async (fault: Parameters<typeof app.slack.failNext>[1], text = 'ford-xiaomi') => {
    app.slack.failNext('chat.postMessage', fault);
    const seen = await app.slack.mentions(ana, autos, text);
    const message = await seen.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });
    return { seen, said: seen.said, text: shownText(message) };
  };

  test('and may have: says to look in the thread, speaks of no sharing, and is not answered twice', async () => {
    const { seen, said, text } = await told({ reset: 'after-landing' });

    await app.slack.redelivers(seen);
    await (await app.slack.mentions(ed, autos, 'help')).nextMessage({
      matching: (one) => one.text.includes('What you can ask'),
    });

    expect(text).toContain('Look whether it is in the thread before you ask again');
    expect(text).not.toMatch(/[Ss]hare/);
    expect(answersIn(said)).toHaveLength(1);
  });

  test('because it is busy: says how long to wait, and speaks of no button', async () => {
    const { text } = await told({ rateLimitedForSeconds: 7 });

    expect(text).toContain('wait 7 s');
    expect(text).toContain('Ask again after that');
    expect(text).not.toContain('button');
  });

  test('but had recorded what it said: who said it reads that, so that nobody says it twice', async () => {
    const before = app.newsroom.entries.size;
    const line = 'add ford-xiaomi: Ford declined to comment | src: Ford spokesperson | rules: record';
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 7 });

    const seen = await app.slack.mentions(ana, autos, line);
    const message = await seen.nextMessage({ matching: ({ text }) => text.includes('Ford declined') });

    expect(message.ephemeralFor).toBe(ana);
    expect(shownText(message)).toContain('Recorded');
    expect(app.newsroom.entries.size).toBe(before + 1);
  });

  test('while the disk was full: the answer stands, and who asked hears that corrections will miss it', async () => {
    jest.spyOn(app.service, 'record').mockResolvedValueOnce({ problem: 'not-saved', reason: 'disk-full' });

    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    const message = await seen.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });

    expect(shownText(message)).toContain('My answer is in the thread');
    expect(shownText(message)).toContain('Corrections will not find that message');
    expect(answersIn(seen.said)).toHaveLength(1);
  });
});

test('a mention that was mended after a refusal is read again', async () => {
  const seen = await app.slack.mentions(ana, autos, 'add ford-xiaomi: Off the record, the board is split');
  await seen.nextMessage();
  const text = `<@${app.slack.botUserId}> add ford-xiaomi: Ford declined | src: Ford spokesperson | rules: record`;
  const event = { type: 'app_mention', user: ana, channel: autos, ts: seen.said.ts, text };

  await app.slack.sends({ ...event, edited: { user: ana, ts: '1900000000.000100' } });

  expect((await answersTo(seen.said, 1))[0]).toContain('Ford declined');
});
