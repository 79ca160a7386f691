import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { connect, type Faults, openNewsroom, type Running } from './app.ts';
import type { Config } from './config.ts';
import { parseBundle } from './domain/editing/bundle/parse-bundle.ts';
import { isProblem } from './domain/problem.ts';
import { findLocalSlack } from './local/find-local-slack.ts';
import { type LocalSlack, startLocalSlack } from './local/start-local-slack.ts';
import { tryoutEditors } from './local/tryout-workspace.ts';
import { recordBundle } from './services/record-bundle.ts';

/** Beside the code, wherever Slugline is started from. */
export const sampleFile = fileURLToPath(new URL('../data/sample/ford-xiaomi.json', import.meta.url));

/** A demo workspace on this machine, with a scratch newsroom that goes when it stops. */
export async function startTryout(
  config: Config,
  log: Logger,
  say: (line: string) => void,
): Promise<Running | Faults> {
  const command = findLocalSlack({ binary: config.localSlackBinary });
  const workspace =
    'problem' in command ? command : await startLocalSlack({ command, say, port: config.port });
  if ('problem' in workspace) {
    const instead = 'The briefing itself needs no workspace: npm run brief -- ford-xiaomi';
    return { faults: [`The try-out workspace cannot start: ${workspace.reason}`, workspace.next, instead] };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'slugline-tryout-'));
  const forget = async () => {
    await workspace.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const app = await startOnSample(dataDir, workspace, config, log).catch(async (bug: unknown) => {
    await forget();
    throw bug;
  });
  if ('faults' in app) {
    await forget();
    return app;
  }
  for (const line of welcome(workspace.pageUrl)) say(line);
  return { stop: () => app.stop().finally(forget), abandon: () => app.abandon().finally(forget) };
}

/** One socket: local-slack sends every message by every one that is open. */
export const tryoutAccess = ({ botToken, appToken, apiUrl }: Omit<LocalSlack, 'pageUrl' | 'stop'>) =>
  ({ botToken, apiUrl, by: { mode: 'socket', appToken, sockets: 1 } }) as const;

async function startOnSample(
  dataDir: string,
  workspace: LocalSlack,
  { zone, threadQuietDays }: Config,
  log: Logger,
): Promise<Running | Faults> {
  const service = await openNewsroom({ dataDir, dataDirIsNamed: true }, log);
  if ('faults' in service) return service;
  const bundle = parseBundle(await readFile(sampleFile, 'utf8'), sampleFile);
  const seeded = isProblem(bundle) ? bundle : await recordBundle(service, bundle, { file: sampleFile });
  if (isProblem(seeded)) {
    await service.close();
    return { faults: [`The sample cannot be imported: npm run check-data -- ${sampleFile}`] };
  }
  return connect(
    service,
    tryoutAccess(workspace),
    { zone, threadQuietDays, editors: [...tryoutEditors], contributors: [] },
    log,
  );
}

const welcome = (pageUrl: string): string[] => [
  '',
  `  Slugline is running in a demo workspace:  ${pageUrl}`,
  '',
  '  Open the page and type into a channel:',
  '    /brief ford-xiaomi            the briefing, for your eyes only',
  '    /brief ford xiaomi            what connects the two companies',
  '    @slugline catl                an answer for the whole channel, in a thread',
  '',
  '  Everything here is forgotten when you stop it with Ctrl-C.',
  '',
];
