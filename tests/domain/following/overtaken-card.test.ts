import type { Change } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import { adds, corrects, desk, does, follows, ford, owed, posts, talks } from '../../support/following.ts';
import { act } from '../../support/newsroom-builder.ts';

const cardTs = '1770000000.000000';
const opened = '2026-02-02T09:30:00.000Z';

/** A channel that follows the topic, and what is owed for its first card when all this happens while that is on its way. */
function owedAfter(changes: readonly Change[], topic: Topic = talks): string[] {
  const newsroom = desk();
  does(newsroom, () => follows(newsroom, topic));
  const drawnSeq = newsroom.seq;
  for (const change of changes) act(newsroom, [change]);
  lands(newsroom, topic, drawnSeq);
  return owed(newsroom).filter((key) => key.startsWith('card'));
}

const lands = (newsroom: Newsroom, topic: Topic, drawnSeq: number) =>
  act(newsroom, [
    { type: 'thread-opened', thread: { topic, channel: 'C1', ts: cardTs, openedAt: opened, lastAt: opened } },
    posts(newsroom, [], { as: 'card', ts: cardTs, topics: [topic], drawnSeq }),
  ]);

const sets = (set: Extract<Change, { type: 'subscription-changed' }>['set']): Change => ({
  type: 'subscription-changed',
  id: 'S-2',
  set,
});
const thread = { topic: talks, channel: 'C1', ts: '1770000009.000000', openedAt: opened, lastAt: opened };

describe('a first card is drawn again when, on its way, it missed', () => {
  test.each<[string, ...Change[]]>([
    ['an entry', adds(desk())],
    ['a correction', corrects('E-1')],
    [
      'an entry that is filed elsewhere now',
      { type: 'entry-tagged', id: 'E-1', stories: ['tariffs'], entities: [] },
    ],
    ['a new headline', { type: 'story-edited', slug: 'ford-xiaomi', set: { headline: 'It is off' } }],
    ['a question', { type: 'question-asked', id: 'Q-2', question: { story: 'ford-xiaomi', text: 'Why?' } }],
    ['an answer', { type: 'question-answered', id: 'Q-1', entry: 'E-1' }],
    ['a pause', sets({ pausedUntil: '2026-03-01T00:00:00.000Z' })],
    ['messages of their own', sets({ threading: 'channel' })],
    [
      'a bound thread',
      sets({ boundThread: thread.ts }),
      { type: 'thread-opened', thread: { ...thread, isBound: true } },
    ],
    ['the end of it', { type: 'unsubscribed', id: 'S-2' }],
  ])('%s', (_, ...changes) => {
    expect(owedAfter(changes)).toEqual([`card:C1:${cardTs}`]);
  });

  test('an entry on its entity', () => {
    const entry = adds(desk(), { stories: [], entities: ['ford'] });

    expect(owedAfter([entry], ford)).toEqual([`card:C1:${cardTs}`]);
  });
});

test.each<[string, ...Change[]]>([
  ['nothing happened'],
  ['another story moved', adds(desk(), { stories: ['tariffs'] })],
  ['another channel got its card', { type: 'thread-opened', thread: { ...thread, channel: 'C2' } }],
])('a first card is left as it is when %s meanwhile', (_, ...changes) => {
  expect(owedAfter(changes)).toEqual([]);
});
