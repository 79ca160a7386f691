import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, asItStands, autos, city, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const share = 'Share to channel';
const briefing = async (channel = autos) =>
  (await app.slack.types(ana, channel, '/brief ford-xiaomi')).message;
const publicIn = (channel: string) =>
  app.slack.transcript(channel).filter((message) => message.bot_id && message.ephemeralFor === undefined);

/** Clicks and waits for what Slugline says to the one who clicked. */
async function shares(page: Message): Promise<string> {
  const answers = app.slack.callsTo('response_url').length;
  const clicked = await app.slack.clicks(ana, page, share);
  await app.slack.until(() => app.slack.callsTo('response_url').length > answers);
  return shownText(clicked.messages.findLast((message) => message.ephemeralFor === ana) ?? page);
}

describe('sharing to the channel', () => {
  test('everybody reads the briefing and who shared it; the private page says that it is there', async () => {
    const page = await briefing();

    await shares(page);

    const [shared] = publicIn(autos);
    expect(shownText(shared!)).toContain('Shared by ana with /brief');
    expect(shownText(shared!)).toContain('*What we know*');
    expect(app.slack.buttons(shared!)).not.toContain(share);
    expect(app.slack.transcript(autos, { seenBy: ed })).toContain(shared);
    expect(shownText(page)).toContain('Shared to this channel.');
    expect(app.slack.buttons(page)).not.toContain(share);
    expect(app.slack.buttons(page)).toContain('Timeline');
  });

  test('what is shared is the view that was on the page', async () => {
    const page = (await app.slack.types(ana, autos, '/brief ford-xiaomi timeline page:2')).message;

    await shares(page);

    expect(publicIn(autos)[0]?.text).toContain('page 2 of 3');
  });

  test('a shared page 2 of a timeline is still that when an entry on it is corrected', async () => {
    const page = (await app.slack.types(ana, autos, '/brief ford-xiaomi timeline page:2')).message;
    await shares(page);
    const [shared] = publicIn(autos);
    const [id] = shared?.text.match(/E-\d+/) ?? [];

    await app.slack.types(ed, autos, `/brief correct ${id} It was in Tennessee | reason: misheard`);
    await app.slack.until(() => shared?.edited !== undefined, { what: 'the edit' });

    expect(shared?.text).toContain('page 2 of 3');
    expect(shared?.text).toContain('Shared by');
    expect(shownText(shared!)).toContain('Changed since this was posted');
    expect(shownText(shared!)).toContain('It was in Tennessee');
  });

  test('the post is recorded with its topic and the entries it shows, so that corrections find it', async () => {
    await shares(await briefing());
    await app.restarts();

    const [post] = [...app.newsroom.posts.all()];
    const [shared] = publicIn(autos);
    const shown = [...new Set(shared?.text.match(/E-\d+/g))];
    expect(post).toMatchObject({ as: 'share', channel: autos, ts: shared?.ts, by: ana });
    expect(post?.topics).toEqual([{ kind: 'story', slug: 'ford-xiaomi' }]);
    expect(new Set(post?.shows.map(({ entry }) => entry))).toEqual(new Set(shown));
    expect(shown.length).toBeGreaterThan(5);
  });

  test('its buttons answer whoever presses them, and leave it as it is', async () => {
    await shares(await briefing());
    const [shared] = publicIn(autos);
    const before = asItStands(shared);

    const pressed = await app.slack.clicks(ed, shared!, 'Claims');
    const page = await pressed.nextMessage();

    expect(page.ephemeralFor).toBe(ed);
    expect(shared).toEqual(before);
  });
});

