import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { schemaText } from '../../src/cli/generate.ts';
import { bundleSchema } from '../../src/domain/bundle.ts';
import { bundleJsonSchema } from '../../src/domain/bundle-schema.ts';
import { bundleFaults, expectedInWords } from '../../src/domain/editing/bundle/bundle-faults.ts';
import { findJsonFault } from '../../src/domain/editing/bundle/find-json-fault.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';

const parse = (data: object) =>
  parseBundle(JSON.stringify({ format: 'slugline-bundle/1', name: 'test', ...data }), 'test.json');

const faultsOf = (data: object): string[] => {
  const parsed = parse(data);
  if (!('problem' in parsed) || parsed.problem !== 'bundle-faulty') throw new Error('expected faults');
  return parsed.faults.map(({ path, found, expected }) => `${path}: found ${found}; expected ${expected}`);
};

const entry = { key: 'tariff', kind: 'fact', text: 'Tariffs stand at 100 percent.' };
const figure = { metric: 'tariff', amount: 100, unit: 'percent' };

test('faults are told in the order of the lists, though entries are checked one by one', () => {
  const faulty = {
    ...{ format: 'slugline-bundle/1', name: 'Test', mood: 'calm', stories: [{ slug: 'ford' }] },
    entries: [entry, { ...entry, kind: 'rumour' }, { ...entry, text: 7, mood: 'calm' }],
    questions: [{ key: 'q' }],
  };
  const atOnce = bundleSchema.safeParse(faulty, { error: expectedInWords });

  expect(parse(faulty)).toMatchObject({ faults: bundleFaults(faulty, atOnce.error?.issues ?? []) });
});

describe('a bundle as a person writes it', () => {
  test('what may be left out has its default', () => {
    const bundle = parse({ entries: [entry] });

    expect(bundle).toMatchObject({
      stories: [],
      entries: [{ ...entry, verification: 'unverified', sources: [], stories: [] }],
    });
  });

  test('a byte order mark before the text does no harm', () => {
    const bundle = parseBundle('\ufeff{"format": "slugline-bundle/1", "name": "test"}', 'test.json');

    expect(bundle).toMatchObject({ name: 'test' });
  });

  test.each([
    [
      'an amount that is no number',
      { entries: [{ ...entry, kind: 'figure', figure: { ...figure, amount: 'abc' } }] },
      'entries[0].figure.amount: found "abc"; expected a number',
    ],
    [
      'a mistyped field',
      { entries: [{ ...entry, verificaton: 'reported' }] },
      'entries[0].verificaton: found an unknown field; expected verification',
    ],
    [
      'a field that is like no other',
      { stories: [{ slug: 'ford', headline: 'Ford', nutGraf: 'Why.', mood: 'calm' }] },
      'stories[0].mood: found an unknown field; expected one of slug, headline, nutGraf, status, desk, subjects, aliases, entities',
    ],
    [
      'a kind that is none',
      { entries: [{ ...entry, kind: 'rumour' }] },
      'entries[0].kind: found "rumour"; expected one of fact, event, background, figure, quote, response',
    ],
    [
      'a day that its month does not have',
      { entries: [{ ...entry, occurred: { date: '2024-02-31' } }] },
      'entries[0].occurred.date: found "2024-02-31"; expected a day that is in the calendar',
    ],
    [
      'a leap day of a year that has none',
      { entries: [{ ...entry, occurred: { date: '2023-02-29T14:05' } }] },
      'entries[0].occurred.date: found "2023-02-29T14:05"; expected a day that is in the calendar',
    ],
    [
      'a kind left out',
      { entries: [{ key: 'a', text: 'A.' }] },
      'entries[0].kind: found nothing; expected one of fact, event, background, figure, quote, response',
    ],
    [
      'a figure without its figure',
      { entries: [{ ...entry, kind: 'figure' }] },
      'entries[0].figure: found nothing; expected an object',
    ],
    [
      'a source written out with a mistake in it',
      { entries: [{ ...entry, sources: [{ kind: 'named', label: 'Ford', count: 0 }] }] },
      'entries[0].sources[0].count: found 0; expected at least 1',
    ],
    [
      'the real name beside an unnamed source',
      { entries: [{ ...entry, sources: [{ kind: 'unnamed', label: 'an official', realName: 'A. B.' }] }] },
      'entries[0].sources[0].realName: found an unknown field; expected one of kind, label, count, groundRules, publisher, url, publishedAt, origin',
    ],
    [
      'a source that is neither written out nor a key',
      { entries: [{ ...entry, sources: [7] }] },
      'entries[0].sources[0]: found 7; expected text or an object',
    ],
    [
      'a source key that cannot be one',
      { entries: [{ ...entry, sources: ['The FT'] }] },
      'entries[0].sources[0]: found "The FT"; expected a slug of lower-case words joined by hyphens, like ford-xiaomi',
    ],
    [
      'a shared source under a name that cannot be a key',
      { sources: { 'The FT': { kind: 'publication', label: 'FT' } } },
      'sources["The FT"]: found the name "The FT"; expected a slug of lower-case words joined by hyphens, like ford-xiaomi',
    ],
    [
      'a date finer than the calendar',
      { entries: [{ ...entry, occurred: { date: '2024-13' } }] },
      'entries[0].occurred.date: found "2024-13"; expected a date like 2024, 2024-09, 2024-09-26 or 2024-09-26T14:05',
    ],
    [
      'an empty text',
      { entries: [{ ...entry, text: ' ' }] },
      'entries[0].text: found " "; expected some text',
    ],
    ['another format', { format: 'ninjs/3.1' }, 'format: found "ninjs/3.1"; expected "slugline-bundle/1"'],
    ['entries that are no list', { entries: {} }, 'entries: found an object; expected a list'],
  ])('%s is shown with its place, what stands there and what should', (_, data, fault) => {
    expect(faultsOf(data)).toEqual([fault]);
  });

  test('every fault of a file is told at once', () => {
    const faults = faultsOf({
      stories: [{ slug: 'Ford' }],
      entries: [
        { ...entry, urgency: 12 },
        { ...entry, kind: 'quote' },
      ],
    });

    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'stories[0].slug',
      'stories[0].headline',
      'entries[0].urgency',
      'entries[1].speaker',
    ]);
  });

  test('a file that holds no object is one fault', () => {
    expect(parseBundle('[]', 'test.json')).toMatchObject({
      faults: [{ path: 'the whole file', found: 'a list', expected: 'an object' }],
    });
  });
});

