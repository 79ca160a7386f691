import { amountsIn } from '../../../src/domain/articles/kinds/amounts.ts';
import { occurredIn } from '../../../src/domain/articles/kinds/occurred-in.ts';
import { linesOf, readParagraphs } from '../../support/articles.ts';

describe('the amounts in a text', () => {
  test.each([
    ['over 80 percent of it', { amount: 80, unit: 'percent', bound: 'over' }],
    ['a 31% rise', { amount: 31, unit: 'percent' }],
    ['$1.32 billion', { amount: 1_320_000_000, unit: 'dollars' }],
    ['about 2.4 billion euros', { amount: 2_400_000_000, unit: 'euros', bound: 'about' }],
    ['€640m in sales', { amount: 640_000_000, unit: 'euros' }],
    ['₹3.2 crore', { amount: 32_000_000, unit: 'rupees' }],
    ['between $4 billion and $5 billion', { amount: 4_000_000_000, unit: 'dollars', bound: 'over' }],
    ['accounts for one-third of it', { amount: 1, unit: 'third' }],
    ['nearly two-thirds', { amount: 2, unit: 'thirds', bound: 'under' }],
    ['at least 23 people', { amount: 23, unit: 'people', bound: 'over' }],
    ['Four persons are missing', { amount: 4, unit: 'persons' }],
    ['40 container ships waited', { amount: 40, unit: 'container ships' }],
    ['14,200 employees', { amount: 14_200, unit: 'employees' }],
  ])('%s', (text, amount) => {
    expect(amountsIn(text)[0]).toMatchObject(amount);
  });

  test.each([
    'in 2024 the ban came',
    'on Feb. 3 they met',
    'a vote of 14-7',
    'Jane Roe, 58, left',
    'at 6 a.m. today',
    '45X tax credits',
    'No. 10 is empty',
  ])('nothing is counted in: %s', (text) => {
    expect(amountsIn(text)).toEqual([]);
  });
});

describe('when something happened', () => {
  const wednesday = { date: '2026-02-11' };

  test.each([
    ['They met on Tuesday.', '2026-02-10'],
    ['They met on Wednesday.', '2026-02-11'],
    ['They met last Wednesday.', '2026-02-04'],
    ['They met yesterday.', '2026-02-10'],
    ['They will meet on Tuesday.', '2026-02-17'],
    ['They met on Tuesday and will talk again.', '2026-02-10'],
    ['They met on Feb. 3 in Oslo.', '2026-02-03'],
    ['They met on 3 February in Oslo.', '2026-02-03'],
    ['They met on Dec. 5 in Oslo.', '2025-12-05'],
    ['They met on March 7, 2019, in Oslo.', '2019-03-07'],
    ['They met in August 2023 in Oslo.', '2023-08'],
    ['In 2024 they met.', '2024'],
    ['The firm was founded in 1921.', '1921'],
  ])('%s', (text, date) => {
    expect(occurredIn(text, wednesday)).toEqual({ date });
  });

  test('a weekday without a day to count from is no date', () => {
    expect(occurredIn('They met on Tuesday.', undefined)).toBeUndefined();
  });

  test('a day that is not in the calendar is left out', () => {
    expect(occurredIn('They met on Feb. 31 in Oslo.', wednesday)).toBeUndefined();
  });
});

