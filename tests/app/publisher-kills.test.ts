import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../src/domain/change.ts';
import { added, corrected, story, subscribed } from '../services/support/followed.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { ana, autos, deskWorkspace } from '../support/slugline.ts';
import { builtMain } from './slugline-process.ts';

const follows = { ...subscribed('S-1', autos, 'talks', { owner: ana }), announce: {} } as Change;
/** What happens in the newsroom, unless the table has so many rows already: a restart does not do it again. */
const acts: { table: 'subscriptions' | 'entries'; upTo: number; changes: Change[] }[] = [
  { table: 'subscriptions', upTo: 1, changes: [story('talks'), follows] },
  { table: 'entries', upTo: 2, changes: [added('E-1'), added('E-2')] },
  { table: 'entries', upTo: 3, changes: [added('E-3'), corrected('E-1')] },
  { table: 'entries', upTo: 4, changes: [added('E-4', { urgency: 1 }), corrected('E-2')] },
];
const inOrder = ['told', 'card', 'E-1', 'E-2', 'E-1/1', 'E-3', 'E-4', 'E-2/1'];

const points = ['drawn', 'noted', 'sent', 'recorded'].flatMap((when) => [
  ...['announcement', 'card'].map((what) => [`${when}:${what}`, 1] as const),
  // To make an edit twice does no harm, so nobody notes that it goes.
  ...['entry', 'notice', ...(when === 'noted' ? [] : ['edit'])].flatMap((what) =>
    [1, 2].map((time) => [`${when}:${what}`, time] as const),
  ),
]);

interface Ended {
  signal: NodeJS.Signals | null;
  said: string;
}

function run(
  dataDir: string,
  slack: FakeSlack,
  killing: { killAt?: string; occurrence?: number },
): Promise<Ended> {
  const { botToken, appToken, apiUrl } = slack;
  const access = { botToken, apiUrl, by: { mode: 'socket', appToken } };
  const words = JSON.stringify({ main: builtMain(), dataDir, access, acts, hurry: 40, ...killing });
  const child = spawn(process.execPath, [join(__dirname, 'publisher-child.js'), words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.once('close', (_, signal) => resolve({ signal, said })));
}

async function killed(killAt: string, occurrence: number) {
  const slack = await startFakeSlack(deskWorkspace);
  const dataDir = mkdtempSync(join(tmpdir(), 'slugline-killed-'));
  const first = await run(dataDir, slack, { killAt, occurrence });
  const second = await run(dataDir, slack, {});
  const shown = slack.transcript(autos).map(({ metadata }) => shortKey(metadata));
  const texts = slack.transcript(autos).map(({ text }) => text);
  await slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return { first, second, shown, texts };
}

function shortKey(metadata: unknown): string {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { key?: string } };
  const [what, entry = '', revision] = (payload?.key ?? '').split(':');
  if (what === 'open') return 'card';
  if (what === 'announcement') return 'told';
  return what === 'notice' ? `${entry}/${revision}` : entry;
}

beforeAll(() => void builtMain(), 30_000);

describe('the app, killed by -9 in its publisher and started again', () => {
  test.concurrent.each(points)(
    'at %s, time %i: nothing is lost, nothing stands there twice, order is kept',
    async (point, time) => {
      const { first, second, shown, texts } = await killed(point, time);

      expect(first.signal).toBe('SIGKILL');
      expect(JSON.parse(second.said)).toEqual({ owed: 0, posts: inOrder.length });
      expect(shown).toEqual(inOrder);
      expect(texts[2]).toContain('What E-1 should have said');
    },
    // All of them run side by side, two processes each.
    120_000,
  );
});
