import type { FeedItem } from '../formats/read-feed.ts';

/** What of a feed was there before: in this run, and on record from any. */
export interface Before {
  /** Absent at the first look of this run. */
  seen: ReadonlySet<string> | undefined;
  isKnown: (item: FeedItem) => boolean;
}

const mostAtFirst = 10;

/**
 * The items to take, oldest first: so whatever is on record is older than what is not, and after a restart or a crash
 * the newest of them tells where to go on. A feed of which nothing is on record begins with its newest ten.
 */
export function itemsToTake(items: readonly FeedItem[], { seen, isKnown }: Before): FeedItem[] {
  const newestFirst = inOrder(items);
  if (seen) return newestFirst.filter((item) => !seen.has(item.id) && !isKnown(item)).reverse();
  const known = newestFirst.findIndex(isKnown);
  return newestFirst.slice(0, known === -1 ? mostAtFirst : known).reverse();
}

/** By date where each has one; else as they stand, which is newest first in all feeds that we know. */
function inOrder(items: readonly FeedItem[]): FeedItem[] {
  const dateOf = ({ article }: FeedItem) => article.publishedAt ?? '';
  if (items.some((item) => dateOf(item) === '')) return [...items];
  return items.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0));
}
