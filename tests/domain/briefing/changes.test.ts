import fc from 'fast-check';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { actAt, lived, minute } from '../../support/lived-newsroom.ts';
import { act, ask, newsroomWith } from '../../support/newsroom-builder.ts';
import { someActs } from '../any-change.ts';

const editor = { viewer: { role: 'editor' } } as const;
const until = '2026-02-05T06:00:00.000Z';

const desk = (embargoedUntil?: string): Newsroom =>
  newsroomWith({
    stories: [{ slug: 'ford-xiaomi', headline: 'Ford talks' }, { slug: 'ev-tariffs' }],
    entities: [{ slug: 'ford' }],
    entries: [
      {
        text: 'Talks are on.',
        stories: ['ford-xiaomi'],
        entities: ['ford'],
        verification: 'reported',
        ...(embargoedUntil ? { embargoedUntil } : {}),
      },
    ],
    questions: [{ story: 'ford-xiaomi', text: 'When?' }],
  });

const read = (newsroom: Newsroom, words: string, asking: Parameters<typeof ask>[2] = {}): string =>
  plainText(ask(newsroom, words, asking).page);

const linesOf = (newsroom: Newsroom, words: string, asking: Parameters<typeof ask>[2] = {}): string[] =>
  read(newsroom, words, asking)
    .split('\n')
    .filter((line) => line.startsWith('•'));

describe('/brief ford-xiaomi changes', () => {
  test('says who did what, when, what stood there and why, the newest first', () => {
    const newsroom = desk();
    const set = { text: 'No talks.' };
    act(newsroom, [{ type: 'entry-verified', id: 'E-1', verification: 'confirmed' }]);
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set, reason: 'Misheard.' }], {
      at: '2026-02-03T08:15:00.000Z',
      by: 'UED',
    });

    expect(linesOf(newsroom, 'ford-xiaomi changes')).toEqual([
      '• 08:15 @UED corrected E-1: Talks are on. → No talks. — Misheard.',
      '• 09:30 @UANA verified E-1: reported → confirmed',
      '• 09:30 An import opened the story ford-xiaomi: Ford talks',
      '• 09:30 An import added E-1: Talks are on.',
      '• 09:30 An import asked Q-1: When?',
    ]);
  });

  test('tells a rename, an edit, an answer and a withdrawal', () => {
    const newsroom = desk();
    act(newsroom, [
      { type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-venture' },
      { type: 'story-edited', slug: 'ford-xiaomi', set: { status: 'closed' } },
      { type: 'question-answered', id: 'Q-1', entry: 'E-1' },
      { type: 'entry-withdrawn', id: 'E-1', reason: 'Killed by the desk.' },
    ]);

    const text = read(newsroom, 'ford-xiaomi changes');

    expect(text).toContain('renamed the story ford-xiaomi → ford-venture');
    expect(text).toContain('edited ford-xiaomi: status developing → closed');
    expect(text).toContain('answered Q-1 with E-1: When?');
    expect(text).toContain('withdrew E-1: Talks are on. — Killed by the desk.');
  });

  test('tells a merge once, and what came along with it', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'story-merged', slug: 'ford-xiaomi', into: 'ev-tariffs' }]);

    const lines = linesOf(newsroom, 'ev-tariffs changes');

    expect(lines.filter((line) => line.includes('merged'))).toEqual([
      '• 09:30 @UANA merged ford-xiaomi (Ford talks) into ev-tariffs',
    ]);
    expect(lines).toContain('• 09:30 An import added E-1: Talks are on.');
  });

  test('tells an entry that went to another story, here and there', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'entry-tagged', id: 'E-1', stories: ['ev-tariffs'], entities: ['ford'] }]);

    const filed = '• 09:30 @UANA filed E-1 anew: stories ford-xiaomi → ev-tariffs';

    expect(linesOf(newsroom, 'ford-xiaomi changes')).toContain(filed);
    expect(linesOf(newsroom, 'ev-tariffs changes')).toContain(filed);
  });

  test('is turned page by page', () => {
    const newsroom = desk();
    for (let at = 0; at < 12; at += 1)
      act(newsroom, [{ type: 'question-edited', id: 'Q-1', set: { text: `When, ${at}?` } }]);

    expect(linesOf(newsroom, 'ford-xiaomi changes')).toHaveLength(10);
    expect(linesOf(newsroom, 'ford-xiaomi changes page:2')).toHaveLength(5);
  });

  test('names the person who is to answer a question, and the day in words', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'question-asked', id: 'Q-1', question: { story: 'ford-xiaomi', text: 'When?' } }]);
    act(newsroom, [{ type: 'question-edited', id: 'Q-1', set: { owner: 'U0ED', due: '2026-03-06' } }]);

    expect(read(newsroom, 'ford-xiaomi changes')).toContain(
      'edited Q-1: owner none → @U0ED; due none → 6 Mar 2026',
    );
  });
});

