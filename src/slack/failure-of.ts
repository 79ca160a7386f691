import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Announced } from '../services/ports.ts';

/** Errors after which the message may be there all the same. */
const ambiguous = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'update_failed',
];

/** What a call that failed means for whoever made it; what is no failure of Slack's is thrown on. */
export function failureOf(error: unknown): Exclude<Announced, { outcome: 'posted' }> {
  if (error instanceof WebAPIRateLimitedError) return { outcome: 'wait', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const said = error.data.error;
    // Without a Retry-After Slack means its usual second, or a little more.
    if (said === 'ratelimited' || said === 'rate_limited') return { outcome: 'wait', seconds: 2 };
    return ambiguous.includes(said) ? { outcome: 'unconfirmed' } : { outcome: 'refused', error: said };
  }
  if (error instanceof WebAPIHTTPError) return { outcome: 'unconfirmed' };
  if (error instanceof WebAPIRequestError) return { outcome: 'unconfirmed', isUnanswered: true };
  throw error;
}

/** Whether Slack said no in one of these words. */
export const isAnswer = (error: unknown, said: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && said.includes(error.data.error);
