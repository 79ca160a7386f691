import { parkChannel } from '../../domain/following/channel-stands.ts';
import { parkedPage } from '../../domain/pages/channel-news-page.ts';
import type { Subscription } from '../../domain/records/subscription.ts';
import { tellOwners } from '../tell-owners.ts';
import { type Publishing, recorded } from './publishing.ts';

/**
 * Nothing is posted in the channel until the cause is gone, and those who subscribed it are told. `false`: nobody
 * follows anything there, so there is nothing to park.
 */
export async function parkAndTell(publishing: Publishing, channel: string, error: string): Promise<boolean> {
  let parked: Subscription[] = [];
  const { subscriptions } = publishing.newsroom.newsroom;
  await recorded(publishing, (newsroom) => {
    const changes = parkChannel(newsroom, channel, error);
    parked = changes.flatMap((change) => ('id' in change ? (subscriptions.get(change.id) ?? []) : []));
    return changes;
  });
  if (parked.length > 0) {
    publishing.log.warn({ channel, error, subscriptions: parked.length }, 'a channel was parked');
    publishing.besides(tellParked(publishing, parked, { channel, error }));
  }
  return subscriptions.by.channel.count(channel) > 0;
}

function tellParked(
  { newsroom: { newsroom }, announcer, pacing, log }: Publishing,
  parked: readonly Subscription[],
  { channel, error }: { channel: string; error: string },
): Promise<void> {
  const owed = newsroom.deliveries.by.channel.count(channel);
  const telling = {
    announcer,
    pause: (ms: number) => pacing.pause(ms),
    onUntold: (why: string) =>
      log.warn({ channel, error: why }, 'an owner could not be told that a channel is parked'),
  };
  return tellOwners(telling, parked, (theirs) => parkedPage(newsroom, theirs, { channel, error, owed }));
}