describe('an embargo', () => {
  const lifted = (): Newsroom => {
    const newsroom = desk(until);
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'Draft.' }, reason: 'Draft.' }]);
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'Talks ended.' }, reason: 'Draft.' }]);
    act(newsroom, [{ type: 'embargo-lifted', id: 'E-1' }], { at: until, by: 'embargo-clock' });
    return newsroom;
  };

  test('that is over leaves no trace for readers: the entry came when it ended, as it then read', () => {
    const lines = linesOf(lifted(), 'ford-xiaomi changes');

    expect(lines[0]).toBe('• 06:00 An import added E-1: Talks ended.');
    expect(lines.join()).not.toMatch(/embargo|Draft|clock/i);
  });

  test('is told to editors, each step of it', () => {
    const newsroom = lifted();
    act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until: '2026-03-02T06:00:00.000Z' }], {
      at: '2026-02-06T09:00:00.000Z',
    });

    const text = read(newsroom, 'ford-xiaomi changes', editor);

    const mark = 'EMBARGOED until 2 Mar 2026, 06:00 UTC';
    expect(text).toContain(`${mark}: The clock lifted the embargo on E-1`);
    expect(text).toContain(`${mark}: @UANA embargoed E-1 until Monday 2 March 2026, 06:00 UTC`);
    expect(text).toContain('Draft. → Talks ended.');
  });

  test('whose minute has come shows the entry to readers before it is recorded as lifted', () => {
    const lines = linesOf(desk(until), 'ford-xiaomi changes', { now: until });

    expect(lines[0]).toBe('• 06:00 An import added E-1: Talks are on.');
  });

  test('of an entry that was public before tells only what came of it', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until }]);
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'Draft.' }, reason: 'One.' }]);
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'Off.' }, reason: 'Two.' }]);
    act(newsroom, [{ type: 'embargo-lifted', id: 'E-1' }], { at: until });

    expect(linesOf(newsroom, 'ford-xiaomi changes').slice(0, 2)).toEqual([
      '• 06:00 @UANA corrected E-1: Talks are on. → Off. — Two.',
      '• 09:30 An import opened the story ford-xiaomi: Ford talks',
    ]);
  });

  test('that stands hides every act on the entry from readers, whatever was done', () => {
    fc.assert(
      fc.property(someActs, fc.boolean(), (intentions, wasPublic) => {
        const newsroom = desk();
        const id = 'E-2';
        const shared = { kind: 'fact' as const, sources: [], verification: 'unverified' as const };
        const entry = { ...shared, text: 'SECRET', stories: ['ford-xiaomi'], entities: ['ford'] };
        const end = '2026-03-01T00:00:00.000Z';
        actAt(newsroom, 0, [
          { type: 'entry-added', id, entry: { ...entry, ...(wasPublic ? {} : { embargoedUntil: end }) } },
        ]);
        lived(intentions, newsroom);
        actAt(newsroom, 30, [
          { type: 'entry-clarified', id, set: { text: 'SECRET 2' }, reason: 'SECRET 3' },
          { type: 'entry-embargoed', id, until: end },
        ]);

        const pages = ['story:ford-xiaomi', 'entity:ford', 'entity:ford story:ford-xiaomi'].flatMap((topic) =>
          [1, 2, 3].map((page) => read(newsroom, `${topic} changes page:${page}`, { now: minute(60) })),
        );

        expect(pages.join('\n')).not.toMatch(/SECRET|\bE-2\b/);
      }),
      { numRuns: 60 },
    );
  });
});
