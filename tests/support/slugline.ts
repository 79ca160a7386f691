import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, openNewsroom, type Running, systemClock } from '../../src/app.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { isProblem } from '../../src/domain/problem.ts';
import { createLog } from '../../src/log.ts';
import { openSearchHere } from '../../src/search/open-search-here.ts';
import type { NewsroomService } from '../../src/services/newsroom-service.ts';
import { recordBundle } from '../../src/services/record-bundle.ts';
import type { FileSystem } from '../../src/store/json/file-system.ts';
import type { FakeSlack } from './fake-slack/fake-slack.ts';
import type { FakeSlackOptions } from './fake-slack/settings.ts';
import { startFakeSlack } from './fake-slack/start-fake-slack.ts';
import { freePort } from './free-port.ts';
import { readerHere } from './reader-here.ts';

export const ana = 'U0ANA';
export const ed = 'U0ED';
export const autos = 'C0AUTOS';
/** A channel that nobody has invited the app to. */
export const city = 'C0CITY';
/** Named like the story, so that typing `#ford-xiaomi` sends a channel link. */
export const fordChannel = 'C0FORD';

export const deskWorkspace: FakeSlackOptions = {
  users: [
    { id: ana, name: 'ana', real_name: 'Ana Reyes' },
    { id: ed, name: 'ed', real_name: 'Ed Okafor' },
  ],
  channels: [
    { id: autos, name: 'autos' },
    { id: city, name: 'city', hasApp: false },
    { id: fordChannel, name: 'ford-xiaomi' },
  ],
};

export const sampleFile = 'data/sample/ford-xiaomi.json';

/** Slugline on a fake Slack, over a socket unless said otherwise, with the sample newsroom in a folder of its own. */
export interface Slugline {
  slack: FakeSlack;
  dataDir: string;
  readonly service: NewsroomService;
  readonly newsroom: Newsroom;
  /** Everything logged so far, at `debug`. */
  readonly logged: string;
  imports(bundle: string, name: string): Promise<void>;
  /** Resolves when so many messages of ours are on record. */
  recordsPosts(count: number): Promise<void>;
  /** Stops it and starts it again on the same folder; `meanwhile` is what happens while it is down. */
  restarts(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

interface StartOptions {
  editors?: string[];
  contributors?: string[];
  threadQuietDays?: number;
  over?: 'socket' | 'http';
  reconnectMs?: number;
  secondAfterMs?: number;
  /** A disk of the test's own, which it also clears away. */
  dataDir?: string;
  files?: FileSystem;
}

export async function startSlugline(
  workspace: FakeSlackOptions = deskWorkspace,
  {
    editors = [ed],
    contributors = [],
    threadQuietDays = 30,
    over = 'socket',
    reconnectMs = 0,
    secondAfterMs,
    ...disk
  }: StartOptions = {},
): Promise<Slugline> {
  const slack = await startFakeSlack(workspace);
  const { dataDir = mkdtempSync(join(tmpdir(), 'slugline-app-')), files } = disk;
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  let service: NewsroomService;
  let running: Running;

  const house = { zone: 'UTC', editors, contributors, threadQuietDays };

  const open = async () => {
    service = orThrow(await openNewsroom({ dataDir, dataDirIsNamed: true }, log, files ? { files } : {}));
  };
  const listen = async () => {
    const { botToken, appToken, signingSecret, apiUrl } = slack;
    const port = over === 'http' ? await freePort() : 0;
    const by =
      over === 'http'
        ? ({ mode: over, signingSecret, port } as const)
        : ({ mode: over, appToken, reconnectMs, secondAfterMs } as const);
    running = orThrow(
      await connect(service, { botToken, apiUrl, by }, house, log, {
        openIndex: openSearchHere,
        reader: readerHere(systemClock),
      }),
    );
    if (over === 'http') slack.postsTo(`http://127.0.0.1:${port}/slack/events`);
    else await slack.until(() => slack.connectionCount > 0, { what: 'the app to connect' });
  };
  const imports = async (text: string, name: string) => {
    const bundle = parseBundle(text, name);
    const recorded = isProblem(bundle) ? bundle : await recordBundle(service, bundle, { file: name });
    if (isProblem(recorded)) throw new Error(`${name}: ${JSON.stringify(recorded)}`);
  };
  const leave = async () => {
    await running.stop();
    await slack.disconnected();
  };

  await open();
  await imports(readFileSync(sampleFile, 'utf8'), sampleFile);
  await listen();
  return {
    slack,
    dataDir,
    get service() {
      return service;
    },
    get newsroom() {
      return service.newsroom;
    },
    get logged() {
      return lines.join('');
    },
    imports,
    recordsPosts: (count) => eventually(() => service.newsroom.posts.size === count),
    restarts: async (meanwhile) => {
      await leave();
      await meanwhile?.();
      await open();
      await listen();
    },
    stop: async () => {
      await leave();
      await slack.stop();
      if (disk.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function orThrow<T extends object>(started: T | { faults: string[] }): T {
  if ('faults' in started) throw new Error(started.faults.join('\n'));
  return started;
}

/** For what no change in the workspace tells of: the journal has it a moment after Slack does. */
export async function eventually(holds: () => boolean, timeoutMs = 3000): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`Waited ${timeoutMs} ms in vain for ${holds}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What Slack keeps of a message: a page that was turned since is still pressed as it stood. */
export const asItStands = <T>(message: T): T => structuredClone(message);
