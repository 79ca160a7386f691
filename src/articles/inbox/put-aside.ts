import { open, rename, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

const mostNames = 10_000;

/** Moves a file into a folder under a name that is free there; its reason, if any, stands beside it first. */
export async function putAside(path: string, folder: string, reason?: string): Promise<string> {
  const target = await claimName(folder, basename(path));
  if (reason !== undefined) await writeFile(`${target}.reason.txt`, `${reason}\n`);
  await rename(path, target);
  return target;
}

/** An empty file holds the name until the real one takes its place: looking and then moving could overwrite one. */
async function claimName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let count = 1; count <= mostNames; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem}-${count}${extension}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  throw new Error('too many files of one name were put aside');
}
