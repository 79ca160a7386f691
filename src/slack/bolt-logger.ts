import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';
import { withoutSecrets } from '../log.ts';

/** Slack's libraries write whole bodies at `debug` and steps at `info`: only their warnings and errors pass. */
export function boltLogger(log: Logger): BoltLogger {
  const words = (message: readonly unknown[]): string =>
    withoutSecrets(message.filter((part) => typeof part === 'string').join(' '));
  const causes = (message: readonly unknown[]) => ({ err: message.find((part) => part instanceof Error) });
  return {
    debug: () => {},
    info: () => {},
    warn: (...message) => log.warn(causes(message), words(message)),
    error: (...message) => log.error(causes(message), words(message)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
