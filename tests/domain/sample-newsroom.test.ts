import { existsSync, readFileSync } from 'node:fs';
import { applyAct } from '../../src/domain/apply.ts';
import { corroborationOf } from '../../src/domain/briefing/corroboration.ts';
import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';
import { createNewsroom } from '../../src/domain/newsroom.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { Entry } from '../../src/domain/records/entry.ts';

const file = 'data/sample/ford-xiaomi.json';
const articleFile = '../shared/article.txt';

const bundle = parseBundle(readFileSync(file, 'utf8'), file);
if (isProblem(bundle)) throw new Error(JSON.stringify(bundle, null, 2));
const outcome = importBundle(createNewsroom(), bundle, file);
if (isProblem(outcome)) throw new Error(JSON.stringify(outcome, null, 2));

const newsroom = createNewsroom();
applyAct(newsroom, { seq: 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes: outcome.changes });
const entries = [...newsroom.entries.all()];
const entryOf = (key: string): Entry => {
  const [entry] = newsroom.entries.where(newsroom.entries.by.origin, `bundle:ford-xiaomi:${key}`);
  if (!entry) throw new Error(`the sample has no entry ${key}`);
  return entry;
};

/** The sentences of the article that the sample repeats word for word. */
const quoted = "Ford has held talks with China's Xiaomi about forming a JV to build electric cars in the US";
const attributions = [
  'citing four individuals familiar with the discussions',
  'said Sevastopulo',
  'According to the Select Committee on China',
  'The International Energy Agency reports',
  'experts warn',
];

describe('the sample newsroom', () => {
  test('its only quotation is the sentence of the article, spoken by Sevastopulo', () => {
    const quotes = entries.filter((entry) => entry.kind === 'quote');

    expect(quotes).toMatchObject([{ text: `“${quoted}”`, speaker: 'demetri-sevastopulo' }]);
    expect(newsroom.entities.get('demetri-sevastopulo')).toBeDefined();
  });

  test('every attribution is in the words of the article', () => {
    const used = new Set(entries.flatMap((entry) => entry.attribution ?? []));

    expect([...used].sort()).toEqual([...attributions].sort());
  });

  const whenTheArticleIsThere = existsSync(articleFile) ? test : test.skip;
  whenTheArticleIsThere.each([quoted, ...attributions])('the article says: %s', (words) => {
    expect(readFileSync(articleFile, 'utf8')).toContain(words);
  });

  test('no date is finer than the article gives it, and none is added', () => {
    const dated = entries.filter((entry) => entry.occurred);

    expect(Object.fromEntries(dated.map(({ origin, occurred }) => [origin?.key, occurred]))).toEqual({
      'bundle:ford-xiaomi:connected-vehicle-ban': { date: '2024' },
      'bundle:ford-xiaomi:sevastopulo-joined': { date: '2010' },
    });
    expect(JSON.stringify(bundle)).not.toMatch(
      /"(?:publishedAt|asOf|since|until|due|url|website|wikidataId)"/,
    );
  });

  test('the talks rest on one origin with four unnamed sources', () => {
    expect(corroborationOf(entryOf('talks'))).toMatchObject({ origins: 1, unnamed: 4 });
  });

  test('no statement rests on more than one origin', () => {
    expect(entries.filter((entry) => corroborationOf(entry).origins !== 1)).toEqual([]);
  });

  test('nothing is confirmed, and what stands as reported says whose report it is', () => {
    const byArticleAlone = entries.filter((entry) => entry.sources.every((source) => !source.origin));

    expect(new Set(entries.map((entry) => entry.verification))).toEqual(new Set(['reported', 'unverified']));
    expect(byArticleAlone.filter((entry) => entry.verification !== 'unverified')).toEqual([]);
    expect(
      entries.filter((entry) => !byArticleAlone.includes(entry) && entry.verification !== 'reported'),
    ).toEqual([]);
  });

  test('the figures are those of the article, to the letter', () => {
    const figures = entries.flatMap((entry) => (entry.kind === 'figure' ? [entry.figure] : []));

    expect(figures.map(({ bound, amount, unit }) => [bound, amount, unit].filter(Boolean).join(' '))).toEqual(
      ['4 individuals', '100 percent', 'over 80 percent', '1 third'],
    );
  });

  test('every entry belongs to the story and to somebody in it', () => {
    const cast = newsroom.stories.get('ford-xiaomi')?.entities.map((role) => role.entity) ?? [];

    expect([...newsroom.entities.all()].map((entity) => entity.slug).sort()).toEqual([...cast].sort());
    for (const entry of entries) {
      expect(entry.stories).toEqual(['ford-xiaomi']);
      expect(entry.entities.length).toBeGreaterThan(0);
    }
  });

  test('every shared source is used', () => {
    const used = [...bundle.entries, ...bundle.relations].flatMap((line) => line.sources);

    expect(Object.keys(bundle.sources).filter((key) => !used.includes(key))).toEqual([]);
  });

  test('it reads at a glance: one short sentence a statement', () => {
    expect(entries.filter((entry) => entry.text.length > 140)).toEqual([]);
    expect(newsroom.stories.get('ford-xiaomi')?.headline.length).toBeLessThanOrEqual(90);
    expect(newsroom.questions.size).toBeGreaterThanOrEqual(6);
  });

  test('two names in a row are still two names: no alias of the story is one of them', () => {
    const aliases = newsroom.stories.get('ford-xiaomi')?.aliases.map((alias) => alias.toLowerCase());

    for (const taken of ['ford', 'xiaomi', 'ford xiaomi', 'ford-xiaomi'])
      expect(aliases).not.toContain(taken);
  });
});
