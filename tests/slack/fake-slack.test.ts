import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { type RunningApp, startOverHttp, startOverSocket } from '../support/fake-slack/tiny-app.ts';
import { ana, autos, ben, tinyNewsroom } from '../support/fake-slack/tiny-newsroom.ts';

describe.each([
  ['Socket Mode', startOverSocket],
  ['HTTP', startOverHttp],
] as const)('a Bolt app over %s', (_name, startApp) => {
  let slack: FakeSlack;
  let running: RunningApp;

  beforeAll(async () => {
    slack = await startFakeSlack(tinyNewsroom);
    running = await startApp(slack);
  });

  afterAll(async () => {
    await running.stop();
    await slack.stop();
  });

  test('a command is answered to the person who typed it, in the acknowledgement', async () => {
    const { message } = await slack.types(ana, autos, '/brief ford-xiaomi');

    expect(message).toMatchObject({ text: 'Brief: ford-xiaomi', ephemeralFor: ana });
    expect(shownText(message)).toBe('*ford-xiaomi*\nShare to channel');
    expect(slack.transcript(autos, { seenBy: ben })).not.toContain(message);
  });

  test('people and channels in a command arrive escaped, when Slack is told to', async () => {
    const { message: escaped } = await slack.types(ana, autos, '/brief @ana in #autos & https://ft.com');
    const { message: raw } = await slack.types(ana, autos, '/brief @ana', { escaped: false });

    expect(escaped.text).toBe('Brief: <@U0ANA|ana> in <#C0AUTOS|autos> &amp; <https://ft.com>');
    expect(raw.text).toBe('Brief: @ana');
  });

  test('a click on an ephemeral message replaces it by response_url, then tells the channel', async () => {
    const { message } = await slack.types(ana, autos, '/brief ford-xiaomi');

    const seen = await slack.clicks(ana, message, 'Share to channel');
    await slack.until(() => seen.messages.length === 2);

    expect(seen.messages.map(({ text }) => text)).toEqual(['Shared.', '<@U0ANA> shared a brief']);
    expect(message).toMatchObject({ text: 'Shared.', blocks: [], ephemeralFor: ana });
    expect(slack.transcript(autos, { seenBy: ben }).at(-1)?.text).toBe('<@U0ANA> shared a brief');
  });

  test('a click carries what Slack sends: the message itself only where it is stored', async () => {
    const { message } = await slack.types(ana, autos, '/brief ford-xiaomi');
    const first = await slack.clicks(ana, message, 'share');
    await slack.until(() => first.messages.length === 2);
    const ephemeral = running.bodies.at(-1);
    const stored = slack.state.timeline.post({
      channel: autos,
      content: { ...message, blocks: shareButton },
    });
    const second = await slack.clicks(ana, stored, 'Share to channel');
    await slack.until(() => second.messages.length === 2);

    expect(ephemeral).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: autos, is_ephemeral: true },
      actions: [{ type: 'button', action_id: 'share', block_id: expect.any(String), value: 'ford-xiaomi' }],
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    });
    expect(ephemeral).not.toHaveProperty('message');
    expect(running.bodies.at(-1)).toMatchObject({
      container: { is_ephemeral: false },
      message: { ts: stored.ts, bot_id: 'B0SLUGLINE' },
    });
  });

  test('a mention is answered in its thread', async () => {
    const seen = await slack.mentions(ana, autos, 'what is new in #autos?');
    const reply = await seen.nextMessage();

    expect(reply).toMatchObject({
      thread_ts: seen.said.ts,
      text: 'You said <@U0SLUGLINE> what is new in <#C0AUTOS>?',
    });
    expect(slack.thread(seen.said)).toEqual([seen.said, reply]);
  });

  test('a redelivered event has the same id', async () => {
    const first = await slack.mentions(ana, autos, 'again');
    await first.nextMessage();

    const again = await slack.redelivers(first);
    await again.nextMessage();

    expect(again.event).toBe(first.event);
    expect(slack.thread(first.said)).toHaveLength(3);
  });

  test('a modal is opened by a command, refused with an error, then submitted', async () => {
    const view = await (await slack.types(ana, autos, '/brief add')).nextView();

    const refused = await slack.submits(ana, view, { 'What happened': 'It is off the record' });
    expect(refused.errors).toEqual({ text: 'Slugline keeps nothing off the record.' });
    expect(slack.modal(ana)).toBe(view);

    const accepted = await slack.submits(ana, view, { 'What happened': 'Talks began', Kind: 'Quote' });
    expect(slack.modal(ana)).toBeUndefined();
    expect((await accepted.nextMessage()).text).toBe('Added a quote: Talks began');
    expect(slack.directMessages(ana)).toHaveLength(1);
  });

  test('a message shortcut opens a modal, which the client will not submit half filled', async () => {
    const message = slack.says(ben, autos, 'Ford says no comment');

    const view = await (await slack.shortcut(ana, 'add_from_message', { message })).nextView();

    await expect(slack.submits(ana, view)).rejects.toThrow('“What happened” must be filled in');
    await expect(slack.submits(ana, view, { Sort: 'x' })).rejects.toThrow(/Nothing here is called “Sort”/);
  });

  test('the App Home is published to whoever opens it', async () => {
    const view = await (await slack.opensHome(ana)).nextView();

    expect(shownText(view)).toContain('Good morning <@U0ANA>');
    expect(slack.buttons(view)).toEqual(['Share to channel']);
    expect((await slack.clicks(ana, view, 'share')).answer.problem).toBeUndefined();
  });

  test('an acknowledgement beyond the limits fails the act, with the place named', async () => {
    await expect(slack.types(ana, autos, '/brief too long')).rejects.toThrow(
      'Slack would refuse this command_ack: must be less than 3001 characters, has 3001 [json-pointer:/blocks/0/text/text]',
    );
  });

  test('a command nobody answers shows a time-out', async () => {
    const seen = await slack.types(ana, autos, '/unknown');

    expect(seen.answer.problem).toBe('operation_timeout');
    expect(() => seen.message).toThrow('U0ANA, who typed /unknown, sees no message (operation_timeout)');
  });
});

