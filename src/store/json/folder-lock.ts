import { fstatSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Disk, type FileHandle, unlinkIfThere, writeWhole } from './file-system.ts';
import { type LockOwner, parseOwner, stateOf, thisProcess } from './lock-owner.ts';
import { bindFolderName, unbind } from './lock-socket.ts';
import { inFolder, lockName } from './store-files.ts';
import { codeOf, StoreFault } from './store-problem.ts';

export class LockLost extends Error {}

/** How long to wait for whoever is starting at this moment to say who it is. */
const patienceMs = 2000;
const pollMs = 5;

/** One process per folder; outlives a kill -9 of its owner without making the next one wait. */
export class FolderLock {
  private readonly disk: Disk;
  private readonly path: string;
  private readonly handle: FileHandle;
  private readonly name: Awaited<ReturnType<typeof bindFolderName>>;

  private constructor(
    disk: Disk,
    path: string,
    held: { handle: FileHandle; name: Awaited<ReturnType<typeof bindFolderName>> },
  ) {
    this.disk = disk;
    this.path = path;
    this.handle = held.handle;
    this.name = held.name;
  }

  /** Throws a `StoreFault` naming the owner when somebody else has the folder. */
  static async take(disk: Disk, dir: string, since: string): Promise<FolderLock> {
    const me = thisProcess(since);
    const path = inFolder(dir).lock;
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const name = await bindFolderName(dir);
      try {
        const handle = name === 'taken' ? undefined : await create(disk, path, me);
        if (handle) return new FolderLock(disk, path, { handle, name });
        const owner = await ownerNow(disk, path, me);
        if (name !== 'taken' && owner !== 'gone') await setAside(disk, path, me, owner);
      } catch (error) {
        await unbind(name);
        throw error;
      }
      await unbind(name);
      if (performance.now() > giveUpAt)
        throw new StoreFault('store-locked', `Another process is just opening ${dir}. Try again.`);
      if (name === 'taken') await delay(pollMs);
    }
  }

  /** Throws when somebody removed or replaced the lock: from then on another process may write the same files. */
  check(): void {
    if (fstatSync(this.handle.fd).nlink === 0)
      throw new LockLost(`${lockName} was removed while Slugline ran; restart it`);
  }

  async release(): Promise<void> {
    if (fstatSync(this.handle.fd).nlink > 0) await unlinkIfThere(this.disk, this.path);
    await this.handle.close();
    await unbind(this.name);
  }
}

/** Undefined when there is a lock already. */
async function create(disk: Disk, path: string, me: LockOwner): Promise<FileHandle | undefined> {
  // Written under another name first, so that nobody ever sees a lock that does not say whose it is.
  const temporary = `${path}.${me.token}.tmp`;
  const handle = await disk.files.open(temporary, 'wx', 0o600);
  try {
    await writeWhole(handle, Buffer.from(`${JSON.stringify(me)}\n`), 0);
    await disk.files.link(temporary, path);
    return handle;
  } catch (error) {
    await handle.close();
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  } finally {
    await unlinkIfThere(disk, temporary);
  }
}

/** Who has the lock but is dead; throws when the owner lives, or may live where it cannot be seen. */
async function ownerNow(disk: Disk, path: string, me: LockOwner): Promise<LockOwner | undefined | 'gone'> {
  const owner = await readOwner(disk, path);
  if (owner === 'gone' || owner === undefined) return owner;
  const state = stateOf(owner, me);
  if (state !== 'dead') throw lockedBy(owner, path, state);
  return owner;
}

async function setAside(disk: Disk, path: string, me: LockOwner, dead: LockOwner | undefined): Promise<void> {
  const aside = `${path}.${me.token}.tmp`;
  await disk.files.rename(path, aside).catch(() => undefined);
  const moved = await readOwner(disk, aside);
  if (moved === 'gone') return;
  // Had somebody been quicker, it is their new lock that moved: it goes back.
  if (moved?.token !== dead?.token) await disk.files.link(aside, path).catch(() => undefined);
  await unlinkIfThere(disk, aside);
  if (disk.onStep) await disk.onStep('lock:dead-removed');
}

async function readOwner({ files }: Disk, path: string): Promise<LockOwner | undefined | 'gone'> {
  try {
    return parseOwner(await files.readFile(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  }
}

function lockedBy(owner: LockOwner, path: string, state: 'alive' | 'elsewhere'): StoreFault {
  const who = `process ${owner.pid}${state === 'elsewhere' ? ` on ${owner.host}` : ''}, running since ${owner.since}`;
  const mend =
    state === 'alive'
      ? 'Stop that one first, or give this one another DATA_DIR.'
      : `It cannot be seen from here whether it still runs. If it does not, delete ${path} and start again.`;
  return new StoreFault('store-locked', `The newsroom's folder is in use by ${who}. ${mend}`);
}
