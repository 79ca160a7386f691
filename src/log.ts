import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line per event. Errors are reduced to what they are: Slack's carry whole messages and tokens. */
export const createLog = (
  level: Config['logLevel'],
  to: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: shortError } }, to);

function shortError(error: unknown): unknown {
  if (!(error instanceof Error)) return error === undefined ? undefined : { message: 'not an Error' };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message: withoutSecrets(message), code, stack: withoutSecrets(stack ?? '') };
}

/** Tokens; and what JSON.parse says of a text it cannot read begins with that text. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '[token]')
    .replace(/Unexpected .*is not valid JSON/s, 'it is not valid JSON');
