import { readParagraphs } from '../../support/articles.ts';

const last = (...paragraphs: string[]) => {
  const { proposals } = readParagraphs(paragraphs);
  const content = proposals.at(-1)?.content;
  if (!content) throw new Error('nothing was read');
  return content;
};
const sourcesOf = (...paragraphs: string[]) => last(...paragraphs).sources;

describe('who says so, word for word', () => {
  test.each([
    [
      'Prices will rise, according to two people familiar with the plan.',
      'according to two people familiar with the plan',
    ],
    ['According to the indictment, he took $4,000 in cash.', 'According to the indictment'],
    ['According to Ann Lee, an economist, prices will rise soon.', 'According to Ann Lee, an economist'],
    ['The plant will close, said Tom Beale, an analyst at Osprey.', 'said Tom Beale, an analyst at Osprey'],
    ['The plant will close, people familiar with the matter said.', 'people familiar with the matter said'],
    [
      'The dam broke, a senior engineer, who did not wish to be named, said.',
      'a senior engineer, who did not wish to be named, said',
    ],
    [
      'The ship was full, the harbor’s director, Luis Ferrand, told state television.',
      'the harbor’s director, Luis Ferrand, told state television',
    ],
    [
      'The deal is off, the Herald reported on Tuesday, citing three people briefed on it.',
      'the Herald reported on Tuesday, citing three people briefed on it',
    ],
    ['Survivors said the boat listed to one side.', 'Survivors said'],
    ['The International Energy Agency reports that China leads.', 'The International Energy Agency reports'],
    ['The group said in a filing that talks had ended.', 'The group said in a filing'],
    [
      'In a filing to the exchange, the group said talks had ended.',
      'In a filing to the exchange, the group said',
    ],
    [
      'Citing internal emails, the paper said engineers had warned of it.',
      'Citing internal emails, the paper said',
    ],
    [
      'Rep. Marcus Vane, a critic of the bill, said it would fail.',
      'Rep. Marcus Vane, a critic of the bill, said',
    ],
    ['Mayor Ana Ruiz told reporters that the bridge was safe.', 'Mayor Ana Ruiz told reporters'],
    ['As prices rise, experts warn that savings are at risk.', 'experts warn'],
    ['The bill, she said, would cost too much for towns.', 'she said'],
  ])('%s', (sentence, words) => {
    expect(last(sentence).attribution).toBe(words);
  });

  test.each([
    'The company reported a 31% rise in profit.',
    'The jury found the driver guilty.',
    'The show began at eight.',
    'A report on the bridge was published.',
  ])('nobody is made a speaker by a verb that means something else: %s', (sentence) => {
    expect(last(sentence).attribution).toBeUndefined();
  });

  test('what is said stands without who says it, where that comes off clean', () => {
    const line = last('The plant will close in May, the company said on Tuesday.');

    expect(line.text).toBe('The plant will close in May.');
  });
});

describe('on what a line stands', () => {
  test('four people without a name are four, and the reporting is that of the article', () => {
    const [people, article] = sourcesOf('A sale is near, four people familiar with the matter said.');

    expect(people).toMatchObject({
      kind: 'unnamed',
      count: 4,
      label: 'four people familiar with the matter',
      origin: 'Morning Ledger',
    });
    expect(article).toMatchObject({ kind: 'publication', publisher: 'Morning Ledger' });
  });

  test('of four people two are two, and then the people are four again', () => {
    const lines = readParagraphs([
      'A sale is near, four people familiar with the matter said. It may be worth much, two of the people said. No choice was made, the people said.',
    ]).proposals.map(({ content }) => content.sources[0]);

    expect(lines.map((source) => source?.count)).toEqual([4, 2, 4]);
    expect(lines[1]?.label).toBe('two of four people familiar with the matter');
  });

  test('what another outlet reports is a pick-up of it, and so is what its people told it', () => {
    const [first, second] = readParagraphs([
      'Kestrel Brands will bid, the Evening Herald reported, citing three people briefed on the plan.',
      'The board met twice, one of the people told the newspaper.',
    ]).proposals;

    expect(first?.content.verification).toBe('reported');
    expect(first?.content.sources.map(({ kind, origin }) => [kind, origin])).toEqual([
      ['publication', undefined],
      ['unnamed', 'Evening Herald'],
      ['publication', 'Evening Herald'],
    ]);
    expect(second?.content.sources[0]).toMatchObject({ kind: 'unnamed', count: 1, origin: 'Evening Herald' });
  });

  test('a correspondent speaks of the reporting of their paper', () => {
    const line = last(
      'Jane Roe, US correspondent for the Evening Herald, said talks had begun. "They met," said Roe.',
    );

    expect(line).toMatchObject({
      verification: 'reported',
      sources: [{ label: 'Jane Roe', origin: 'Evening Herald' }, {}],
    });
  });

  test('a named person has one label however they are called, so that they are one origin', () => {
    const labels = readParagraphs([
      'Chief Executive Greta Lindqvist said sales were poor. Lindqvist said costs were high. She added that jobs would go.',
    ]).proposals.map(({ content }) => content.sources[0]?.label);

    expect(labels).toEqual(['Greta Lindqvist', 'Greta Lindqvist', 'Greta Lindqvist']);
  });

  test('court records are a document', () => {
    expect(sourcesOf('The firm pleaded guilty, court records show.')[0]).toMatchObject({ kind: 'document' });
  });

  test('nothing is ever confirmed', () => {
    const { proposals } = readParagraphs([
      'The minister confirmed it. It is confirmed, he said. The firm closed.',
    ]);

    expect(proposals.map(({ content }) => content.verification)).not.toContain('confirmed');
  });

  test('an unnamed source who speaks stays without a name', () => {
    const line = last('Ann Lee left. “It is over,” a person close to Lee said.');

    expect(line).toMatchObject({
      kind: 'quote',
      speaker: 'a person close to Lee',
      sources: [{ kind: 'unnamed', count: 1 }, {}],
    });
  });
});
