import fc from 'fast-check';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { answer } from '../../../src/services/commands/commands.ts';
import { ask, newsroomWith, sampleNewsroom } from '../../support/newsroom-builder.ts';

const sample = sampleNewsroom();
const empty = newsroomWith({});

const grammar = [
  ...[
    'ford',
    'xiaomi',
    'ford-xiaomi',
    '#ford-xiaomi',
    '<#C01|ford-xiaomi>',
    'Jim Farley',
    'CATL’s',
    'and',
    '&',
  ],
  ...[
    'entity:',
    'story:',
    'entity:ford',
    'story:ford-xiaomi',
    'page:2',
    'page:0',
    'page:999999',
    'E-1',
    'E-99.',
  ],
  ...[
    'timeline',
    'claims',
    'gaps',
    'sources',
    'people',
    'help',
    'brief',
    '/brief',
    '“',
    '"',
    '<',
    '>',
    '&amp;',
  ],
  ...[
    '<@U1>',
    '<!channel>',
    '<https://ft.com|ft.com>',
    '\u200b',
    '\u00a0',
    '`',
    '*',
    '_',
    '🚗',
    'שלום',
    'constructor',
  ],
];
const anythingTyped = fc
  .array(fc.oneof(fc.constantFrom(...grammar), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 8,
  })
  .chain((words) => fc.constantFrom(' ', '', '  ', '\n').map((space) => words.join(space)));

describe('anything typed', () => {
  test.each([
    ['the sample newsroom', sample],
    ['an empty newsroom', empty],
  ])('is answered with words by %s', (_, newsroom) => {
    fc.assert(
      fc.property(anythingTyped, fc.boolean(), (typed, inThread) => {
        const threadTopics =
          inThread && newsroom === sample ? [{ kind: 'story', slug: 'ford-xiaomi' } as const] : [];

        const { page } = ask(newsroom, typed, { threadTopics });

        expect(plainText(page).trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'entity:constructor',
    'help __proto__',
    'story:__proto__',
  ])('%s is a word like any other', (typed) => {
    expect(plainText(ask(sample, typed).page)).toMatch(/Nothing on record|no command/);
  });

  test.each([
    ['one letter over and over', 'a '.repeat(5000)],
    ['names over and over', 'ford and xiaomi '.repeat(625)],
    ['one endless word', 'x'.repeat(10_000)],
    ['words that are all different', Array.from({ length: 1700 }, (_, at) => `w${at}d`).join(' ')],
    ['full stops', `${'.'.repeat(9999)}x`],
    ['a long question for help', `help ${'timeline '.repeat(1100)}`],
  ])('%s, 10,000 characters long, is answered', (_, typed) => {
    const { page } = ask(sample, typed);

    expect(plainText(page)).not.toBe('');
  });

  test('a long text is answered in a newsroom of 3,000 companies', () => {
    const entities = Array.from({ length: 3000 }, (_, at) => ({ slug: `company-number-${at}` }));
    const newsroom = newsroomWith({ entities });

    const { page } = ask(newsroom, 'nothing of that kind '.repeat(60));

    expect(plainText(page)).toContain('Nothing on record is called');
  });
});

describe('in a thread', () => {
  const thread = { threadTopics: [{ kind: 'story', slug: 'ford-xiaomi' } as const] };

  test('a bare view is about what the thread is about', () => {
    const inThread = ask(sample, 'timeline', thread);
    const named = ask(sample, 'ford-xiaomi timeline');

    expect(inThread).toEqual(named);
  });

  test('a topic that is named comes before the thread’s own', () => {
    expect(ask(sample, 'catl timeline', thread).topics).toEqual([{ kind: 'entity', slug: 'catl' }]);
  });

  test('a bare view where no topic is known asks for one', () => {
    const { page } = ask(sample, 'timeline');

    expect(plainText(page)).toContain('@slugline ford-xiaomi timeline');
  });
});

test('the words that a person typed are shown back, cut between characters', () => {
  const { page } = answer('🚗'.repeat(200), {
    newsroom: empty,
    viewer: { role: 'reader' },
    now: '',
    zone: 'UTC',
  });

  const words = plainText(page);
  expect(words).toContain('🚗🚗🚗');
  expect(words).not.toMatch(/\p{Surrogate}/u);
});
