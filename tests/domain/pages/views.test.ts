import { entriesOn } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { act, ask, newsroomWith, type Sketch, sampleNewsroom } from '../../support/newsroom-builder.ts';

const read = (newsroom: ReturnType<typeof newsroomWith>, words: string): string =>
  plainText(ask(newsroom, words).page);
const stories = ['ford-xiaomi'];
const desk = (sketch: Sketch) =>
  newsroomWith({ stories: [{ slug: 'ford-xiaomi' }], entities: [{ slug: 'ford' }], ...sketch });

describe('the briefing of a story', () => {
  test('says that nothing is confirmed when nothing is', () => {
    expect(read(sampleNewsroom(), 'ford-xiaomi')).toContain('What we know\n• Nothing is confirmed yet.');
  });

  test('has the denial under the claim that it disputes, with the name of who denies', () => {
    const newsroom = desk({
      entries: [
        { key: 'talks', text: 'They talked.', stories, attribution: 'citing two people' },
        {
          key: 'no',
          kind: 'response',
          text: 'There are no talks.',
          stories,
          attribution: 'said a spokesperson',
          response: { entity: 'ford', respondsTo: 'talks', stance: 'denies' },
        },
      ],
    });

    expect(read(newsroom, 'ford-xiaomi')).toContain(
      [
        'Disputed',
        '• They talked. — citing two people · unverified · E-1',
        '• Ford denies: There are no talks. — said a spokesperson · unverified · E-2',
      ].join('\n'),
    );
  });

  test('shows a renamed story under its new slug', () => {
    const newsroom = desk({ entries: [{ text: 'They talked.', stories }] });
    act(newsroom, [{ type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-jv' }]);

    expect(read(newsroom, 'ford-xiaomi')).toContain('ford-jv · developing');
    expect(ask(newsroom, 'E-1').page.parts.at(-1)).toMatchObject({ buttons: [{ label: 'ford-jv' }, {}] });
  });

  test('of a story without entries says so', () => {
    expect(read(desk({}), 'ford-xiaomi')).toContain('No entries yet.');
  });
});

describe('the sources of a story', () => {
  const repeated = (origin: string) => ({ kind: 'publication' as const, label: 'The wire', origin });

  test('stand under each origin that they repeat, though one outlet repeats several', () => {
    const newsroom = desk({
      entries: [
        { text: 'They talked.', stories, sources: [repeated('Financial Times'), repeated('Pentagon')] },
      ],
    });

    expect(read(newsroom, 'ford-xiaomi sources')).toContain(
      [
        'Financial Times: 1 pick-up · 1 entry',
        '• The wire — pick-up',
        '',
        'Pentagon: 1 pick-up · 1 entry',
        '• The wire — pick-up',
      ].join('\n'),
    );
  });

  test('stand under one origin however it is spelled', () => {
    const newsroom = desk({
      entries: [
        {
          text: 'One.',
          stories,
          sources: [{ kind: 'publication', label: 'FT report', publisher: 'Financial Times' }],
        },
        { text: 'Two.', stories, sources: [{ kind: 'publication', label: 'AP', origin: 'financial times' }] },
      ],
    });

    expect(read(newsroom, 'ford-xiaomi sources')).toContain(
      ['Financial Times: 1 pick-up · 2 entries', '• FT report — publication', '• AP — pick-up'].join('\n'),
    );
  });

  test('that are unnamed people are no pick-up of the paper that cites them', () => {
    expect(read(sampleNewsroom(), 'ford-xiaomi sources')).toContain(
      '• four individuals familiar with the discussions — unnamed',
    );
  });
});

test('a timeline says when, no finer than it is known', () => {
  const newsroom = desk({
    entries: [
      { text: 'They met.', stories, occurred: { date: '2024-09-26' } },
      { text: 'They wrote.', stories, occurred: { date: '2024-09' } },
      { text: 'They talked.', stories },
    ],
  });

  expect(read(newsroom, 'ford-xiaomi timeline')).toMatch(
    /happened when\n• September 2024: They wrote\..*\n• 26 Sep 2024: They met\..*\n\nNo date given\n• They talked\./,
  );
});

describe('right-to-left text', () => {
  const isolates = (text: string) => [text.match(/\u2068/g)?.length ?? 0, text.match(/\u2069/g)?.length ?? 0];

  test('does not turn about what stands around it, even where it is cut', () => {
    const hebrew = 'שלום עולם '.repeat(60);
    const newsroom = desk({ entries: [{ text: hebrew, attribution: hebrew.slice(0, 290), stories }] });

    const [opened, closed] = isolates(read(newsroom, 'ford-xiaomi'));

    expect(opened).toBeGreaterThan(1);
    expect(closed).toBe(opened);
  });
});

describe('a page knows which entries it shows', () => {
  test('those in its lists and its latest moves, each once', () => {
    const shown = entriesOn(ask(sampleNewsroom(), 'ford-xiaomi timeline').page);

    expect(shown).toHaveLength(10);
    expect(new Set(shown).size).toBe(10);
  });
});
