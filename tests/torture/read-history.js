import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Every act that a folder holds, read without any code of the store: archive, old journals, journal. `faults` says
 * what is wrong; an end that a crash tore is only counted.
 */
export function readHistory(dir) {
  const faults = [];
  const acts = [];
  let torn = 0;
  const paths = journalsIn(dir);
  for (const path of paths) {
    const lines = readFileSync(join(dir, path), 'utf8').split('\n');
    const last = lines.pop();
    if (last !== '' && path !== paths.at(-1))
      faults.push({ fault: 'half', path, what: 'an old journal has no end' });
    else if (last !== '') torn += 1;
    // Only its newline is missing: the store keeps it.
    if (last !== '' && held(last, 'act')) lines.push(last);
    const { after } = held(lines.shift() ?? '', 'journal') ?? {};
    if (after === undefined) faults.push({ fault: 'half', path, what: 'no first line' });
    if (after > acts.length)
      faults.push({ fault: 'lost', path, what: `begins after ${after}, known to ${acts.length}` });
    if (after < acts.length)
      faults.push({ fault: 'doubled', path, what: `begins after ${after} of ${acts.length}` });
    for (const line of lines) {
      const act = held(line, 'act');
      if (!act) faults.push({ fault: 'half', path, what: `a line after act ${acts.length}` });
      else if (act.seq !== acts.length + 1)
        faults.push({
          fault: act.seq <= acts.length ? 'doubled' : 'lost',
          path,
          what: `act ${act.seq} at ${acts.length + 1}`,
        });
      if (act) acts.push(act);
    }
  }
  return { acts, torn, faults };
}

function journalsIn(dir) {
  const archive = join(dir, 'archive');
  const archived = existsSync(archive) ? readdirSync(archive).sort() : [];
  const names = readdirSync(dir);
  const rotated = names.filter((name) => /^journal-\d+\.jsonl$/.test(name)).sort();
  const open = names.includes('journal.jsonl') ? ['journal.jsonl'] : [];
  return [...archived.map((name) => join('archive', name)), ...rotated, ...open];
}

function held(line, field) {
  const [, sum, json] = new RegExp(`^\\{"sum":"([0-9a-f]{8})","${field}":(.*)\\}$`, 's').exec(line) ?? [];
  if (json === undefined || crc32(json) !== Number.parseInt(sum, 16)) return undefined;
  return JSON.parse(json);
}
