import { applyAct } from '../../dist/domain/apply.js';
import { createNewsroom } from '../../dist/domain/newsroom.js';
import { newsroomFrom, takeSnapshot } from '../../dist/domain/snapshot.js';
import { answer } from '../../dist/services/commands/commands.js';
import { actsFor, article, entryAdded, storySlug, talks } from './big-newsroom.js';

const sizes = { entries: 10_000, stories: 1, entities: 300 };
const outlets = 400;
const people = 900;
const now = '2026-02-10T12:00:00.000Z';

const own = {
  // One figure in ten is given again by somebody else, with another number.
  figure: (at) => ({
    figure: { metric: `cells of batch ${at % 60 === 4 ? at % 3000 : at}`, amount: at, unit: 'GWh' },
  }),
  // Every other response denies what was reported just before.
  response: (at) => ({
    response: {
      entity: `company-${(at % sizes.entities) + 1}`,
      ...(at % 12 === 5 ? { stance: 'denies', respondsTo: `E-${at}` } : { stance: 'declines' }),
    },
  }),
};

/** The large newsroom's entries rest on one source: a story that runs for years has hundreds, and disputes. */
function lively(change) {
  if (change.type !== 'entry-added') return change;
  const { entry } = change;
  const at = Number(change.id.slice(2)) - 1;
  const paper = `The Paper ${(at * 7) % outlets}`;
  const sources = [
    { ...talks, label: `person number ${at % people}`, origin: `Outlet ${(at * 31) % outlets}` },
    { ...article(at), label: paper, publisher: paper },
  ];
  return { ...change, entry: { ...entry, sources, ...own[entry.kind]?.(at) } };
}

function lived() {
  const newsroom = createNewsroom();
  for (const act of actsFor(sizes)) applyAct(newsroom, { ...act, changes: act.changes.map(lively) });
  return newsroom;
}

/** As a start and a command bring them: rows that a script put together do not share their hidden classes. */
const parsed = (row) => JSON.parse(JSON.stringify(row));

const snapshot = takeSnapshot(lived());
const tables = Object.entries(snapshot.tables);

/** Newsrooms with one story of 10,000 entries, each as it stands after a start: every row is parsed by itself. */
export const bigStory = () =>
  newsroomFrom({
    seq: snapshot.seq,
    tables: Object.fromEntries(tables.map(([name, rows]) => [name, rows.map(parsed)])),
  });

/** One more entry, as its act is applied. */
export function addOne(newsroom) {
  const at = newsroom.entries.size;
  applyAct(newsroom, {
    seq: newsroom.seq + 1,
    at: now,
    by: 'U01REPORTER',
    changes: [parsed(lively(entryAdded(at, sizes)))],
  });
}

/** Milliseconds until the page is there, for somebody who read the story up to the act `since`. */
export function tookToAsk(newsroom, since) {
  const asking = { newsroom, viewer: { role: 'reader' }, now, zone: 'UTC', seen: () => since };
  const begun = performance.now();
  const { page } = answer(`story:${storySlug(0)}`, asking);
  const took = performance.now() - begun;
  if (page.parts.length < 5) throw new Error('the briefing is not there');
  return took;
}
