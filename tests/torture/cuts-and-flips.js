import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideAct } from './acts-of.js';

const newline = 0x0a;
const now = () => '2026-02-01T09:30:00.000Z';

/**
 * Founds a small newsroom and starts it with each of its files cut at every byte, and with every byte altered.
 * A torn tail has to be mended and reported; anything else has to stop the start, say where, and change nothing.
 * `share`: which bytes are ours, of how many who take turns, and how many are left out between two.
 */
export async function cutAndFlip({ dir, store, share, tally }) {
  mkdirSync(dir);
  await found(dir, store);
  const whole = filesIn(dir);
  if (whole.size !== 3) throw new Error(`founded with ${[...whole.keys()].join(', ')}`);
  const setting = { dir, store, whole, tally };
  for (const [name, { length }] of whole) {
    for (let at = share.nth * share.stride; at < length; at += share.of * share.stride) {
      await startCut(setting, name, at);
      const bits = share.stride === 1 ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8];
      for (const bit of bits) await startFlipped(setting, name, at, bit);
    }
  }
}

/** A snapshot, an old journal with acts that it does not have, and the journal after that. */
async function found(dir, { openJsonJournal, NewsroomService }) {
  let service;
  const open = async (threshold, files) => {
    const capture = () => service.snapshot();
    const journal = await openJsonJournal({ dir, now, capture, threshold, ...(files ? { files } : {}) });
    service = new NewsroomService(journal, { now });
    await service.load();
  };
  const record = async (...names) => {
    for (const name of names) await service.record('UED', decideAct(name, 1));
  };
  const eager = { journalBytes: 300, snapshotShare: 0, retryAfterMs: 0 };
  await open(eager);
  await record('a', 'b', 'c');
  await service.close();
  const { open: realOpen, ...rest } = await import('node:fs/promises');
  // The disk fills up when the second snapshot is begun: the rotated journal stays.
  const full = async (path, ...how) => {
    if (/newsroom\.json\..*tmp$/.test(path)) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return realOpen(path, ...how);
  };
  await open({ ...eager, retryAfterMs: 1e9 }, { ...rest, open: full });
  await record('d', 'e', 'f', 'g');
  await service.close();
}

/** What a start reads, by name: the archive is history, and no start looks at it. */
function filesIn(dir) {
  const names = readdirSync(dir).filter((name) => /\.jsonl?$/.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(dir, name))]));
}

async function startCut(setting, name, cut) {
  const { whole, tally } = setting;
  const bytes = whole.get(name).subarray(0, cut);
  const started = await start(setting, name, bytes);
  tally.count('cuts');
  const isLast = name === 'journal.jsonl';
  const isBetweenLines = cut > 0 && bytes[cut - 1] === newline;
  if (started.refused) return checkRefusal(tally, { ...started, name, whole, bytes });
  const acts = Math.max(0, bytes.filter((byte) => byte === newline).length - 1);
  if (isLast && isBetweenLines)
    tally.count('cuts between two lines, a shorter journal as far as anyone can tell');
  else if (isLast && started.repairs.length === 1) tally.count('torn tails mended and reported');
  else tally.fault('unnoticed', `${name} cut at byte ${cut}: ${JSON.stringify(started)}`);
  const { after } = JSON.parse(bytes.subarray(0, bytes.indexOf(newline))).journal;
  const isKept = !isBetweenLines && whole.get(name)[cut] === newline;
  const expected = after + acts + Number(isKept);
  if (started.seq !== expected)
    tally.fault('lost', `${name} cut at ${cut}: opened at ${started.seq}, not ${expected}`);
}

async function startFlipped(setting, name, at, bit) {
  const { whole, tally } = setting;
  const bytes = Buffer.from(whole.get(name));
  bytes[at] ^= 1 << bit;
  const started = await start(setting, name, bytes);
  tally.count('flips');
  const line = bytes.subarray(0, at).filter((byte) => byte === newline).length + 1;
  if (started.refused) checkRefusal(tally, { ...started, name, whole, bytes, line, at });
  else tally.fault('unnoticed', `${name} with bit ${bit} of byte ${at} turned: ${JSON.stringify(started)}`);
}

const told = /^(\S+) is damaged at line (\d+), byte (\d+): .+ No file was changed\. [^\n]+$/;

/** One line that names the file, the line and the byte, and not a byte changed. */
function checkRefusal(tally, { refused, after, name, whole, bytes, line, at = bytes.length }) {
  tally.count('starts refused');
  const [, file, toldLine, toldByte] = told.exec(refused) ?? [];
  const isRight =
    file === name
      ? (line === undefined || Number(toldLine) === line) && Number(toldByte) <= at
      : line === undefined;
  if (!isRight) tally.fault('not named', `${name}, byte ${at}, line ${line}: ${refused}`);
  for (const [path, held] of after)
    if (!held.equals(path === name ? bytes : whole.get(path)))
      tally.fault('touched', `${path} by: ${refused}`);
  if (after.size !== whole.size) tally.fault('touched', `a file came or went: ${refused}`);
}

/** Starts on the altered file, and puts everything back as it was. */
async function start({ dir, store, whole }, name, bytes) {
  writeFileSync(join(dir, name), bytes);
  const journal = await store.openJsonJournal({ dir, now, capture: () => undefined });
  if ('problem' in journal) {
    const after = filesIn(dir);
    writeFileSync(join(dir, name), whole.get(name));
    return { refused: journal.message, after };
  }
  const { acts, repairs } = await journal.load();
  await journal.close();
  for (const [path, held] of whole) writeFileSync(join(dir, path), held);
  return { seq: acts.at(-1).seq, repairs };
}
