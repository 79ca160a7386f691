import fc from 'fast-check';
import { packDocuments } from '../../../../src/domain/finding/search/packed-documents.ts';
import { documentIn, inNamesOf, inTextOf, Postings } from '../../../../src/domain/finding/search/postings.ts';
import { SearchEngine } from '../../../../src/domain/finding/search/search-engine.ts';
import type { SearchDocument, SearchQuery } from '../../../../src/domain/finding/search/search-query.ts';
import { Vocabulary } from '../../../../src/domain/finding/search/vocabulary.ts';
import { withinDistance } from '../../../../src/domain/finding/search/within-distance.ts';
import { editDistance } from '../../../../src/domain/language/distance.ts';
import { asOneWord } from '../../../../src/domain/language/each-word.ts';

const at = '2026-02-01T09:30:00.000Z';
const entry = (id: string, text: string, rest: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ key: `entry:${id}`, names: [], text, marks: [], at },
  ...rest,
});
const story = (slug: string, headline: string, text = ''): SearchDocument => ({
  ...{ key: `story:${slug}`, names: [headline], text, marks: [], at },
});

const asked = (words: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  clauses: words === '' ? [] : words.split(' ').map((word) => word.split('_')),
  ...{ marks: [], seesHeld: false, from: 0, most: 10 },
  ...rest,
});
const puts = (...documents: SearchDocument[]) => ({ put: packDocuments(documents), drop: [] });
const drops = (...drop: string[]) => ({ put: packDocuments([]), drop });
const engineOf = (...documents: SearchDocument[]): SearchEngine => {
  const engine = new SearchEngine();
  engine.take(puts(...documents));
  return engine;
};
const keys = (engine: SearchEngine, words: string, rest: Partial<SearchQuery> = {}) =>
  engine.find(asked(words, rest)).hits.map(({ key }) => key);

describe('records are found by their words', () => {
  const engine = engineOf(
    story('ford-xiaomi', 'Ford and Xiaomi in talks', 'A joint venture would be the first'),
    entry('E-1', 'Ford declined to comment on the joint venture on Monday'),
    entry('E-2', 'The venture is joint, said nobody', { at: '2026-02-02T09:30:00.000Z' }),
    entry('E-3', '小米与宁德时代谈判'),
    entry('E-4', 'Citroën builds batteries in Québec'),
  );

  test.each([
    ['ford', ['story:ford-xiaomi', 'entry:E-1'], 'what bears the name before what mentions it'],
    ['ford comment', ['entry:E-1'], 'only what has every word'],
    ['joint_venture', ['entry:E-1', 'story:ford-xiaomi'], 'a phrase as it stands'],
    ['venture joint', ['entry:E-2', 'entry:E-1', 'story:ford-xiaomi'], 'words in any order'],
    ['batt', ['entry:E-4'], 'the beginning of a word'],
    ['comemnt', ['entry:E-1'], 'swapped letters'],
    ['citroen quebec', ['entry:E-4'], 'without accents'],
    ['小_米', ['entry:E-3'], 'a name in a script without spaces'],
    ['米_小', [], 'not its characters the other way round'],
    ['joint_on', [], 'no phrase that nobody wrote'],
    ['constructor', [], 'nothing in an empty cupboard'],
  ])('%j finds %j: %s', (words, expected) => {
    const found = keys(engine, words);

    expect(found).toEqual(expected);
  });

  test('where nothing has all the words, what has most of them comes first and that is said', () => {
    const found = engine.find(asked('ford monday batteries'));

    expect(found.isLoose).toBe(true);
    expect(found.hits.map(({ key }) => key)).toEqual(['entry:E-1', 'entry:E-4', 'story:ford-xiaomi']);
  });

  test('a hit names the words by which it was found, as they stand in it', () => {
    const [hit] = engine.find(asked('comemnt mond')).hits;

    expect(hit?.words.sort()).toEqual(['comment', 'monday']);
  });

  test('for what is found nowhere the nearest words are named', () => {
    expect(engine.find(asked('fxxd')).near).toEqual(['ford']);
  });

  test('without words, what passes the filters comes newest first', () => {
    const filtered = engineOf(
      entry('E-1', 'one', { marks: ['kind:quote', 'by:U1'] }),
      entry('E-2', 'two', { marks: ['kind:fact', 'by:U1'], at: '2026-02-03T09:30:00.000Z' }),
      entry('E-3', 'three', { marks: ['kind:quote', 'by:U2'], at: '2026-02-02T09:30:00.000Z' }),
    );

    expect(keys(filtered, '', { marks: [['kind:quote', 'kind:fact']] })).toEqual([
      'entry:E-2',
      'entry:E-3',
      'entry:E-1',
    ]);
    expect(keys(filtered, '', { marks: [['kind:quote', 'kind:fact'], ['by:U1']] })).toEqual([
      'entry:E-2',
      'entry:E-1',
    ]);
    expect(
      keys(filtered, '', { since: '2026-02-02T00:00:00.000Z', until: '2026-02-03T00:00:00.000Z' }),
    ).toEqual(['entry:E-3']);
  });
});

