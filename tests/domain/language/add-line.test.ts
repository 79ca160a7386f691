import fc from 'fast-check';
import { readAddLine } from '../../../src/domain/language/add-line.ts';
import { asQuote } from '../../../src/domain/language/infer-kind.ts';
import { readSource, readSources } from '../../../src/domain/language/read-source.ts';

describe('an entry in one line', () => {
  test.each([
    ['Ford declined', { text: 'Ford declined', fields: {} }],
    [
      'Ford declined | src: Ford spokesperson',
      { text: 'Ford declined', fields: { source: 'Ford spokesperson' } },
    ],
    [
      'Ford declined|RULES : record|Kind=response | On: 2024-09-26',
      { text: 'Ford declined', fields: { rules: 'record', kind: 'response', on: '2024-09-26' } },
    ],
    [
      'It grew | ground rules: record | as-of: 2024 | responds to: E-1',
      { text: 'It grew', fields: { rules: 'record', asOf: '2024', respondsTo: 'E-1' } },
    ],
    [
      'Two lines\nof text | src: "SEC filing"',
      { text: 'Two lines\nof text', fields: { source: 'SEC filing' } },
    ],
    ['“Yes | no,” he said | src: Ford', { text: '“Yes | no,” he said', fields: { source: 'Ford' } }],
    ['said "a | b" | src: Ford', { text: 'said "a | b"', fields: { source: 'Ford' } }],
    ['a 5" screen | src: Ford', { text: 'a 5" screen', fields: { source: 'Ford' } }],
    ['Ford | Xiaomi talk | src: Ford', { text: 'Ford | Xiaomi talk', fields: { source: 'Ford' } }],
    [
      'It said | https://ft.com/x | src: FT',
      { text: 'It said | https://ft.com/x', fields: { source: 'FT' } },
    ],
    ['It said | src: FT | src: Reuters', { text: 'It said', fields: { source: 'FT; Reuters' } }],
    ['It said | on: 2024 | on: 2025', { text: 'It said', fields: { on: '2025' } }],
    ['It said | src: Ford: the memo', { text: 'It said', fields: { source: 'Ford: the memo' } }],
    ['', { text: '', fields: {} }],
    ['||', { text: '', fields: {} }],
  ])('%j', (line, read) => {
    expect(readAddLine(line)).toEqual({ ...read, unknown: [] });
  });

  test('a key that does not exist is named, with its value and the nearest one', () => {
    expect(readAddLine('It said | sorce: Ford | constructor: x').unknown).toEqual([
      { typed: 'sorce', value: 'Ford', near: 'src' },
      { typed: 'constructor', value: 'x' },
    ]);
  });

  test('no word of a line is lost', () => {
    const part = fc.constantFrom(
      'Ford',
      ' | ',
      '|',
      '"',
      '“',
      '”',
      'src:',
      // Ends at its bar: of two dates the last holds, with whatever stands behind it.
      'on: 2024 | ',
      'xyz: 1',
      ' ',
      ':',
      '\n',
      'a',
    );

    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const line = parts.join('');

        const { text, fields, unknown } = readAddLine(line);

        // The last of a repeated key holds, so a repeated date is the one thing that may go.
        const kept = [
          text,
          ...Object.values(fields),
          ...unknown.flatMap(({ typed, value }) => [typed, value]),
        ].join(' ');
        for (const word of ['Ford', 'xyz', 'a']) expect(kept.includes(word)).toBe(line.includes(word));
      }),
    );
  });
});

describe('a source', () => {
  test.each([
    ['four people familiar with the discussions', 'unnamed', 4],
    ['2 Ford executives', 'unnamed', 2],
    ['a person briefed on the talks', 'unnamed', 1],
    ['people close to Xiaomi', 'unnamed', undefined],
    ['US officials', 'unnamed', undefined],
    ['a source', 'unnamed', 1],
    ['Ford spokesperson', 'named', undefined],
    ['Jane Doe, chief executive of Ford', 'named', undefined],
    ['White House official John Smith', 'named', undefined],
    ['SEC filing', 'document', undefined],
    ['two court documents', 'document', undefined],
    ['Reuters', 'publication', undefined],
    ['Financial Times report', 'publication', undefined],
  ])('%j is %s', (typed, kind, count) => {
    expect(readSource(typed)).toEqual({ kind, label: typed, ...(count ? { count } : {}) });
  });

  test('an address is a publication under its own name or that of its site', () => {
    expect(readSource('https://www.ft.com/content/1')).toEqual({
      kind: 'publication',
      label: 'ft.com',
      url: 'https://www.ft.com/content/1',
    });
    expect(readSource('SEC filing https://sec.gov/1.')).toEqual({
      kind: 'document',
      label: 'SEC filing',
      url: 'https://sec.gov/1',
    });
  });

  test('whose reporting it repeats is told by “via”', () => {
    expect(readSource('four people familiar with the talks, via Reuters')).toMatchObject({
      kind: 'unnamed',
      count: 4,
      origin: 'Reuters',
    });
  });

  test('several are parted by semicolons, not by commas', () => {
    expect(readSources('Jane Doe, chief executive; SEC filing').map(({ kind }) => kind)).toEqual([
      'named',
      'document',
    ]);
  });
});

describe('nothing but a quotation and who said it', () => {
  test.each([
    ['“We are not in talks,” said Jim Farley', 'We are not in talks', 'Jim Farley'],
    ['"We are not in talks", Jim Farley told reporters', undefined, undefined],
    ['Jim Farley: “No comment”', 'No comment', 'Jim Farley'],
    ['Farley said: "Not now."', 'Not now.', 'Farley'],
    ['“Yes,” said Farley in Detroit, adding that he was glad', undefined, undefined],
    ['Ford called it “a rumour” on Monday', undefined, undefined],
  ])('%j', (text, quote, speaker) => {
    expect(asQuote(text)).toEqual(quote === undefined ? undefined : { kind: 'quote', quote, speaker });
  });
});
