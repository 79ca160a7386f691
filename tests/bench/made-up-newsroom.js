import { createNewsroom, put } from '../../dist/domain/newsroom.js';
import { madeUpDocuments } from './made-up-texts.js';

const marked = (marks, name) =>
  marks.filter((mark) => mark.startsWith(`${name}:`)).map((mark) => mark.slice(name.length + 1));

const tables = {
  story: ([headline, ...aliases], text) => ({
    ...{ headline, aliases, nutGraf: text, subjects: [], entities: [], status: 'active' },
  }),
  entity: ([name, ...aliases], text) => ({
    ...{ schema: 'Company', name, aliases, previousNames: [], weakAliases: [], summary: text },
  }),
};

const own = {
  figure: { figure: { metric: 'cells', amount: 7, unit: 'GWh' } },
  quote: { speaker: 'e-1' },
  response: { response: { entity: 'e-1', stance: 'declines' } },
};

/** The row that the index reads such a document from. */
export function rowOf({ key, names, text, marks, at }) {
  const [kind, id] = key.split(':');
  const shared = { seq: 1, at, by: marked(marks, 'by')[0], revisions: [] };
  if (kind === 'entry') {
    const filed = { stories: marked(marks, 'story'), entities: marked(marks, 'entity') };
    const [sort] = marked(marks, 'kind');
    const said = { kind: sort, verification: marked(marks, 'verification')[0], sources: [], ...own[sort] };
    return { table: 'entries', key: id, row: { id, text, ...filed, ...said, ...shared } };
  }
  const row = { slug: id, ...tables[kind](names, text), ...shared };
  return { table: kind === 'story' ? 'stories' : 'entities', key: id, row };
}

/** 100,000 entries, 5,000 stories and 10,000 entities whose words are as often as in a language. */
export function madeUpNewsroom() {
  const made = madeUpDocuments();
  const newsroom = createNewsroom();
  newsroom.seq = 1;
  for (const document of made.documents) put(newsroom, rowOf(document));
  return { ...made, newsroom };
}
