/**
 * Keys in order of arrival. Most words find one row, and most others a few: a set for each would take longer to fill
 * and weigh more than the rows it finds. So one key stands for itself, some are a list, and many are a set.
 */
export type KeyList = string | string[] | Set<string>;

const listedAtMost = 64;

/** A key that is there already is the last one: a row that is found twice under one word. */
export function withKey(keys: KeyList | undefined, key: string): KeyList {
  if (keys === undefined || keys === key) return key;
  if (typeof keys === 'string') return [keys, key];
  if (!Array.isArray(keys)) return keys.add(key);
  if (keys.at(-1) !== key) keys.push(key);
  return keys.length > listedAtMost ? new Set(keys) : keys;
}

/** `undefined` when no key is left. */
export function withoutKey(keys: KeyList | undefined, key: string): KeyList | undefined {
  if (keys === undefined || keys === key) return undefined;
  if (typeof keys === 'string') return keys;
  if (!Array.isArray(keys)) {
    keys.delete(key);
    return keys.size > 0 ? keys : undefined;
  }
  // From the end: what is undone came last.
  const at = keys.lastIndexOf(key);
  if (at !== -1) keys.splice(at, 1);
  return keys.length > 1 ? keys : keys[0];
}

/** To be read at once: of many keys it is the list itself, which changes as rows are put. */
export function setOf(keys: KeyList | undefined): ReadonlySet<string> {
  if (keys === undefined) return none;
  if (typeof keys === 'string') return new Set([keys]);
  return Array.isArray(keys) ? new Set(keys) : keys;
}

/** The keys as a list, which is not to be kept; `undefined` when there are many. */
export function fewOf(keys: KeyList | undefined): readonly string[] | undefined {
  if (keys === undefined) return noKeys;
  if (typeof keys === 'string') return [keys];
  return Array.isArray(keys) ? keys : undefined;
}

export function countOf(keys: KeyList | undefined): number {
  if (keys === undefined) return 0;
  if (typeof keys === 'string') return 1;
  return Array.isArray(keys) ? keys.length : keys.size;
}

const none: ReadonlySet<string> = new Set();
const noKeys: readonly string[] = [];
