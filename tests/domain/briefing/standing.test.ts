import type { Sections } from '../../../src/domain/briefing/sections.ts';
import { storyBriefing } from '../../../src/domain/briefing/story-briefing.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { act, newsroomWith, now, type Sketch } from '../../support/newsroom-builder.ts';

const look = { viewer: { role: 'reader' as const }, now };
const stories = ['ford-xiaomi'];
const talks = { key: 'talks', text: 'They talked.', stories, verification: 'reported' as const };
const answered = (stance: 'denies' | 'declines' | 'confirms' | 'no-reply') => ({
  ...{ key: 'answer', kind: 'response' as const, text: 'Ford answers.', stories },
  response: { entity: 'ford', respondsTo: 'talks', stance },
});

const desk = (...entries: NonNullable<Sketch['entries']>): Newsroom =>
  newsroomWith({ stories: [{ slug: 'ford-xiaomi' }], entities: [{ slug: 'ford' }], entries });

/** The text of each line by the section it stands in. */
function sectionsOf(newsroom: Newsroom, when = look): { [S in keyof Sections]?: string[] } {
  const briefing = storyBriefing(newsroom, 'ford-xiaomi', when)!;
  const named = (['known', 'reported', 'disputed', 'background'] as const).map((section) => [
    section,
    briefing[section].map(({ entry, denials }) => [entry, ...denials].map(({ text }) => text).join(' / ')),
  ]);
  return Object.fromEntries(named.filter(([, lines]) => lines?.length));
}

describe('how sure the newsroom is', () => {
  test.each([
    ['unverified', 'reported'],
    ['reported', 'reported'],
    ['corroborated', 'reported'],
    ['confirmed', 'known'],
  ] as const)('what is %s stands as %s', (verification, section) => {
    expect(sectionsOf(desk({ ...talks, verification }))).toEqual({ [section]: ['They talked.'] });
  });

  test('background is background, confirmed or not', () => {
    const newsroom = desk({ ...talks, kind: 'background', verification: 'confirmed' });

    expect(sectionsOf(newsroom)).toEqual({ background: ['They talked.'] });
  });

  test('a claim that is denied is disputed, with the denial beside it and nowhere else', () => {
    expect(sectionsOf(desk(talks, answered('denies')))).toEqual({
      disputed: ['They talked. / Ford answers.'],
    });
  });

  test('even a confirmed one', () => {
    const newsroom = desk({ ...talks, verification: 'confirmed' }, answered('denies'));

    expect(sectionsOf(newsroom)).toEqual({ disputed: ['They talked. / Ford answers.'] });
  });

  test.each(['declines', 'no-reply', 'confirms'] as const)('an answer that %s disputes nothing', (stance) => {
    expect(sectionsOf(desk(talks, answered(stance)))).toEqual({
      reported: ['They talked.', 'Ford answers.'],
    });
  });

  test('a denial of nothing that is shown has a line of its own', () => {
    const newsroom = desk({ ...talks, stories: [] }, answered('denies'));

    expect(sectionsOf(newsroom)).toEqual({ reported: ['Ford answers.'] });
  });

  test('a withdrawn claim vanishes, and leaves its denial behind', () => {
    const newsroom = desk(talks, answered('denies'));

    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-1', reason: 'Made up.' }]);

    expect(sectionsOf(newsroom)).toEqual({ reported: ['Ford answers.'] });
  });

  test('a withdrawn denial disputes nothing any more', () => {
    const newsroom = desk(talks, answered('denies'));

    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-2', reason: 'Never said.' }]);

    expect(sectionsOf(newsroom)).toEqual({ reported: ['They talked.'] });
  });

  test('a denial under embargo disputes nothing before its time', () => {
    const newsroom = desk(talks, { ...answered('denies'), embargoedUntil: '2026-02-11T06:00:00.000Z' });

    expect(sectionsOf(newsroom)).toEqual({ reported: ['They talked.'] });
    expect(sectionsOf(newsroom, { ...look, now: '2026-02-11T06:00:00.000Z' })).toEqual({
      disputed: ['They talked. / Ford answers.'],
    });
  });

  test('the urgent stands first, then the newest, then what was written first', () => {
    const newsroom = desk(
      { ...talks, key: 'a', text: 'Old.' },
      { ...talks, key: 'b', text: 'Old, later in the file.' },
      { ...talks, key: 'c', text: 'Urgent.', urgency: 1 },
      { ...talks, key: 'd', text: 'Dull.', urgency: 9 },
    );
    const fresh = {
      kind: 'fact' as const,
      text: 'New.',
      stories,
      entities: [],
      sources: [],
      verification: 'reported' as const,
    };
    act(newsroom, [{ type: 'entry-added', id: 'E-5', entry: fresh }]);

    expect(sectionsOf(newsroom).reported).toEqual([
      'Urgent.',
      'New.',
      'Old.',
      'Old, later in the file.',
      'Dull.',
    ]);
  });
});
