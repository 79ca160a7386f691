import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In a mount namespace of its own, so that nothing is left behind; who is not root is root in that one. */
const namespace = process.getuid?.() === 0 ? '-m' : '-rm';

/** Whether this machine lets a test mount a disk; where not, the injected file systems have to do. */
export const mayMount =
  spawnSync('unshare', [namespace, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' }).status ===
  0;

/** A real file system with little room, seen through the process that holds it. */
export class SmallDisk {
  readonly dir: string;
  private readonly holder: ChildProcess;
  private readonly mountPoint: string;
  private readonly ballast: string[] = [];

  private constructor(holder: ChildProcess, mountPoint: string) {
    this.holder = holder;
    this.mountPoint = mountPoint;
    this.dir = `/proc/${holder.pid}/root${mountPoint}`;
  }

  static async mount(options: string): Promise<SmallDisk> {
    const mountPoint = mkdtempSync(join(tmpdir(), 'slugline-small-'));
    const script = `mount -t tmpfs -o ${options} tmpfs ${mountPoint} && echo mounted && exec sleep 600`;
    const holder = spawn('unshare', [namespace, 'sh', '-c', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => resolve());
      holder.once('exit', (code) => reject(new Error(`nothing was mounted: ${code}`)));
    });
    return new SmallDisk(holder, mountPoint);
  }

  /** Takes all the room there is, but for some bytes. */
  fill({ but = 0 } = {}): void {
    const spare = this.take(Buffer.alloc(but));
    while (this.take(Buffer.alloc(4096)) !== undefined);
    if (spare !== undefined) this.drop(spare);
  }

  /** Takes every name there may be: bytes go on fitting in, new files do not. */
  takeNames(): void {
    while (this.take(Buffer.alloc(0)) !== undefined);
  }

  clear(): void {
    for (const path of this.ballast.splice(0)) rmSync(path);
  }

  unmount(): void {
    this.holder.kill('SIGKILL');
    rmSync(this.mountPoint, { recursive: true, force: true });
  }

  private take(bytes: Buffer): string | undefined {
    const path = join(this.dir, `ballast-${this.ballast.length}`);
    try {
      writeFileSync(path, bytes);
    } catch {
      rmSync(path, { force: true });
      return undefined;
    }
    this.ballast.push(path);
    return path;
  }

  private drop(path: string): void {
    rmSync(path);
    this.ballast.splice(this.ballast.indexOf(path), 1);
  }
}
