import { type Faults, startApp } from './app.ts';
import { terminalText } from './cli/terminal-text.ts';
import { commandLine } from './command-line.ts';
import { processEnvironment, readConfig } from './config.ts';
import { endOnSignalOrBug } from './end-process.ts';
import { createLog } from './log.ts';
import { startTryout } from './tryout.ts';

const say = (line: string): void => void process.stdout.write(`${terminalText(line)}\n`);
const complain = ({ faults }: Faults): 1 => {
  for (const fault of faults) process.stderr.write(`${terminalText(fault)}\n`);
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
  endOnSignalOrBug(starting, log);
  const running = await starting;
  if ('faults' in running) process.exitCode = complain(running);
}
