import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, autos, city, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const posts = () => app.slack.callsTo('chat.postMessage').length;
const answersIn = (parent: Message) => app.slack.thread(parent).filter((message) => message.bot_id);

describe('mentioning @slugline', () => {
  test('a view is answered in the thread of the message, before everybody', async () => {
    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi timeline');
    const answer = await seen.nextMessage();

    expect(answer.thread_ts).toBe(seen.said.ts);
    expect(answer.ephemeralFor).toBeUndefined();
    expect(shownText(answer)).toContain('Timeline:');
    expect(answer.text).toContain('E-12');
    expect(app.slack.transcript(autos, { seenBy: ed })).toContain(answer);
  });

  test('what was answered in a thread is what the next question there is about', async () => {
    const first = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await app.recordsPosts(1);

    const next = await app.slack.mentions(ed, autos, 'timeline', { threadTs: first.said.ts });
    const answer = await next.nextMessage();

    expect(answer.thread_ts).toBe(first.said.ts);
    expect(shownText(answer)).toContain('Timeline: Ford and Xiaomi');
  });

  test('the topic of a thread is still known after a restart', async () => {
    const first = await app.slack.mentions(ana, autos, 'catl');
    await first.nextMessage();
    await app.restarts();

    const next = await app.slack.mentions(ed, autos, 'people', { threadTs: first.said.ts });

    expect(shownText(await next.nextMessage())).toContain('People and organizations: Contemporary Amperex');
  });

  test('a thread that moved on is about what was asked last, two topics included', async () => {
    const { said } = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await app.recordsPosts(1);
    await app.slack.mentions(ana, autos, 'ford catl', { threadTs: said.ts });
    await app.recordsPosts(2);

    await app.slack.mentions(ed, autos, 'claims', { threadTs: said.ts });
    await app.slack.until(() => answersIn(said).length === 3);

    expect(shownText(answersIn(said)[2]!)).toMatch(/^Claims: Ford and Contemporary Amperex/);
  });

  test('a shared briefing is what its thread is about', async () => {
    const page = await app.slack.types(ana, autos, '/brief ford-xiaomi');
    const shared = await app.slack.clicks(ana, page.message, 'Share to channel');
    const message = await shared.nextMessage({ matching: (one) => one.ephemeralFor === undefined });
    await app.recordsPosts(1);

    const asked = await app.slack.mentions(ed, autos, 'timeline', { threadTs: message.ts });

    expect(shownText(await asked.nextMessage())).toContain('Timeline: Ford and Xiaomi');
  });

  test('in a thread about nothing, a bare view is answered with how to name its topic', async () => {
    const parent = app.slack.says(ed, autos, 'Lunch?');

    const asked = await app.slack.mentions(ana, autos, 'timeline', { threadTs: parent.ts });
    const answer = await asked.nextMessage();

    expect(answer.thread_ts).toBe(parent.ts);
    expect(shownText(answer)).toContain('name a story or an entity');
    expect(shownText(answer)).toContain('@slugline ford-xiaomi timeline');
  });

  test.each(['', '   ', '<@U0SLUGLINE>', '<@U0SLUGLINE> <@U0SLUGLINE>'])(
    'an empty mention (%j) gets help',
    async (text) => {
      const seen = await app.slack.mentions(ana, autos, text);

      expect(shownText(await seen.nextMessage())).toContain('What you can ask Slugline');
    },
  );

  test.each([
    '<@U0SLUGLINE>: ford-xiaomi',
    'Hey, <@U0SLUGLINE>',
    '<@U0SLUGLINE>, ford-xiaomi!',
    'ford-xiaomi <@U0SLUGLINE>',
    '<@U0SLUGLINE> “Ford-Xiaomi”',
  ])('%j is answered in its thread', async (text) => {
    const seen = await app.slack.mentions(ana, autos, text);
    const answer = await seen.nextMessage();

    expect(answer.thread_ts).toBe(seen.said.ts);
    if (/ford/i.test(text)) expect(answer.text).toContain('ford-xiaomi · developing');
  });

  test('an unknown name gets the nearest ones, and a button answers only who pressed it', async () => {
    const seen = await app.slack.mentions(ana, autos, 'xiomi');
    const answer = await seen.nextMessage();

    const pressed = await app.slack.clicks(ed, answer, 'Xiaomi');
    const page = await pressed.nextMessage();

    expect(page.ephemeralFor).toBe(ed);
    expect(page.text).toContain('entity:xiaomi');
  });

  test('a mention from a bot is ignored', async () => {
    const { said } = await app.slack.mentions(ana, autos, 'help');
    await app.slack.until(() => answersIn(said).length === 1);
    const event = {
      type: 'app_mention',
      channel: autos,
      ts: '1700000000.000100',
      text: '<@U0SLUGLINE> help',
    };

    await app.slack.sends({ ...event, user: 'U0OTHERBOT', bot_id: 'B0OTHER' });
    await app.slack.sends({ ...event, subtype: 'bot_message', bot_id: 'B0OTHER' });
    await app.slack.sends({ ...event, user: app.slack.botUserId });
    const last = await app.slack.mentions(ana, autos, 'catl');
    await last.nextMessage();

    expect(posts()).toBe(2);
    expect(app.slack.callsTo('chat.postEphemeral')).toEqual([]);
    // Of what we said ourselves nothing is even looked up.
    const askedAbout = app.slack.callsTo('users.info').map(({ args }) => args['user']);
    expect(askedAbout).not.toContain(app.slack.botUserId);
  });

  test('a channel that no longer takes messages is told to the one who asked, if Slack lets us', async () => {
    app.slack.failNext('chat.postMessage', { error: 'restricted_action' });

    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(shownText(told)).toContain('restricted_action');
  });

  test('a mention in a channel that the app has left is no bug', async () => {
    app.slack.removesApp(autos);

    await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await app.slack.until(() => app.slack.callsTo('chat.postEphemeral').length > 0);
    await app.restarts();

    expect(app.newsroom.posts.size).toBe(0);
    expect(app.slack.transcript(city).length).toBe(0);
  });
});