describe('a briefing is shared once', () => {
  test('with a double click', async () => {
    const page = await briefing();
    const unturned = asItStands(page);

    await shares(page);
    await shares(unturned);

    expect(publicIn(autos)).toHaveLength(1);
  });

  test('with two clicks at once', async () => {
    const page = asItStands(await briefing());
    app.slack.failNext('chat.postMessage', { slowMs: 50 });

    await Promise.all([app.slack.clicks(ana, page, share), app.slack.clicks(ana, page, share)]);
    await app.slack.until(() => app.slack.callsTo('response_url').length === 2);

    expect(publicIn(autos)).toHaveLength(1);
  });

  test('with a click on the same page after a restart', async () => {
    const page = await briefing();
    const unturned = asItStands(page);
    await shares(page);
    await app.restarts();

    await shares(unturned);

    expect(publicIn(autos)).toHaveLength(1);
  });

  test('and again by asking again: the newsroom may want it twice', async () => {
    await shares(await briefing());
    await shares(await briefing());

    expect(publicIn(autos)).toHaveLength(2);
  });
});

describe('when Slack does not take it', () => {
  test('where the app is not in the channel it says to invite it, and works after the invitation', async () => {
    const page = await briefing(city);

    const told = await shares(page);
    await app.slack.joins(city);
    await shares(page);

    expect(told).toContain('`/invite @slugline`');
    expect(publicIn(city)).toHaveLength(1);
    expect(shownText(page)).toContain('Shared to this channel.');
  });

  test('a second click while the first one fails is not told that it was shared', async () => {
    const page = asItStands(await briefing(city));
    app.slack.fail('chat.postMessage', () => true, { slowMs: 50 });

    const clicks = await Promise.all([
      app.slack.clicks(ana, page, share),
      app.slack.clicks(ana, page, share),
    ]);
    await app.slack.until(() => app.slack.callsTo('response_url').length === 2);

    expect(publicIn(city)).toEqual([]);
    const told = clicks.flatMap(({ messages }) => messages.map(shownText)).join('\n');
    expect(told).toContain('/invite @slugline');
    expect(told).not.toContain('Shared to this channel');
    expect(app.slack.callsTo('response_url').map(({ args }) => args['text'])).not.toContainEqual(
      expect.stringContaining('Shared to this channel'),
    );
  });

  test('a private channel without the app says to invite it, too', async () => {
    app.slack.state.directory.channel(city).is_private = true;

    expect(await shares(await briefing(city))).toContain('/invite @slugline');
  });

  test('an archived channel is said to take nothing', async () => {
    const page = await briefing();
    app.slack.archives(autos);

    expect(await shares(page)).toContain('`is_archived`');
    expect(publicIn(autos)).toEqual([]);
  });

  test('a busy Slack says how long to wait, and it works after that', async () => {
    const page = await briefing();
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 7 });

    expect(await shares(page)).toContain('wait 7 s');
    expect(app.slack.callsTo('chat.postMessage')).toHaveLength(1);

    await shares(page);
    expect(publicIn(autos)).toHaveLength(1);
  });

  test.each([
    ['the connection breaks after it landed', { reset: 'after-landing' }, 1],
    ['the connection breaks before it landed', { reset: 'before-landing' }, 0],
    ['Slack answers 503 after it landed', { status: 503, landed: true }, 1],
    ['Slack has an internal error', { error: 'internal_error' }, 0],
  ] as const)(
    'when %s, it says to look first and does not try again by itself',
    async (_what, fault, there) => {
      const page = await briefing();
      app.slack.failNext('chat.postMessage', fault);

      const told = await shares(page);

      expect(told).toContain('Look whether it is in the channel before you share it again');
      expect(app.slack.callsTo('chat.postMessage')).toHaveLength(1);
      expect(publicIn(autos)).toHaveLength(there);
      expect(app.newsroom.posts.size).toBe(0);
    },
  );

  test('a channel’s refusal does not hold up another person’s briefing', async () => {
    const page = await briefing();
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 30 });
    await shares(page);

    const seen = await app.slack.types(ed, autos, '/brief catl');

    expect(seen.message.text).toContain('entity:catl');
  });
});
