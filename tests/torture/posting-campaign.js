import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FaultySlack } from '../soak/faulty-slack.js';
import { findings } from '../soak/findings.js';
import { randomFrom } from '../soak/random.js';
import { HurriedClock } from './hurried-clock.js';
import { random as atRandom, publisherScripts } from './kill-points.js';
import { runChild } from './run-child.js';

const child = fileURLToPath(new URL('./posting-child.js', import.meta.url));
/** After so many deaths everything that is owed is posted, and held against what was recorded. */
const deathsEach = 20;
const hurry = 100;
/** After it every embargo and every pause that the desk gave is over. */
const hourMs = 3_600_000;

/** One of the crew: kills a publisher again and again, in the middle of its conversation with a Slack that goes on. */
export async function torturePublisher({ built, scratch, seed, deaths, tally, tools }) {
  const random = randomFrom(seed);
  for (let died = 0; died < deaths && !tally.isEnough; ) {
    const dir = join(scratch, `posting-${seed}-${died}`);
    mkdirSync(dir);
    const clock = new HurriedClock({ began: Date.now(), hurry });
    // Its time is that of whoever asks: a busy machine, hurried, would otherwise seem to be minutes on the way.
    const world = { now: clock.ms, pause: (ms) => clock.pause(ms) };
    const slack = new FaultySlack(world, random, tools.plainText);
    const desk = { dir, slack, clock, acknowledged: new Set(), unsynced: undefined };
    const setting = { built, random, desk, tally };
    for (const until = Math.min(died + deathsEach, deaths); died < until && !tally.isEnough; )
      died += Number(await endLife(setting, { point: random.oneOf(publisherScripts), entries: 12 }));
    slack.isCalm = true;
    clock.skip(hourMs);
    await endLife(setting, { entries: 0, isLast: true });
    await judge(setting, tools);
    for (const path of [dir, `${dir}-attic`]) rmSync(path, { recursive: true, force: true });
  }
}

async function endLife({ built, random, desk, tally }, { point, entries, isLast }) {
  const { dir, slack, clock, unsynced } = desk;
  const [cutsPower, afterMs] = [random.chance(0.3), random.between(0, 800)];
  const occurrence = random.oneOf([1, 2, 4, 8]);
  const isKilled = point === atRandom && !cutsPower;
  const death =
    point === atRandom
      ? { cutsPower, ...(cutsPower ? { afterMs } : {}) }
      : { killAt: point, occurrence, cutsPower };
  const time = { began: clock.began, hurry: clock.hurry };
  const words = { built, dir, unsynced, entries, isLast, clock: time, seed: random.between(1, 1e9) };
  desk.unsynced = undefined;
  const { code, signal } = await runChild(
    child,
    { ...words, ...(point ? { death } : {}) },
    {
      onStart: (process) => process.on('message', (asked) => answer(slack, process, asked)),
      hear: (line, process) => {
        hear(desk, tally, line);
        if (line.opened !== undefined && isKilled) setTimeout(() => process.kill('SIGKILL'), afterMs);
      },
    },
  );
  if (signal === 'SIGKILL') {
    tally.count('processes killed');
    tally.count('rounds');
    if (cutsPower) tally.count('power cuts');
    tally.killedAt(point);
  } else if (code !== 0) tally.fault('crashed', `a publisher ended by itself: ${code} ${signal}`);
  else if (point && point !== atRandom) tally.survived(point);
  return signal === 'SIGKILL';
}

/** What Slack is asked it does, even if whoever asked is dead by then. */
async function answer(slack, process, { nr, call, message, at }) {
  slack.world.now = Math.max(slack.world.now, at);
  const said = await slack[call](message);
  if (process.connected) process.send({ nr, answer: said }, () => {});
}

function hear(desk, tally, line) {
  if (line.broken) tally.fault('crashed', `the power cut itself: ${line.broken}`);
  else if (line.dying) [desk.unsynced] = line.unsynced;
  else if (line.opened !== undefined) {
    tally.count('restarts');
    tally.count('repaired', line.repaired);
  } else if (line.acknowledged !== undefined) {
    tally.count('acknowledged');
    desk.acknowledged.add(line.id);
  } else if (line.closed === undefined)
    tally.fault(line.refused ? 'refused' : 'logged', JSON.stringify(line));
}

/** Reads what is recorded, and holds the channels against it. */
async function judge({ desk: { dir, slack, clock, acknowledged }, tally }, tools) {
  const { openJsonJournal, NewsroomService, newsroomPages, plainText } = tools;
  const now = () => clock.now();
  const journal = await openJsonJournal({ dir, now, capture: () => undefined });
  if ('problem' in journal) return tally.fault('refused', journal.message);
  const service = new NewsroomService(journal, { now });
  await service.load();
  const acts = await journal.since(0);
  await service.close();
  const { newsroom } = service;
  tally.count('messages', slack.messages.length);
  for (const id of acknowledged)
    if (!newsroom.entries.get(id)) tally.fault('lost', `${dir}: ${id} was acknowledged`);
  const strange = slack.messages.filter(
    ({ key }) => key?.startsWith('entry:') && !newsroom.entries.get(key.split(':')[1]),
  );
  if (strange.length > 0)
    return tally.fault('lost', `${dir}: what ${strange.length} messages say is not on record`);
  const pages = newsroomPages('UTC');
  const paused = new Set(
    acts.flatMap(({ changes }) => changes.filter(({ set }) => set?.pausedUntil)).map(({ id }) => id),
  );
  const found = findings(newsroom, slack, {
    isPaused: (id) => paused.has(id),
    drawn: (place) => plainText(pages.card(newsroom, place, now())),
  });
  for (const [what, each] of Object.entries(found))
    for (const one of each) tally.fault(what, `${dir}: ${one}`);
}
