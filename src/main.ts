import { type Faults, type Running, startApp } from './app.ts';
import { commandLine } from './command-line.ts';
import { processEnvironment, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startTryout } from './tryout.ts';

/** Slack and the disk get this long to finish what is in flight; whoever stops us waits at most five seconds. */
const stopLimitMs = 4500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = ({ faults }: Faults): 1 => {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return 1;
};

const [command, ...words] = process.argv.slice(2);
const config = readConfig(processEnvironment());
if ('faults' in config) process.exitCode = complain(config);
else if (command === undefined) await start(config);
else await run(command, words, config);

type Configured = Exclude<typeof config, Faults>;

async function run(name: string, rest: string[], configured: Configured): Promise<void> {
  const act = Object.hasOwn(commandLine, name) ? commandLine[name] : undefined;
  if (!act) {
    process.exitCode = complain({
      faults: [`There is no ${name}. There are: ${Object.keys(commandLine).join(', ')}`],
    });
    return;
  }
  const done = await act(rest, { config: configured, log: createLog('warn'), say });
  process.exitCode = typeof done === 'number' ? done : complain(done);
}

async function start(configured: Configured): Promise<void> {
  const { slack } = configured;
  const isTryout = slack.mode === 'tryout';
  // In the try-out the terminal is for the person who tries it, not for a log collector.
  const log = createLog(isTryout && configured.logLevel === 'info' ? 'warn' : configured.logLevel);
  const starting = isTryout ? startTryout(configured, log, say) : startApp(configured, slack, log);
  stopOnSignal(starting, log);
  const running = await starting;
  if ('faults' in running) process.exitCode = complain(running);
}

/** From the first moment on: whoever stops us while we start does not have to wait, and nothing is left half done. */
function stopOnSignal(starting: Promise<Running | Faults>, log: ReturnType<typeof createLog>): void {
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    const limit = setTimeout(() => {
      log.error('what is in flight did not finish in time');
      process.exit(1);
    }, stopLimitMs);
    const running = await starting;
    if ('faults' in running) process.exit(1);
    await running.stop();
    clearTimeout(limit);
    log.info('stopped');
    process.exit(0);
  };
  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
}
