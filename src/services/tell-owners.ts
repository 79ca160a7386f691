import type { Page } from '../domain/pages/page.ts';
import type { Subscription } from '../domain/records/subscription.ts';
import type { Announcer } from './ports.ts';

interface Telling {
  announcer: Pick<Announcer, 'post'>;
  pause: (ms: number) => Promise<void>;
  /** An owner could not be told, and why: the list of subscriptions tells them. */
  onUntold: (error: string) => void;
}

/** Slack's ids of people. Subscriptions that came through a door have no owner to tell. */
const isPerson = (owner: string): boolean => /^[UW][A-Z0-9]+$/.test(owner);

/** One message an owner, however much is theirs, in their own conversation with the app; Slack may ask to wait, once. */
export async function tellOwners(
  { announcer, pause, onUntold }: Telling,
  subscriptions: readonly Subscription[],
  pageFor: (theirs: readonly Subscription[]) => Page,
): Promise<void> {
  const owners = new Set(subscriptions.map(({ owner }) => owner).filter(isPerson));
  for (const owner of owners) {
    const theirs = subscriptions.filter((subscription) => subscription.owner === owner);
    const message = { channel: owner, page: pageFor(theirs) };
    let told = await announcer.post(message);
    if (told.outcome === 'wait') {
      await pause(told.seconds * 1000);
      told = await announcer.post(message);
    }
    if (told.outcome !== 'posted') onUntold(told.outcome === 'refused' ? told.error : told.outcome);
  }
}
