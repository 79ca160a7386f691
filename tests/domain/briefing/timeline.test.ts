import { timelineOf } from '../../../src/domain/briefing/timeline.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';

describe('a timeline', () => {
  const dated = ['2024-09-26T14:05', '2024-09', '2025', '2024-09-26', '2010', '2024-09-26T09:00', '2024'];

  test('goes from the earliest to the latest, a vaguer date before what lies within it', () => {
    const { entries } = newsroomWith({ entries: dated.map((date) => ({ text: date, occurred: { date } })) });

    expect(timelineOf([...entries.all()]).dated.map(({ text }) => text)).toEqual([
      ...['2010', '2024', '2024-09', '2024-09-26', '2024-09-26T09:00', '2024-09-26T14:05', '2025'],
    ]);
  });

  test('of one date keeps the order in which entries were added', () => {
    const newsroom = newsroomWith({ entries: [{ text: 'First.', occurred: { date: '2024' } }] });
    const entry = {
      kind: 'fact' as const,
      stories: [],
      entities: [],
      sources: [],
      verification: 'reported' as const,
    };
    act(newsroom, [
      { type: 'entry-added', id: 'E-2', entry: { ...entry, text: 'Second.', occurred: { date: '2024' } } },
    ]);

    const entries = [...newsroom.entries.all()].reverse();

    expect(timelineOf(entries).dated.map(({ text }) => text)).toEqual(['First.', 'Second.']);
  });

  test('keeps what has no date apart', () => {
    const { entries } = newsroomWith({
      entries: [{ text: 'Once.' }, { text: '2024', occurred: { date: '2024' } }],
    });

    expect(timelineOf([...entries.all()])).toMatchObject({
      dated: [{ text: '2024' }],
      undated: [{ text: 'Once.' }],
    });
  });
});
