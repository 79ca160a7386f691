import type { ChatPostMessageResponse, WebClient } from '@slack/web-api';
import { cutText } from '../domain/language/cut-text.ts';
import type { Page } from '../domain/pages/page.ts';
import type { Announcement, Announcer } from '../services/ports.ts';
import type { SlackDirectory } from './directory.ts';
import { failureOf } from './failure-of.ts';
import { findDelivery, metadataOf } from './find-delivery.ts';
import { limits } from './views/limits.ts';
import { namePeople } from './views/name-people.ts';
import { pageMessage } from './views/page-message.ts';

/** Blocks as they go over the line: Slack’s client would write out a thousand times what is the same each time. */
interface Written {
  text: string;
  blocks: string;
}

const drawn = new WeakMap<Page, Written>();

/** A page that goes to many channels is drawn once. */
function publicMessage(page: Page): Written {
  const known = drawn.get(page);
  if (known) return known;
  const { text, blocks } = pageMessage(page, 'public');
  const message = { text, blocks: JSON.stringify(blocks) };
  drawn.set(page, message);
  return message;
}

/** Posts with a client that never retries by itself: a lost response must not become a second message. */
export function slackAnnouncer(client: WebClient, { nameOf }: Pick<SlackDirectory, 'nameOf'>): Announcer {
  const contentOf = async ({ page, asPlainText }: Announcement) => {
    const message = publicMessage(await namePeople(page, nameOf));
    // Without blocks Slack would read the words as markup.
    return asPlainText ? { text: cutText(message.text, limits.plainText), mrkdwn: false } : message;
  };
  return {
    async post(announcement) {
      const { channel, threadTs, key, isBroadcast } = announcement;
      const content = await contentOf(announcement);
      const thread = threadTs
        ? { thread_ts: threadTs, ...(isBroadcast ? { reply_broadcast: true as const } : {}) }
        : {};
      try {
        const answer: ChatPostMessageResponse = await client.apiCall('chat.postMessage', {
          channel,
          ...thread,
          ...content,
          ...(key === undefined ? {} : { metadata: JSON.stringify(metadataOf(key)) }),
          unfurl_links: false,
          unfurl_media: false,
        });
        const { ts } = answer;
        return ts ? { outcome: 'posted', ts } : { outcome: 'unconfirmed' };
      } catch (error) {
        return failureOf(error);
      }
    },
    async edit(announcement) {
      const { channel, ts } = announcement;
      // Metadata that is not mentioned stays: the message can still be found by its key.
      const content = await contentOf(announcement);
      try {
        // Blocks that are not mentioned stay, too, and with them what is wrong. https://docs.slack.dev/reference/methods/chat.update/
        await client.apiCall('chat.update', { channel, ts, blocks: '[]', ...content });
        return { outcome: 'posted', ts };
      } catch (error) {
        return failureOf(error);
      }
    },
    find: (sought) => findDelivery(client, sought),
    async permalink(channel, ts) {
      try {
        return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink;
      } catch (error) {
        // A link is a courtesy: whatever Slack says, the message goes out without it.
        return failureOf(error) && undefined;
      }
    },
  };
}
