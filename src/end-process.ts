import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Faults, Running } from './app.ts';

/** Slack and the disk get this long to finish what is in flight; whoever stops us waits at most five seconds. */
const limitMs = 4500;

/** From the first moment on: whoever stops us while we start does not have to wait, and nothing is left half done. */
export function endOnSignalOrBug(starting: Promise<Running | Faults>, log: Logger): void {
  let isStopping = false;
  let isBroken = false;

  const stop = async (signal: string): Promise<void> => {
    if (isBroken) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    exitInTime(log);
    const running = await starting;
    if ('faults' in running) process.exit(1);
    await running.stop();
    // A bug on the way ends the process by itself, with its reason.
    if (isBroken) return;
    log.info('stopped');
    process.exit(0);
  };

  /** Nobody knows what a bug left undone in memory. What was recorded is on disk, so the next start is sound. */
  const end = async (bug: unknown): Promise<void> => {
    // The socket client rejects with nothing when it is told to stop in the middle of a reconnect.
    if (isStopping && bug === undefined) return;
    const reference = randomBytes(3).toString('hex');
    log.error({ reference, err: bug }, 'a failure that nobody caught: Slugline ends');
    if (isBroken) return;
    isBroken = true;
    exitInTime(log);
    process.stderr.write(
      `Slugline ends because of a failure that nobody caught. What was recorded is safe: start it again. The log has the cause under ${reference}\n`,
    );
    const running = await starting.catch(() => undefined);
    if (running && 'abandon' in running) {
      await running.abandon().catch((err: unknown) => {
        log.error({ reference, err }, 'the newsroom could not be closed');
      });
    }
    process.exit(1);
  };

  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
  process.on('uncaughtException', (bug) => void end(bug));
  process.on('unhandledRejection', (bug) => void end(bug));
}

function exitInTime(log: Logger): void {
  setTimeout(() => {
    log.error('what is in flight did not finish in time');
    process.exit(1);
  }, limitMs);
}
