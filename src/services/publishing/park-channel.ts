import { parkChannel } from '../../domain/following/channel-stands.ts';
import { parkedPage } from '../../domain/pages/channel-news-page.ts';
import type { Subscription } from '../../domain/records/subscription.ts';
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
    publishing.besides(tellOwners(publishing, parked, { channel, error }));
  }
  return subscriptions.by.channel.at(channel).size > 0;
}

/** One message an owner, in their own conversation with the app; a wait that Slack asks for is granted once. */
async function tellOwners(
  { newsroom, announcer, pacing, log }: Publishing,
  parked: readonly Subscription[],
  { channel, error }: { channel: string; error: string },
): Promise<void> {
  const owed = newsroom.newsroom.deliveries.by.channel.at(channel).size;
  // Those that came through a door have no owner to tell: the list of subscriptions says it.
  const owners = new Set(parked.map(({ owner }) => owner).filter((owner) => /^[UW][A-Z0-9]+$/.test(owner)));
  for (const owner of owners) {
    const theirs = parked.filter((subscription) => subscription.owner === owner);
    const message = {
      channel: owner,
      page: parkedPage(newsroom.newsroom, theirs, { channel, error, owed }),
    };
    let told = await announcer.post(message);
    if (told.outcome === 'wait') {
      await pacing.pause(told.seconds * 1000);
      told = await announcer.post(message);
    }
    if (told.outcome !== 'posted')
      log.warn({ channel, outcome: told.outcome }, 'an owner could not be told that a channel is parked');
  }
}
