import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Answer } from '../../../src/services/commands/verb.ts';
import { aloud, officeWith, people, type TestOffice } from '../support/office.ts';

let desk: TestOffice;

const cast = {
  stories: [
    {
      slug: 'ford-xiaomi',
      headline: 'Ford and Xiaomi in talks',
      desk: 'autos',
      entities: [{ entity: 'ford', role: 'in talks' }],
    },
    { slug: 'city-budget', headline: 'The city’s budget', desk: 'metro' },
  ],
  entities: [
    { slug: 'ford', name: 'Ford Motor', aliases: ['Blue Oval', 'Oval'] },
    { slug: 'xiaomi', name: 'Xiaomi', aliases: ['小米', 'Oval'] },
  ],
  entries: [
    { text: 'Ford declined to comment on the joint venture', stories: ['ford-xiaomi'], entities: ['ford'] },
    {
      kind: 'quote' as const,
      text: 'A venture is no marriage',
      speaker: 'Jim Farley',
      stories: ['ford-xiaomi'],
    },
    { text: 'The budget grows by a tenth', stories: ['city-budget'], verification: 'confirmed' as const },
    { text: '小米与福特谈判', stories: ['ford-xiaomi'] },
  ],
};

beforeEach(async () => {
  desk = await officeWith(cast);
});

const reader = { person: people.reader };
const finds = (words: string, asked = {}) => desk.says(`search ${words}`, asked);
async function shows(words: string, asked = {}): Promise<Answer> {
  const told = await desk.types(`search ${words}`, asked);
  if (!('page' in told)) throw new Error('a form?');
  return told;
}
/** The words in bold. */
const marked = ({ page }: Answer): string[] =>
  page.parts
    .flatMap((part) => (part.part === 'paragraph' ? part.text : []))
    .flatMap((inline) =>
      typeof inline === 'object' && 'style' in inline && inline.style === 'bold' ? [inline.text] : [],
    );

