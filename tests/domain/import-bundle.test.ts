import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyAct } from '../../src/domain/apply.ts';
import { type Bundle, bundleSchema } from '../../src/domain/bundle.ts';
import { type Change, changeSchema } from '../../src/domain/change.ts';
import { type Imported, importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { isReserved } from '../../src/domain/language/reserved-words.ts';
import { createNewsroom, type Newsroom } from '../../src/domain/newsroom.ts';
import { isProblem } from '../../src/domain/problem.ts';

const bundleOf = (data: object): Bundle =>
  bundleSchema.parse({ format: 'slugline-bundle/1', name: 'test', ...data });

const act = (newsroom: Newsroom, changes: Change[]) =>
  applyAct(newsroom, { seq: newsroom.seq + 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes });

function imported(newsroom: Newsroom, bundle: Bundle): Imported {
  const outcome = importBundle(newsroom, bundle);
  if (isProblem(outcome)) throw new Error(JSON.stringify(outcome));
  act(newsroom, outcome.changes);
  return outcome;
}

function faultsOf(bundle: Bundle, newsroom = createNewsroom()): string[] {
  const outcome = importBundle(newsroom, bundle, 'test.json');
  if (!isProblem(outcome) || outcome.problem !== 'bundle-faulty') throw new Error('expected faults');
  return outcome.faults.map(({ path, found, expected }) => `${path}: found ${found}; expected ${expected}`);
}

const ford = { slug: 'ford', schema: 'Company', name: 'Ford' };
const xiaomi = { slug: 'xiaomi', schema: 'Company', name: 'Xiaomi' };
const farley = { slug: 'jim-farley', schema: 'Person', name: 'Jim Farley' };
const story = { slug: 'ford-xiaomi', headline: 'Ford and Xiaomi talk', aliases: ['Xiaomi JV'] };
const chief = { subject: 'jim-farley', role: 'chief executive of', object: 'ford' };
const talks = {
  key: 'talks',
  kind: 'event',
  text: 'They talked.',
  stories: ['ford-xiaomi'],
  entities: ['ford'],
};
const denial = {
  ...{ key: 'denial', kind: 'response', text: 'Ford denies it.', stories: ['ford-xiaomi'] },
  response: { entity: 'ford', respondsTo: 'talks', stance: 'denies' },
};
const question = { key: 'stage', story: 'ford-xiaomi', text: 'How far did they get?' };
const whole = bundleOf({
  stories: [story],
  entities: [ford, xiaomi, farley],
  relations: [chief],
  entries: [talks, denial],
  questions: [question],
});
const sample = bundleSchema.parse(JSON.parse(readFileSync('data/sample/ford-xiaomi.json', 'utf8')));

const sizes = ({ stories, entities, relations, entries, questions }: Newsroom) => ({
  stories: stories.size,
  entities: entities.size,
  relations: relations.size,
  entries: entries.size,
  questions: questions.size,
});

describe('importing a bundle', () => {
  test('records everything it holds, as changes that the journal accepts', () => {
    const newsroom = createNewsroom();

    const { changes, added } = imported(newsroom, whole);

    expect(added).toEqual({ stories: 1, entities: 3, relations: 1, entries: 2, questions: 1 });
    expect(sizes(newsroom)).toEqual(added);
    for (const change of changes) expect(changeSchema.parse(change)).toEqual(change);
  });

  test('a response answers the entry it names, under the number the journal gave that', () => {
    const newsroom = createNewsroom();

    imported(newsroom, bundleOf({ ...whole, entries: [denial, talks] }));

    expect(newsroom.entries.get('E-1')).toMatchObject({ response: { respondsTo: 'E-2' } });
  });

  test('shared sources are written out in every entry that names them', () => {
    const ft = { kind: 'publication', label: 'Financial Times report' };
    const newsroom = createNewsroom();

    imported(newsroom, bundleOf({ ...whole, sources: { ft }, entries: [{ ...talks, sources: ['ft'] }] }));

    expect(newsroom.entries.get('E-1')?.sources).toEqual([{ ...ft, groundRules: 'unknown' }]);
  });

  test('ids go on from those the newsroom has given', () => {
    const newsroom = createNewsroom();
    imported(newsroom, whole);

    imported(newsroom, bundleOf({ name: 'second', entries: [{ ...talks, key: 'more' }] }));

    expect(newsroom.entries.get('E-3')?.origin?.key).toBe('bundle:second:more');
  });
});

describe('importing again', () => {
  test('the same bundle twice records nothing new', () => {
    const newsroom = createNewsroom();
    const first = imported(newsroom, whole);

    const second = imported(newsroom, whole);

    expect(second.changes).toEqual([]);
    expect(second.already).toEqual(first.added);
  });

  test('what editors changed since is left as they changed it', () => {
    const newsroom = createNewsroom();
    imported(newsroom, whole);
    act(newsroom, [
      { type: 'entry-corrected', id: 'E-1', set: { text: 'They wrote.' }, reason: 'It was by letter.' },
      { type: 'story-edited', slug: 'ford-xiaomi', set: { headline: 'Letters' } },
      { type: 'relation-edited', id: 'R-1', set: { role: 'former chief executive of' } },
    ]);

    const { changes } = imported(newsroom, whole);

    expect(changes).toEqual([]);
    expect(newsroom.entries.get('E-1')?.text).toBe('They wrote.');
    expect(newsroom.stories.get('ford-xiaomi')?.headline).toBe('Letters');
  });

  test('a renamed story is found under its old and its new slug', () => {
    const newsroom = createNewsroom();
    imported(newsroom, whole);
    act(newsroom, [{ type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-jv' }]);
    act(newsroom, [{ type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-venture' }]);
    const entries = ['ford-xiaomi', 'ford-jv', 'ford-venture'].map((slug) => ({
      ...{ ...talks, key: slug, stories: [slug] },
    }));

    const { added } = imported(newsroom, bundleOf({ ...whole, entries }));

    expect(added).toMatchObject({ stories: 0, entries: 3 });
    expect(newsroom.entries.get('E-5')?.stories).toEqual(['ford-xiaomi']);
  });

  test('new lines about a merged entity go to the one that took its place', () => {
    const newsroom = createNewsroom();
    imported(newsroom, bundleOf({ ...whole, entities: [ford, farley, { ...ford, slug: 'ford-motor' }] }));
    act(newsroom, [{ type: 'entity-merged', slug: 'ford', into: 'ford-motor' }]);
    const later = { ...talks, key: 'later', entities: ['ford', 'ford-motor'] };

    const { added } = imported(newsroom, bundleOf({ ...whole, entries: [talks, later] }));

    expect(added).toMatchObject({ entities: 1, relations: 0, entries: 1 });
    expect(newsroom.entries.get('E-3')?.entities).toEqual(['ford-motor']);
  });

  test('a response may answer an entry of an earlier edition of the same bundle', () => {
    const newsroom = createNewsroom();
    imported(newsroom, bundleOf({ ...whole, entries: [talks] }));

    imported(newsroom, bundleOf({ entries: [denial] }));

    expect(newsroom.entries.get('E-2')).toMatchObject({ response: { respondsTo: 'E-1' } });
  });

  test('in whatever parts and order the lines arrive, the newsroom ends with the same', () => {
    const subset = <Line>(lines: readonly Line[]) => fc.shuffledSubarray([...lines]);
    const part = fc.record({
      entities: subset(sample.entities),
      entries: subset(sample.entries),
      questions: subset(sample.questions),
      relations: subset(sample.relations),
    });
    const expected = sizes(newsroomWith([sample]));

    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
        const topics = { ...sample, entries: [], questions: [], relations: [] };
        const newsroom = newsroomWith([topics, ...parts.map((lines) => ({ ...sample, ...lines })), sample]);

        expect(sizes(newsroom)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

function newsroomWith(bundles: readonly Bundle[]): Newsroom {
  const newsroom = createNewsroom();
  for (const bundle of bundles) imported(newsroom, bundle);
  return newsroom;
}

describe('a bundle that the newsroom cannot take', () => {
  test('names every place that refers to nothing, with what was perhaps meant', () => {
    const bundle = bundleOf({
      stories: [{ ...story, entities: [{ entity: 'xiaomy', role: 'carmaker' }] }],
      entities: [ford, xiaomi],
      relations: [chief],
      entries: [
        { ...talks, stories: ['ford-xiaom'], entities: ['catl'], sources: ['ft'] },
        { ...denial, response: { entity: 'frod', respondsTo: 'talk', stance: 'denies' } },
      ],
      questions: [{ ...question, story: 'tariffs' }],
    });

    expect(faultsOf(bundle)).toEqual([
      'stories[0].entities[0].entity: found "xiaomy"; expected an entity of this bundle or the newsroom; did you mean xiaomi?',
      'relations[0].subject: found "jim-farley"; expected an entity of this bundle or the newsroom',
      'entries[0].stories[0]: found "ford-xiaom"; expected a story of this bundle or the newsroom; did you mean ford-xiaomi?',
      'entries[0].entities[0]: found "catl"; expected an entity of this bundle or the newsroom',
      'entries[0].sources[0]: found "ft"; expected the key of one of the bundle’s sources',
      'entries[1].response.entity: found "frod"; expected an entity of this bundle or the newsroom; did you mean ford?',
      'entries[1].response.respondsTo: found "talk"; expected the key of an entry of this bundle; did you mean talks?',
      'questions[0].story: found "tariffs"; expected a story of this bundle or the newsroom',
    ]);
  });

  test('may refer to what the newsroom has already', () => {
    const newsroom = newsroomWith([whole]);

    const { added } = imported(
      newsroom,
      bundleOf({ name: 'second', entries: [talks], questions: [question] }),
    );

    expect(added).toMatchObject({ entries: 1, questions: 1 });
  });

  test('cannot give a topic the name of a command, a view or a record', () => {
    const bundle = bundleOf({
      stories: [{ ...story, slug: 'timeline' }],
      entities: [
        { ...ford, slug: 'search' },
        { ...ford, slug: 'e-12' },
      ],
    });

    expect(faultsOf(bundle).map((fault) => fault.split(';')[0])).toEqual([
      'stories[0].slug: found "timeline"',
      'entities[0].slug: found "search"',
      'entities[1].slug: found "e-12"',
    ]);
  });

  test('cannot use a slug, a key or a relation twice', () => {
    const bundle = bundleOf({
      stories: [story, story],
      entities: [ford, farley, ford],
      relations: [chief, chief],
      entries: [talks, talks],
      questions: [question, question],
    });

    expect(faultsOf(bundle)).toEqual([
      'stories[1].slug: found "ford-xiaomi"; expected another than stories[0].slug',
      'entities[2].slug: found "ford"; expected another than entities[0].slug',
      'relations[1]: found "jim-farley — chief executive of — ford"; expected another than relations[0]',
      'entries[1].key: found "talks"; expected another than entries[0].key',
      'questions[1].key: found "stage"; expected another than questions[0].key',
    ]);
  });

  test('cannot take a slug that is a name of another story, nor an alias that is its slug', () => {
    const newsroom = newsroomWith([whole]);
    const bundle = bundleOf({
      stories: [
        { slug: 'xiaomi-jv', headline: 'Another' },
        { slug: 'tariffs', headline: 'Tariffs', aliases: ['Ford Xiaomi'] },
      ],
    });

    expect(faultsOf(bundle, newsroom)).toEqual([
      'stories[0].slug: found "xiaomi-jv"; expected a name that the story ford-xiaomi does not have',
      'stories[1].aliases[0]: found "Ford Xiaomi"; expected a name that the story ford-xiaomi does not have',
    ]);
  });

  test('a key that every JavaScript object knows is still a key nobody gave', () => {
    const bundle = bundleOf({ ...whole, entries: [{ ...talks, sources: ['constructor'] }] });

    expect(faultsOf(bundle)).toHaveLength(1);
  });
});

test.each(['help', 'catchup', 'as-of', 'gaps', 'q-3'])('%s is reserved', (word) => {
  expect(isReserved(word)).toBe(true);
});

test.each(['ford-xiaomi', 'e-12-recall', 'searchlight'])('%s is free for a story', (word) => {
  expect(isReserved(word)).toBe(false);
});
