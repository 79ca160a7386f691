import { FakeSlack } from './fake-slack.ts';
import { SlackServer } from './network/slack-server.ts';
import { SocketMode } from './network/socket-mode.ts';
import type { FakeSlackOptions } from './settings.ts';
import { createSlackState } from './state/slack-state.ts';

/** Slack on a free port of 127.0.0.1, with this workspace in it. Stop it when the test is done. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state = createSlackState(options);
  const socketMode = new SocketMode(state.signal);
  const server = new SlackServer(state, socketMode);
  await server.start();
  return new FakeSlack(state, server, socketMode);
}
