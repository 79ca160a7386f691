import fc from 'fast-check';
import { type Bundle, bundleSchema } from '../../src/domain/bundle.ts';
import { bundleParts } from '../../src/domain/editing/bundle/bundle-parts.ts';
import { importBundle, importPart } from '../../src/domain/editing/bundle/import-bundle.ts';
import { finished } from '../../src/domain/in-steps.ts';
import { createNewsroom, type Newsroom } from '../../src/domain/newsroom.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { EntryContent } from '../../src/domain/records/entry.ts';
import { act, newsroomWith } from '../support/newsroom-builder.ts';

/** Entries `e0`, `e1` …; each may answer any other, itself too. */
const bundleOf = (answers: readonly (number | undefined)[]): Bundle =>
  bundleSchema.parse({
    ...{ format: 'slugline-bundle/1', name: 'archive' },
    entities: [{ slug: 'ford', schema: 'Company', name: 'Ford' }],
    stories: [{ slug: 'talks', headline: 'Talks' }],
    entries: answers.map((to, at) => ({
      ...{ key: `e${at}`, kind: 'response', text: `Line ${at}.`, stories: ['talks'] },
      response: { entity: 'ford', stance: 'denies', ...(to === undefined ? {} : { respondsTo: `e${to}` }) },
    })),
    questions: [{ key: 'q', story: 'talks', text: 'When?', ...(answers.length ? { answeredBy: 'e0' } : {}) }],
  });
const anyBundle = fc
  .array(fc.option(fc.nat(39), { nil: undefined }), { minLength: 1, maxLength: 40 })
  .map((answers) => bundleOf(answers.map((to) => (to === undefined ? undefined : to % answers.length))));

function records(newsroom: Newsroom, whole: Bundle, parts: readonly Bundle[]): void {
  for (const part of parts) {
    const outcome = finished(importPart(newsroom, part, { whole, file: 'archive.json' }));
    if (isProblem(outcome)) throw new Error(JSON.stringify(outcome));
    if (outcome.changes.length > 0) act(newsroom, outcome.changes);
  }
}

/** What each entry says and which it answers, by its text. */
const saidIn = ({ entries }: Newsroom): string[] =>
  [...entries.all()]
    .map((entry) => {
      const to = entry.kind === 'response' ? entries.get(entry.response.respondsTo ?? '')?.text : '';
      return `${entry.text} ${to}`;
    })
    .sort();

test('in parts of whatever size, the newsroom ends as with the whole', () => {
  fc.assert(
    fc.property(anyBundle, fc.integer({ min: 1, max: 15 }), (whole, most) => {
      const newsroom = createNewsroom();

      records(newsroom, whole, bundleParts(whole, most));

      expect(saidIn(newsroom)).toEqual(saidIn(newsroomWith(whole)));
      expect(newsroom.questions.size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('broken off after any part, with an entry of somebody else’s in between, it goes on without doubles', () => {
  fc.assert(
    fc.property(anyBundle, fc.integer({ min: 1, max: 15 }), fc.nat(20), (whole, most, cut) => {
      const newsroom = createNewsroom();
      const parts = bundleParts(whole, most);
      records(newsroom, whole, parts.slice(0, cut % parts.length));
      const other: EntryContent = {
        kind: 'fact',
        text: 'Somebody else’s.',
        stories: [],
        entities: [],
        sources: [],
        verification: 'reported',
      };
      const id = `E-${newsroom.entries.size + 1}`;
      act(newsroom, [{ type: 'entry-added', id, entry: other }]);

      records(newsroom, whole, bundleParts(whole, most));

      expect(saidIn(newsroom).filter((said) => said.startsWith('Line'))).toEqual(saidIn(newsroomWith(whole)));
      const again = importBundle(newsroom, whole);
      expect(again).toMatchObject({ changes: [] });
    }),
    { numRuns: 60 },
  );
});

test('no part is smaller than the others by more than one, so what is left of a backfill is never a handful', () => {
  const lines = bundleOf(Array.from({ length: 400 }, () => undefined));

  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
      const whole = { ...lines, entries: lines.entries.slice(0, count) };

      const sizes = bundleParts(whole, most).map(({ entries }) => entries.length);

      expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('newest first, as archives often are, each answer waits for what it answers', () => {
  const whole = bundleOf(Array.from({ length: 400 }, (_, at) => (at < 399 ? 399 : undefined)));

  const [first, second] = bundleParts(whole);

  expect([first?.entries.length, second?.entries.length]).toEqual([200, 200]);
  expect(first?.entries[0]?.key).toBe('e399');
});

test('a bundle of up to 200 entries is one act, in the order of the file', () => {
  const whole = bundleOf(Array.from({ length: 200 }, (_, at) => (at === 0 ? 199 : undefined)));

  expect(bundleParts(whole)).toEqual([whole]);
});
