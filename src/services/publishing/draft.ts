import type { Newsroom } from '../../domain/newsroom.ts';
import { entriesOn, type Page } from '../../domain/pages/page.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Post } from '../../domain/records/thread.ts';
import { isEmbargoed } from '../../domain/rules/embargo.ts';
import type { DeliveryOf, Owed } from './next-delivery.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Looking, placeFor } from './place-for.ts';

/** A message as it is to go out, and what it shows. */
export interface Draft {
  outline: Outline;
  page: Page;
  shows: Post['shows'];
  drawnSeq: number;
}

/** Draws the messages of channels that follow something, as the newsroom stands. */
export interface Pages {
  card(newsroom: Newsroom, at: CardPlace, now: Instant): Page;
  entry(newsroom: Newsroom, delivery: DeliveryOf<'entry'>, how: { now: Instant; isThreaded: boolean }): Page;
  notice(newsroom: Newsroom, delivery: DeliveryOf<'notice'>, now: Instant): Page;
  announcement(newsroom: Newsroom, delivery: DeliveryOf<'announcement'>): Page;
  /** The message anew, with what became of the entries that it showed. */
  edited(newsroom: Newsroom, post: Post, now: Instant): Page;
}
export interface CardPlace {
  topic: Topic;
  channel: string;
  /** The card itself, when it is there already. */
  ts?: string;
  /** The address of the card that it succeeds, and of the one that succeeded it. */
  predecessor?: string;
  successor?: string;
}

export interface Drawing extends Looking {
  pages: Pages;
  permalink: (channel: string, ts: string) => Promise<string | undefined>;
}

/** What a delivery becomes next: the card of its topic where there is none yet, then the message itself. */
export async function draftOf(
  newsroom: Newsroom,
  delivery: Owed,
  drawing: Drawing,
): Promise<Draft | { drop: string }> {
  const drop = whyNot(newsroom, delivery, drawing);
  const outline = outlineOf(newsroom, delivery, drawing);
  if (drop !== undefined || !outline) return { drop: drop ?? nowhere };
  const predecessor = await predecessorOf(outline, drawing);
  const page = pageFor(newsroom, outline, { ...drawing, predecessor });
  const isNotice = delivery.what === 'notice' && !('opens' in outline.place);
  const shows = isNotice ? shownByNotice(delivery) : shownOn(page, newsroom);
  return { outline, page, shows, drawnSeq: newsroom.seq };
}

const nowhere = 'There is nowhere left to say it.';

/** Why it is not said any more. */
export function whyNot(newsroom: Newsroom, delivery: Owed, looking: Looking): string | undefined {
  const { entries, subscriptions } = newsroom;
  if (delivery.what === 'announcement') {
    const { subscription: id } = delivery;
    return id === undefined || subscriptions.get(id) ? undefined : 'It is followed no more.';
  }
  const entry = entries.get(delivery.entry);
  if (!entry) return 'There is no such entry.';
  if (delivery.what === 'entry' && entry.withdrawn) return 'It was withdrawn.';
  if (isEmbargoed(entry, looking.now) && !entry.withdrawn) return 'It is under embargo.';
  return placeFor(newsroom, delivery, looking) ? undefined : nowhere;
}

async function predecessorOf({ place }: Outline, { permalink }: Drawing): Promise<string | undefined> {
  const succeeds = 'opens' in place ? place.succeeds : undefined;
  return succeeds && (await permalink(succeeds.channel, succeeds.ts));
}

function pageFor(
  newsroom: Newsroom,
  { delivery, place }: Outline,
  { pages, now, predecessor }: Pick<Drawing, 'pages' | 'now'> & { predecessor?: string | undefined },
): Page {
  const { channel } = delivery;
  if ('opens' in place) {
    const at = { topic: place.opens, channel, ...(predecessor ? { predecessor } : {}) };
    return pages.card(newsroom, at, now);
  }
  if (delivery.what === 'notice') return pages.notice(newsroom, delivery, now);
  if (delivery.what === 'announcement') return pages.announcement(newsroom, delivery);
  return pages.entry(newsroom, delivery, { now, isThreaded: place.threadTs !== undefined });
}

/** A notice shows its entry as of the act that it tells of, whatever came after it. */
export const shownByNotice = ({ entry, revision }: DeliveryOf<'notice'>): Post['shows'] => [
  { entry, revision },
];

/** The entries that a page shows, by their numbers on it. */
export function shownOn(page: Page, { entries }: Newsroom): Post['shows'] {
  return entriesOn(page).flatMap((id) => {
    const entry = entries.get(id);
    return entry ? [{ entry: id, revision: entry.revisions.length }] : [];
  });
}
