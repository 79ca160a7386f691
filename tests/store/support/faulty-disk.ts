import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, nodeFileSystem } from '../../../src/store/json/file-system.ts';

type Call = 'write' | 'datasync' | 'sync' | 'truncate' | 'open' | 'rename' | 'mkdir';

export interface FaultyDisk {
  files: FileSystem;
  /** Makes calls fail from now on: all of a kind, until `mend`. */
  break(call: Call, code: string, onPath?: RegExp): void;
  /** Writes take at most this many bytes each. */
  writeAtMost(bytes: number): void;
  mend(): void;
}

/** The real file system, of which single calls can be made to fail. */
export function faultyDisk(): FaultyDisk {
  let faults: { call: Call; code: string; onPath: RegExp }[] = [];
  let mostBytes = Number.POSITIVE_INFINITY;
  const check = (call: Call, path: string): void => {
    const fault = faults.find((one) => one.call === call && one.onPath.test(path));
    if (fault) throw Object.assign(new Error(`${fault.code}: ${call} ${path}`), { code: fault.code });
  };
  const handleFor = (handle: FileHandle, path: string): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'write')
          return (bytes: Buffer, offset: number, length: number, position: number) => {
            check('write', path);
            return target.write(bytes, offset, Math.min(length, mostBytes), position);
          };
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...rest: unknown[]) => {
          if (name === 'datasync' || name === 'sync' || name === 'truncate') check(name, path);
          return value.apply(target, rest);
        };
      },
    });
  const files: FileSystem = {
    ...nodeFileSystem,
    open: async (path, ...rest) => {
      check('open', String(path));
      return handleFor(await nodeFileSystem.open(path, ...rest), String(path));
    },
    rename: async (from, to) => {
      check('rename', String(from));
      return nodeFileSystem.rename(from, to);
    },
    mkdir: (async (path: string, options: { mode: number }) => {
      check('mkdir', path);
      return nodeFileSystem.mkdir(path, options);
    }) as FileSystem['mkdir'],
  };
  return {
    files,
    break: (call, code, onPath = /./) => faults.push({ call, code, onPath }),
    writeAtMost: (bytes) => {
      mostBytes = bytes;
    },
    mend: () => {
      faults = [];
      mostBytes = Number.POSITIVE_INFINITY;
    },
  };
}
