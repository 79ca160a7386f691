import { sharedAway } from '../../domain/following/channel-stands.ts';
import { isHeldBack, isUrgent } from '../../domain/following/wants-entry.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { type Delivery, deliveryKey, isMessage, type OwedMessage } from '../../domain/records/delivery.ts';

export type DeliveryOf<W extends Delivery['what']> = Extract<Delivery, { what: W }>;
export type Owed = OwedMessage;
/** What changes a message that is there. */
export type OwedEdit = DeliveryOf<'edit'> | DeliveryOf<'card'>;

/** To go out yet: what is void is only looked for. */
const isOwed = (delivery: Delivery): delivery is Owed => isMessage(delivery) && !delivery.isVoid;

interface Looking {
  /** Whether channels where Slack refused us count as open: now and then it is tried whether they are. */
  tryParked?: boolean;
  /** Keys of deliveries that are left out. */
  without?: ReadonlySet<string>;
}

/** The message that a channel gets next; `undefined`: none, or it cannot be posted there. */
export function nextDelivery(newsroom: Newsroom, channel: string, looking: Looking = {}): Owed | undefined {
  // Asked of every channel at every look, and most are owed nothing.
  if (newsroom.deliveries.by.channel.count(channel) === 0) return undefined;
  return first(sendable(newsroom, channel, looking));
}

function sendable(newsroom: Newsroom, channel: string, { tryParked = false, without }: Looking): Owed[] {
  const { deliveries } = newsroom;
  const all = [...deliveries.where(deliveries.by.channel, channel)].filter(isOwed);
  const owed = without?.size ? all.filter((delivery) => !without.has(deliveryKey(delivery))) : all;
  const open = owed.filter((delivery) => {
    const parked = parkedFor(newsroom, delivery);
    return parked === undefined || (tryParked && parked !== sharedAway);
  });
  const shown = new Set(open.flatMap((delivery) => (delivery.what === 'entry' ? [delivery.entry] : [])));
  // Word of a correction means nothing to those who have yet to read what it corrects.
  return open.filter(
    (delivery) =>
      delivery.what !== 'notice' || !(shown.has(delivery.entry) || isSilent(newsroom, delivery.entry)),
  );
}

/** Held back for now: word of what was done to it waits for the end of the embargo. That it is withdrawn does not. */
function isSilent({ entries }: Newsroom, id: string): boolean {
  const entry = entries.get(id);
  return entry !== undefined && !entry.withdrawn && isHeldBack(entry);
}

/** Why a delivery cannot go out: the subscription it is owed through is parked, or all that the channel has are. */
export function parkedFor(newsroom: Newsroom, delivery: Delivery): string | undefined {
  const { subscriptions } = newsroom;
  if ('subscription' in delivery && delivery.subscription !== undefined)
    return subscriptions.get(delivery.subscription)?.parked;
  const here = [...subscriptions.where(subscriptions.by.channel, delivery.channel)];
  return here.every(({ parked }) => parked) ? here[0]?.parked : undefined;
}

/** How many deliveries of a channel `parkedFor` holds back, counted without a look at each. */
export function parkedIn({ subscriptions, deliveries }: Newsroom, channel: string): number {
  const here = [...subscriptions.where(subscriptions.by.channel, channel)];
  const parked = here.filter((subscription) => subscription.parked);
  if (parked.length === here.length) return here.length > 0 ? deliveries.by.channel.count(channel) : 0;
  return parked.reduce((sum, { id }) => sum + deliveries.by.subscription.count(id), 0);
}

function first(owed: readonly Owed[]): Owed | undefined {
  return owed.reduce<Owed | undefined>(
    (best, delivery) => (best && order(best, delivery) <= 0 ? best : delivery),
    undefined,
  );
}

/** The same after a restart as before it: the order of rows in the table is not. */
function order(a: Owed, b: Owed): number {
  if (isUrgent(a) !== isUrgent(b)) return isUrgent(a) ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  const numbers = numberOf(a) - numberOf(b);
  return numbers === 0 ? deliveryKey(a).localeCompare(deliveryKey(b), 'en') : numbers;
}

const numberOf = (delivery: Owed): number => ('entry' in delivery ? Number(delivery.entry.slice(2)) : 0);
