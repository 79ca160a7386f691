/** The app as main.ts starts it, in HTTP mode. With ONLY_BRIEF set, nothing but /brief is registered with Bolt. */
import { App } from '@slack/bolt';

if (process.env.ONLY_BRIEF)
  for (const kind of ['event', 'action', 'shortcut', 'view']) App.prototype[kind] = () => {};
const { startApp } = await import('../../../dist/app.js');
const { processEnvironment, readConfig } = await import('../../../dist/config.js');
const { createLog } = await import('../../../dist/log.js');

const config = readConfig(processEnvironment());
if ('faults' in config) throw new Error(config.faults.join('\n'));
const running = await startApp(config, config.slack, createLog(config.logLevel));
if ('faults' in running) throw new Error(running.faults.join('\n'));
process.once('SIGTERM', async () => {
  await running.stop();
  process.exit(0);
});
process.send('listening');