describe('a record that changes', () => {
  test('is found by its new words and no more by the old ones', () => {
    const engine = engineOf(entry('E-1', 'four plants'), entry('E-2', 'four cars'));

    engine.take({ ...puts(entry('E-1', 'five plants')), drop: ['entry:E-2'] });

    expect(keys(engine, 'plants five')).toEqual(['entry:E-1']);
    expect(engine.find(asked('four')).hits).toEqual([]);
    expect(engine.find(asked('cars')).near).toEqual([]);
    expect(engine.size).toBe(1);
  });

  test('leaves no trace where others are ranked, however often it came and went', () => {
    const words = fc.constantFrom('ford', 'fords', 'plant', 'talks', 'comment');
    const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
    const acts = fc.array(fc.record({ id: fc.integer({ min: 1, max: 6 }), text, isGone: fc.boolean() }), {
      maxLength: 40,
    });

    fc.assert(
      fc.property(acts, fc.array(words, { minLength: 1, maxLength: 3 }), (done, wanted) => {
        const lived = new SearchEngine();
        const standing = new Map<string, SearchDocument>();
        for (const { id, text: said, isGone } of done) {
          const document = entry(`E-${id}`, said, { at: `2026-02-0${id}T09:30:00.000Z` });
          lived.take(isGone ? drops(document.key) : puts(document));
          if (isGone) standing.delete(document.key);
          else standing.set(document.key, document);
        }

        const found = lived.find(asked([...new Set(wanted)].join(' ')));

        expect(found).toEqual(engineOf(...standing.values()).find(asked([...new Set(wanted)].join(' '))));
      }),
    );
  });
});

describe('the documents of a word', () => {
  test('are those that still are, in order, however many there were and went', () => {
    const living = new Set<number>();
    const acts = fc.array(fc.record({ list: fc.integer({ min: 0, max: 3 }), goes: fc.nat({ max: 9 }) }), {
      minLength: 200,
      maxLength: 4000,
      size: 'max',
    });

    fc.assert(
      fc.property(acts, (done) => {
        living.clear();
        const lists: number[][] = [[], [], [], []];
        const postings = new Postings((document) => living.has(document));
        for (const [document, { list, goes }] of done.entries()) {
          postings.add(list, document, 1, 0);
          postings.add(list, document, 0, 1);
          living.add(document);
          lists[list]?.push(document);
          if (goes < 4) continue;
          const gone = lists[list]?.splice(goes % (lists[list]?.length ?? 1), 1)[0] ?? 0;
          living.delete(gone);
          postings.leave(list);
        }

        for (const [list, documents] of lists.entries()) {
          const found = [...postings.all(list)].filter((packed) => living.has(documentIn(packed)));
          expect(found.map(documentIn)).toEqual(documents);
          expect(found.every((packed) => inNamesOf(packed) === 1 && inTextOf(packed) === 1)).toBe(true);
          expect(postings.liveIn(list)).toBe(documents.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is under embargo', () => {
  const held = entry('E-9', 'secret gigafactory near Ford', { isHeld: true });

  test.each(['ford', 'gigafactory', 'gigafactry', 'giga', 'secret_gigafactory', 'ford gigafactory'])(
    'leaves a reader who asks for %j the answer that there would be without it',
    (words) => {
      const others = [entry('E-1', 'Ford declined'), entry('E-2', 'nothing near')];

      const found = engineOf(...others, held).find(asked(words));

      expect(found).toEqual(engineOf(...others).find(asked(words)));
    },
  );

  test('is found by who sees it, counted with the rest, and by everybody when it is over', () => {
    const engine = engineOf(entry('E-1', 'Ford declined'), held);

    const editor = engine.find(asked('ford', { seesHeld: true }));
    engine.take(puts(entry('E-9', 'secret gigafactory near Ford')));
    const reader = engine.find(asked('ford'));

    expect(editor.total).toBe(2);
    expect(reader.hits.map(({ key }) => key).sort()).toEqual(['entry:E-1', 'entry:E-9']);
    expect(engine.size).toBe(2);
  });

  test('was never there for a reader once it is held back', () => {
    const engine = engineOf(entry('E-1', 'Ford declined'), entry('E-9', 'secret gigafactory near Ford'));

    engine.take(puts(held));

    for (const words of ['ford', 'gigafactory', 'gigafactry', 'secr'])
      expect(engine.find(asked(words))).toEqual(engineOf(entry('E-1', 'Ford declined')).find(asked(words)));
  });
});

describe('the words that an index knows', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '小'), maxLength: 7 });

  test('slips are counted as by the plain measure, up to the most that is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
        expect(withinDistance(a, b, most)).toBe(Math.min(editDistance(a, b), most + 1));
      }),
      { numRuns: 3000 },
    );
  });

  test('beginnings and near words are those that going through all of them finds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 600 }), word, (taken, wanted) => {
        const vocabulary = new Vocabulary();
        for (const one of taken) asOneWord(one, 0, one.length, vocabulary.take);
        const all = [...new Set(taken)];

        const begun = vocabulary.startingWith(wanted).map((id) => vocabulary.words[id]);
        const near = vocabulary.near(wanted, 2).map(({ id }) => vocabulary.words[id]);

        expect(begun.sort()).toEqual(all.filter((one) => one.startsWith(wanted) && one !== wanted).sort());
        expect(near.sort()).toEqual(
          all.filter((one) => one !== wanted && editDistance(one, wanted) <= 2).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
