import fc from 'fast-check';
import { originsOf } from '../../../src/domain/briefing/corroboration.ts';
import { latestMoves } from '../../../src/domain/briefing/latest.ts';
import { numberConflicts } from '../../../src/domain/briefing/number-conflicts.ts';
import { sectionsOf } from '../../../src/domain/briefing/sections.ts';
import { type Look, shownEntries } from '../../../src/domain/briefing/standing.ts';
import { storyBriefing } from '../../../src/domain/briefing/story-briefing.ts';
import type { Change } from '../../../src/domain/change.ts';
import { type Newsroom, type Put, put } from '../../../src/domain/newsroom.ts';
import type { EntryContent } from '../../../src/domain/records/entry.ts';
import type { Source } from '../../../src/domain/records/source.ts';
import { copyOf, looks, minute } from '../../support/lived-newsroom.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';
import { changeIn, someActs } from '../any-change.ts';

const paper = (publisher: string, origin?: string): Source => ({
  ...{ kind: 'publication', label: publisher, publisher, groundRules: 'unknown' },
  ...(origin ? { origin } : {}),
});
const people = (count: number, origin: string): Source => ({
  ...{ kind: 'unnamed', label: 'people familiar with the talks', count, groundRules: 'background', origin },
});
const cells = (amount: number) =>
  ({ kind: 'figure', figure: { metric: 'Cells', amount, unit: 'GWh' } }) as const;

const added = (id: string, entry: Partial<EntryContent>): Change => {
  const filed = {
    stories: [],
    entities: [],
    sources: [],
    text: 'They talk.',
    kind: 'fact',
    verification: 'reported',
  };
  return { type: 'entry-added', id, entry: { ...filed, ...entry } as EntryContent };
};

/** An act for each entry. */
function begun(): Newsroom {
  const newsroom = newsroomWith({
    entities: [{ slug: 'ford' }, { slug: 'catl' }],
    stories: [{ slug: 'plant' }, { slug: 'cells' }],
  });
  const entries: Partial<EntryContent>[] = [
    { stories: ['plant', 'cells'], entities: ['catl'], sources: [people(4, 'Financial Times')] },
    { stories: ['plant'], entities: ['ford'], sources: [paper('Reuters', 'FINANCIAL TIMES.')], urgency: 2 },
    { stories: ['plant'], entities: ['ford', 'catl'], ...cells(80) },
    { stories: ['cells'], entities: ['ford'], ...cells(90), verification: 'confirmed' },
    { stories: ['cells'], entities: ['ford'], sources: [paper('Reuters'), people(2, 'Reuters')] },
  ];
  for (const [at, entry] of entries.entries()) act(newsroom, [added(`E-${at + 1}`, entry)]);
  return newsroom;
}

/** What is counted and sorted, and the same found out by reading every row. */
function counted(newsroom: Newsroom, slug: string, look: Look) {
  const briefing = storyBriefing(newsroom, slug, look);
  if (!briefing) throw new Error(`there is no story ${slug}`);
  const { entries, known, reported, disputed, background, latest, origins, conflicts, involved } = briefing;
  const mentioned = involved.filter(({ role }) => role === '').map(({ entity }) => entity.slug);
  return { entries, known, reported, disputed, background, latest, origins, conflicts, mentioned };
}
function readThrough(newsroom: Newsroom, slug: string, look: Look) {
  const { entries: table, entities, stories } = newsroom;
  const entries = shownEntries(table.where(table.by.story, slug), look);
  const times = new Map<string, number>();
  for (const one of entries.flatMap((entry) => entry.entities)) times.set(one, (times.get(one) ?? 0) + 1);
  const cast = new Set(stories.get(slug)?.entities.map(({ entity }) => entity));
  const byTimes = [...times].sort(([, a], [, b]) => b - a).map(([entity]) => entity);
  return {
    entries,
    ...sectionsOf(newsroom, entries, look),
    latest: latestMoves(entries),
    origins: originsOf(entries),
    conflicts: numberConflicts(newsroom, entries, look),
    mentioned: byTimes.filter((entity) => entities.get(entity) && !cast.has(entity)),
  };
}
function expectCountsOf(newsroom: Newsroom): void {
  for (const { slug } of newsroom.stories.all())
    for (const look of looks)
      expect(counted(newsroom, slug, look)).toEqual(readThrough(newsroom, slug, look));
}

const doneBy = (newsroom: Newsroom, changes: Change[]): Put[] =>
  act(newsroom, changes, { at: minute(newsroom.seq) });

