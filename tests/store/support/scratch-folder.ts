import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** An empty folder, gone after the test. */
export function scratchFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'slugline-store-'));
  made.push(dir);
  return dir;
}

export function removeScratchFolders(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Every file under the folder with its bytes in hex, so that "left as they were" is one comparison. */
export function filesIn(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(dir, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(dir, name)).toString('hex')]));
}
