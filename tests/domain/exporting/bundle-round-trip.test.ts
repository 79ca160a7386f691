import fc from 'fast-check';
import type { Bundle } from '../../../src/domain/bundle.ts';
import { bundleSchema } from '../../../src/domain/bundle.ts';
import type { Change } from '../../../src/domain/change.ts';
import { importBundle } from '../../../src/domain/editing/bundle/import-bundle.ts';
import { parseBundle } from '../../../src/domain/editing/bundle/parse-bundle.ts';
import { exportAll, exportStory } from '../../../src/domain/exporting/export-story.ts';
import { successor } from '../../../src/domain/finding/find-topic.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import { anySketch } from '../../slack/views/any-newsroom.ts';
import { lived } from '../../support/lived-newsroom.ts';
import { act, ask, newsroomWith, sampleNewsroom, now as today } from '../../support/newsroom-builder.ts';
import { type Intention, someActs } from '../any-change.ts';

const editor = { viewer: { role: 'editor' }, now: today, zone: 'UTC' } as const;
const reader = { ...editor, viewer: { role: 'reader' } } as const;

function read(text: string): Bundle {
  const bundle = parseBundle(text, 'export.json');
  if (isProblem(bundle)) throw new Error(JSON.stringify(bundle, null, 2));
  return bundle;
}
const exported = (newsroom: Newsroom): Bundle => read(exportAll(newsroom, editor));

function changesOf(newsroom: Newsroom, bundle: Bundle): Change[] {
  const outcome = importBundle(newsroom, bundle);
  if (isProblem(outcome)) throw new Error(JSON.stringify(outcome, null, 2));
  return outcome.changes;
}

/** What is on record, without who did it when, and without numbers. */
function recordOf(newsroom: Newsroom) {
  const { stories, entities, relations, entries, questions } = newsroom;
  const kept = [...entries.all()].filter(({ withdrawn }) => !withdrawn);
  const textOf = (id = '') => kept.find((entry) => entry.id === id)?.text;
  const now = (slug: string) => successor(entities, slug);
  const said = ({ seq: _seq, at: _at, by: _by, revisions: _revisions, ...rest }: Row) => rest;
  return {
    stories: [...stories.all()]
      .filter(({ mergedInto }) => !mergedInto)
      .map(said)
      .map(({ aliases: _aliases, renamedTo: _renamed, ...story }) => ({
        ...story,
        entities: (story['entities'] as { entity: string; role: string }[]).map((role) => ({
          ...role,
          entity: now(role.entity),
        })),
      })),
    entities: [...entities.all()]
      .filter(({ mergedInto }) => !mergedInto)
      .map(said)
      .map(({ aliases: _aliases, weakAliases: _weak, ...entity }) => entity),
    relations: new Set(
      [...relations.all()].map(({ subject, role, object }) => `${now(subject)} ${role} ${now(object)}`),
    ),
    entries: kept.map((entry) => {
      // Filed under what has been merged since: it is read under what that became.
      const filed = {
        stories: [...new Set(entry.stories.map((slug) => successor(stories, slug)))],
        entities: [...new Set(entry.entities.map(now))],
      };
      const {
        id: _id,
        origin: _origin,
        ...rest
      } = said({ ...entry, ...filed } as Row) as Row & {
        response?: { respondsTo?: string };
      };
      if (!rest.response) return rest;
      const { respondsTo, ...response } = rest.response;
      return { ...rest, response, respondsTo: textOf(respondsTo) };
    }),
    questions: [...questions.all()].map(({ story, text, owner, due, answeredBy }) => {
      return { story: successor(stories, story), text, owner, due, answer: textOf(answeredBy) };
    }),
  };
}
type Row = Record<string, unknown>;

const livedBy = (intentions: readonly Intention[][]) =>
  lived(intentions, newsroomWith({ stories: [{ slug: 'talks' }], entities: [{ slug: 'ford' }] })).at(-1)
    ?.newsroom;

/** The story of `livedBy` becomes another one, and an entry is filed under its old slug all the same. */
const filedUnderWhatWasMerged: Intention[][] = (
  [
    ['story-opened', 0],
    ['story-merged', 15],
    ['entry-added', 0],
  ] as const
).map(([type, second]) => [{ type, first: 0, second, text: 'They talked.' }]);

describe('a newsroom that is exported and imported into an empty one', () => {
  test('says the same there, whatever was written', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const newsroom = newsroomWith(sketch);

        const copy = newsroomWith(exported(newsroom));

        expect(recordOf(copy)).toEqual(recordOf(newsroom));
        expect(exported(copy).entries.map(({ origin }) => origin)).toEqual(
          exported(newsroom).entries.map(({ origin }) => origin),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('says the same there, whatever was done: renamed, merged, corrected, answered, held back, withdrawn', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = livedBy(intentions);
        if (!newsroom) return;

        const copy = newsroomWith(exported(newsroom));

        expect(recordOf(copy)).toEqual(recordOf(newsroom));
      }),
      { numRuns: 150, examples: [[filedUnderWhatWasMerged]] },
    );
  });

  test('finds everything there that was renamed or merged, under every name it had', () => {
    const newsroom = sampleNewsroom();
    act(newsroom, [
      { type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-jv' },
      { type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-venture' },
      { type: 'entity-merged', slug: 'pentagon', into: 'commerce-department' },
    ] as Change[]);

    const copy = newsroomWith(exported(newsroom));

    for (const name of ['ford-xiaomi', 'ford-jv', 'ford-venture'])
      expect(ask(copy, name).topics).toEqual([{ kind: 'story', slug: 'ford-xiaomi' }]);
    expect(ask(copy, 'Pentagon').topics).toEqual([{ kind: 'entity', slug: 'commerce-department' }]);
  });
});

