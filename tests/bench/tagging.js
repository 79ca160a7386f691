import { tagEntities } from '../../dist/domain/finding/tag-entities.js';
import { createNewsroom, put } from '../../dist/domain/newsroom.js';
import { madeUpSource, madeUpVocabulary } from './made-up-texts.js';

const bodies = 25_000;
const endings = ['Group', 'Holdings', 'Motor', 'Works', 'Energy', 'Bank', 'Institute', 'Foundation'];
const titled = (words) => words.replace(/(^| )[a-z]/g, (first) => first.toUpperCase());
const shared = { seq: 1, at: '2026-02-01T09:30:00.000Z', by: 'U01REPORTER', revisions: [] };

/** A newsroom with 25,000 bodies of four names each, and a text of 5,000 characters that names some of them. */
export function namesAndText() {
  const source = madeUpSource(madeUpVocabulary(), 41);
  const names = new Set();
  while (names.size < 4 * bodies) {
    const ending = endings[Math.floor(source.chance() * endings.length)];
    names.add(`${titled(source.words(1, 3))} ${ending}`);
  }
  const all = [...names];
  const newsroom = createNewsroom();
  for (let at = 0; at < bodies; at += 1) {
    const [name, ...aliases] = all.slice(at * 4, at * 4 + 4);
    const record = {
      slug: `body-${at}`,
      schema: 'Company',
      name,
      aliases,
      previousNames: [],
      weakAliases: [],
    };
    put(newsroom, { table: 'entities', key: record.slug, row: { ...record, ...shared } });
  }
  let text = '';
  for (let at = 0; text.length < 5000; at += 1) {
    text += `${titled(source.word())} ${source.words(4, 9)} “${source.words(3, 6)}” `;
    text += at % 3 === 0 ? `${all[(at * 7919) % all.length]}’s ${source.words(5, 12)}. ` : '. ';
  }
  return { newsroom, text: text.slice(0, 5000) };
}

/** Milliseconds that it takes to read the text once, as the median of so many times. */
export function tookToTag({ newsroom, text }, times = 200) {
  const took = [];
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    const found = tagEntities(newsroom, text);
    took.push(performance.now() - begun);
    if (found.length < 10) throw new Error('the names were not found');
  }
  return took.sort((a, b) => a - b)[times >> 1];
}
