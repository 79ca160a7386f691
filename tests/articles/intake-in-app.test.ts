import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, openNewsroom } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { openSearchHere } from '../../src/search/open-search-here.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { deskWorkspace, eventually } from '../support/slugline.ts';

test('the app takes what is put into its inbox, from its start to its stop', async () => {
  const slack = await startFakeSlack(deskWorkspace);
  const dataDir = mkdtempSync(join(tmpdir(), 'slugline-intake-'));
  const log = createLog('silent');
  const service = await openNewsroom({ dataDir, dataDirIsNamed: true }, log);
  if ('faults' in service) throw new Error(service.faults.join());
  const { botToken, appToken, apiUrl } = slack;
  const access = { botToken, apiUrl, by: { mode: 'socket', appToken } } as const;
  const house = { zone: 'UTC', editors: [], contributors: [], dataDir, feeds: [] };
  const running = await connect(service, access, house, log, { openIndex: openSearchHere });
  if ('faults' in running) throw new Error(running.faults.join());
  while (!existsSync(join(dataDir, 'inbox', 'rejected')))
    await new Promise((resolve) => setTimeout(resolve, 5));

  writeFileSync(join(dataDir, 'inbox', 'ferry.txt'), 'A ferry sank off Calvera on Monday.');
  await eventually(() => service.newsroom.drafts.size === 1, 25_000);
  await running.stop();

  expect([...service.newsroom.drafts.all()]).toMatchObject([
    { via: 'inbox', proposals: [{ statement: 'A ferry sank off Calvera on Monday.' }] },
  ]);
  expect(service.newsroom.entries.size).toBe(0);
  await slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
