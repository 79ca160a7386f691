import { existsSync, readFileSync } from 'node:fs';
import { readArticle } from '../../../src/domain/articles/read-article.ts';
import { readingSchema } from '../../../src/domain/records/draft.ts';
import { readAt, readParagraphs } from '../../support/articles.ts';
import { sampleNewsroom } from '../../support/newsroom-builder.ts';

const statementsOf = (...paragraphs: string[]): string[] =>
  readParagraphs(paragraphs).proposals.map(({ statement }) => statement);

describe('what an article says', () => {
  test('each statement once, and the headline not again', () => {
    const { headline, proposals } = readParagraphs(
      [
        'Ferry sinks off Calvera',
        'A ferry sank on Sunday.',
        'A ferry sank on Sunday.',
        'Ferry sinks off Calvera.',
      ],
      { headline: 'Ferry sinks off Calvera' },
    );

    expect(headline).toBe('Ferry sinks off Calvera');
    expect(proposals.map(({ statement }) => statement)).toEqual(['A ferry sank on Sunday.']);
  });

  test('a line above the article is its headline, where none was given', () => {
    const { headline } = readParagraphs(['Ferry sinks off Calvera', 'A ferry sank on Sunday.']);

    expect(headline).toBe('Ferry sinks off Calvera');
  });

  test.each([
    'By Ruth Amsel and Pieter Kolb',
    'By Lena Ostrow, Staff Writer',
    '(Reporting by Ruth Amsel; editing by Jo Marsh)',
    'Photo: Lena Ostrow/Capitol Ledger',
    'Jim Farley, CEO, Ford | Instagram',
    'ORGANIZATIONS IN THIS STORY',
    'Read more: What the bill means',
    'Sign up for our daily newsletter.',
    'Follow us on social media for more.',
    'Have you been affected? Email our newsdesk.',
    '© 2026 Morning Ledger. All rights reserved.',
    'This interview has been edited for length.',
    'doi: 10.5555/x',
  ])('the furniture of a page is left out: %s', (furniture) => {
    expect(statementsOf('The bridge fell.', furniture)).toEqual(['The bridge fell.']);
  });

  test('a dateline is no part of what is said', () => {
    expect(statementsOf('FRANKFURT, March 3 (Wire) - The bridge fell.')).toEqual(['The bridge fell.']);
  });

  test('notes without full stops are statements all the same', () => {
    expect(statementsOf('bridge fell at noon', 'nobody hurt')).toEqual([
      'bridge fell at noon',
      'nobody hurt',
    ]);
  });

  test('what is off the record is left out with the quotations about it, and nothing of it kept', () => {
    const reading = readParagraphs([
      'The bridge fell. “The steel was bad,” the engineer said. Speaking off the record, he named the mill. “It was Corvid,” he said.',
      'The mill is old.',
    ]);

    expect(reading.proposals.map(({ statement }) => statement)).toEqual([
      'The bridge fell.',
      'The mill is old.',
    ]);
    expect(JSON.stringify(reading)).not.toMatch(/off the record|Corvid|steel was bad/);
  });

  test('a headline off the record is none', () => {
    const { headline } = readParagraphs(['The bridge fell.'], {
      headline: 'Off the record: who built the bridge',
    });

    expect(headline).toBeUndefined();
  });

  test('an article in another language becomes plain statements, said to be in it', () => {
    const { language, proposals, questions, entities } = readParagraphs(
      [
        'Der Konzern „Ford“ lehnte eine Stellungnahme ab, sagte Anna Schmidt am Dienstag. Der Umsatz stieg um 5 Prozent.',
      ],
      { language: 'de' },
    );

    expect(language).toBe('de');
    expect(
      proposals.map(({ content: { kind, verification, attribution } }) => [kind, verification, attribution]),
    ).toEqual([
      ['fact', 'unverified', undefined],
      ['fact', 'unverified', undefined],
    ]);
    expect([...questions, ...entities]).toEqual([]);
  });

  test('another language shows by its words, where the article does not say it', () => {
    const french =
      'Selon Pierre Durand, 45, analyste, le groupe Orange SA a perdu 5% mardi, mais son entourage a refusé de commenter les informations publiées par la presse nationale.';

    const { proposals, entities } = readParagraphs([french]);

    expect(entities).toEqual([]);
    expect(proposals).toMatchObject([
      { content: { kind: 'fact', text: french, verification: 'unverified' } },
    ]);
  });

  test('the same words have the same fingerprint, however they are set; other words have another', () => {
    const [one, other, third] = [['“Ford” said no.'], ['FORD', 'said   no'], ['Ford said yes.']].map(
      (paragraphs) => readParagraphs(paragraphs).fingerprint,
    );

    expect(one).toBe(other);
    expect(one).not.toBe(third);
  });

  test('an instant of publication becomes the newsroom’s own time', () => {
    const { publishedAt } = readParagraphs(['It fell.'], { publishedAt: '2026-02-11T23:30:00-05:00' });

    expect(publishedAt).toBe('2026-02-12T04:30');
  });

  test('an address or a date that is none is left out, and the article read', () => {
    const reading = readParagraphs(['It fell.'], { url: 'javascript:alert(1)', publishedAt: 'last week' });

    expect(reading).not.toHaveProperty('url');
    expect(reading).not.toHaveProperty('publishedAt');
    expect(reading.proposals).toHaveLength(1);
  });

  test('a short text in another writing says that it is no English; a short English one says nothing', () => {
    const chinese = readParagraphs(['福特汽车公司周一表示，已经结束与小米的谈判。']);
    const english = readParagraphs(['Ford left the talks.']);

    expect(chinese.language).toBe('und');
    expect(english).not.toHaveProperty('language');
  });

  test('a caption, a byline or a headline more makes no other article; a statement more does', () => {
    const body = ['Ford left the talks on Monday.', 'Xiaomi said nothing.'];
    const prints = [
      body,
      ['Ford leaves the talks', 'By Ann Lee', ...body],
      [body.join(' '), 'Jim Farley, CEO, Ford | Instagram'],
      [...body, 'It will say more on Tuesday.'],
    ].map((paragraphs) => readParagraphs(paragraphs).fingerprint);

    expect(new Set(prints.slice(0, 3)).size).toBe(1);
    expect(prints[3]).not.toBe(prints[0]);
  });

  test('what comes after all that is read still makes another article', () => {
    const body = Array.from({ length: 301 }, (_, at) => `Ford met Xiaomi ${at} times.`);
    const [one, other] = [body, [...body, 'Then it left.']].map((all) => readParagraphs(all).fingerprint);

    expect(one).not.toBe(other);
  });

  test('read twice, an article gives the same', () => {
    const paragraphs = [
      'Ann Lee, 40, said no. “Never,” she said.',
      'The Coastal Safety Authority (CSA) agreed.',
    ];

    expect(readParagraphs(paragraphs)).toEqual(readParagraphs(paragraphs));
  });
});

const file = '../shared/article.txt';
const whenTheArticleIsThere = existsSync(file) ? test : test.skip;

whenTheArticleIsThere('the article of the sample gives what the sample says of it', () => {
  const paragraphs = readFileSync(file, 'utf8').split(/\n\s*\n/);

  const reading = readingSchema.parse(readArticle(sampleNewsroom(), { paragraphs }, readAt));

  expect(reading.entities).toEqual([]);
  const lines = reading.proposals.map(({ content }) => content);
  expect(lines.find(({ kind }) => kind === 'quote')).toMatchObject({
    speaker: 'demetri-sevastopulo',
    attribution: 'said Sevastopulo',
    verification: 'reported',
    sources: [{ origin: 'Financial Times' }, { origin: 'Financial Times' }],
  });
  expect(lines.flatMap(({ sources }) => sources).find(({ count }) => count === 4)).toMatchObject({
    kind: 'unnamed',
    origin: 'Financial Times',
  });
  expect(lines.find(({ kind }) => kind === 'figure')).toMatchObject({
    figure: { amount: 80, unit: 'percent', bound: 'over' },
  });
});
