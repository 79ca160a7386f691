// Run by a test where pids are counted apart: kills the owner of a folder and has its pid given to another program.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [built, dir] = process.argv.slice(2);
const { openJsonJournal } = await import(pathToFileURL(`${built}/store/json/open-json-journal.js`).href);
const open = () => openJsonJournal({ dir, now: () => '2026-02-01T09:30:00.000Z', capture: () => undefined });

const words = JSON.stringify({ built, dir, entries: 1, hold: true });
const owner = spawn(process.execPath, [join(import.meta.dirname, 'store-child.js'), words]);
await once(createInterface({ input: owner.stdout }), 'line');
const { message: refused } = await open();
owner.kill('SIGKILL');
await once(owner, 'exit');

writeFileSync('/proc/sys/kernel/ns_last_pid', String(owner.pid - 1));
const heir = spawn('sleep', ['60']);
const journal = await open();
process.stdout.write(
  JSON.stringify({ owner: owner.pid, heir: heir.pid, refused, opened: !('problem' in journal) }),
);
heir.kill();
process.exit(0);
