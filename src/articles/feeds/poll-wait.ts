const everyMs = 10 * 60_000;
const longestMs = 6 * 60 * 60_000;
/** So that the feeds of one server, or of many newsrooms, are not all asked in the same second. */
const jitter = 0.1;

interface Past {
  /** How often in a row it has failed. */
  failures: number;
  /** What the server asked for. */
  retryAfterMs?: number | undefined;
}

/** How long to wait until a feed is asked again; `random` is from 0 to 1. */
export function pollWaitMs({ failures, retryAfterMs = 0 }: Past, random: number): number {
  const wait = Math.min(everyMs * 2 ** Math.min(failures, 10), longestMs);
  return Math.max(Math.round(wait * (1 - jitter + 2 * jitter * random)), retryAfterMs);
}