describe('the kind of a line', () => {
  test.each([
    ['Norvane shares rose 6.5% on Tuesday.', 'figure'],
    ['The authority pulled 71 survivors from the water.', 'figure'],
    ['A ferry sank on Monday, killing 23 people.', 'event'],
    ['In 2024, the Commerce Department banned connected vehicles.', 'background'],
    ['Norvane, founded in 1921, makes pumps and valves.', 'background'],
    ['The price was not the point.', 'fact'],
  ])('%s', (text, kind) => {
    expect(linesOf(text)[0]?.kind).toBe(kind);
  });

  test('a share is counted as what it is of, without who says so', () => {
    const [line] = linesOf(
      'The Energy Agency reports that China controls over 80 percent of global battery capacity.',
    );

    expect(line).toMatchObject({
      kind: 'figure',
      figure: { metric: 'China’s share of battery capacity', amount: 80, unit: 'percent', bound: 'over' },
    });
  });

  test.each([
    ['A spokesperson for Norvane declined to comment.', 'declines'],
    ['Norvane would not comment.', 'declines'],
    ['Norvane did not immediately respond to a request for comment.', 'no-reply'],
    ['Norvane could not be reached.', 'no-reply'],
    ['Norvane denied the report.', 'denies'],
    ['Norvane confirmed that it was in talks.', 'confirms'],
  ])('%s', (text, stance) => {
    const [, line] = linesOf('Battery maker Norvane said sales had grown.', text);

    expect(line).toMatchObject({ kind: 'response', response: { entity: 'norvane', stance } });
  });

  test('an answer by nobody that we know is a fact, and still a question', () => {
    const { proposals, questions } = readParagraphs(['The state mediator did not answer calls.']);

    expect(proposals[0]?.content.kind).toBe('fact');
    expect(questions).toEqual([
      { text: 'The state mediator: any comment by now? The article says they did not respond.' },
    ]);
  });
});

describe('who answers, where a word stands for them', () => {
  test('a spokesperson answers for the body last spoken of', () => {
    const [, line] = linesOf('The firm Kestrel Foods lost the bid. A spokesperson declined to comment.');

    expect(line).toMatchObject({ kind: 'response', response: { entity: 'kestrel-foods' } });
  });

  test('a ministry with a country’s name is no company spoken of before', () => {
    const [, line] = linesOf(
      'The firm Kestrel Foods lost. The Tarskian foreign ministry declined to comment.',
    );

    expect(line).toMatchObject({ kind: 'fact', entities: [] });
  });
});

describe('what an article leaves open', () => {
  test.each([
    ['It was not clear how many people were on board.', 'Is it known by now how many people were on board?'],
    ['It remains unclear whether the port will open.', 'Is it known by now whether the port will open?'],
    ['The cause of the fire could not be determined.', 'What is known by now of the cause of the fire?'],
    ['The cause of the breach is yet to be ascertained.', 'What is known by now of the cause of the breach?'],
    [
      'Redline Coaches has been contacted for comment.',
      'Redline Coaches: any comment by now? The article says they were asked.',
    ],
    [
      'Zephyr has yet to say how many jobs are at risk.',
      'Is it known by now how many jobs are at risk? Zephyr had not said.',
    ],
    ['Whether the port will open remains unclear.', 'Is it known by now whether the port will open?'],
    ['The claims could not be independently verified.', 'What is known by now of the claims?'],
    ['Neither total could be independently verified.', 'What is known by now of the total?'],
    [
      'The number of people on board has not been confirmed.',
      'What is known by now of the number of people on board?',
    ],
    [
      'There was no immediate comment from the Interior Ministry.',
      'Interior Ministry: any comment by now? The article says they did not respond.',
    ],
    [
      'Kestrel Foods said it would not comment on rumours.',
      'Kestrel Foods: any comment by now? The article says they declined.',
    ],
    ['Both have been asked to comment.', 'Both: any comment by now? The article says they were asked.'],
  ])('%s', (sentence, question) => {
    expect(readParagraphs([sentence]).questions).toEqual([{ text: question }]);
  });

  test('whoever declined is asked once, however often the article says so', () => {
    const { questions } = readParagraphs([
      'Battery maker Norvane declined to comment. Norvane again declined to comment.',
    ]);

    expect(questions).toHaveLength(1);
  });

  test('what the outlet could not verify is no statement but a question', () => {
    const { proposals, questions } = readParagraphs([
      'The Morning Ledger could not independently verify the report.',
    ]);

    expect(proposals).toEqual([]);
    expect(questions[0]?.text).toContain('Can we confirm it ourselves?');
  });
});
