import fc from 'fast-check';
import {
  aroundQuotes,
  printList,
  readList,
  readOptions,
  unquoted,
} from '../../../src/domain/language/read-options.ts';

const keys = { words: ['owner', 'due'], lists: ['aliases'] } as const;
const read = (text: string) => readOptions<'owner' | 'due' | 'aliases'>(text, keys);

describe('a command parted from its options', () => {
  test.each([
    ['ford "Why now?" owner:<@U1|ana> due:friday', 'ford "Why now?"', { owner: '<@U1|ana>', due: 'friday' }],
    ['ford OWNER: <@U1> Why now?', 'ford Why now?', { owner: '<@U1>' }],
    ['due:26 Sep 2026 owner:me', '', { due: '26 Sep 2026', owner: 'me' }],
    ['due:"26 Sep 2026" Why now?', 'Why now?', { due: '26 Sep 2026' }],
    ['ford due:friday "Why now?"', 'ford  "Why now?"', { due: 'friday' }],
    ['ford "Who is the owner: Ford?"', 'ford "Who is the owner: Ford?"', {}],
    [
      'aliases: Ford Motor, "Farley, Jim" due:friday',
      '',
      { aliases: 'Ford Motor, "Farley, Jim"', due: 'friday' },
    ],
    ['due:friday due:monday', '', { due: 'monday' }],
    ['https://ford.com/owner:x', 'https://ford.com/owner:x', {}],
    ['a “due: friday” b', 'a “due: friday” b', {}],
    ['due:', '', { due: '' }],
  ])('%s', (text, rest, options) => {
    expect([read(text).rest.replace(/\s+/g, ' '), read(text).options]).toEqual([
      rest.replace(/\s+/g, ' '),
      options,
    ]);
  });

  test('a key that is nearly one is told apart from text', () => {
    expect(read('ford onwer:me').mistyped).toEqual({ typed: 'onwer', meant: 'owner' });
    expect(read('ford said: no').mistyped).toBeUndefined();
  });

  test('no text is lost: every word is in the rest or in an option', () => {
    const word = fc.constantFrom(
      'ford',
      'why',
      '“now”',
      '"a',
      'b"',
      'owner:',
      'due:x',
      'aliases:',
      '<@U1>',
      'x,y',
      'owner:"q w"',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        // A key given twice keeps its last value only: that is what the grammar says.
        const text = words.filter((one, at) => !one.includes(':') || words.indexOf(one) === at).join(' ');
        const hasRepeat = (text.match(/owner:/g) ?? []).length > 1;
        const { rest, options } = read(text);
        const letters = (some: string) =>
          some
            .replace(/owner:|due:|aliases:|[\s"“”]/g, '')
            .split('')
            .sort()
            .join('');

        expect(hasRepeat || letters(rest + Object.values(options).join('')) === letters(text)).toBe(true);
      }),
    );
  });

  test('a long text without an end is read', () => {
    const long = `${'"a '.repeat(4000)}${' owner:'.repeat(500)}${',\n '.repeat(4000)}`;

    expect(read(long)).toBeDefined();
    expect(readList(long).length).toBeGreaterThan(0);
  });
});

describe('quotation marks', () => {
  test.each([
    ['"Why now?"', 'Why now?'],
    ['“Why now?”', 'Why now?'],
    ['„Warum?“', 'Warum?'],
    ['Ford said "no"', 'Ford said "no"'],
    ['"no" said "Ford"', '"no" said "Ford"'],
  ])('%s is %s', (typed, meant) => {
    expect(unquoted(typed)).toBe(meant);
  });

  test('part a sentence in three', () => {
    expect(aroundQuotes('jim-farley “chief executive of” ford')).toEqual({
      before: 'jim-farley',
      quoted: 'chief executive of',
      after: 'ford',
    });
    expect(aroundQuotes('no quotes')).toBeUndefined();
  });
});

test('a list of names reads back as it was printed', () => {
  const name = fc
    .stringMatching(/^[A-Za-z0-9 ,;.’'&-]{1,20}$/)
    .map((text) => text.trim())
    .filter(Boolean);

  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), (names) => {
      expect(readList(printList(names))).toEqual(names);
    }),
  );
});
