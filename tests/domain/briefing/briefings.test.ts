import { connectionOf } from '../../../src/domain/briefing/connection.ts';
import { entityBriefing } from '../../../src/domain/briefing/entity-briefing.ts';
import { movedStories } from '../../../src/domain/briefing/moved.ts';
import { storyBriefing } from '../../../src/domain/briefing/story-briefing.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import { act, newsroomWith, now, type Sketch } from '../../support/newsroom-builder.ts';

const look = { viewer: { role: 'reader' as const }, now };
const entity = (slug: string): Topic => ({ kind: 'entity', slug });
const story = (slug: string): Topic => ({ kind: 'story', slug });
const textsOf = (entries: readonly { text: string }[]) => entries.map(({ text }) => text);

const cast: Sketch = {
  stories: [
    {
      slug: 'ford-xiaomi',
      entities: [
        { entity: 'ford', role: 'carmaker' },
        { entity: 'xiaomi', role: 'partner' },
      ],
    },
    { slug: 'tariffs', entities: [{ entity: 'commerce', role: 'regulator' }] },
    { slug: 'batteries' },
  ],
  entities: [
    ...[
      { slug: 'ford', name: 'Ford', aliases: ['Blue Oval'] },
      { slug: 'xiaomi' },
      { slug: 'catl' },
      { slug: 'gotion' },
    ],
    ...[{ slug: 'commerce' }, { slug: 'jim-farley', name: 'Jim Farley' }, { slug: 'michigan' }],
  ],
  relations: [
    { subject: 'ford', role: 'talked to', object: 'xiaomi' },
    { subject: 'catl', role: 'supplies', object: 'ford' },
    { subject: 'xiaomi', role: 'buys from', object: 'catl' },
    { subject: 'jim-farley', role: 'chief executive of', object: 'ford' },
  ],
  entries: [
    { text: 'They talked.', stories: ['ford-xiaomi'], entities: ['ford', 'xiaomi'] },
    { text: 'Ford builds.', stories: ['ford-xiaomi'], entities: ['ford', 'michigan', 'catl'] },
    { text: 'Tariffs stand.', stories: ['tariffs'], entities: ['commerce'] },
    { text: 'Batteries are short.', stories: ['batteries', 'ford-xiaomi'], entities: ['ford', 'catl'] },
  ],
  questions: [
    { story: 'ford-xiaomi', text: 'What does Ford’s board say?' },
    { story: 'ford-xiaomi', text: 'Is the Blue Oval on it?' },
    { story: 'ford-xiaomi', text: 'Can they afford it?' },
  ],
};
const newsroom = newsroomWith(cast);

describe('the briefing on a story', () => {
  test('names those with a role first, then the most mentioned', () => {
    const { involved } = storyBriefing(newsroom, 'ford-xiaomi', look)!;

    expect(involved.map((one) => [one.entity.slug, one.role])).toEqual([
      ...[
        ['ford', 'carmaker'],
        ['xiaomi', 'partner'],
        ['catl', ''],
        ['michigan', ''],
      ],
    ]);
  });

  test('an answered question is no longer open', () => {
    const answered = newsroomWith(cast);
    act(answered, [{ type: 'question-answered', id: 'Q-1', entry: 'E-1' }]);

    expect(storyBriefing(answered, 'ford-xiaomi', look)!.questions.map(({ id }) => id)).toEqual([
      'Q-2',
      'Q-3',
    ]);
  });

  test('tells the newest moves first, an import as one', () => {
    const moved = newsroomWith(cast);
    act(moved, [{ type: 'entry-verified', id: 'E-2', verification: 'confirmed' }]);
    act(moved, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'They wrote.' }, reason: 'Wrong.' }]);

    const { latest, updatedAt } = storyBriefing(moved, 'ford-xiaomi', look)!;

    expect(latest.map(({ act: did, entry, together }) => [did, entry.id, together])).toEqual([
      ['entry-corrected', 'E-1', 1],
      ['entry-verified', 'E-2', 1],
      ['entry-added', 'E-4', 1],
    ]);
    expect(updatedAt).toBe('2026-02-02T09:30:00.000Z');
  });

  test('of what was added together it is one move with its number of entries', () => {
    expect(storyBriefing(newsroom, 'ford-xiaomi', look)!.latest).toMatchObject([
      { entry: { id: 'E-1' }, together: 3 },
    ]);
  });

  test('has the entries of a story that was merged into it', () => {
    const merged = newsroomWith(cast);
    act(merged, [{ type: 'story-merged', slug: 'tariffs', into: 'ford-xiaomi' }]);

    expect(textsOf(storyBriefing(merged, 'ford-xiaomi', look)!.entries)).toEqual([
      ...['They talked.', 'Ford builds.', 'Tariffs stand.', 'Batteries are short.'],
    ]);
  });
});

