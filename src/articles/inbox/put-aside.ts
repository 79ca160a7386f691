import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { codeOf } from './code-of.ts';

const mostNames = 10_000;
const reasonEnding = '.reason.txt';
/** Linux's limit, in bytes: the name has to leave room for a number and for its reason's ending. */
const longestName = 255 - reasonEnding.length - `-${mostNames}`.length;

/** Moves a file into a folder under a name that is free there; its reason, if any, stands beside it first. */
export async function putAside(path: string, folder: string, reason?: string): Promise<string> {
  // Somebody may have tidied it away.
  await mkdir(folder, { recursive: true });
  const target = await claimName(folder, basename(path));
  const reasonFile = reason === undefined ? undefined : `${target}${reasonEnding}`;
  try {
    if (reasonFile !== undefined) await writeFile(reasonFile, `${reason}\n`);
    await rename(path, target);
  } catch (error) {
    // It is tried again, and each time would leave a name without a file behind.
    for (const left of [target, reasonFile]) if (left) await rm(left, { force: true }).catch(() => {});
    throw error;
  }
  return target;
}

/** An empty file holds the name until the real one takes its place: looking and then moving could overwrite one. */
async function claimName(folder: string, name: string): Promise<string> {
  const { stem, extension } = partsOf(name);
  for (let count = 1; count <= mostNames; count += 1) {
    const path = join(folder, `${count === 1 ? stem : `${stem}-${count}`}${extension}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (await isLeftBehind(path)) return path;
    }
  }
  throw new Error('too many files of one name were put aside');
}

/** A name that was claimed by a move that a kill cut off: what is put aside empty has its reason beside it. */
async function isLeftBehind(path: string): Promise<boolean> {
  const [held, reason] = await Promise.allSettled([stat(path), stat(`${path}${reasonEnding}`)]);
  return held.status === 'fulfilled' && held.value.size === 0 && reason.status === 'rejected';
}

function partsOf(name: string): { stem: string; extension: string } {
  const ending = extname(name);
  const extension = Buffer.byteLength(ending) > 20 ? '' : ending;
  let stem = name.slice(0, name.length - extension.length);
  const room = longestName - Buffer.byteLength(extension);
  if (Buffer.byteLength(stem) > room) stem = firstBytes(stem, room);
  return { stem, extension };
}

/** Between characters, whatever they take. */
function firstBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
