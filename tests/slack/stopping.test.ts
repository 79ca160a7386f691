import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '@slack/bolt';
import { connect, openNewsroom } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { openSearchHere } from '../../src/search/open-search-here.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { deskWorkspace } from '../support/slugline.ts';

test('a connection that cannot be closed does not keep the newsroom’s folder from the next start', async () => {
  const slack = await startFakeSlack(deskWorkspace);
  const folder = { dataDir: mkdtempSync(join(tmpdir(), 'slugline-stop-')), dataDirIsNamed: true };
  const log = createLog('silent');
  const first = await openNewsroom(folder, log);
  if ('faults' in first) throw new Error(first.faults.join());
  const { botToken, appToken, apiUrl } = slack;
  const access = { botToken, apiUrl, by: { mode: 'socket', appToken } } as const;
  const running = await connect(first, access, { zone: 'UTC', editors: [], contributors: [] }, log, {
    openIndex: openSearchHere,
  });
  if ('faults' in running) throw new Error(running.faults.join());
  const stop = App.prototype.stop;
  jest.spyOn(App.prototype, 'stop').mockImplementationOnce(async function (this: App) {
    await stop.call(this);
    throw new Error('the socket is gone');
  });

  await expect(running.stop()).rejects.toThrow('the socket is gone');
  const second = await openNewsroom(folder, log);

  expect(second).not.toHaveProperty('faults');
  if (!('faults' in second)) await second.close();
  await slack.disconnected();
  await slack.stop();
  rmSync(folder.dataDir, { recursive: true, force: true });
});