describe('a request over HTTP', () => {
  let slack: FakeSlack;
  let running: RunningApp;

  beforeAll(async () => {
    slack = await startFakeSlack(tinyNewsroom);
    running = await startOverHttp(slack);
  });

  afterAll(async () => {
    await running.stop();
    await slack.stop();
  });

  test.each([
    ['a bad signature', { signature: 'bad' }],
    ['no signature', { signature: 'missing' }],
    ['an old timestamp', { timestamp: 'old' }],
  ] as const)('with %s is answered 401', async (_name, delivery) => {
    const { answer } = await slack.types(ana, autos, '/brief ford-xiaomi', { delivery });

    expect(answer).toMatchObject({ status: 401, problem: 'dispatch_failed' });
  });

  test('carries the retry in its headers', async () => {
    const retries: unknown[] = [];
    running.app.use(async ({ context, next }) => {
      retries.push([context.retryNum, context.retryReason]);
      await next();
    });
    const first = await slack.mentions(ana, autos, 'hello');
    await first.nextMessage();
    await (await slack.redelivers(first, { attempt: 2, reason: 'http_timeout' })).nextMessage();

    expect(retries).toEqual([
      [undefined, undefined],
      [2, 'http_timeout'],
    ]);
  });
});

describe('a socket', () => {
  test('that is refreshed or cut is opened again, and answers', async () => {
    const slack = await startFakeSlack(tinyNewsroom);
    const running = await startOverSocket(slack, { reconnectsAfterMs: 500 });

    slack.disconnects();
    await slack.connected(2);
    slack.cutsSockets();
    await slack.connected(3);

    expect((await slack.types(ana, autos, '/brief ford')).message.text).toBe('Brief: ford');
    await running.stop();
    await expect((await slack.mentions(ana, autos, 'hello')).nextMessage()).rejects.toThrow(
      'dispatch_failed',
    );
    await slack.stop();
  });
});

const shareButton = [
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'share', text: { type: 'plain_text', text: 'Share to channel' } },
    ],
  },
];
