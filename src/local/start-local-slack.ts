import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalSlackCommand, type TryoutUnavailable, tryoutUnavailable } from './find-local-slack.ts';
import { type DidNotStart, type LocalSlackProcess, runLocalSlack } from './local-slack-process.ts';
import { type TryoutWorkspace, tryoutWorkspace } from './tryout-workspace.ts';

export interface LocalSlack {
  /** Where people open the workspace in a browser. */
  pageUrl: string;
  /** Bolt's `slackApiUrl`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  /** Ends the process and removes its files. May be called twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  command: LocalSlackCommand;
  say: (line: string) => void;
  /** The page's port; when it is taken, one of the next ones, then any. Without it, any. */
  port?: number | undefined;
  workspace?: TryoutWorkspace;
  limitMs?: number;
  /** Where its temporary folder is made. */
  parentFolder?: string;
}

const anyPort = 0;

export async function startLocalSlack(options: StartOptions): Promise<LocalSlack | TryoutUnavailable> {
  const { command, workspace = tryoutWorkspace, say } = options;
  const { mayDownload } = command;
  // npx fetches about 40 MB the first time.
  const limitMs = options.limitMs ?? (mayDownload ? 180_000 : 15_000);
  if (mayDownload) say('Starting local-slack through npx; the first time it has to be downloaded.');

  const folder = await writeFolder(workspace, options.parentFolder ?? tmpdir());
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const started = await onFirstFreePort(options.port, (port) =>
    runLocalSlack(command, { folder, port, limitMs }),
  );
  if ('why' in started) {
    await removeFolder();
    return explain(started, command, limitMs);
  }

  if (await isOpenToTheNetwork(started.port)) {
    say(`Careful: local-slack has no authentication and answers the whole network on port ${started.port}.`);
  }
  const { botToken, appToken } = workspace.apps[0];
  const pageUrl = `http://127.0.0.1:${started.port}/`;
  const stop = () => started.stop().then(removeFolder);
  return { pageUrl, apiUrl: `${pageUrl}api/`, botToken, appToken, stop };
}

/** The folder that local-slack runs in; Bun reads the bunfig.toml of the working directory. */
async function writeFolder(workspace: TryoutWorkspace, parentFolder: string): Promise<string> {
  const folder = await mkdtemp(join(parentFolder, 'slugline-tryout-'));
  // .ts in the tests, .js once built: Bun runs both.
  const self = fileURLToPath(import.meta.url);
  const preload = fileURLToPath(new URL(`./local-slack-preload${extname(self)}`, import.meta.url));
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(workspace, undefined, 2));
  await writeFile(join(folder, 'bunfig.toml'), `preload = [${JSON.stringify(preload)}]\n`);
  return folder;
}

async function onFirstFreePort(
  wanted: number | undefined,
  run: (port: number) => Promise<LocalSlackProcess | DidNotStart>,
): Promise<LocalSlackProcess | DidNotStart> {
  const nextPorts = wanted === undefined ? [] : [wanted, wanted + 1, wanted + 2, wanted + 3];
  for (const port of nextPorts) {
    const started = await run(port);
    // Trying is the only question about a port whose answer still holds a moment later.
    if (!('why' in started && started.why === 'port-taken')) return started;
  }
  return run(anyPort);
}

function explain(failed: DidNotStart, { command }: LocalSlackCommand, limitMs: number): TryoutUnavailable {
  const reasons = {
    'cannot-run': `${command} cannot be run`,
    'port-taken': 'local-slack found no free port',
    ended: 'local-slack ended as soon as it was started',
    'too-slow': `local-slack did not answer within ${limitMs / 1000} seconds`,
  };
  const reason = reasons[failed.why];
  return tryoutUnavailable(
    failed.errors ? `${reason}:\n${failed.errors}` : reason,
    'set LOCAL_SLACK_BIN to a local-slack 0.1.8 that runs here, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN to connect to a real workspace',
  );
}

/** Whether the port answers on an address that other machines can reach: asked, not assumed. */
async function isOpenToTheNetwork(port: number): Promise<boolean> {
  const addresses = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  const answers = await Promise.all(addresses.map((host) => answersAt(host, port)));
  return answers.includes(true);
}

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 300 });
    const finish = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}
