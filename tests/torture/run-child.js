import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a child to its end, however that comes; `hear` is given each JSON line that it says. What takes longer than
 * `patienceMs` on the slowest machine will never end.
 */
export function runChild(script, words, { hear, onStart = () => {}, patienceMs = 90_000 }) {
  const child = spawn(process.execPath, [script, JSON.stringify(words)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  onStart(child);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // A kill can cut the last line short, as it can any other file.
    if (line.endsWith('}')) hear(JSON.parse(line), child);
  });
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = child.kill('SIGKILL');
  }, patienceMs);
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal: isLate ? 'hangs' : signal });
    });
  });
}
