import fc from 'fast-check';
import { applyAct } from '../../src/domain/apply.ts';
import { storyBriefing } from '../../src/domain/briefing/story-briefing.ts';
import { withoutWithdrawn } from '../../src/domain/briefing/without-withdrawn.ts';
import { createNewsroom, type Newsroom, put } from '../../src/domain/newsroom.ts';
import type { Topic } from '../../src/domain/records/identifiers.ts';
import type { Role } from '../../src/domain/rules/permissions.ts';
import { answer } from '../../src/services/commands/commands.ts';
import { someActs } from '../domain/any-change.ts';
import { copyOf, lived, minute } from '../support/lived-newsroom.ts';
import { act, newsroomWith } from '../support/newsroom-builder.ts';

interface Question {
  now: string;
  role: Role;
  zone: string;
  seen?: (topic: Topic) => number;
}

/** All that is told of all topics. */
function told(newsroom: Newsroom, { now, role, zone, seen }: Question) {
  const asking = { newsroom, viewer: { role }, now, zone, ...(seen ? { seen } : {}) };
  const stories = [...newsroom.stories.all()].map(({ slug }) => `story:${slug}`);
  const entities = [...newsroom.entities.all()].map(({ slug }) => `entity:${slug}`);
  const topics = [...stories, ...entities];
  const words = topics.flatMap((topic) => [topic, `${topic} claims`, `${topic} changes`, `${topic} gaps`]);
  return words.map((typed) => [typed, answer(typed, asking).page]);
}

const times = [minute(0), minute(3), '2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'];
const aQuestion: fc.Arbitrary<Question> = fc.record(
  {
    now: fc.constantFrom(...times),
    role: fc.constantFrom<Role>('reader', 'contributor', 'editor'),
    zone: fc.constantFrom('UTC', 'America/New_York'),
    seen: fc.nat(16).map((seq) => () => seq),
  },
  { requiredKeys: ['now', 'role', 'zone'] },
);

describe('a page that is kept', () => {
  test('is the page that would be drawn, whatever happened since and whoever asks when', () => {
    fc.assert(
      fc.property(someActs, fc.array(aQuestion, { minLength: 1, maxLength: 4 }), (intentions, questions) => {
        const newsroom = createNewsroom();
        for (const intended of intentions) {
          lived([intended], newsroom);
          for (const question of questions) {
            expect(told(newsroom, question)).toEqual(told(copyOf(newsroom), question));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  const asking = { viewer: { role: 'reader' }, now: minute(5), zone: 'UTC' } as const;
  const page = (newsroom: Newsroom, words: string, now: string = asking.now) =>
    answer(words, { ...asking, newsroom, now }).page;

  test('is drawn once for all who ask, also when somebody read or a message was posted between them', () => {
    const newsroom = newsroomWith({ stories: [{ slug: 'plant' }], entries: [] });
    const first = page(newsroom, 'plant');

    const mark = { person: 'UANA', topic: { kind: 'story', slug: 'plant' }, seenSeq: 1 } as const;
    act(newsroom, [{ type: 'looked', mark }]);
    const post = { channel: 'C1', ts: '1.1', as: 'answer', topics: [], shows: [], at: minute(5) } as const;
    act(newsroom, [{ type: 'posted', post: { ...post, topics: [], shows: [] } }]);

    expect(page(newsroom, 'PLANT')).toBe(first);
  });

  test('says overdue from the minute on in which a question is', () => {
    const questions = [{ story: 'plant', text: 'Who pays?', due: '2026-02-01T10:06' }];
    const newsroom = newsroomWith({ stories: [{ slug: 'plant' }], questions });

    const [due, overdue] = [minute(6), minute(7)].map((now) => JSON.stringify(page(newsroom, 'plant', now)));

    expect(due).not.toContain('overdue');
    expect(overdue).toContain('overdue');
  });

  test('of the past leaves nothing behind in the newsroom that is', () => {
    const newsroom = newsroomWith({
      stories: [{ slug: 'plant' }],
      entries: [{ stories: ['plant'], text: 'A.' }],
    });
    page(newsroom, 'plant');
    const tables = [newsroom.stories, newsroom.entities, newsroom.entries, newsroom.questions];
    const watched = tables.map((table) => jest.spyOn(table, 'watch'));

    for (let day = 2; day < 9; day += 1) {
      page(newsroom, `plant as-of:2026-02-0${day}`, `2026-02-10T12:00:00.000Z`);
      storyBriefing(withoutWithdrawn(newsroom), 'plant', { ...asking });
      page(withoutWithdrawn(newsroom), 'plant');
    }

    for (const watch of watched) expect(watch).not.toHaveBeenCalled();
  });

  describe('of a story with an entry that is held back', () => {
    const until = '2027-01-01T00:00:30.000Z';
    const [before, after] = ['2027-01-01T00:00:10.000Z', '2027-01-01T00:00:40.000Z'];
    const held = () => {
      const newsroom = newsroomWith({
        stories: [{ slug: 'plant' }],
        entries: [{ stories: ['plant'], text: 'They will close it.' }],
      });
      act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until }]);
      return newsroom;
    };
    const asked = (newsroom: Newsroom, role: Role, now: string, seen?: Question['seen']) =>
      JSON.stringify(
        answer('plant', { newsroom, viewer: { role }, now, zone: 'UTC', ...(seen ? { seen } : {}) }).page,
      );

    test('shows it to editors and to nobody else, whoever asked first', () => {
      const newsroom = held();

      const [editor, reader, again] = [
        asked(newsroom, 'editor', before),
        asked(newsroom, 'reader', before),
        asked(newsroom, 'editor', before),
      ];

      expect(editor).toContain('They will close it.');
      expect(reader).not.toContain('They will close it.');
      expect(again).toBe(editor);
    });

    test('shows it from the second on in which the embargo ends, and not when a clock is set back', () => {
      const newsroom = held();

      const shown = [before, after, before].map((now) => asked(newsroom, 'reader', now));

      expect(shown.map((page) => page.includes('They will close it.'))).toEqual([false, true, false]);
    });

    test('marks it as new to those who looked while it was held back', () => {
      const newsroom = held();
      const seen = () => newsroom.seq;

      const shown = [before, after].map((now) => asked(newsroom, 'reader', now, seen));

      expect(shown.map((page) => page.includes('1 new since you looked'))).toEqual([false, true]);
    });
  });

  test('does not outlive a decision that was tried and undone', () => {
    const newsroom = newsroomWith({ stories: [{ slug: 'plant', headline: 'The plant' }] });
    const before = page(newsroom, 'plant');
    const changes = [{ type: 'story-edited', slug: 'plant', set: { headline: 'Not yet' } }] as const;

    const undo = applyAct(newsroom, { seq: 2, at: minute(1), by: 'UANA', changes: [...changes] });
    const tried = page(newsroom, 'plant');
    for (const write of undo) put(newsroom, write);

    expect(tried).not.toEqual(before);
    expect(page(newsroom, 'plant')).toEqual(before);
  });
});
