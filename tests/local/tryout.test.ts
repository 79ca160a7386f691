import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { findLocalSlack } from '../../src/local/find-local-slack.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local/start-local-slack.ts';
import { openSlackPage, type SlackPage } from '../support/browser.ts';

let slack: LocalSlack;
let app: App;
let person: SlackPage | undefined;

beforeAll(async () => {
  const command = findLocalSlack();
  if ('problem' in command) throw new Error(command.reason);
  const started = await startLocalSlack({ command, say: () => {} });
  if ('problem' in started) throw new Error(started.reason);
  slack = started;
  app = tinyApp(slack);
  await app.start();
  person = await openSlackPage(slack.pageUrl);
}, 15_000);

afterAll(async () => {
  await person?.close();
  await app?.stop();
  await slack?.stop();
});

test('a command is answered, and its button replaces the answer', async () => {
  if (!person) return;
  await person.actAs('ana');
  await person.openChannel('autos');

  await person.types('/brief ford-xiaomi');
  const briefing = await person.reads('ford-xiaomi');
  await person.clicks('Timeline');

  expect(briefing).toContain('only visible to you');
  expect(briefing).toContain('Briefed: R&D at Ford <ford-xiaomi>');
  expect(await person.reads('2025')).not.toContain('Briefed');
});

test('a mention is answered in its thread', async () => {
  if (!person) return;
  await person.openChannel('newsroom');

  await person.types('@slugline byd');
  await person.reads('1 reply');
  await person.opensThread();

  expect(await person.readsInThread('You said')).toContain('You said: @slugline byd');
});

test('a modal submits what it was prefilled with', async () => {
  if (!person) return;
  await person.openChannel('autos');
  await person.types('/brief add');
  await person.reads('Timeline');

  await person.clicks('Add');
  await person.readsModal('What happened');
  await person.fillsIn('Kind', 'Figure');
  await person.submits();

  expect(await person.reads('Added')).toContain('Added: Sales rose (figure)');
});

test('the home tab greets its viewer', async () => {
  if (!person) return;
  await person.actAs('ed');

  await person.openHome();

  expect(await person.readsHome('Hello')).toContain('Hello @Ed Okafor');
});

function tinyApp({ apiUrl, appToken, botToken }: LocalSlack): App {
  // Two objects: Socket Mode writes its reconnect policy into the one it is given.
  const receiver = new SocketModeReceiver({
    appToken,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    logLevel: LogLevel.ERROR,
  });
  const bolt = new App({
    token: botToken,
    receiver,
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  bolt.command('/brief', async ({ ack, command }) => {
    const text = `*Briefed*: R&amp;D at Ford &lt;${command.text}&gt;`;
    await ack({ response_type: 'ephemeral', text, blocks: [section(text), actions('Timeline', 'Add')] });
  });
  bolt.action('Timeline', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: '2025: talks' });
  });
  bolt.action('Add', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: addModal });
  });
  bolt.view('add', async ({ ack, view, client }) => {
    await ack();
    const { what, kind } = view.state.values;
    const text = `Added: ${what?.['v']?.value} (${kind?.['v']?.selected_option?.value})`;
    await client.chat.postMessage({ channel: 'C0AUTOS', text });
  });
  bolt.event('app_mention', async ({ event, client }) => {
    const { channel, ts, text } = event;
    await client.chat.postMessage({ channel, thread_ts: ts, text: `You said: ${text}` });
  });
  bolt.event('app_home_opened', async ({ event: { user }, client }) => {
    await client.views.publish({
      user_id: user,
      view: { type: 'home', blocks: [section(`Hello <@${user}>`)] },
    });
  });
  return bolt;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

const actions = (...names: string[]) => ({
  type: 'actions' as const,
  elements: names.map((name) => ({ type: 'button' as const, action_id: name, text: plain(name) })),
});

const addModal = {
  type: 'modal' as const,
  callback_id: 'add',
  title: plain('Add an entry'),
  submit: plain('Add'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'what',
      label: plain('What happened'),
      element: { type: 'plain_text_input' as const, action_id: 'v', initial_value: 'Sales rose' },
    },
    {
      type: 'input' as const,
      block_id: 'kind',
      label: plain('Kind'),
      element: {
        type: 'static_select' as const,
        action_id: 'v',
        options: ['Fact', 'Figure'].map((kind) => ({ text: plain(kind), value: kind.toLowerCase() })),
      },
    },
  ],
};