describe('the briefing on an entity', () => {
  const ford = entityBriefing(newsroom, 'ford', look)!;

  test('gathers its entries over all stories', () => {
    expect(textsOf(ford.entries)).toEqual(['They talked.', 'Ford builds.', 'Batteries are short.']);
  });

  test('tells its relations from both ends', () => {
    expect(
      ford.ties.map(({ subject, relation, object }) => `${subject.name} ${relation.role} ${object.name}`),
    ).toEqual([...['Ford talked to Xiaomi', 'Catl supplies Ford', 'Jim Farley chief executive of Ford']]);
  });

  test('names the stories that give it a role first, then those that mention it', () => {
    expect(ford.stories.map((one) => [one.story.slug, one.role])).toEqual([
      ['ford-xiaomi', 'carmaker'],
      ['batteries', ''],
    ]);
  });

  test('asks the open questions that name it, by a whole word', () => {
    expect(textsOf(ford.questions)).toEqual(['What does Ford’s board say?', 'Is the Blue Oval on it?']);
  });
});

describe('what connects two topics', () => {
  const between = (left: Topic, right: Topic, of = newsroom) => connectionOf(of, [left, right], look);

  test('the entries about both', () => {
    expect(textsOf(between(entity('ford'), entity('catl')).entries)).toEqual([
      'Ford builds.',
      'Batteries are short.',
    ]);
  });

  test('their relations, either way round', () => {
    expect(between(entity('ford'), entity('catl')).ties.map(({ relation }) => relation.role)).toEqual([
      'supplies',
    ]);
    expect(between(entity('catl'), entity('ford')).ties.map(({ relation }) => relation.role)).toEqual([
      'supplies',
    ]);
  });

  test('those who stand between them, with the tie to each', () => {
    const through = between(entity('ford'), entity('xiaomi')).between;

    expect(through.map((one) => [one.entity.slug, one.ties.map(({ relation }) => relation.role)])).toEqual([
      ['catl', ['supplies', 'buys from']],
    ]);
  });

  test('the stories in which both play a part', () => {
    expect(between(entity('ford'), entity('xiaomi')).stories.map(({ slug }) => slug)).toEqual([
      'ford-xiaomi',
    ]);
  });

  test('a story and an entity share the entries that are about both, and the story is no third', () => {
    const connection = between(story('ford-xiaomi'), entity('catl'));

    expect(textsOf(connection.entries)).toEqual(['Ford builds.', 'Batteries are short.']);
    expect(connection.stories.map(({ slug }) => slug)).toEqual(['batteries']);
  });

  test('two stories share the entries that are filed under both', () => {
    expect(textsOf(between(story('ford-xiaomi'), story('batteries')).entries)).toEqual([
      'Batteries are short.',
    ]);
  });

  test('nothing, where nothing is on record', () => {
    expect(between(entity('gotion'), entity('commerce'))).toMatchObject({
      entries: [],
      ties: [],
      between: [],
      stories: [],
    });
  });
});

describe('what moved lately', () => {
  test('the story that moved last stands first, merged ones not at all', () => {
    const moved = newsroomWith(cast);
    act(moved, [{ type: 'entry-verified', id: 'E-3', verification: 'confirmed' }], {
      at: '2026-02-03T09:30:00.000Z',
    });
    act(moved, [{ type: 'story-merged', slug: 'batteries', into: 'ford-xiaomi' }], {
      at: '2026-02-02T09:30:00.000Z',
    });

    expect(movedStories(moved, look).map((one) => [one.story.slug, one.at, one.entryCount])).toEqual([
      ['tariffs', '2026-02-03T09:30:00.000Z', 1],
      ['ford-xiaomi', '2026-02-02T09:30:00.000Z', 3],
    ]);
  });

  test('a story without entries moved when it was opened', () => {
    const fresh = newsroomWith(cast);
    const opened = {
      slug: 'recall',
      headline: 'Recall',
      status: 'developing' as const,
      subjects: [],
      aliases: [],
      entities: [],
    };
    act(fresh, [{ type: 'story-opened', story: opened }], { at: '2026-02-05T09:30:00.000Z' });

    expect(movedStories(fresh, look)[0]).toEqual({
      story: fresh.stories.get('recall'),
      at: '2026-02-05T09:30:00.000Z',
      entryCount: 0,
    });
  });
});
