import { homeOf } from '../../../src/domain/briefing/home.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { act, newsroomWith, now } from '../../support/newsroom-builder.ts';

const embargo = '2026-02-10T18:00:00.000Z';
const desk = () =>
  newsroomWith({
    entities: [{ slug: 'ford' }],
    stories: [{ slug: 'ford-xiaomi' }, { slug: 'old', status: 'closed' }, { slug: 'budget' }],
    entries: [
      { text: 'Ford talks.', stories: ['ford-xiaomi'], verification: 'reported' },
      { text: 'Ford signs.', stories: ['ford-xiaomi'], verification: 'unverified', embargoedUntil: embargo },
      {
        kind: 'response',
        text: 'Ford denies it.',
        stories: ['ford-xiaomi'],
        response: { entity: 'ford', respondsTo: 'line-1', stance: 'denies' },
      },
    ],
    questions: [
      { story: 'ford-xiaomi', text: 'Who signs?', owner: 'UANA', due: '2026-02-09' },
      { story: 'ford-xiaomi', text: 'When?', owner: 'UANA', due: '2026-02' },
      { story: 'ford-xiaomi', text: 'Where?', owner: 'UED' },
    ],
  });

const seenBy = (
  newsroom: Newsroom,
  role: 'reader' | 'editor',
  { at = now, seen }: { at?: string; seen?: number } = {},
) => homeOf(newsroom, { viewer: { role }, now: at, zone: 'UTC' }, { person: 'UANA', seen: () => seen });

const slugs = ({ moved }: ReturnType<typeof seenBy>) => moved.map(({ story }) => story.slug);

test('the story that moved last stands first, and closed ones are left out', () => {
  const newsroom = desk();
  act(newsroom, [{ type: 'story-edited', slug: 'budget', set: { headline: 'The budget' } }]);
  act(newsroom, [
    {
      type: 'entry-added',
      id: 'E-9',
      entry: {
        kind: 'fact',
        stories: ['budget'],
        entities: [],
        text: 'It grew.',
        sources: [],
        verification: 'reported',
      },
    },
  ]);

  expect(slugs(seenBy(newsroom, 'reader'))).toEqual(['budget', 'ford-xiaomi']);
});

test('a reader has their own open questions, the most pressing first, and no queue', () => {
  const home = seenBy(desk(), 'reader');

  expect(home.questions.map(({ text }) => text)).toEqual(['Who signs?', 'When?']);
  expect(home.queue).toBeUndefined();
});

test('an editor’s queue holds what is unverified, disputed, under embargo and overdue', () => {
  const { queue } = seenBy(desk(), 'editor');

  expect(queue?.unverified.map(({ id }) => id)).toContain('E-2');
  expect(queue?.disputed.map(({ entry }) => entry.id)).toEqual(['E-1']);
  expect(queue?.embargoed.map(({ id }) => id)).toEqual(['E-2']);
  expect(queue?.overdue.map(({ text }) => text)).toEqual(['Who signs?']);
});

test('an embargoed entry moves nothing before the clock lifts it, and then does with no act in between', () => {
  const newsroom = desk();
  act(newsroom, [{ type: 'entry-clarified', id: 'E-2', set: { text: 'Ford signs on Friday.' } }]);

  const before = seenBy(newsroom, 'reader').moved.find(({ story }) => story.slug === 'ford-xiaomi');
  const after = seenBy(newsroom, 'reader', { at: '2026-02-10T18:00:01.000Z' }).moved.find(
    ({ story }) => story.slug === 'ford-xiaomi',
  );

  expect(before?.latest?.id).toBe('E-1');
  expect(after?.latest?.id).toBe('E-2');
});

test('what one viewer is shown is not what an editor was shown a moment before', () => {
  const newsroom = desk();

  seenBy(newsroom, 'editor');

  expect(JSON.stringify(seenBy(newsroom, 'reader'))).not.toContain('Ford signs');
});

test('a story is news only to somebody who read it before something came', () => {
  const newsroom = desk();
  const read = newsroom.seq;
  act(newsroom, [{ type: 'entry-verified', id: 'E-1', verification: 'confirmed' }]);

  expect(seenBy(newsroom, 'reader').news).toEqual([]);
  expect(seenBy(newsroom, 'reader', { seen: newsroom.seq }).news).toEqual([]);
  expect(seenBy(newsroom, 'reader', { seen: read }).news).toMatchObject([
    { story: { slug: 'ford-xiaomi' }, count: 1 },
  ]);
});
