import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { scratchFolder } from './scratch-folder.ts';

const root = resolve(__dirname, '../../..');
const child = join(__dirname, 'store-child.js');

/** Compiles the store as it will run, outside the checkout; Node 20 cannot run TypeScript. Returns the folder. */
export function buildStore(): string {
  const dir = scratchFolder();
  const outDir = join(dir, 'dist');
  mkdirSync(outDir);
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    ...{ outDir, rootDir: join(root, 'src'), typeRoots: [join(root, 'node_modules/@types')] },
    ...{ incremental: false, tsBuildInfoFile: null, sourceMap: false, noCheck: true },
  };
  const files = ['store/json/open-json-journal.ts', 'domain/apply.ts'].map((path) => join(root, 'src', path));
  const config = { extends: join(root, 'tsconfig.build.json'), compilerOptions, include: [], files };
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(config));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', dir], {
    stdio: 'inherit',
  });
  return outDir;
}

export interface StoreRun {
  dir: string;
  entries?: number;
  /** Ends itself with SIGKILL the `occurrence`th time it passes this step. */
  killAt?: string;
  occurrence?: number;
  /** Keeps the newsroom open after its entries. */
  hold?: boolean;
  /** Its parent is a program that never waits for it. */
  waitsForNobody?: boolean;
  /** Runs as this user. */
  uid?: number;
}

type Line = { opened?: number; acknowledged?: number; problem?: string; message?: string };

export function startStore(
  built: string,
  run: StoreRun,
): { process: ChildProcess; lines: AsyncIterator<Line> } {
  const options = JSON.stringify({ built, entries: 14, occurrence: 1, ...run });
  const words = [process.execPath, child, options];
  const careless = ['sh', '-c', '"$@" & exec sleep 60', 'sh', ...words];
  const [program = '', ...rest] = run.waitsForNobody ? careless : words;
  const started = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = async function* (): AsyncGenerator<Line> {
    for await (const line of createInterface({ input: started.stdout })) yield JSON.parse(line);
  };
  return { process: started, lines: lines() };
}

/** Runs a store process to its end. */
export async function runStore(built: string, run: StoreRun) {
  const { process: started, lines } = startStore(built, run);
  const ended = new Promise<string | null>((resolve) =>
    started.once('close', (_code, signal) => resolve(signal)),
  );
  let acknowledged = 0;
  let first: Line = {};
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    acknowledged = next.value.acknowledged ?? acknowledged;
    if (next.value.opened || next.value.problem) first = next.value;
  }
  return { ...first, acknowledged, signal: await ended };
}
