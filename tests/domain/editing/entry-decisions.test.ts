import { addEntry } from '../../../src/domain/editing/entries/add-entry.ts';
import { correctEntry } from '../../../src/domain/editing/entries/correct-entry.ts';
import { embargoEntry, liftEmbargo } from '../../../src/domain/editing/entries/embargo-entry.ts';
import { fieldsOf } from '../../../src/domain/editing/entries/print-entry.ts';
import { readCorrection } from '../../../src/domain/editing/entries/read-correction.ts';
import { verifyEntry } from '../../../src/domain/editing/entries/verify-entry.ts';
import { withdrawEntry } from '../../../src/domain/editing/entries/withdraw-entry.ts';
import { readAmount } from '../../../src/domain/editing/read-number.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { problemPage } from '../../../src/domain/pages/problems/problem-page.ts';
import { entryContentSchema } from '../../../src/domain/records/entry.ts';
import type { Source } from '../../../src/domain/records/source.ts';
import { act, newsroomWith, now, sampleNewsroom } from '../../support/newsroom-builder.ts';

const viewer = { role: 'editor' } as const;
const later = '2026-03-02T11:00:00.000Z';
const content = entryContentSchema.parse({ kind: 'fact', text: 'They rise.', stories: ['tariffs'] });
const desk = () =>
  newsroomWith({
    stories: [{ slug: 'tariffs' }],
    entries: [{ text: 'They stand.', stories: ['tariffs'] }],
  });
const source = (label: string): Source => ({ kind: 'document', label, groundRules: 'unknown' });

describe('what is decided when it is recorded, whatever was so when it was typed', () => {
  test('a story that was closed meanwhile takes no entry', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'story-edited', slug: 'tariffs', set: { status: 'closed' } }]);

    expect(addEntry({ content, viewer, by: 'UANA' })(newsroom, now)).toEqual({
      problem: 'story-closed',
      slug: 'tariffs',
    });
  });

  test('two who correct in the same moment: the second is told', () => {
    const newsroom = desk();
    const decide = correctEntry({
      id: 'E-1',
      act: 'correct',
      set: { text: 'They fall.' },
      reason: 'so',
      revision: 0,
      viewer,
    });
    act(newsroom, [{ type: 'entry-verified', id: 'E-1', verification: 'confirmed' }], { by: 'UBEA' });

    expect(decide(newsroom, now)).toEqual({ problem: 'entry-moved', id: 'E-1', by: 'UBEA' });
  });

  test('a correction needs a reason, a clarification may have one', () => {
    const correcting = { id: 'E-1', set: { text: 'They fall.' }, reason: undefined, revision: 0, viewer };

    expect(correctEntry({ ...correcting, act: 'correct' })(desk(), now)).toMatchObject({
      problem: 'reason-missing',
    });
    expect(correctEntry({ ...correcting, act: 'clarify' })(desk(), now)).toMatchObject([
      { type: 'entry-clarified' },
    ]);
    expect(withdrawEntry({ id: 'E-1', reason: ' ', viewer })(desk(), now)).toMatchObject({
      problem: 'reason-missing',
    });
  });

  test('an embargo that ended while its form was open is refused', () => {
    expect(embargoEntry({ id: 'E-1', until: now, viewer })(desk(), now)).toEqual({
      problem: 'embargo-past',
      id: 'E-1',
    });
  });

  test('an embargo that has ended by itself is not there to be lifted', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until: later }]);

    expect(liftEmbargo({ id: 'E-1', viewer })(newsroom, now)).toEqual([
      { type: 'embargo-lifted', id: 'E-1' },
    ]);
    expect(liftEmbargo({ id: 'E-1', viewer })(newsroom, later)).toEqual({
      problem: 'not-embargoed',
      id: 'E-1',
    });
  });

  test('an entry has fifty sources at most', () => {
    const newsroom = desk();
    const verifying = { id: 'E-1', verification: 'reported', reason: undefined, viewer } as const;
    const fifty = Array.from({ length: 50 }, (_, at) => source(`filing ${at}`));
    const changes = verifyEntry({ ...verifying, sources: fifty })(newsroom, now);
    if (Array.isArray(changes)) act(newsroom, changes);

    const refused = verifyEntry({ ...verifying, sources: [source('one more')] })(newsroom, now);

    expect(newsroom.entries.get('E-1')?.sources).toHaveLength(50);
    expect(refused).toEqual({ problem: 'too-many-sources', id: 'E-1', most: 50 });
  });
});

describe('every refusal', () => {
  test.each([
    [{ problem: 'off-the-record' }, 'on the record, on background or deep background'],
    [{ problem: 'entry-needed', act: 'verify', typed: 'Ford' }, '/brief verify E-31'],
    [{ problem: 'story-closed', slug: 'tariffs' }, '/brief edit tariffs'],
    [{ problem: 'entry-withdrawn', id: 'E-1', by: 'UANA' }, '/brief add'],
    [{ problem: 'entry-unchanged', id: 'E-1' }, '/brief correct E-1'],
    [{ problem: 'entry-moved', id: 'E-1', by: 'UANA' }, 'Send it again'],
    [{ problem: 'reason-missing', id: 'E-1', act: 'withdraw' }, '/brief withdraw E-1 reason:'],
    [
      { problem: 'verification-unchanged', id: 'E-1', verification: 'reported' },
      '/brief verify E-1 reported src:',
    ],
    [{ problem: 'too-many-sources', id: 'E-1', most: 50 }, '/brief correct E-1'],
    [{ problem: 'embargo-past', id: 'E-1' }, '/brief lift E-1'],
    [{ problem: 'not-embargoed', id: 'E-1' }, '/brief embargo E-1 until:'],
  ] as const)('%j names the next step', (problem, step) => {
    expect(plainText(problemPage(problem))).toContain(step);
  });
});

describe('an entry shown in a form and sent back untouched', () => {
  const newsroom = sampleNewsroom();

  test.each([...newsroom.entries.all()].map((entry) => [entry.id, entry] as const))(
    '%s says the same',
    (_, entry) => {
      const reading = { viewer, now, zone: 'America/New_York' };

      const { wanted, faults } = readCorrection(newsroom, entry, fieldsOf(newsroom, entry), reading);

      expect(faults).toEqual([]);
      expect(entry).toMatchObject(wanted!);
    },
  );
});

test.each([
  ['80', { amount: 80 }],
  ['-1.5', { amount: -1.5 }],
  ['1,200', { amount: 1200 }],
  ['over 80 percent', { amount: 80, bound: 'over', unit: 'percent' }],
  ['100%', { amount: 100, unit: 'percent' }],
  ['2.5 million cars', { amount: 2_500_000, unit: 'cars' }],
  ['less than 3bn', { amount: 3e9, bound: 'under' }],
  ['many', undefined],
  ['1e9', undefined],
  ['', undefined],
])('the amount %j', (typed, read) => {
  expect(readAmount(typed)).toEqual(read);
});