describe('what is searched for', () => {
  test('stories, entities and entries are found together, with the words in bold', async () => {
    const found = await shows('ford');

    expect(plainText(found.page)).toContain('3 found');
    for (const line of ['Ford and Xiaomi in talks', 'Ford Motor', 'Ford declined to comment'])
      expect(plainText(found.page)).toContain(line);
    expect(new Set(marked(found))).toEqual(new Set(['Ford']));
  });

  test.each([
    ['“joint venture”', 'Ford declined to comment on the joint venture', ['joint', 'venture']],
    ['coment', 'Ford declined to comment', ['comment']],
    ['marri', 'A venture is no marriage', ['marriage']],
    ['小米', '小米与福特谈判', ['小米']],
    ['"blue oval"', 'Ford Motor', ['Blue', 'Oval']],
    ['Fárley', 'A venture is no marriage', []],
  ])('%s finds “%s”', async (words, text, bold) => {
    const found = await shows(words);

    expect(plainText(found.page).replaceAll('\u200b', '')).toContain(text);
    for (const one of bold) expect(marked(found)).toContain(one);
  });

  test.each([
    ['venture kind:quote', ['A venture is no marriage'], ['declined']],
    ['kind:quotes,fact story:city-budget', ['The budget grows'], ['marriage', 'declined']],
    ['entity:"Blue Oval"', ['Ford declined', 'Ford Motor', 'Ford and Xiaomi'], ['budget', 'marriage']],
    ['desk:metro', ['The budget grows', 'The city’s budget'], ['Ford']],
    ['verification:confirmed', ['The budget grows'], ['Ford']],
    ['budget since:2026-02-01 until:2026-02-01', ['The budget grows'], ['Ford']],
    ['by:import since:30d budget', ['The budget grows'], ['Ford']],
  ])('%s is filtered', async (words, there, absent) => {
    const text = await finds(words);

    for (const one of there) expect(text).toContain(one);
    for (const one of absent) expect(text).not.toContain(`\n${one}`);
  });

  test.each([
    ['venture -kind:quote', 'declined', 'marriage'],
    ['story:ford-xiaomi -entity:"Blue Oval"', 'marriage', 'declined'],
    ['kind:fact -desk:metro', 'declined', 'tenth'],
    ['-verification:confirmed', 'declined', 'tenth'],
  ])('%s leaves out what it names: %j is there, %j is not', async (words, there, absent) => {
    const text = await finds(words);

    expect(text).toContain(there);
    expect(text).not.toContain(absent);
  });

  test.each([
    ['knid:quote', 'knid:quote', 'kind:quote, if that is what you mean'],
    ['author:ana budget', 'author:ana', 'since: until: desk: story: entity: kind: verification: by:'],
    ['-knid:quote', '-knid:quote', '-kind:quote, if that is what you mean'],
    ['-since:7d', '-since:7d', 'until:2026-02-01'],
    ['-kind:rumour', '-kind:rumour', 'one of fact, figure, quote'],
    ['kind:rumour', 'kind:rumour', 'one of fact, figure, quote'],
    ['desk:sprots', 'desk:sprots', 'autos, metro'],
    ['by:nobody', 'by:nobody', 'by:@ana'],
    ['since:soonish', 'since:soonish', 'is no date I can read'],
    ['since:2026-02-05 until:2026-02-01', 'until:2026-02-01', 'a time after since:2026-02-05'],
    ['story:xqzw', 'story:xqzw', 'the slug or a name of a story that is on record'],
    ['entity:frod', 'entity:frod', 'entity:ford'],
    ['entity:oval', 'entity:oval', 'entity:ford or entity:xiaomi'],
    ['venture -marriage', '-marriage', 'words cannot be left out'],
    ['until:2999-01-01', 'until:2999-01-01', 'still to come'],
    ['since:2026-02-30', 'since:2026-02-30', 'There is no 2026-02-30 in the calendar'],
    ['page:x ford', 'page:x', 'the number of a page'],
    ['', 'what to look for', 'search "joint venture"'],
    ['ford since:', 'since:', 'since:7d, since:2026-02-01'],
    ['ford since: 7d', 'since:', 'since:7d, since:2026-02-01'],
  ])('search %s: the part %j is named, and what to write', async (words, part, expected) => {
    const text = await finds(words);

    expect(text).toContain(part);
    expect(text).toContain(expected);
  });

  test('for what is found nowhere the nearest words are offered as buttons', async () => {
    const { page } = await shows('bxdgxt kind:fact');

    expect(plainText(page)).toContain('Nothing found');
    expect(plainText(page)).toContain(
      'Try fewer or other words, the beginning of a word, or leave out a filter',
    );
    expect(JSON.stringify(page)).toContain('"command":"search budget"');
  });

  test('the number of an entry leads to the entry', async () => {
    const { page } = await shows('e-1 E-2');

    expect(plainText(page)).toContain('Entries are asked for by their number');
    expect(JSON.stringify(page)).toMatch(/"command":"E-1".*"command":"E-2"/);
  });

  test('whose entries is said with their name, not with what Slack makes of it', async () => {
    const { page } = await shows('venture by:<@U0ANA|ana> by:<@U0ED>');
    const bare = await shows('by:<@U0ANA|ana>');

    expect(page.parts[0]).toEqual({ part: 'title', text: 'Search: venture' });
    expect(plainText(page)).toContain('Nothing found · by @U0ANA or @U0ED');
    expect(bare.page.parts[0]).toEqual({ part: 'title', text: 'Search' });
  });

  test('a phrase is marked where it stands, and none of its words elsewhere, also in who says so', async () => {
    const worded = await officeWith({
      stories: [{ slug: 'talks' }],
      entries: [
        {
          text: 'The talks about the plant are at the end, said the makers',
          attribution: 'citing people familiar with the talks',
          stories: ['talks'],
        },
      ],
    });
    const markedFor = async (words: string) => marked((await worded.types(`search ${words}`)) as Answer);

    const [inText, inAttribution, both] = [
      await markedFor('"the plant"'),
      await markedFor('"with the talks"'),
      await markedFor('"the plant" talk'),
    ];

    expect(inText).toEqual(['the', 'plant']);
    expect(inAttribution).toEqual(['with', 'the', 'talks']);
    expect(both).toEqual(['talks', 'the', 'plant', 'talks']);
  });

  test('a long entry is shown around the words, or from its beginning where none of them stand in it', async () => {
    const long = `It begins here. ${'And on it goes. '.repeat(40)}The gigaplant opens. ${'More follows. '.repeat(40)}`;
    const wordy = await officeWith({
      stories: [{ slug: 'talks' }],
      entries: [{ text: long, stories: ['talks'] }],
    });

    const [around, filtered] = [
      await wordy.says('search gigaplant'),
      await wordy.says('search story:talks kind:fact'),
    ];

    expect(around).toMatch(/\n… .*The gigaplant opens\..*…\nE-1/);
    expect(filtered).toMatch(/\nIt begins here\..*…\nE-1/);
  });

  test('pages are turned by words that can be typed', async () => {
    const many = await officeWith({
      stories: [{ slug: 'talks' }],
      entries: Array.from({ length: 20 }, (_, n) => ({
        text: `Plant number ${n} opens`,
        stories: ['talks'],
      })),
    });

    const first = await many.types('search plant kind:fact');
    const second = await many.says('search plant kind:fact page:2');
    const past = await many.types('search plant kind:fact page:9');

    expect(JSON.stringify(first)).toContain('"command":"search plant kind:fact page:2"');
    expect(second).toContain('20 found · page 2 of 3');
    expect(aloud(past)).toContain('nothing on this page any more');
    expect(JSON.stringify(past)).toContain('"command":"search plant kind:fact page:3"');
  });
});

