import type { EntryContent } from '../../../src/domain/records/entry.ts';
import { entryContentSchema } from '../../../src/domain/records/entry.ts';
import { isOffTheRecord } from '../../../src/domain/rules/off-the-record.ts';
import { clarifyWarning, standardsOf } from '../../../src/domain/rules/standards.ts';

const entry = (fields: object): EntryContent =>
  entryContentSchema.parse({ kind: 'fact', text: 'Ford is in talks.', ...fields });
const named = { kind: 'named', label: 'Ford spokesperson' };
const rulesOf = (fields: object): string[] => standardsOf(entry(fields)).map(({ rule }) => rule);

describe('the house’s standards', () => {
  test.each([
    ['a named source', { sources: [named] }, []],
    [
      'four unnamed people who are counted',
      { sources: [{ kind: 'unnamed', label: 'four people familiar', count: 4 }] },
      [],
    ],
    [
      '“a source says” in the text',
      { text: 'A source says Ford is in talks.', sources: [named] },
      ['bare-source'],
    ],
    [
      '“sources said” in the text',
      { text: 'Ford is in talks, sources said.', sources: [named] },
      ['bare-source'],
    ],
    [
      '“a source familiar with it says”',
      { text: 'A source familiar with it says so.', sources: [named] },
      [],
    ],
    ['“citing a source”', { attribution: 'citing a source' }, ['bare-source']],
    [
      'a source that is called just that',
      { sources: [{ kind: 'unnamed', label: 'a source', count: 1 }] },
      ['bare-source'],
    ],
    [
      'unnamed people who are not counted',
      { sources: [{ kind: 'unnamed', label: 'people familiar' }] },
      ['unnamed-without-count'],
    ],
    ['nobody standing for it', {}, ['unattributed']],
    ['nobody, but it is confirmed', { verification: 'confirmed' }, []],
    ['an attribution alone', { attribution: 'according to the filing' }, []],
    ['a quote, whose speaker stands for it', { kind: 'quote', speaker: 'ford' }, []],
    ['open source software', { text: 'The open source says nothing of it.', sources: [named] }, []],
  ])('%s', (_, fields, rules) => {
    expect(rulesOf(fields)).toEqual(rules);
  });

  test('a warning says what breaks the rule and what would mend it', () => {
    const [warning] = standardsOf(entry({ text: 'A source says so.', sources: [named] }));

    expect(warning).toEqual({
      rule: 'bare-source',
      says: expect.stringContaining('“A source says”'),
      mend: expect.stringContaining('how many they are and how they know'),
    });
  });
});

describe('a clarification', () => {
  const before = 'The plant in Ohio opened on Monday with 400 workers, and Ford has not said why.';

  test.each([
    [
      'other words for the same',
      'On Monday, with 400 workers, the Ohio plant opened; why, Ford has not said.',
      undefined,
    ],
    ['another figure', before.replace('400', '500'), 'a figure'],
    ['another number in words', before.replace('400', 'four hundred'), 'a figure'],
    ['another name', before.replace('Ohio', 'Michigan'), 'a name'],
    ['another day', before.replace('Monday', 'Tuesday'), 'a date'],
    ['a negation gone', before.replace('has not said', 'has said'), 'a negation'],
  ])('with %s', (_, text, changed) => {
    const warnings = clarifyWarning(entry({ text: before }), entry({ text }));

    expect(warnings.map(({ rule }) => rule)).toEqual(changed ? ['clarify-changes-fact'] : []);
    if (changed) expect(warnings[0]?.says).toContain(changed);
  });

  test.each([
    ['what happened when', { occurred: { date: '2024' } }],
    ['whom it is about', { entities: ['ford'] }],
  ])('that changes %s changes a fact', (_, fields) => {
    expect(clarifyWarning(entry({}), entry(fields))).toHaveLength(1);
  });
});

describe('off the record', () => {
  test.each([
    [{ rules: 'off the record' }],
    [{ rules: 'Off-record' }],
    [{ rules: 'OTR' }],
    [{ rules: 'otr' }],
    [{ text: 'He said, off the record, that it is over' }],
    [{ text: 'Off-the-record: it is over' }],
    [{ text: 'It is over (OTR)' }],
    [{ text: 'It is over', source: 'Ford executive, off the record' }],
    [{ text: 'It is over', attribution: 'speaking off the record' }],
  ])('is %j', (fields) => {
    expect(isOffTheRecord(fields)).toBe(true);
  });

  test.each([
    [{ rules: 'record' }],
    [{ rules: 'on the record' }],
    [{ rules: 'deep background' }],
    [{ text: 'The car went off the road on record' }],
    [{ text: 'Rotring sold 45 otr units' }],
  ])('is not %j', (fields) => {
    expect(isOffTheRecord(fields)).toBe(false);
  });
});
