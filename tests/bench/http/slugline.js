/** The app as main.ts starts it, in HTTP mode. */
import { listening } from './listening.js';

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
listening();
