import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api';
import type { Announced, Announcer } from '../services/ports.ts';
import type { SlackDirectory } from './directory.ts';
import { namePeople } from './views/name-people.ts';
import { pageMessage } from './views/page-message.ts';

/** Posts with a client that never retries by itself: a lost response must not become a second message. */
export function slackAnnouncer(client: WebClient, { nameOf }: Pick<SlackDirectory, 'nameOf'>): Announcer {
  return {
    async post({ channel, threadTs, page }) {
      const message = pageMessage(await namePeople(page, nameOf), 'public');
      try {
        const thread = threadTs ? { thread_ts: threadTs } : {};
        const { ts } = await client.chat.postMessage({
          channel,
          ...thread,
          ...message,
          unfurl_links: false,
          unfurl_media: false,
        });
        return ts ? { outcome: 'posted', ts } : { outcome: 'unconfirmed' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Errors after which the message may be there all the same. */
const ambiguous = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

function failureOf(error: unknown): Announced {
  if (error instanceof WebAPIRateLimitedError) return { outcome: 'wait', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const said = error.data.error;
    return ambiguous.includes(said) ? { outcome: 'unconfirmed' } : { outcome: 'refused', error: said };
  }
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError)
    return { outcome: 'unconfirmed' };
  throw error;
}
