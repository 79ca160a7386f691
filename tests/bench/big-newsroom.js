/**
 * A newsroom as large as a bench asks for: made up, the same at every run. As in the sample, an entry takes about 550
 * bytes, most have one source, and a quarter of them hold a character that is not ASCII.
 */
import { applyAct } from '../../dist/domain/apply.js';
import { createNewsroom } from '../../dist/domain/newsroom.js';

const companies = ['Ford', 'Xiaomi', 'CATL', 'Tesla', 'BYD', 'Rivian', 'Geely', 'Stellantis', 'Volvo', 'Nio'];
const doings = [
  'told investors on Tuesday that the plant would open a year later than it had said in the spring',
  'is in early talks about a joint venture, people familiar with the discussions say',
  'declined to comment on the report, and on the company’s “long-term plans” for the site',
  'asked the Commerce Department for a licence, according to a filing made public this week',
];
const kinds = ['fact', 'event', 'background', 'quote', 'figure', 'response'];
const pick = (list, at) => list[at % list.length];

export const storySlug = (at) => `story-${at + 1}`;
export const entitySlug = (at) => `company-${at + 1}`;

const story = (at) => ({
  type: 'story-opened',
  story: {
    slug: storySlug(at),
    headline: `${pick(companies, at)} and ${pick(companies, at + 3)}: story number ${at + 1}`,
    status: 'active',
    desk: 'autos',
    subjects: ['electric vehicles', 'batteries'],
    aliases: [`${pick(companies, at)} talks ${at + 1}`],
    entities: [{ entity: entitySlug(at), role: 'said to hold the talks' }],
  },
});

const entity = (at) => ({
  type: 'entity-added',
  entity: {
    ...{ slug: entitySlug(at), schema: 'Company', name: `${pick(companies, at)} Works ${at + 1}` },
    ...{ aliases: [`${pick(companies, at)} ${at + 1}`], previousNames: [], weakAliases: [] },
  },
});

const own = {
  figure: (at) => ({ figure: { metric: `cells bought in batch ${at}`, amount: at, unit: 'percent' } }),
  quote: (at) => ({ speaker: entitySlug(at % 1000) }),
  response: (at) => ({ response: { entity: entitySlug(at % 1000), stance: 'declines' } }),
};

export const talks = {
  ...{ kind: 'unnamed', label: 'four people familiar with the discussions', count: 4 },
  ...{ groundRules: 'background', origin: 'Financial Times' },
};
export const article = (at) => ({
  ...{ kind: 'publication', label: 'News article, publisher not given', groundRules: 'unknown' },
  url: `https://news.example/autos/${at + 1}`,
});

/** The change that adds entry number `at` + 1 to a newsroom of so many stories. */
export function entryAdded(at, { stories, entities }) {
  const kind = pick(kinds, at);
  return {
    type: 'entry-added',
    id: `E-${at + 1}`,
    entry: {
      kind,
      stories: [storySlug(at % stories)],
      entities: [entitySlug(at % entities), entitySlug((at * 7 + 3) % entities)],
      text: `${pick(companies, at)} ${pick(doings, at)} (${at + 1}).`,
      sources: at % 8 === 0 ? [talks, article(at)] : [article(at)],
      verification: pick(['reported', 'unverified', 'corroborated', 'confirmed'], at),
      occurred: { date: `2026-01-${String((at % 28) + 1).padStart(2, '0')}` },
      origin: { key: `C0AUTOS:${1_760_000_000 + at}.000100` },
      ...own[kind]?.(at),
    },
  };
}

const perAct = 500;

/** The acts that fill an empty newsroom. */
export function* actsFor({ entries, stories, entities = stories }) {
  const sizes = { stories, entities };
  let seq = 0;
  const act = (changes) => {
    seq += 1;
    return { seq, at: '2026-02-01T09:30:00.000Z', by: 'U01REPORTER', changes };
  };
  const some = (count, change) => Array.from({ length: count }, (_, at) => change(at));
  yield act([...some(entities, entity), ...some(stories, story)]);
  for (let from = 0; from < entries; from += perAct) {
    yield act(some(Math.min(perAct, entries - from), (at) => entryAdded(from + at, sizes)));
  }
}

export function bigNewsroom(sizes) {
  const newsroom = createNewsroom();
  for (const act of actsFor(sizes)) applyAct(newsroom, act);
  return newsroom;
}