describe('an export that is imported where it came from', () => {
  test('adds nothing, whatever was done there', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = livedBy(intentions);
        if (!newsroom) return;

        expect(changesOf(newsroom, exported(newsroom))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('adds nothing of one story either, nor where it was imported before', () => {
    const newsroom = sampleNewsroom();
    const bundle = read(exportStory(newsroom, 'ford-xiaomi', 'json', reader));
    const copy = newsroomWith(bundle);

    expect(changesOf(newsroom, bundle)).toEqual([]);
    expect(changesOf(copy, read(exportStory(copy, 'ford-xiaomi', 'json', reader)))).toEqual([]);
  });
});

describe('the bundle of a story', () => {
  const desk = () =>
    newsroomWith({
      stories: [{ slug: 'talks', entities: [{ entity: 'ford', role: 'carmaker' }] }, { slug: 'tariffs' }],
      entities: [{ slug: 'ford' }, { slug: 'catl' }, { slug: 'byd' }],
      relations: [
        { subject: 'catl', role: 'supplier of', object: 'ford' },
        { subject: 'byd', role: 'rival of', object: 'ford' },
      ],
      entries: [
        { text: 'They talked.', stories: ['talks', 'tariffs'], entities: ['catl'] },
        { text: 'Tariffs stand.', stories: ['tariffs'], entities: ['byd'] },
        { text: 'On hold.', stories: ['talks'], embargoedUntil: '2026-03-01T00:00:00.000Z' },
        { text: 'A mistake.', stories: ['talks'] },
        {
          ...{ key: 'denial', kind: 'response', text: 'Not so.', stories: ['talks'] },
          response: { entity: 'ford', respondsTo: 'line-2', stance: 'denies' },
        },
      ],
      questions: [
        { story: 'talks', text: 'When?', answeredBy: 'line-2' },
        { story: 'talks', text: 'Where?', answeredBy: 'line-3' },
        { story: 'tariffs', text: 'Why?' },
      ],
    });
  const bundleFor = (look: typeof reader | typeof editor) => {
    const newsroom = desk();
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-4', reason: 'Another company.' }]);
    return read(exportStory(newsroom, 'talks', 'json', look));
  };

  test('has what it refers to, whatever story that is filed under, and nothing else', () => {
    const { stories, entities, relations, entries, questions } = bundleFor(reader);

    expect(stories.map(({ slug }) => slug)).toEqual(['talks']);
    expect(entities.map(({ slug }) => slug)).toEqual(['ford', 'catl', 'byd']);
    expect(relations).toHaveLength(2);
    expect(entries.map(({ key, stories }) => [key, stories])).toEqual([
      ['e-1', ['talks']],
      ['e-2', []],
      ['e-5', ['talks']],
    ]);
    expect(questions.map(({ text }) => text)).toEqual(['When?', 'Where?']);
  });

  test('leaves a reader no trace of what is under embargo or was withdrawn', () => {
    const { entries, questions } = bundleFor(reader);

    expect(JSON.stringify(entries)).not.toMatch(/On hold|A mistake|2026-03-01/);
    expect(questions.map(({ answeredBy }) => answeredBy)).toEqual(['e-2', undefined]);
  });

  test('has for an editor what is under embargo, and until when', () => {
    const { entries, questions } = bundleFor(editor);

    expect(entries.find(({ key }) => key === 'e-3')).toMatchObject({
      text: 'On hold.',
      embargoedUntil: '2026-03-01T00:00:00.000Z',
    });
    expect(questions[1]?.answeredBy).toBe('e-3');
    expect(JSON.stringify(entries)).not.toContain('A mistake');
  });

  test('writes a source once that several entries rest on', () => {
    const { sources, entries } = read(exportStory(sampleNewsroom(), 'ford-xiaomi', 'json', reader));

    const used = entries.flatMap((entry) => entry.sources.filter((source) => typeof source === 'string'));
    expect(Object.keys(sources).length).toBeGreaterThan(0);
    expect(new Set(used)).toEqual(new Set(Object.keys(sources)));
  });
});

test('a question is answered in the new newsroom by the entry that answers it in the old one', () => {
  const bundle = bundleSchema.parse({
    ...{ format: 'slugline-bundle/1', name: 'test' },
    stories: [{ slug: 'talks', headline: 'Talks' }],
    entries: [{ key: 'yes', kind: 'fact', text: 'They did.', stories: ['talks'] }],
    questions: [{ key: 'did', story: 'talks', text: 'Did they?', answeredBy: 'yes' }],
  });

  const newsroom = newsroomWith(bundle);

  expect(newsroom.questions.get('Q-1')).toMatchObject({ answeredBy: 'E-1' });
});
