import { linesOf, readParagraphs } from '../../support/articles.ts';

/** The words in square brackets are those for who says so. */
function read(marked: string): { found: string | undefined; words: string | undefined } {
  const sentence = marked.replace(/[[\]]/g, '');
  return { found: linesOf(sentence)[0]?.attribution, words: /\[(.+)\]/.exec(marked)?.[1] };
}

describe('who says so, wherever a paper puts it', () => {
  test.each([
    // Behind: with age, town, paper, and how it was said.
    '‘He comes home starving,’ [said Carly Nugent, 34, whose sons go there].',
    '“We saw it come,” [Ana Ruiz, 52, a shopkeeper, said by telephone from the town of Lerma].',
    'The ban can be renewed once, [according to the decree, which was seen by the Ledger].',
    'It is needed, [the ministry said, without elaborating].',
    'A deal is near, [people with knowledge of it said on condition of anonymity because it is private].',
    'Kestrel will pay, [a lawyer for the company, Ann Lee, said].',
    'The bill is dead, [White House press secretary Dan Wu said Tuesday].',
    'The sums do not add up, [say lawmakers in both parties].',
    'Ministers knew, [a leaked memo suggests].',
    'He owed $40,000, [records reviewed by the Gazette show].',
    'Nine firms would print old names, [the jury was told].',
    'The couple parted in May, as [the Courier first reported].',
    // Before: upon which question, on which occasion, through whom.
    '[Asked by Mr Hollis how she took that, she replied]: “As a threat.”',
    '[Cross-examined by Anneliese Pryce, for Sadler, the witness agreed] that she owed money.',
    '[Opening the case at Thornley Crown Court, Rupert Hollis KC said] it had run for years.',
    '[In a letter from its solicitors, Hallam Frost, the company says] it kept its records.',
    '[Through a spokesman, the duke said] he had nothing to add.',
    'Two years on, [families say] they are still waiting.',
    'Last month, [Boyd told investors] that costs would fall.',
    // In the middle, where what is said goes on.
    'Exports will stop, [the ministry said in a decree published late on Monday], in a blow to makers abroad.',
    'The hosts have offered a date, [two European officials said], but neither capital has answered.',
    'It is not, [she says], a living.',
    // By verbs that say more than that it was said.
    '[The Austin-based company now expects] revenue of $9.6 billion.',
    '[The company forecasts] growth of 4% this year.',
    '[Opposition leader Sue Wragg accused] him of “betting the libraries”.',
    '[The health ministry put] the death toll at 48.',
    '[Bright is adamant] the roof will last.',
    '[Ms Pryce suggested] she had “invented” it.',
    '[The inquiry found] officers had lied for years.',
    '[State media quoted Bright as saying] that the roof would last.',
    '[The company argues, in papers lodged with the High Court], that the tax is unlawful.',
    '“Too late,” [was the verdict of Ana Sol, the shadow minister].',
    '[It is understood] that two other firms may follow.',
    // Two who speak: the one who tells of the other.
    'Veld, who leads the party, believes that she was misled, [the people said].',
    '[The Ledger Daily reported last week, citing two people briefed on it], that a client had left.',
  ])('%s', (marked) => {
    const { found, words } = read(marked);

    expect(found).toBe(words);
  });

  test.each([
    'The board maintained the dividend at 32 cents a share.',
    'The price is now 4.8 billion crowns, almost double the first estimate.',
    'Workers were told to leave, and the gates were shut.',
    'The businessman pledged to cover any loss, though no paper says that he must.',
    'Shares rose as the company announced plans to build a plant in May.',
  ])('nobody says so: %s', (sentence) => {
    expect(linesOf(sentence)[0]?.attribution).toBeUndefined();
  });

  test('what a court was told is not ours to assert in its next sentence either', () => {
    const lines = linesOf(
      'The court heard that a locum saw it first. She told the authority in May. Police came in June.',
      'The trial goes on.',
    );

    expect(lines.map(({ attribution }) => attribution)).toEqual([
      'The court heard',
      'The court heard',
      'The court heard',
      undefined,
    ]);
  });
});

describe('who speaks, where the quotation alone does not tell', () => {
  const speakers = (...paragraphs: string[]) =>
    linesOf(...paragraphs).flatMap((line) => (line.kind === 'quote' ? [line.speaker] : []));

  test('a quotation behind a sentence about her is hers, whoever spoke before', () => {
    const found = speakers(
      '“I rake salt,” says Maureen Tallis, 63.',
      '“A lovely hobby,” said Tom Beale, a banker. Tallis smiled. Then she looked up. “It is grey, look.”',
    );

    expect(found).toEqual(['maureen-tallis', 'tom-beale', 'maureen-tallis']);
  });

  test('the group leader is whoever was named last and may be one', () => {
    const found = speakers(
      'Sue Wragg, who leads the opposition, was angry. The Conservative group leader added: “It will go wrong.”',
    );

    expect(found).toEqual(['sue-wragg']);
  });

  test('straight single marks quote, and an apostrophe ends nothing', () => {
    const [first, second] = linesOf(
      "'The workers' union isn't wrong,' said Ana Sol, the minister. She called it 'a farce'.",
    );

    expect(first).toMatchObject({
      kind: 'quote',
      text: "“The workers' union isn't wrong”",
      speaker: 'ana-sol',
    });
    expect(second).toMatchObject({ kind: 'fact', attribution: 'She called' });
  });
});

describe('what is no statement of the article', () => {
  test.each([
    ['a story that goes on', 'This is a developing story.'],
    ['where to write', 'For further information, please contact press@norrsund.example.'],
    ['what readers think', 'Have your say in the comments below.'],
    ['who else wrote', 'Associated reporting by Luis Ferrer in San Telmo.'],
  ])('%s', (_, furniture) => {
    const { proposals } = readParagraphs(['The dam broke on Monday.', furniture]);

    expect(proposals.map(({ statement }) => statement)).toEqual(['The dam broke on Monday.']);
  });

  test('a press release ends where it begins to speak of whoever sent it', () => {
    const { proposals } = readParagraphs([
      'Norrsund ordered six ferries on Monday.',
      'About Norrsund Lines',
      'Norrsund Lines carries nine million people a year.',
    ]);

    expect(proposals).toHaveLength(1);
  });

  test.each([
    'By Tuesday the plan had failed.',
    'By Easter the plan had failed.',
    'By then she was on the floor.',
  ])('what looks like a byline and tells something is a statement: %s', (sentence) => {
    expect(readParagraphs(['The dam broke.', sentence]).proposals).toHaveLength(2);
  });
});
