import { type Logger, LogLevel } from '@slack/bolt';

const say = (): void => {};

/** For tests that break things on purpose. */
export const silentLogger: Logger = {
  debug: say,
  info: say,
  warn: say,
  error: say,
  setLevel: say,
  setName: say,
  getLevel: () => LogLevel.ERROR,
};
