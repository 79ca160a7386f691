import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import {
  ana,
  autos,
  deskWorkspace,
  ed,
  eventually,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

/** How soon a socket that went is opened again here; usually five seconds. */
const reconnectMs = 600;
const adds = '/brief add ford-xiaomi Ford hired two lobbyists | src: Ford spokesperson | rules: record';

let app: Slugline;
const starts = (over: 'socket' | 'http') => async () => {
  app = await startSlugline(deskWorkspace, { over, reconnectMs });
};
afterEach(async () => {
  const { logged, slack } = app;
  await app.stop();
  // Whatever went wrong, at debug: nothing typed, no token, no address that could answer for us.
  for (const words of ['lobbyists', 'Amperex', slack.botToken, slack.appToken, slack.signingSecret])
    expect(logged).not.toContain(words);
  expect(logged).not.toMatch(/\/response\/R|xox[a-z]-|xapp-/);
});

/** Slack takes a while to say who asks, so that the command is still being answered when the connection goes. */
const answersSlowly = () => app.slack.failNext('users.info', { slowMs: 400 });
const isAsking = () => app.slack.until(() => app.slack.callsTo('users.info').length > 0);
const lobbyists = () => [...app.newsroom.entries.all()].filter(({ text }) => text.includes('lobbyists'));
const seenBy = (person: string): Message[] =>
  app.slack.transcript(autos, { seenBy: person }).filter(({ bot_id }) => bot_id);
const answers = () =>
  app.slack.transcript(autos).filter((message) => message.bot_id && !message.ephemeralFor);

describe.each(['socket', 'http'] as const)('over %s, a connection that goes', (over) => {
  beforeEach(starts(over));

  test('while a command is carried out: it is recorded once, and the next one is answered', async () => {
    answersSlowly();

    const typed = await app.slack.types(ana, autos, adds, { delivery: { cutAfterMs: 150 } });
    await eventually(() => lobbyists().length > 0);
    if (over === 'socket') await app.slack.connected(2);
    const next = await app.slack.types(ana, autos, '/brief E-26');

    expect(typed.answer.problem).toBe('operation_timeout');
    expect(lobbyists()).toHaveLength(1);
    expect(shownText(next.message)).toContain('Ford hired two lobbyists');
  });

  test('while a mention is answered: Slack sends it again, and it is answered once', async () => {
    app.slack.failNext('chat.postMessage', { slowMs: 400 });

    const seen = await app.slack.mentions(ana, autos, 'catl', { delivery: { cutAfterMs: 0 } });
    if (over === 'socket') await app.slack.connected(2);
    for (const attempt of [1, 2, 3]) await app.slack.redelivers(seen, { attempt, reason: 'timeout' });
    await eventually(() => app.newsroom.posts.size > 0);
    await (await app.slack.mentions(ed, autos, 'help')).nextMessage();

    expect(answers().filter(({ text }) => text.includes('Contemporary Amperex'))).toHaveLength(1);
  });

  test('while a form is sent: sent again, it is recorded once', async () => {
    const view = await (await app.slack.types(ana, autos, '/brief add ford-xiaomi')).nextView();
    const filled = { Text: 'Ford hired two lobbyists', Source: 'Ford spokesperson' };
    answersSlowly();

    const sent = await app.slack.submits(ana, view, filled, { delivery: { cutAfterMs: 0 } });
    if (over === 'socket') await app.slack.connected(2);
    await app.slack.submits(ana, view, filled);

    expect(sent.answer.problem).toBe('operation_timeout');
    expect(lobbyists()).toHaveLength(1);
  });
});

describe('a socket', () => {
  beforeEach(starts('socket'));

  test.each(['refresh_requested', 'warning'] as const)(
    'that Slack wants back (%s) while a command is carried out: the answer comes, by the address of the command',
    async (reason) => {
      answersSlowly();
      const typing = app.slack.types(ana, autos, adds);
      await isAsking();

      app.slack.disconnects(reason);
      const typed = await typing;
      const [answer] = await app.slack.until(() => (seenBy(ana).length > 0 ? seenBy(ana) : undefined));
      await app.slack.connected(2);
      const next = await app.slack.types(ana, autos, '/brief E-26');

      expect(typed.answer.problem).toBe('operation_timeout');
      expect(answer && shownText(answer)).toContain('Ford hired two lobbyists');
      expect(seenBy(ana)).toEqual([answer, next.message]);
      expect(lobbyists()).toHaveLength(1);
    },
  );

  test('that is cut while a button is pressed: the page turns all the same', async () => {
    const page = (await app.slack.types(ana, autos, '/brief ford-xiaomi')).message;

    const pressed = await app.slack.clicks(ana, page, 'Timeline', { delivery: { cutAfterMs: 0 } });
    await app.slack.until(() => shownText(page).includes('Timeline'));

    expect(pressed.answer.problem).toBe('operation_timeout');
  });

  test('that is down: what Slack sends again is handled when it is back, in every kind, once', async () => {
    app.slack.cutsSockets();
    await app.slack.disconnected();
    const missed = await app.slack.mentions(ana, autos, 'catl');
    const typed = await app.slack.types(ana, autos, '/brief catl');

    await app.slack.connected(2);
    for (const attempt of [1, 2]) await app.slack.redelivers(missed, { attempt, reason: 'timeout' });
    const answer = await app.slack.until(() => answers()[0]);
    await (await app.slack.mentions(ed, autos, 'help')).nextMessage();

    expect([missed.answer.problem, typed.answer.problem]).toEqual(['dispatch_failed', 'dispatch_failed']);
    expect(answer).toMatchObject({ thread_ts: missed.said.ts });
    expect(answers()).toHaveLength(2);
  });

  test('that is refreshed again and again: every command between is answered in its acknowledgement', async () => {
    for (const count of [2, 3, 4]) {
      app.slack.disconnects('refresh_requested');
      await app.slack.connected(count);

      const typed = await app.slack.types(ana, autos, '/brief ford-xiaomi');

      expect(shownText(typed.message)).toContain('What we know');
    }
    expect(app.logged).not.toMatch(/"level":50/);
  });

  test('that Slack does not open for a while is tried until it does', async () => {
    app.slack.failNext('apps.connections.open', { status: 500 });
    app.slack.failNext('apps.connections.open', { reset: 'before-landing' });
    app.slack.failNext('apps.connections.open', { error: 'internal_error' });

    app.slack.cutsSockets();
    await app.slack.connected(2, { timeoutMs: 15_000 });

    expect(shownText((await app.slack.types(ana, autos, '/brief ford-xiaomi')).message)).toContain(
      'What we know',
    );
  }, 20_000);
});

describe('of two sockets', () => {
  beforeEach(async () => {
    app = await startSlugline(deskWorkspace, { secondAfterMs: 1 });
    await app.slack.connected(2);
    await app.slack.until(() => app.slack.connectionCount === 2);
  });

  test('one that Slack wants back leaves the other: what is typed in the same moment is answered', async () => {
    app.slack.disconnects('refresh_requested', 'newest');
    await app.slack.until(() => app.slack.connectionCount === 1);

    const typed = await app.slack.types(ana, autos, '/brief ford-xiaomi');

    expect(shownText(typed.message)).toContain('What we know');
  });

  test('one that is cut under a command leaves the other: the next command is answered at once', async () => {
    answersSlowly();

    const cut = await app.slack.types(ana, autos, adds, { delivery: { cutAfterMs: 100 } });
    const typed = await app.slack.types(ana, autos, '/brief ford-xiaomi');
    await eventually(() => lobbyists().length > 0);

    expect(cut.answer.problem).toBe('operation_timeout');
    expect(shownText(typed.message)).toContain('What we know');
    expect(lobbyists()).toHaveLength(1);
  });

  test('both hear: what Slack sends by the one and again by the other is handled once', async () => {
    const asked = await app.slack.mentions(ana, autos, 'catl');
    await asked.nextMessage();
    app.slack.disconnects('refresh_requested', 'newest');
    await app.slack.until(() => app.slack.connectionCount === 1);

    await app.slack.redelivers(asked, { attempt: 1, reason: 'timeout' });
    await (await app.slack.mentions(ed, autos, 'help')).nextMessage();

    expect(answers().filter(({ text }) => text.includes('Contemporary Amperex'))).toHaveLength(1);
  });
});

test('a second socket that Slack does not open leaves the first one: the log says what that means', async () => {
  app = await startSlugline(deskWorkspace, { secondAfterMs: 300 });
  app.slack.failNext('apps.connections.open', { error: 'invalid_auth' });

  await eventually(() => app.logged.includes('no second socket'));
  const typed = await app.slack.types(ana, autos, '/brief ford-xiaomi');

  expect(shownText(typed.message)).toContain('What we know');
});
