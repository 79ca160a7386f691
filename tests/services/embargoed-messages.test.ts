import type { Change } from '../../src/domain/change.ts';
import { added, corrected, Followed, seconds } from './support/followed.ts';

const held = (id: string): Change => ({ type: 'entry-embargoed', id, until: '2026-03-01T06:00:00.000Z' });
const lifted = (id: string): Change => ({ type: 'embargo-lifted', id });
const withdrawn = (id: string): Change => ({ type: 'entry-withdrawn', id, reason: 'Another deal.' });

async function posting(...changes: Change[]): Promise<Followed> {
  const followed = await Followed.with(['C1']);
  followed.publisher.start();
  for (const change of changes) await followed.records(change);
  await followed.pass(30 * seconds);
  return followed;
}
const texts = ({ workspace }: Followed): string => workspace.messages.map(({ text }) => text).join('\n\n');

describe('an entry that is held back after it was posted', () => {
  test('has no word left in card or thread until the embargo ends', async () => {
    const followed = await posting(added('E-1'));

    await followed.records(held('E-1'));
    await followed.pass(30 * seconds);
    const meanwhile = texts(followed);
    await followed.records(lifted('E-1'));
    await followed.pass(30 * seconds);

    expect(meanwhile).toContain('Held back for now: do not use it. E-1');
    expect(meanwhile).not.toContain('What E-1 says');
    expect(followed.workspace.in('C1')[1]?.text).toContain('What E-1 says');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(followed.owed).toBe(0);
  });

  test('is corrected without a word, which its thread gets when the embargo ends, once, over a restart, too', async () => {
    const followed = await posting(added('E-1'));
    await followed.records(held('E-1'));
    await followed.records(corrected('E-1'));
    await followed.pass(30 * seconds);
    followed.dies();
    await followed.opens();
    followed.publisher.start();
    await followed.pass(30 * seconds);
    const meanwhile = followed.workspace.keysIn('C1');

    await followed.records(lifted('E-1'));
    await followed.pass(30 * seconds);

    expect(meanwhile).toEqual(['card', 'E-1']);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/2']);
    expect(followed.workspace.in('C1')[1]?.text).toContain('should have said');
    expect(followed.owed).toBe(0);
  });

  test.each([
    ['as they were given', () => {}],
    [
      'though we died before the last was on record',
      (followed: Followed) => {
        let sent = 0;
        followed.onStep = (step) => {
          sent += step === 'sent:notice' ? 1 : 0;
          if (sent === 2) followed.dies();
        };
      },
    ],
  ])('takes word of its corrections along, and gives it back, %s', async (_, hurts) => {
    const followed = await posting(added('E-1'));
    hurts(followed);
    await followed.records(corrected('E-1'));
    await followed.records({ type: 'entry-clarified', id: 'E-1', set: { text: 'What E-1 means' } });
    await followed.pass(30 * seconds);
    if (followed.isDead) await followed.opens();
    followed.publisher.start();
    await followed.pass(30 * seconds);
    const told = () =>
      followed.workspace
        .in('C1')
        .map(({ text }) => text)
        .slice(2);
    const before = told();

    await followed.records(held('E-1'));
    await followed.pass(30 * seconds);
    const meanwhile = texts(followed);
    await followed.records(lifted('E-1'));
    await followed.pass(60 * seconds);

    expect(before.map((text) => text.split(':')[0])).toEqual(['Corrected', 'Clarified']);
    expect(meanwhile).not.toMatch(/What E-1/);
    expect(told()).toEqual(before);
    expect(followed.owed).toBe(0);
  });

  test('is found again in a shared briefing: its withdrawal is told there, its lift brings it back', async () => {
    const followed = await posting(added('E-1'), added('E-2'));
    const { clock, workspace } = followed;
    const page = { parts: [{ part: 'paragraph' as const, text: ['What E-1 says. What E-2 says.'] }] };
    const said = await workspace.post({ channel: 'C2', page });
    if (said.outcome !== 'posted') throw new Error(said.outcome);
    const shows = ['E-1', 'E-2'].map((entry) => ({ entry, revision: 0 }));
    const topics = [{ kind: 'story' as const, slug: 'talks' }];
    const post = {
      channel: 'C2',
      ts: said.ts,
      as: 'share' as const,
      by: 'UANA',
      topics,
      asked: 'talks',
      shows,
    };
    await followed.records({ type: 'posted', post: { ...post, at: clock.now() } });
    const briefing = () => workspace.in('C2')[0]?.text;

    await followed.records(held('E-1'), held('E-2'));
    await followed.pass(30 * seconds);
    const meanwhile = briefing();
    await followed.records(lifted('E-1'));
    await followed.records(withdrawn('E-2'));
    await followed.pass(30 * seconds);

    expect(meanwhile).not.toMatch(/What E-\d says/);
    expect(briefing()).toContain('What E-1 says');
    expect(briefing()).not.toContain('What E-2 says');
    expect(workspace.keysIn('C2')).toContain('E-2/2');
  });
});
