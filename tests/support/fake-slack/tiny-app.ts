import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';
import { silentLogger } from './silent-logger.ts';

export interface RunningApp {
  app: App;
  /** Every payload that reached the app, in order. */
  bodies: unknown[];
  stop: () => Promise<void>;
}

const quiet = { logger: silentLogger };
// One try a call, so that a test sees what Slack answered and not the client's second thoughts.
const oneTry = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** The smallest real Bolt app that answers in every way; it proves the fake, not Slugline. */
export async function startOverSocket(
  slack: FakeSlack,
  { reconnectsAfterMs = 5000 }: { reconnectsAfterMs?: number } = {},
): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    // The client writes its reconnect policy into these options, which is why the app has others.
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    // Bolt also hangs up when a pong is this late, which a busy machine makes of 50 ms: never go so low.
    clientPingTimeout: reconnectsAfterMs,
    ...quiet,
  });
  const app = createApp(slack, receiver);
  await app.start();
  const stop = async (): Promise<void> => {
    await app.stop();
    await slack.disconnected();
  };
  return { app, bodies: bodiesOf(app), stop };
}

export async function startOverHttp(slack: FakeSlack): Promise<RunningApp> {
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    // Bolt's timer for a request that no listener answers: short, so that it does not outlive the test.
    unhandledRequestTimeoutMillis: 500,
    ...quiet,
  });
  const app = createApp(slack, receiver);
  const server = await receiver.start(0);
  const { port } = server.address() as AddressInfo;
  slack.postsTo(`http://127.0.0.1:${port}/slack/events`);
  return { app, bodies: bodiesOf(app), stop: () => receiver.stop() };
}

function bodiesOf(app: App): unknown[] {
  const bodies: unknown[] = [];
  app.use(async ({ body, next }) => {
    bodies.push(body);
    await next();
  });
  return bodies;
}

function createApp(slack: FakeSlack, receiver: Receiver): App {
  const app = new App({
    token: slack.botToken,
    receiver,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl, ...oneTry },
    ...quiet,
  });
  listen(app);
  return app;
}

function listen(app: App): void {
  app.command('/brief', async ({ ack, command, client }) => {
    if (command.text === 'too long') return ack({ blocks: [section('x'.repeat(3001))] });
    if (command.text === 'add') {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal });
      return;
    }
    await ack({
      response_type: 'ephemeral',
      text: `Brief: ${command.text}`,
      blocks: [section(`*${command.text}*`), share],
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You said ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const view = { type: 'home' as const, blocks: [section(`Good morning <@${event.user}>`), share] };
    await client.views.publish({ user_id: event.user, view });
  });
  app.action('share', async ({ ack, respond, body }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.response_url) return;
    await respond({ replace_original: true, text: 'Shared.' });
    await respond({ response_type: 'in_channel', text: `<@${body.user.id}> shared a brief` });
  });
  app.view('add_entry', async ({ ack, view, client, body }) => {
    const text = view.state.values['text']?.['text']?.value ?? '';
    if (text.includes('off the record')) {
      return ack({ response_action: 'errors', errors: { text: 'Slugline keeps nothing off the record.' } });
    }
    await ack();
    const kind = view.state.values['kind']?.['kind']?.selected_option?.value;
    await client.chat.postMessage({ channel: body.user.id, text: `Added a ${kind}: ${text}` });
  });
  app.shortcut('add_from_message', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal });
  });
}

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string, text: string) => ({ value, text: plain(text) });
const facts = option('fact', 'Fact');

const share = {
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'share', text: plain('Share to channel'), value: 'ford-xiaomi' },
  ],
};

const modal = {
  type: 'modal' as const,
  callback_id: 'add_entry',
  title: plain('Add an entry'),
  submit: plain('Add'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'text',
      label: plain('What happened'),
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
    {
      type: 'input' as const,
      block_id: 'kind',
      label: plain('Kind'),
      element: {
        type: 'static_select' as const,
        action_id: 'kind',
        options: [facts, option('quote', 'Quote')],
        initial_option: facts,
      },
    },
  ],
};
