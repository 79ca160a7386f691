// Run by tests as a process of its own: opens the built store, records entries and says which are acknowledged.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { built, dir, killAt, occurrence, entries, hold, uid } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${built}/${path}`).href);
const { openJsonJournal } = await load('store/json/open-json-journal.js');
const { applyAct } = await load('domain/apply.js');
const { createNewsroom } = await load('domain/newsroom.js');
const { takeSnapshot } = await load('domain/snapshot.js');

// Only now: whoever may not look into the checkout could not have read the code.
if (uid !== undefined) {
  process.setgid(uid);
  process.setuid(uid);
}

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);
const newsroom = createNewsroom();
let seen = 0;
const journal = await openJsonJournal({
  dir,
  now: () => '2026-02-01T09:30:00.000Z',
  capture: () => takeSnapshot(newsroom),
  threshold: { journalBytes: 700, snapshotShare: 0 },
  onStep: (step) => {
    if (step !== killAt) return;
    seen += 1;
    if (seen === occurrence) process.kill(process.pid, 'SIGKILL');
  },
});
say(journal.problem ? { problem: journal.problem, message: journal.message } : { opened: process.pid });
if (!journal.problem) {
  await journal.load();
  for (let seq = 1; seq <= entries; seq += 1) {
    const entry = {
      kind: 'fact',
      stories: ['ford-xiaomi'],
      entities: [],
      text: `Ford and Xiaomi talk, take ${seq}`,
      sources: [],
      verification: 'reported',
    };
    const change = { type: 'entry-added', id: `E-${seq}`, entry };
    const act = { seq, at: '2026-02-01T09:30:00.000Z', by: 'U01REPORTER', changes: [change] };
    const { outcome } = await journal.append([act]);
    if (outcome !== 'recorded') throw new Error(outcome);
    say({ acknowledged: seq });
    applyAct(newsroom, act);
  }
  if (hold) setInterval(() => undefined, 1000);
  else await journal.close();
}
