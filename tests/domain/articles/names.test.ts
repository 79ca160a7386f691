import { readParagraphs } from '../../support/articles.ts';
import { newsroomWith } from '../../support/newsroom-builder.ts';

const namesIn = (...paragraphs: string[]): string[] =>
  readParagraphs(paragraphs).entities.map(({ schema, name }) => `${schema} ${name}`);

describe('whom an article names', () => {
  test.each([
    ['a person who says something', 'The plan failed, said Tom Beale on Monday.', 'Person Tom Beale'],
    ['a person with an age', 'Ana Belmonte, 34, swam for an hour.', 'Person Ana Belmonte'],
    ['a person behind a title', 'Mr. Okonkwo-Ray left early.', 'Person Okonkwo-Ray'],
    ['a chief with her title', 'Norvane Chief Executive Greta Lindqvist left.', 'Person Greta Lindqvist'],
    ['a baker at the beginning of a sentence', 'Baker Ray Dunphy ducked.', 'Person Ray Dunphy'],
    [
      'a company by its form',
      'He took cash from Trellis Dredging Inc. in May.',
      'Company Trellis Dredging Inc',
    ],
    ['a company by what stands before it', 'It was built by scooter firm Orbica in May.', 'Company Orbica'],
    ['two names and a sign', 'The lawyers of Weald & Co. advised it.', 'Company Weald & Co'],
    ['a ministry', 'It was signed by the Ministry of Transport in May.', 'PublicBody Ministry of Transport'],
    ['a university', 'She teaches at the University of Oslo in winter.', 'Organization University of Oslo'],
    ['a union with an apostrophe', 'The Dockers’ Union called a strike.', 'Organization Dockers’ Union'],
    ['a body by its acronym', 'Nine officers of the FBI came.', 'PublicBody FBI'],
    ['the White House', 'Nobody at the White House knew.', 'PublicBody White House'],
    [
      'counsel without their honours',
      'The scheme ran for years, said Rupert Hollis KC.',
      'Person Rupert Hollis',
    ],
    [
      'an operator named behind a comma',
      'The ferry’s operator, Navieras Lobos, denied it.',
      'Company Navieras Lobos',
    ],
    ['a company by its spokesperson', 'A Nimbra representative said nothing.', 'Company Nimbra'],
    ['a company before its chief executive', 'Tolmar Chief Executive Kim Das left.', 'Company Tolmar'],
    ['a company where it is based', 'London-based Uzkorin Gas cut supplies.', 'Company Uzkorin Gas'],
    ['who has a poll made', 'A poll by Insight Nine showed it.', 'Organization Insight Nine'],
    [
      'a paper of another tongue',
      'The newspaper Diario do Porto had it first.',
      'Organization Diario do Porto',
    ],
    [
      'a union named behind a comma',
      'The union, Transport Together, said no.',
      'Organization Transport Together',
    ],
    ['fans', 'Fans’ group Blue Tide said it was right.', 'Organization Blue Tide'],
    [
      'heads of the north',
      'It was a survey by the Association of Northern Heads.',
      'Organization Association of Northern Heads',
    ],
    [
      'who does something, though nobody has the name',
      'Dembu Okwa, who runs the clinic, left.',
      'Person Dembu Okwa',
    ],
  ])('%s', (_, sentence, name) => {
    expect(namesIn(sentence)).toContain(name);
  });

  test.each([
    'Rescue workers said on Tuesday that French boats had come from Chicago.',
    'Several Americans were seen in New York in March.',
    'The River Tay and Lake Como rose. Nobody on Baker Street slept.',
    'Net income rose. Analysts had expected less. Shares fell.',
    'He won the Turner Prize and the World Cup.',
    'Breaking News: the dam has burst.',
    'THE QUICK BROWN FOX JUMPED OVER THE LAZY DOG AND RAN AWAY.',
  ])('nobody is suggested of: %s', (sentence) => {
    expect(namesIn(sentence)).toEqual([]);
  });

  test('a person is one, by full name, with initial and by surname', () => {
    const { entities } = readParagraphs([
      'Daniel R. Okafor, 58, was convicted. Okafor has denied it. A lawyer for Daniel Okafor wept.',
    ]);

    expect(entities).toEqual([
      {
        slug: 'daniel-r-okafor',
        schema: 'Person',
        name: 'Daniel R. Okafor',
        aliases: ['Okafor', 'Daniel Okafor'],
      },
    ]);
  });

  test('an acronym in parentheses is an alias', () => {
    const { entities } = readParagraphs([
      'The Coastal Safety Authority (CSA) closed it. The CSA will look again.',
    ]);

    expect(entities).toMatchObject([{ name: 'Coastal Safety Authority', aliases: ['CSA'] }]);
  });

  test('a word that the article writes small, too, is no alias: it would be tagged everywhere', () => {
    const { entities } = readParagraphs([
      'Wilfred Stamp, 81, cast a bell. Stamp then put a stamp on it, Stamp said.',
    ]);

    expect(entities).toMatchObject([{ name: 'Wilfred Stamp', aliases: [] }]);
  });

  test('who is on record is tagged and not suggested, also by surname and with a form of the company', () => {
    const newsroom = newsroomWith({
      entities: [
        { slug: 'jim-farley', schema: 'Person', name: 'Jim Farley' },
        { slug: 'ford', name: 'Ford' },
      ],
    });

    const { proposals, entities } = readParagraphs(
      ['Jim Farley runs Ford Inc. in Dearborn. “We sell trucks,” Farley said.'],
      { newsroom },
    );

    expect(entities).toEqual([]);
    expect(proposals.map(({ content }) => content)).toMatchObject([
      { entities: ['jim-farley', 'ford'] },
      { kind: 'quote', speaker: 'jim-farley' },
    ]);
  });

  test('a name that holds the name of somebody else is another one', () => {
    const newsroom = newsroomWith({ entities: [{ slug: 'ford', name: 'Ford' }] });

    const { proposals, entities } = readParagraphs(['The Ford Foundation gave money to a school.'], {
      newsroom,
    });

    expect(entities).toMatchObject([{ name: 'Ford Foundation', schema: 'Organization' }]);
    expect(proposals[0]?.content.entities).toEqual(['ford-foundation']);
  });

  test('weak names count for those in the story that the article is read for', () => {
    const newsroom = newsroomWith({
      entities: [{ slug: 'united-states', schema: 'Place', name: 'United States', weakAliases: ['US'] }],
      stories: [{ slug: 'tariffs', entities: [{ entity: 'united-states', role: 'sets them' }] }],
    });
    const sentence = 'Tariffs in the US will rise, which tells us little.';

    const [forStory, alone] = [{ newsroom, story: 'tariffs' }, { newsroom }].map((at) =>
      readParagraphs([sentence], at),
    );

    expect(forStory?.proposals[0]?.content.entities).toEqual(['united-states']);
    expect(alone?.proposals[0]?.content.entities).toEqual([]);
  });

  test('names that came marked up are taken as they are', () => {
    const { entities, proposals } = readParagraphs(['Zhongxin Weilai opened a plant.'], {
      named: [{ name: 'Zhongxin Weilai', schema: 'Company' }],
    });

    expect(entities).toMatchObject([{ slug: 'zhongxin-weilai', schema: 'Company' }]);
    expect(proposals[0]?.content.entities).toEqual(['zhongxin-weilai']);
  });

  test('no suggestion takes the slug of somebody on record', () => {
    const newsroom = newsroomWith({
      entities: [{ slug: 'tom-beale', schema: 'Person', name: 'Thomas B. Beale' }],
    });

    const { entities } = readParagraphs(['Tom Beale, 40, left.'], { newsroom });

    expect(entities).toMatchObject([{ slug: 'tom-beale-2', name: 'Tom Beale' }]);
  });

  test.each([
    [
      'a caption before the headline',
      'It was taken by editor Instagram FT, who said that the talks were on.',
      [],
    ],
    ['a heading before a name', 'IN THIS STORYDemetri Roe, 40, said that the talks were on.', []],
    ['two sentences', 'It lost to Xiaomi.Sevastopulo said that the talks were on.', []],
    ['letters behind a surname', 'Ann Lee MP, 40, said that the talks were on.', ['Person Ann Lee']],
    ['initials before it', 'Then JD Vance, 41, said that the talks were on.', ['Person JD Vance']],
  ])('lines that ran together make nobody, but who is one stays: %s', (_, text, names) => {
    expect(namesIn(text).filter((name) => name.startsWith('Person'))).toEqual(names);
  });

  test('a town is not short for the company that is called after it', () => {
    const { entities } = readParagraphs([
      'The ferry sank off Calvera. It was run by the operator Calvera Lines, which declined to comment.',
    ]);

    expect(entities).toMatchObject([{ name: 'Calvera Lines', aliases: [] }]);
  });

  test('the paper itself is not suggested', () => {
    expect(namesIn('Ann Lee, 40, told the Morning Ledger that it was over.')).toEqual(['Person Ann Lee']);
  });
});
