import * as sync from 'node:fs';
import * as promises from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const kinds = [
  [/^journal\.jsonl$/, 'journal'],
  [/^journal\.jsonl\..*tmp$/, 'new journal'],
  [/^journal-\d+\.jsonl$/, 'old journal'],
  [/^newsroom\.json\./, 'snapshot'],
  [/^newsroom\.lock/, 'lock'],
  [/^archive$/, 'archive'],
];
const kindOf = (path) => kinds.find(([name]) => name.test(basename(path)))?.[1] ?? 'folder';

/** What the dead wait for. */
const never = new Promise(() => {});

/** By name, so that a later process can undo what this one leaves. */
const undoing = { rename: sync.renameSync, unlink: sync.unlinkSync, rmdir: sync.rmdirSync };

/**
 * The real file system, which tells of each call that changes it, before and after. It remembers what no fsync has
 * made to last, so that a power cut can take it away again as POSIX allows: bytes from the end of what was written,
 * names from the last one backwards.
 */
export class DyingDisk {
  /** Bytes of a file that outlast a power cut, by inode: names change under an open file. */
  #lasting;
  /** Names given and taken since their folder was synced, oldest first, and what undoes them. */
  #names;
  #kept = 0;
  #isDark = false;
  #underWay = 0;

  /**
   * `passes` is told of each point and answers whether the process is to die there; `unsynced` is what the process
   * before left in this folder when it died.
   */
  constructor(dir, { random, passes, die, unsynced = { lasting: [], names: [] } }) {
    Object.assign(this, { dir, random, passes, die, attic: `${dir}-attic` });
    this.#lasting = new Map(unsynced.lasting);
    this.#names = unsynced.names;
  }

  get unsynced() {
    return { lasting: [...this.#lasting], names: this.#names };
  }

  get files() {
    return {
      ...promises,
      open: (path, flags, mode) => this.#open(path, flags, mode),
      rename: (from, to) => {
        const replaced = this.#keep(to);
        return this.#around(
          `rename ${kindOf(from)}`,
          () => promises.rename(from, to),
          () => {
            const back = ['rename', to, from];
            this.#names.push({
              paths: [from, to],
              undo: replaced ? [back, ['rename', replaced, to]] : [back],
            });
          },
        );
      },
      link: (from, to) =>
        this.#around(
          `link ${kindOf(to)}`,
          () => promises.link(from, to),
          () => {
            this.#names.push({ paths: [to], undo: [['unlink', to]] });
          },
        ),
      unlink: (path) => {
        const removed = this.#keep(path);
        return this.#around(
          `unlink ${kindOf(path)}`,
          () => promises.unlink(path),
          () => {
            this.#names.push({ paths: [path], undo: [['rename', removed, path]] });
          },
        );
      },
      mkdir: (path, options) => {
        const isNew = !sync.existsSync(path);
        return this.#around(
          `mkdir ${kindOf(path)}`,
          () => promises.mkdir(path, options),
          () => {
            if (isNew) this.#names.push({ paths: [path], undo: [['rmdir', path]] });
          },
        );
      },
    };
  }

  /** Takes away what was not synced: any part of the bytes, and of the names the last ones. */
  cutPower() {
    const gone = this.#names.splice(this.random.between(0, this.#names.length)).reverse();
    for (const [call, ...paths] of gone.flatMap(({ undo }) => undo)) {
      try {
        undoing[call](...paths);
      } catch {
        // The process before was killed in the middle of a call, which is not in its list: that one has lasted.
      }
    }
    for (const name of sync.readdirSync(this.dir, { recursive: true })) {
      const path = join(this.dir, name);
      const { ino, size } = sync.statSync(path);
      const lasting = this.#lasting.get(ino) ?? size;
      if (size > lasting) sync.truncateSync(path, this.random.between(lasting, size));
    }
  }

  async #open(path, flags, mode) {
    const open = () => promises.open(path, flags, mode);
    if (flags === 'r' || flags === 'r+') return this.#handle(await open(), path);
    const isNew = !sync.existsSync(path);
    const handle = await this.#around(`open ${kindOf(path)}`, open, () => {
      this.#lasting.set(sync.statSync(path).ino, 0);
      if (isNew) this.#names.push({ paths: [path], undo: [['unlink', path]] });
    });
    return this.#handle(handle, path);
  }

  /** Nothing more gets through; resolves when no call is under way. A cut in the middle of one would be overtaken. */
  async darken() {
    this.#isDark = true;
    while (this.#underWay > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  async #around(call, act, done = () => {}) {
    await this.#pass(`before ${call}`);
    if (this.#isDark) await never;
    this.#underWay += 1;
    try {
      const result = await act();
      done();
      return result;
    } finally {
      this.#underWay -= 1;
      await this.#pass(`after ${call}`);
    }
  }

  async #pass(point) {
    if (this.passes(point)) await this.die(point);
  }

  #handle(handle, path) {
    const kind = kindOf(path);
    const own = {
      write: async (bytes, offset, length, position) => {
        if (this.#isDark) await never;
        const { ino, size } = sync.fstatSync(handle.fd);
        if (!this.#lasting.has(ino)) this.#lasting.set(ino, size);
        const point = `torn write ${kind}`;
        if (this.passes(point)) {
          sync.writeSync(handle.fd, bytes, offset, this.random.between(1, length - 1), position);
          await this.die(point);
        }
        return this.#around(`write ${kind}`, () => handle.write(bytes, offset, length, position));
      },
      datasync: () => {
        const { ino, size } = sync.fstatSync(handle.fd);
        return this.#around(
          `datasync ${kind}`,
          () => handle.datasync(),
          () => this.#lasting.set(ino, size),
        );
      },
      sync: () =>
        this.#around(
          `sync ${kind}`,
          () => handle.sync(),
          () => {
            this.#names = this.#names.filter(({ paths }) => !paths.some((one) => dirname(one) === path));
          },
        ),
      truncate: (to) => this.#around(`truncate ${kind}`, () => handle.truncate(to)),
    };
    return new Proxy(handle, {
      get(target, name) {
        if (Object.hasOwn(own, name)) return own[name];
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** A second name for what is about to lose its first. */
  #keep(path) {
    if (!sync.existsSync(path)) return undefined;
    sync.mkdirSync(this.attic, { recursive: true });
    this.#kept += 1;
    const kept = join(this.attic, `${process.pid}-${this.#kept}`);
    sync.linkSync(path, kept);
    return kept;
  }
}
