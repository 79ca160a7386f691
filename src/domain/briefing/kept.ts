import type { Newsroom } from '../newsroom.ts';
import type { Instant } from '../records/moment.ts';
import { recordsVersion } from '../records-version.ts';
import type { Look } from './standing.ts';

interface Made<T> {
  value: T;
  version: number;
  from: Instant;
  /** An embargo ends then, and with it what was made. */
  until: Instant | undefined;
}

interface Shelf<T> {
  all: Map<string, Made<T>>;
  /** The key that was asked for last. */
  latest: string | undefined;
}

interface Keeping {
  /** So many in a newsroom; those that nobody asked for lately go first. */
  most: number;
  /** It says what is overdue, and that is another thing in another minute. */
  tellsOverdue: boolean;
}

/**
 * What was made of a newsroom, for as long as making it again would give the same: nothing in its records changed, no
 * embargo ended, nothing became overdue. Whoever has another role gets their own.
 */
export class Kept<T> {
  private readonly shelves = new WeakMap<Newsroom, Shelf<T>>();
  private readonly keeping: Keeping;

  constructor(keeping: Keeping) {
    this.keeping = keeping;
  }

  get(newsroom: Newsroom, about: string, { viewer, now }: Look, make: () => T): T {
    const shelf = this.shelves.get(newsroom) ?? { all: new Map<string, Made<T>>(), latest: undefined };
    this.shelves.set(newsroom, shelf);
    const { all, latest } = shelf;
    const key = `${viewer.role} ${about}`;
    const known = all.get(key);
    const made = known && this.holds(known, newsroom, now) ? known : this.fresh(newsroom, now, make);
    // When everybody asks for the same, nothing is put in another order.
    if (made === known && key === latest) return made.value;
    // Set anew, so that the first key is the one nobody asked for the longest.
    all.delete(key);
    all.set(key, made);
    shelf.latest = key;
    const [oldest] = all.keys();
    if (all.size > this.keeping.most && oldest !== undefined) all.delete(oldest);
    return made.value;
  }

  private holds({ version, from, until }: Made<T>, newsroom: Newsroom, now: Instant): boolean {
    if (version !== recordsVersion(newsroom) || now < from) return false;
    if (until !== undefined && now >= until) return false;
    return !this.keeping.tellsOverdue || from.slice(0, minuteLength) === now.slice(0, minuteLength);
  }

  private fresh(newsroom: Newsroom, now: Instant, make: () => T): Made<T> {
    const version = recordsVersion(newsroom);
    return { value: make(), version, from: now, until: nextLift(newsroom, now) };
  }
}

const minuteLength = '2026-11-22T17:05'.length;

/** Whether an embargo ended between the two, with no act yet to tell of it; or time went back. */
export function hasLifted(newsroom: Newsroom, then: Instant, now: Instant): boolean {
  const lift = nextLift(newsroom, then);
  return now < then || (lift !== undefined && lift <= now);
}

/** When the next embargo ends, whether the act that lifts it is recorded by then or not. */
function nextLift({ entries }: Newsroom, now: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const { embargoedUntil: until } of entries.where(entries.by.embargoed, 'yes')) {
    if (until !== undefined && until > now && (next === undefined || until < next)) next = until;
  }
  return next;
}
