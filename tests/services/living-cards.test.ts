import type { Change } from '../../src/domain/change.ts';
import { added, corrected, Followed, hours, seconds } from './support/followed.ts';

async function postingIn(...channels: string[]): Promise<Followed> {
  const followed = await Followed.with(channels);
  followed.publisher.start();
  return followed;
}

/** The first card of a channel is there, and Slack has not said so yet. */
async function withCardOnItsWay(): Promise<{ followed: Followed; lands: () => Promise<void> }> {
  const followed = await postingIn('C1');
  let lets = () => {};
  const until = new Promise<void>((resolve) => (lets = resolve));
  const isCard = ({ key = '' }: { key?: string | undefined }) => key.startsWith('open:');
  followed.workspace.fail('post', { until }, { matches: isCard });
  await followed.records(added('E-1'));
  await followed.pass(1 * seconds);
  return {
    followed,
    lands: async () => {
      lets();
      await followed.pass(60 * seconds);
    },
  };
}

const cardsIn = (followed: Followed) =>
  followed.workspace.in('C1').filter(({ key = '' }) => key.startsWith('open:'));

const noticesBelow = (followed: Followed, ts: string | undefined) =>
  followed.workspace
    .in('C1')
    .filter(({ key = '', threadTs }) => key.startsWith('notice:') && threadTs === ts);

/** Nobody can answer to it any more. */
const locks = (followed: Followed, ts = '') =>
  followed.workspace.deletedThreads.set(ts, 'restricted_action_thread_locked');

/** Somebody asked in a thread of theirs, and was shown the entry. */
const answered = (followed: Followed, threadTs: string): Change => ({
  type: 'posted',
  post: {
    ...{ channel: 'C1', ts: `${threadTs.slice(0, -1)}9`, threadTs, as: 'answer', topics: [] },
    ...{ shows: [{ entry: 'E-1', revision: 0 }], at: followed.clock.now() },
  },
});

describe('a card that is on its way', () => {
  test('while the next entry comes says so as soon as it is on record', async () => {
    const { followed, lands } = await withCardOnItsWay();

    await followed.records(added('E-2'));
    await lands();

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(cardsIn(followed)[0]?.text).toContain('2 entries');
    expect(followed.owed).toBe(0);
  });

  test('while its channel stops following says that it does', async () => {
    const { followed, lands } = await withCardOnItsWay();

    await followed.records({ type: 'unsubscribed', id: 'S-1' });
    await lands();

    expect(followed.workspace.keysIn('C1')).toEqual(['card']);
    expect(cardsIn(followed)[0]?.text).toContain('No longer followed in this channel.');
  });

  test('while its story is merged is the card of the story that is left', async () => {
    const { followed, lands } = await withCardOnItsWay();

    await followed.records({ type: 'story-merged', slug: 'talks', into: 'plant' });
    await lands();
    await followed.records(added('E-2', { stories: ['plant'] }));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(cardsIn(followed)[0]?.text).toContain('About plant');
  });

  test('while other channels get theirs is not drawn again for that', async () => {
    const followed = await postingIn('C1', 'C2', 'C3');

    await followed.records(added('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.messages).toHaveLength(6);
    expect(followed.workspace.callsTo('edit')).toEqual([]);
  });

  test('when the process dies is drawn once more by the next one, for what came in between', async () => {
    const followed = await Followed.with(['C1']);
    followed.onStep = (step) => {
      if (step === 'sent:card') followed.dies();
    };
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);
    await followed.opens();
    await followed.records({ type: 'story-edited', slug: 'talks', set: { headline: 'It is off' } });

    followed.publisher.start();
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(cardsIn(followed)[0]?.text).toContain('It is off');
  });
});

describe('a card that another one succeeded', () => {
  test('leads there instead of saying that new entries arrive, and the new one leads back, drawn again or not', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    await followed.pass(31 * 24 * hours);

    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);
    await followed.records(added('E-3'));
    await followed.pass(20 * seconds);

    const [first, second] = cardsIn(followed);
    const address = (ts = '') => `/p${ts.replace('.', '')}`;
    expect(first?.text).not.toContain('New entries arrive');
    expect(first?.text).toContain(address(second?.ts));
    expect(second?.edits).toBe(1);
    expect(second?.text).toContain('New entries arrive in this thread.');
    expect(second?.text).toContain(
      `What came before (https://newsroom.slack.com/archives/C1${address(first?.ts)})`,
    );
  });

  test('because its thread is lost says so, too', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    locks(followed, cardsIn(followed)[0]?.ts);

    await followed.records(added('E-2'));
    await followed.pass(60 * seconds);

    expect(cardsIn(followed)[0]?.text).toContain('Continued below another card');
    expect(cardsIn(followed)[1]?.text).toContain('New entries arrive in this thread.');
    expect(followed.owed).toBe(0);
  });

  test('and whose story was merged in between is linked by the next one', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    const [first] = cardsIn(followed);
    await followed.records({ type: 'story-merged', slug: 'talks', into: 'plant' });
    locks(followed, first?.ts);

    await followed.records(added('E-2', { stories: ['plant'] }));
    await followed.pass(60 * seconds);

    const [, second] = cardsIn(followed);
    expect(second?.text).toContain(
      `What came before (https://newsroom.slack.com/archives/C1/p${first?.ts.replace('.', '')})`,
    );
  });

  test('goes on when the new one is gone, and says that again', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    await followed.pass(31 * 24 * hours);
    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);
    const [first, second] = cardsIn(followed);

    await followed.records({ type: 'thread-closed', channel: 'C1', ts: second?.ts ?? '' });
    await followed.pass(20 * seconds);

    expect(first?.text).toContain('New entries arrive in this thread.');
  });
});

describe('a correction of what a lost thread showed', () => {
  test('stands once in the living thread, which is told for itself', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    locks(followed, cardsIn(followed)[0]?.ts);
    await followed.records(added('E-2'));
    await followed.pass(60 * seconds);

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    expect(noticesBelow(followed, cardsIn(followed)[1]?.ts)).toHaveLength(1);
    expect(followed.owed).toBe(0);
  });

  test('stands once there, however many threads are lost', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    const threads = ['1769999999.000010', '1769999999.000020'];
    for (const threadTs of threads) {
      await followed.records(answered(followed, threadTs));
      locks(followed, threadTs);
    }
    locks(followed, cardsIn(followed)[0]?.ts);

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-1/1']);
    expect(followed.owed).toBe(0);
  });

  test('stands once in a channel that gets messages of their own', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    locks(followed, followed.workspace.in('C1')[0]?.ts);
    await followed.records(answered(followed, '1769999999.000010'));
    locks(followed, '1769999999.000010');

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-1/1']);
    expect(followed.owed).toBe(0);
  });

  test('is told again when it is corrected again', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    locks(followed, cardsIn(followed)[0]?.ts);
    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    await followed.records({ type: 'entry-withdrawn', id: 'E-1', reason: 'Another deal.' });
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-1/1', 'E-1/2']);
  });
});