describe('a file that is not JSON', () => {
  test.each([
    ['{"a": 1,}', 'line 1, column 9: found }; expected no comma before the closing bracket'],
    ['{"a": [1,\n  2,\n]}', 'line 3, column 1: found ]; expected no comma before the closing bracket'],
    ['{"a": 1\n "b": 2}', 'line 2, column 2: found "; expected a comma or the closing bracket'],
    ['{"a": yes}', 'line 1, column 7: found yes; expected a value'],
    ['{"a": 01}', 'line 1, column 7: found 01; expected a value'],
    ["{'a': 1}", "line 1, column 2: found '; expected a name in double quotes or }"],
    ['{“a”: 1}', 'line 1, column 2: found “; expected a name in double quotes or }'],
    ['{"a" 1}', 'line 1, column 6: found 1; expected : after the name'],
    ['{"a": "open\n}', 'line 1, column 12: found the end of the line; expected a closing "'],
    ['{"a": "C:\\dir"}', 'line 1, column 10: found \\; expected an escape like \\" or \\n'],
    ['{"a": [1}', 'line 1, column 9: found }; expected a comma or the closing bracket'],
    ['{"a": 1', 'line 1, column 8: found the end of the file; expected a comma or the closing bracket'],
    ['{} {}', 'line 1, column 4: found {; expected nothing more'],
    ['', 'line 1, column 1: found the end of the file; expected a value'],
  ])('%j is refused with its line and column', (text, detail) => {
    expect(parseBundle(text, 'test.json')).toEqual({
      problem: 'bundle-unreadable',
      file: 'test.json',
      detail,
    });
  });

  test('no JSON is ever called faulty, and whatever JSON.parse refuses has a place', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '{'),
        (json, seed, stray) => {
          const at = seed % (json.length + 1);
          const text = json.slice(0, at) + stray + json.slice(at);

          const isJson = accepts(text);

          expect(findJsonFault(text) === undefined).toBe(isJson);
        },
      ),
    );
  });
});

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the schema that editors complete and check with', () => {
  const validate = new Ajv2020({ validateFormats: false }).compile(bundleJsonSchema());

  test('data/schema.json is what the schemas say today (npm run schema writes it)', () => {
    expect(readFileSync('data/schema.json', 'utf8')).toBe(schemaText());
  });

  test('it accepts the sample newsroom', () => {
    const sample: unknown = JSON.parse(readFileSync('data/sample/ford-xiaomi.json', 'utf8'));

    validate(sample);

    expect(validate.errors).toBeNull();
  });

  test('it refuses a field that does not exist', () => {
    expect(validate({ format: 'slugline-bundle/1', name: 'test', storys: [] })).toBe(false);
  });

  test('it names its parts as the newsroom does', () => {
    expect(Object.keys(bundleJsonSchema().$defs ?? {}).sort()).toEqual(
      [
        ...['Story', 'Entity', 'Relation', 'Source', 'Question', 'Moment', 'Date'],
        ...['Entry', 'Fact', 'Figure', 'Quote', 'Event', 'Response', 'Background'],
      ].sort(),
    );
  });
});
