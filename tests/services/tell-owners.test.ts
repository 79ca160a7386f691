import type { Page } from '../../src/domain/pages/page.ts';
import type { Subscription } from '../../src/domain/records/subscription.ts';
import type { Announced, Announcement } from '../../src/services/ports.ts';
import { tellOwners } from '../../src/services/tell-owners.ts';

const owned = (id: string, owner: string): Subscription => ({
  ...{ id, owner, topic: { kind: 'story', slug: 'talks' }, channel: 'C1', kinds: ['fact'] },
  ...{ withoutEntities: [], threading: 'thread', seq: 1, at: '2026-02-02T09:00:00.000Z', by: owner },
});
const pageFor = (theirs: readonly Subscription[]): Page => ({
  parts: [{ part: 'paragraph', text: [theirs.map(({ id }) => id).join(' and ')] }],
});
const posted: Announced = { outcome: 'posted', ts: '1770000000.000001' };

/** Tells the owners in a Slack that answers as it is told to. */
async function told(subscriptions: Subscription[], answers: Announced[] = []) {
  const sent: Announcement[] = [];
  const waits: number[] = [];
  const untold: string[] = [];
  const post = async (message: Announcement) => {
    sent.push(message);
    return answers.shift() ?? posted;
  };
  const pause = async (ms: number) => void waits.push(ms);
  await tellOwners(
    { announcer: { post }, pause, onUntold: (why) => untold.push(why) },
    subscriptions,
    pageFor,
  );
  return { to: sent.map(({ channel }) => channel), sent, waits, untold };
}

describe('owners are told what became of their subscriptions', () => {
  test('in one message each, however much is theirs', async () => {
    const { to, sent } = await told([owned('S-1', 'UANA'), owned('S-2', 'UED'), owned('S-3', 'UANA')]);

    expect(to).toEqual(['UANA', 'UED']);
    expect(sent[0]?.page).toEqual(pageFor([owned('S-1', 'UANA'), owned('S-3', 'UANA')]));
  });

  test('unless they are no person: what came through a door has nobody to tell', async () => {
    const { to } = await told([owned('S-1', 'import'), owned('S-2', 'WANA')]);

    expect(to).toEqual(['WANA']);
  });

  test('after as long a wait as Slack asks for, once', async () => {
    const { to, waits, untold } = await told([owned('S-1', 'UANA')], [{ outcome: 'wait', seconds: 30 }]);

    expect(to).toEqual(['UANA', 'UANA']);
    expect(waits).toEqual([30_000]);
    expect(untold).toEqual([]);
  });

  test('and whoever cannot be told does not keep the others from it', async () => {
    const wait: Announced = { outcome: 'wait', seconds: 1 };
    const refused: Announced = { outcome: 'refused', error: 'user_not_found' };
    const owners = [owned('S-1', 'UANA'), owned('S-2', 'UBO'), owned('S-3', 'UCY')];

    const { to, untold } = await told(owners, [wait, wait, refused]);

    expect(to).toEqual(['UANA', 'UANA', 'UBO', 'UCY']);
    expect(untold).toEqual(['wait', 'user_not_found']);
  });
});
