import type { Newsroom } from '../newsroom.ts';
import type { Subscription } from '../records/subscription.ts';
import { type Button, code, type Inline, type Page, type Part } from './page.ts';
import { emptyNote } from './shared-parts.ts';
import { type Drawing, waysOf } from './subscription-pages.ts';
import { filterWords, stateWords, topicWords } from './subscription-words.ts';

const mostListed = 12;

interface Listing extends Drawing {
  /** From 1. */
  page: number;
  /** Of the whole newsroom: each says its channel. */
  isOfAll: boolean;
  /** Whoever reads it may pause and end what is on it. */
  mayAct: boolean;
}

/** What a channel, or the newsroom, follows: whose, what of it, whether it goes on, and what may be done. */
export function subscriptionList(
  newsroom: Newsroom,
  subscriptions: readonly Subscription[],
  { page, isOfAll, mayAct, ...drawing }: Listing,
): Page {
  const pages = Math.max(1, Math.ceil(subscriptions.length / mostListed));
  const at = Math.min(page, pages);
  const shown = subscriptions.slice((at - 1) * mostListed, at * mostListed);
  const words = isOfAll ? 'subscribe list all' : 'subscribe list';
  const turns: Button[] = [
    ...(at > 1 ? [{ label: 'Back', command: `${words} page:${at - 1}` }] : []),
    ...(at < pages ? [{ label: 'More', command: `${words} page:${at + 1}` }] : []),
  ];
  return {
    parts: [
      { part: 'title', text: isOfAll ? 'What the newsroom’s channels follow' : 'What this channel follows' },
      ...(shown.length === 0
        ? [
            emptyNote('Nothing yet.'),
            { part: 'context', text: ['To follow: ', code('/brief subscribe ford-xiaomi')] } satisfies Part,
          ]
        : shown.flatMap((one) => listedParts(newsroom, one, { ...drawing, isOfAll, mayAct }))),
      ...(turns.length > 0 ? [{ part: 'buttons', buttons: turns } satisfies Part] : []),
    ],
  };
}

function listedParts(
  newsroom: Newsroom,
  subscription: Subscription,
  { now, zone, isOfAll, mayAct }: Omit<Listing, 'page'>,
): Part[] {
  const { id, topic, channel } = subscription;
  const where: Inline[] = isOfAll ? [{ channel }, ' · '] : [];
  const waits = newsroom.deliveries.by.subscription.count(id);
  return [
    { part: 'paragraph', text: [...where, ...topicWords(newsroom, topic)] },
    {
      part: 'context',
      text: [
        ...filterWords(newsroom, subscription),
        ' · ',
        ...stateWords(subscription, { now, zone }),
        ...(waits > 0 ? [` · ${waits} waiting`] : []),
      ],
    },
    ...(mayAct ? [{ part: 'buttons', buttons: waysOf(subscription, now, id) } satisfies Part] : []),
  ];
}
