import fc from 'fast-check';
import { readArticle } from '../../../src/domain/articles/read-article.ts';
import { plainLine } from '../../../src/domain/articles/sentences/passages.ts';
import { createNewsroom } from '../../../src/domain/newsroom.ts';
import { readingSchema } from '../../../src/domain/records/draft.ts';
import { entryContentSchema } from '../../../src/domain/records/entry.ts';
import { readAt } from '../../support/articles.ts';
import { sampleNewsroom } from '../../support/newsroom-builder.ts';

const newsroom = sampleNewsroom();

/** The words that the rules look for, in any order, with whatever else may stand in an article. */
const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'Ford',
      'said',
      'Ann Lee',
      'she',
      'the people',
      'citing',
      'according to',
      'declined to comment',
      'on Tuesday',
      '$3 billion',
      '5%',
      'Feb. 31',
      'off the record',
      'reported that',
      'told',
      'Inc.',
      '(ABC)',
      ', ',
      '. ',
      '“',
      '”',
      '"',
      '‘',
      '’',
      ': ',
      ' – ',
      'A: ',
      'Q: ',
      'who',
      'it was not clear whether',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '小米说。',
      'قال المتحدث',
      '\u202e',
      '\u0000',
      '\ud800',
      '\ufeff',
      '&',
      '<b>',
      '1,000',
      'x'.repeat(200),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const anyParagraph = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
const anyArticle = fc.record(
  {
    paragraphs: fc.array(anyParagraph, { maxLength: 8 }),
    headline: anyParagraph,
    publisher: fc.string({ maxLength: 400 }),
    publishedAt: fc.constantFrom(
      '2026',
      '2026-02',
      '2026-02-11',
      '2026-02-11T09:30:00Z',
      'nonsense',
      '2026-13-45',
    ),
    url: fc.constantFrom('https://example.com/a', 'ftp://x', ''),
    language: fc.constantFrom('en', 'en-GB', 'zh', 'ar', 'not a language at all'),
    named: fc.array(
      fc.record({
        name: fc.string({ unit: 'binary', maxLength: 250 }),
        schema: fc.constantFrom('Person' as const, 'Place' as const),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['paragraphs'] },
);

describe('whatever comes as an article', () => {
  test('gives lines that may stand on record, speakers and entities that there are', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const reading = readArticle(newsroom, article, readAt);

        expect(readingSchema.safeParse(reading).error).toBeUndefined();
        const known = new Set([
          ...reading.entities.map(({ slug }) => slug),
          ...[...newsroom.entities.all()].map(({ slug }) => slug),
        ]);
        for (const { content } of reading.proposals) {
          expect(entryContentSchema.safeParse(content).error).toBeUndefined();
          expect(content.entities.filter((slug) => !known.has(slug))).toEqual([]);
          expect(content.verification).not.toBe('confirmed');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('attributions are words of their article, and the name of nobody else is given to whoever has none', () => {
    fc.assert(
      fc.property(fc.array(anyParagraph, { maxLength: 4 }), (paragraphs) => {
        const { proposals } = readArticle(newsroom, { paragraphs, language: 'en' }, readAt);
        const all = plainLine(paragraphs.map(plainLine).join(' '));
        for (const { content } of proposals) {
          const words = content.attribution?.replace(/…$/, '') ?? '';
          expect(all).toContain(words);
          for (const { kind, label } of content.sources)
            if (kind === 'unnamed') expect(label.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const sentence =
  'Ford said it would buy the Northern Bank of Ohio for $3 billion on Tuesday, according to two people who asked not to be named. “We are done,” Jane Roe, an analyst, said. ';

// Each of these took a quadratic expression minutes: the test would run into its time limit.
test.each([
  ['a hundred thousand words', Array.from({ length: 3000 }, (_, at) => sentence.replace('Roe', `Roe${at}`))],
  ['one paragraph of all that', [sentence.repeat(3000)]],
  ['one sentence of 50,000 characters', ['word '.repeat(10_000)]],
  ['one word of 50,000 characters', ['a'.repeat(50_000)]],
  ['capitals without an end', ['Ford Motor '.repeat(5000)]],
  ['nothing but commas and speech', ['Ford, the, said '.repeat(4000)]],
  ['full stops', ['.'.repeat(50_000)]],
  ['quotation marks that open', ['“'.repeat(50_000)]],
  ['straight quotation marks', ['" '.repeat(25_000)]],
  ['digits', ['1'.repeat(50_000)]],
  ['thousands', ['1,000,'.repeat(9000)]],
  ['initials', ['A. '.repeat(15_000)]],
  ['brackets', ['('.repeat(50_000)]],
  ['spaces', [`${' '.repeat(50_000)}a`]],
  ['right to left', ['قال المتحدث إن الشركة لم ترد. '.repeat(2000)]],
  ['no spaces at all', ['小米说。'.repeat(10_000)]],
  ['controls and halves of characters', ['\u0000\u202e\ud800a'.repeat(10_000)]],
  [
    'twenty thousand people',
    [
      Array.from(
        { length: 20_000 },
        (_, at) => `Ann Lee${String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26))} said no.`,
      ).join(' '),
    ],
  ],
])('%s are cut to what a draft holds', (_, paragraphs) => {
  const reading = readArticle(createNewsroom(), { paragraphs }, readAt);

  expect(readingSchema.safeParse(reading).error).toBeUndefined();
});

test('a long sentence is cut between words, with a mark that it was', () => {
  const { proposals } = readArticle(
    createNewsroom(),
    { paragraphs: [`${'word '.repeat(10_000)}end.`] },
    readAt,
  );

  expect(proposals[0]?.content.text.length).toBeLessThanOrEqual(3000);
  expect(proposals[0]?.content.text).toMatch(/word…$/);
});
