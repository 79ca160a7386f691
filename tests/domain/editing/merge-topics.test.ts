import type { Change } from '../../../src/domain/change.ts';
import { mergeTopics } from '../../../src/domain/editing/merge-topics.ts';
import { currentTopics } from '../../../src/domain/finding/named-topic.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import { act, importedAt, newsroomWith } from '../../support/newsroom-builder.ts';

const story = (slug: string): Topic => ({ kind: 'story', slug });
const entity = (slug: string): Topic => ({ kind: 'entity', slug });

function merged(topic: Topic, into: Topic) {
  const newsroom = newsroomWith({
    stories: [{ slug: 'old' }, { slug: 'other' }],
    entities: [{ slug: 'ford-motor' }, { slug: 'ford' }],
    relations: [
      { subject: 'ford-motor', role: 'parent of', object: 'ford' },
      { subject: 'ford-motor', role: 'rival of', object: 'ford' },
    ],
  });
  const follow = (id: string, followed: Topic): Change => ({
    type: 'subscribed',
    id,
    subscription: {
      ...{ topic: followed, channel: 'C1', kinds: ['fact'], withoutEntities: [] },
      ...{ threading: 'thread', owner: 'UANA' },
    },
  });
  const bind = (ts: string, bound: Topic): Change => ({
    type: 'thread-opened',
    thread: { topic: bound, channel: 'C1', ts, openedAt: importedAt, lastAt: importedAt },
  });
  act(newsroom, [follow('S-1', topic), follow('S-2', into), bind('1.1', topic), bind('2.2', into)]);
  const changes = mergeTopics(topic, into)(newsroom);
  if (isProblem(changes)) throw new Error(changes.problem);
  act(newsroom, changes);
  return newsroom;
}

test.each([
  ['story', story('old'), story('other')],
  ['entity', entity('ford-motor'), entity('ford')],
] as const)('who follows a merged %s, and the threads bound to it, follow the other', (_, topic, into) => {
  const newsroom = merged(topic, into);

  expect([...newsroom.subscriptions.all()]).toMatchObject([{ id: 'S-2', channel: 'C1', topic: into }]);
  expect([...newsroom.threads.all()].map((one) => one.topic)).toEqual([into, into]);
});

test('filters that named a merged entity name the other, and what is asked for is not left out', () => {
  const newsroom = newsroomWith({
    stories: [{ slug: 'talks' }],
    entities: [{ slug: 'ford-motor' }, { slug: 'ford' }, { slug: 'catl' }],
  });
  const follow = (id: string, topic: Topic, filters: object): Change => ({
    type: 'subscribed',
    id,
    subscription: {
      ...{ topic, channel: id, kinds: ['fact'], withoutEntities: [], ...filters },
      ...{ threading: 'thread', owner: 'UANA' },
    },
  });
  act(newsroom, [
    follow('S-1', story('talks'), { withEntities: ['ford-motor', 'catl'] }),
    follow('S-2', story('talks'), { withoutEntities: ['ford-motor', 'ford'] }),
    follow('S-3', entity('ford-motor'), { withEntities: ['ford-motor'], withoutEntities: ['catl'] }),
    follow('S-4', entity('ford'), { withoutEntities: ['ford-motor'] }),
    follow('S-5', story('talks'), { withEntities: ['ford'], withoutEntities: ['ford-motor'] }),
  ]);

  const changes = mergeTopics(entity('ford-motor'), entity('ford'))(newsroom);
  act(newsroom, isProblem(changes) ? [] : changes);

  expect([...newsroom.subscriptions.all()]).toMatchObject([
    { withEntities: ['ford', 'catl'], withoutEntities: [] },
    { withoutEntities: ['ford'] },
    { topic: entity('ford'), withEntities: ['ford'], withoutEntities: ['catl'] },
    { topic: entity('ford'), withoutEntities: [] },
    { withEntities: ['ford'], withoutEntities: [] },
  ]);
});

test('a thread that was about both is about one', () => {
  const newsroom = merged(story('old'), story('other'));

  expect(currentTopics(newsroom, [story('old'), story('other')])).toEqual([story('other')]);
});

test('two merges in a row lead to the last', () => {
  const newsroom = newsroomWith({ stories: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }] });
  for (const [from, into] of [
    ['a', 'b'],
    ['b', 'c'],
  ] as const) {
    const changes = mergeTopics(story(from), story(into))(newsroom);
    act(newsroom, isProblem(changes) ? [] : changes);
  }

  expect(currentTopics(newsroom, [story('a')])).toEqual([story('c')]);
  expect(mergeTopics(story('a'), story('c'))(newsroom)).toMatchObject({ problem: 'was-merged', typed: 'a' });
});

test.each([
  [story('a'), story('a'), 'same-topic'],
  [story('a'), entity('ford'), 'wrong-kind'],
])('%j into %j is refused: %s', (topic, into, problem) => {
  const newsroom = newsroomWith({ stories: [{ slug: 'a' }], entities: [{ slug: 'ford' }] });

  expect(mergeTopics(topic, into)(newsroom)).toMatchObject({ problem });
});
