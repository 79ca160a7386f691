import type { Change } from '../../src/domain/change.ts';
import { parkedFor } from '../../src/services/publishing/next-delivery.ts';
import { added, corrected, Followed, seconds, subscribed } from './support/followed.ts';

const parks = (id: string, error: string | null): Change => ({ type: 'subscription-parked', id, error });

/** Three channels that are owed something: in C1 one of two subscriptions is parked, in C2 all, in C3 none. */
async function owing(): Promise<Followed> {
  const followed = await Followed.with(['C1', 'C2', 'C3']);
  await followed.records(subscribed('S-9', 'C1', 'plant'));
  followed.publisher.start();
  await followed.records(added('E-1'), added('E-2', { stories: ['plant'] }));
  await followed.pass(30 * seconds);
  await followed.publisher.stop();
  await followed.records(parks('S-1', 'channel_shared'), parks('S-2', 'not_in_channel'));
  await followed.records(added('E-3'), added('E-4'), added('E-5', { stories: ['plant'] }), corrected('E-1'));
  await followed.records({
    ...{ type: 'subscription-changed', id: 'S-1', set: { kinds: ['quote', 'fact'] }, announce: {} },
  });
  return followed;
}

describe('what /healthz says of the publisher', () => {
  test('counts as parked what cannot go out, and nothing else', async () => {
    const followed = await owing();
    const { newsroom } = followed;
    const held = [...newsroom.deliveries.all()].filter((one) => parkedFor(newsroom, one));

    const { owed, parked } = followed.publisher.health;

    // E-3, E-4 and the announcement in C1; in C2 both, with the notice and the edits of entry and card.
    expect(parked).toBe(held.length);
    expect(held.map(({ channel }) => channel).toSorted()).toEqual([
      ...['C1', 'C1', 'C1'],
      ...['C2', 'C2', 'C2', 'C2', 'C2'],
    ]);
    expect(owed).toBe(newsroom.deliveries.size);
  });

  test('looks at channels, and at none of the deliveries themselves', async () => {
    const followed = await owing();
    const { deliveries } = followed.newsroom;
    const looked = [
      jest.spyOn(deliveries, 'get'),
      jest.spyOn(deliveries, 'all'),
      jest.spyOn(deliveries, 'where'),
    ];

    const { parked } = followed.publisher.health;

    expect(parked).toBe(8);
    for (const look of looked) expect(look).not.toHaveBeenCalled();
  });
});
