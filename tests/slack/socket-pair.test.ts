import { createLog } from '../../src/log.ts';
import { receiverFor, type SlackAccess } from '../../src/slack/connection.ts';
import { SocketPair } from '../../src/slack/socket-pair.ts';
import { tryoutAccess } from '../../src/tryout.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { deskWorkspace } from '../support/slugline.ts';

const log = createLog('silent');
const health = () => ({}) as never;
let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack(deskWorkspace);
});
afterEach(() => slack.stop());

const opened = () => slack.callsTo('apps.connections.open').length;
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function listening(secondAfterMs: number) {
  const { botToken, appToken, apiUrl } = slack;
  const access: SlackAccess = { botToken, apiUrl, by: { mode: 'socket', appToken, secondAfterMs } };
  return receiverFor(access, health, log);
}

describe('a pair of sockets that is stopped', () => {
  test('before the second was opened: it never is', async () => {
    const receiver = listening(100);
    await receiver.start();

    await receiver.stop();
    await rest(300);

    expect(opened()).toBe(1);
    expect(slack.connectionCount).toBe(0);
  });

  test('while Slack is asked for the second: it is closed again', async () => {
    const receiver = listening(100);
    await receiver.start();
    slack.failNext('apps.connections.open', { slowMs: 300 });
    await slack.until(() => opened() === 2);

    await receiver.stop();
    await slack.connected(2);

    await slack.disconnected();
  });
});

test('the try-out has one socket: its workspace sends every message by all of them', () => {
  expect(receiverFor(tryoutAccess(slack), health, log)).not.toBeInstanceOf(SocketPair);
});