describe('the index follows the record', () => {
  test('an entry added is found at once, corrected by its new words, withdrawn not at all', async () => {
    await desk.types('add ford-xiaomi The gigafactory opens in May | src: Ford spokesperson | rules: record');
    const added = await finds('gigafactory');
    const [id = ''] = /E-\d+/.exec(added) ?? [];

    await desk.types(`correct ${id} The gigaplant opens in May | reason: it is a plant`);
    const [before, after] = [await finds('gigafactory'), await finds('gigaplant')];
    await desk.types(`withdraw ${id} reason:"the FT withdrew it"`);
    const withdrawn = await finds('gigaplant');
    const near = await finds('gigxplxnt gixafactoxy');

    expect(added).toContain('The gigafactory opens in May');
    expect(before).not.toContain(id);
    expect(after).toContain('The gigaplant opens in May');
    expect(withdrawn).toContain('Nothing found');
    expect(near).not.toMatch(/gigaplant|gigafactory/);
  });

  test('what is under embargo is nowhere for a reader, not even in a count or a nearest word', async () => {
    const before = await Promise.all(['budget', 'declined', 'declnd'].map((words) => finds(words, reader)));

    await desk.types('embargo E-1 until:"2026-03-01 06:00"');
    const [reading, editing] = [await finds('declined', reader), await finds('declined')];
    const near = await finds('declnd', reader);
    await desk.types('lift E-1');
    const after = await Promise.all(['budget', 'declined', 'declnd'].map((words) => finds(words, reader)));

    expect(reading).toContain('Nothing found');
    expect(near).not.toContain('declined');
    expect(editing).toContain('EMBARGOED until 1 Mar 2026');
    expect(after).toEqual(before);
  });

  test('a merged or renamed story is found by every name it had, once, as it is called now', async () => {
    await desk.types('rename city-budget money-2026');
    await desk.types('merge city-budget into ford-xiaomi');
    await desk.types('merge xiaomi into ford');

    const byOldName = await finds('city');
    const byAlias = await finds('小米');

    expect(byOldName).toContain('1 found');
    expect(byOldName).toContain('ford-xiaomi · story');
    expect(byAlias).toContain('ford · company');
  });

  test('a name that is given up is no way in any more', async () => {
    await desk.types('entity edit ford aliases: Dearborn');

    const [old, fresh] = [await finds('"blue oval"'), await finds('dearborn')];

    expect(old).toContain('Nothing found');
    expect(fresh).toContain('Ford Motor');
  });
});