/** As a decision is tried: its puts are undone, and what undoes that is done. */
const undo = (newsroom: Newsroom, puts: readonly Put[]): Put[] =>
  puts.map((write) => put(newsroom, write)).reverse();

describe('what a briefing counts without reading the entries', () => {
  test('is what reading them all finds, whatever was put, taken back and put again', () => {
    fc.assert(
      fc.property(someActs, fc.nat(15), fc.boolean(), (acts, kept, asksBetween) => {
        const newsroom = begun();
        const undoing: Put[][] = [];
        for (const intended of acts) {
          const changes = intended.flatMap((intention) => changeIn(newsroom, intention) ?? []).slice(0, 1);
          const redo = undo(newsroom, doneBy(newsroom, changes));
          if (asksBetween) expectCountsOf(newsroom);
          undoing.push(undo(newsroom, redo));
        }
        expectCountsOf(newsroom);

        for (const puts of undoing.slice(kept).reverse()) undo(newsroom, puts);

        expectCountsOf(newsroom);
        expectCountsOf(copyOf(newsroom));
      }),
      { numRuns: 100 },
    );
  });

  test('holds the sources of an entry that got more of them, though what came after it was taken back', () => {
    const newsroom = begun();
    const last = { stories: ['plant'], entities: ['ford'] };
    const done = doneBy(newsroom, [added('E-6', { ...last, sources: [paper('Bild')] })]);
    const sources = [paper('El País'), paper('Le Monde', 'Bild'), paper('Reuters')];
    doneBy(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { sources }, reason: 'Misread.' }]);

    undo(newsroom, done);
    act(newsroom, [added('E-6', { ...last, sources: [paper('Caixin')] })]);

    const names = storyBriefing(newsroom, 'plant', looks[0] as Look)?.origins.map(({ name }) => name);
    expect(names).toEqual(['El País', 'Bild', 'Reuters', 'FINANCIAL TIMES.', 'Caixin']);
    expectCountsOf(newsroom);
  });

  test('has an entry that was filed under the story later where it would have come', () => {
    const newsroom = begun();

    act(newsroom, [{ type: 'entry-tagged', id: 'E-4', stories: ['cells', 'plant'], entities: ['ford'] }]);
    act(newsroom, [{ type: 'entry-tagged', id: 'E-1', stories: ['cells'], entities: ['catl'] }]);

    const ids = storyBriefing(newsroom, 'plant', looks[0] as Look)?.entries.map(({ id }) => id);
    expect(ids).toEqual(['E-2', 'E-3', 'E-4']);
    expectCountsOf(newsroom);
  });

  test('finds an entry again that was written anew under its number, and all about it', () => {
    const newsroom = begun();

    act(newsroom, [added('E-2', { stories: ['plant'], text: 'Written anew.' })]);
    act(newsroom, [{ type: 'entry-verified', id: 'E-2', verification: 'confirmed' }]);
    act(newsroom, [{ type: 'entry-verified', id: 'E-3', verification: 'confirmed' }]);

    expectCountsOf(newsroom);
  });

  test('disputes what was denied before it was on record, and goes on when it is corrected', () => {
    const newsroom = begun();
    const denial = { entity: 'ford', respondsTo: 'E-7', stance: 'denies' } as const;
    act(newsroom, [
      added('E-6', { stories: ['cells'], kind: 'response', response: denial }),
      added('E-7', { stories: ['plant'], text: 'They sold it.' }),
    ]);
    const disputed = () =>
      storyBriefing(newsroom, 'plant', looks[0] as Look)?.disputed.map(({ entry }) => entry.text);
    const before = disputed();

    act(newsroom, [
      { type: 'entry-corrected', id: 'E-7', set: { text: 'They let it.' }, reason: 'Misread.' },
    ]);

    expect([before, disputed()]).toEqual([['They sold it.'], ['They let it.']]);
    expectCountsOf(newsroom);
  });

  test('is right where a file was put in another order by hand', () => {
    const newsroom = begun();
    const turned = copyOf(newsroom);
    for (const entry of [...turned.entries.all()]) turned.entries.put(entry.id, undefined);

    for (const entry of [...newsroom.entries.all()].reverse()) turned.entries.put(entry.id, entry);
    const first = turned.entries.get('E-1');
    if (first) turned.entries.put('E-1', { ...first, verification: 'confirmed' });

    expectCountsOf(turned);
  });
});
