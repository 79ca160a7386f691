import { readFileSync } from 'node:fs';
import { applyAct } from '../../../dist/domain/apply.js';
import { importBundle } from '../../../dist/domain/editing/bundle/import-bundle.js';
import { parseBundle } from '../../../dist/domain/editing/bundle/parse-bundle.js';
import { createNewsroom } from '../../../dist/domain/newsroom.js';
import { actsFor } from '../big-newsroom.js';
import { storeIn } from '../open-store.js';
import { scratchFolder } from '../scratch.js';

const sampleFile = new URL('../../../data/sample/ford-xiaomi.json', import.meta.url);

/** A folder with the sample newsroom; `sizes`: and with so much besides. */
export async function sampleStore(sizes) {
  const newsroom = createNewsroom();
  const apply = (changes) =>
    applyAct(newsroom, { seq: newsroom.seq + 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes });
  const bundle = parseBundle(readFileSync(sampleFile, 'utf8'), 'ford-xiaomi.json');
  apply(importBundle(newsroom, bundle, 'ford-xiaomi.json').changes);
  const sampled = newsroom.entries.size;
  if (sizes)
    for (const { changes } of actsFor(sizes)) apply(changes.map((change) => renumbered(change, sampled)));
  const folder = scratchFolder();
  await storeIn(folder, newsroom);
  return folder;
}

/** Numbers after the sample's own, without a gap: the next is the count of entries and one. */
const renumbered = (change, sampled) =>
  change.type === 'entry-added' ? { ...change, id: `E-${Number(change.id.slice(2)) + sampled}` } : change;
