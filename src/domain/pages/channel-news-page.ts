import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Subscription } from '../records/subscription.ts';
import { bold, counted, type Inline, joined, type Page } from './page.ts';
import { parkedWords } from './parked-words.ts';

/** Told to the owner of what is not posted any more: why, what waits, and what would let it go on. */
export function parkedPage(
  newsroom: Newsroom,
  subscriptions: readonly Subscription[],
  { channel, error, owed }: { channel: string; error: string; owed: number },
): Page {
  const { says, mend } = parkedWords(error);
  const waits = owed > 0 ? ` ${counted(owed, 'message')} ${owed === 1 ? 'waits' : 'wait'}.` : '';
  return {
    parts: [
      {
        part: 'paragraph',
        text: ['I post nothing in ', { channel }, ` for now: ${says}.${waits} Nothing is lost.`],
      },
      { part: 'context', text: ['You follow there: ', ...topicsOf(newsroom, subscriptions)] },
      { part: 'context', text: mend },
    ],
  };
}

export function deletedPage(
  newsroom: Newsroom,
  subscriptions: readonly Subscription[],
  { name }: { name: string },
): Page {
  return {
    parts: [
      {
        part: 'paragraph',
        text: [bold(placeName(name)), ' was deleted, and what you followed there ended with it.'],
      },
      { part: 'context', text: ['You followed: ', ...topicsOf(newsroom, subscriptions)] },
    ],
  };
}

/** A channel that is gone has nothing left but the name Slack remembers, and not always that. */
const placeName = (name: string): string => (name === '' ? 'A channel' : `#${name}`);

const topicsOf = (newsroom: Newsroom, subscriptions: readonly Subscription[]): Inline[] => [
  ...joined(
    subscriptions.slice(0, 10).map(({ topic }) => topicName(newsroom, topic)),
    ', ',
  ),
  ...(subscriptions.length > 10 ? [` and ${subscriptions.length - 10} more`] : []),
];
