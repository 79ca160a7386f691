import { readParagraphs } from '../../support/articles.ts';

/** Each quote with the name of whoever says it. */
function quotesOf(...paragraphs: string[]): (string | undefined)[][] {
  const { proposals, entities } = readParagraphs(paragraphs);
  return proposals.flatMap(({ content }) =>
    content.kind === 'quote'
      ? [[content.text, entities.find(({ slug }) => slug === content.speaker)?.name ?? content.speaker]]
      : [],
  );
}

describe('what is said word for word', () => {
  test('he is the man who spoke last, she the woman', () => {
    const quotes = quotesOf(
      'Coach Peter Hall left after Susan Webb, the owner, had called him. “He was tired,” she said. “I was not,” he said.',
    );

    expect(quotes).toEqual([
      ['“He was tired”', 'Susan Webb'],
      ['“I was not”', 'Peter Hall'],
    ]);
  });

  test('a quotation that stands alone goes on with whoever spoke', () => {
    const quotes = quotesOf('“We tried,” said Tom Beale, a lawyer. “We failed.”', '“Now we wait.”');

    expect(quotes.map(([, speaker]) => speaker)).toEqual(['Tom Beale', 'Tom Beale', 'Tom Beale']);
  });

  test('a quotation in two halves is one', () => {
    expect(
      quotesOf('Ann Lee spoke. “Bells get melted down,” she said, “and then they get cast again.”'),
    ).toEqual([['“Bells get melted down, and then they get cast again.”', 'Ann Lee']]);
  });

  test('an appositive does not hide who speaks: the name last in it does', () => {
    const quotes = quotesOf(
      'Daniel Okafor denied the charges. “We will appeal,” said his lawyer, Helen Yoo.',
    );

    expect(quotes).toEqual([['“We will appeal”', 'Helen Yoo']]);
  });

  test('a few quoted words in a sentence make no quote', () => {
    expect(quotesOf('Ann Lee said the plan was “a disgrace” and would fail.')).toEqual([]);
  });

  test('in an interview the answers are said by whoever is asked, and the questions are left out', () => {
    const { proposals } = readParagraphs([
      'Beatrix Oduya runs the night trains. She spoke to us in May.',
      'Q: Do they make money?',
      'A: Two of them do. The others will.',
    ]);

    expect(proposals.slice(2).map(({ content }) => content)).toMatchObject([
      { kind: 'quote', text: '“Two of them do.”', speaker: 'beatrix-oduya' },
      { kind: 'quote', text: '“The others will.”', speaker: 'beatrix-oduya' },
    ]);
    expect(proposals).toHaveLength(4);
  });
});