describe('an event that Slack delivers again', () => {
  const answered = async () => {
    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await seen.nextMessage();
    await app.recordsPosts(1);
    return seen;
  };
  /** Another mention's answer is the sign that what came before it has been dealt with. */
  const everythingBefore = async () => {
    const seen = await app.slack.mentions(ed, autos, 'help');
    await seen.nextMessage({ matching: (message) => message.text.includes('What you can ask') });
  };

  test('is answered once', async () => {
    const seen = await answered();

    for (const attempt of [1, 2, 3]) await app.slack.redelivers(seen, { attempt });
    await everythingBefore();

    expect(answersIn(seen.said)).toHaveLength(1);
  });

  test('is answered once when it comes while the answer is on its way', async () => {
    app.slack.failNext('chat.postMessage', { slowMs: 80 });

    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await Promise.all([1, 2, 3].map((attempt) => app.slack.redelivers(seen, { attempt })));
    await app.slack.until(() => answersIn(seen.said).length > 0);
    await everythingBefore();

    expect(answersIn(seen.said)).toHaveLength(1);
  });

  test('is answered once when the app was restarted in between', async () => {
    const seen = await answered();
    await app.restarts();

    const again = await app.slack.redelivers(seen, { attempt: 3 });
    await everythingBefore();

    expect(again.answer.problem).toBeUndefined();
    expect(answersIn(seen.said)).toHaveLength(1);
  });

  test('is answered after all when the first answer did not get out', async () => {
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 1 });
    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    await seen.nextMessage();

    await app.slack.redelivers(seen, { attempt: 1 });
    await app.slack.until(() => answersIn(seen.said).length === 1);
  });
});

describe('buttons on an answer that everybody sees', () => {
  test('answer whoever presses them, privately and in that thread; the message stays as it is', async () => {
    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    const answer = await seen.nextMessage();
    const before = structuredClone(answer);

    const pressed = await app.slack.clicks(ed, answer, 'Timeline');
    const page = await pressed.nextMessage();

    expect(page.ephemeralFor).toBe(ed);
    expect(page.thread_ts).toBe(seen.said.ts);
    expect(shownText(page)).toContain('Timeline:');
    expect(answer).toEqual(before);
  });

  test('the private page behind them turns in place from there on', async () => {
    const seen = await app.slack.mentions(ana, autos, 'ford-xiaomi');
    const pressed = await app.slack.clicks(ed, await seen.nextMessage(), '4 more');
    const page = await pressed.nextMessage();
    const count = app.slack.transcript(autos).length;

    await app.slack.clicks(ed, page, 'Claims');
    await app.slack.until(() => shownText(page).includes('Claims:'));

    expect(app.slack.transcript(autos)).toHaveLength(count);
  });
});
