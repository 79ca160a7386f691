import { editDistance } from './distance.ts';

/** A command's text parted from its options: `ford-xiaomi "Why now?" owner:@ana due:friday`. */
export interface Options<Key extends string> {
  /** What is no option, as typed. */
  rest: string;
  options: { readonly [K in Key]?: string };
  /** A key that is nearly one of those there are: `onwer:`. */
  mistyped?: { typed: string; meant: Key };
}

interface Keys<Key extends string> {
  /** Take a text in quotes, a person, or all up to the next key or quote. */
  words: readonly Key[];
  /** Take everything up to the next key: names parted by commas, quoted or not. */
  lists?: readonly Key[];
}

// No mark that opens may stand within: else each of a run of them would be looked behind to the end of the text.
const quoteOrKey = /["“”„«][^"“”„«»]*["“”»]|(?<!\S)([a-z]+):[^\S\n]*/gi;
const inQuotes = /^["“”„«]([^"“”„«»]*)["“”»]/;
const personMark = /^<@[^>\s]*>/;

/** Keys stand anywhere, in any order and case; in quotes they are text. A key given twice: the last one holds. */
export function readOptions<Key extends string>(
  text: string,
  { words, lists = [] }: Keys<Key>,
): Options<Key> {
  const known = [...words, ...lists];
  const options: { [K in Key]?: string } = {};
  let rest = '';
  let taken = 0;
  let mistyped: Options<Key>['mistyped'];
  const marks = [...text.matchAll(quoteOrKey)].map((mark) => ({ ...keyOf(mark, known), at: mark.index }));
  for (const [index, { key, typed, at, valueAt }] of marks.entries()) {
    if (at < taken) continue;
    if (key === undefined) {
      const meant = typed && known.find((other) => editDistance(typed, other) === 1);
      if (typed && meant) mistyped ??= { typed, meant };
      continue;
    }
    const stop = nextOf(marks, index, (mark) => mark.key || (!mark.typed && !lists.includes(key)));
    const value = valueIn(text.slice(valueAt), (stop?.at ?? text.length) - valueAt, lists.includes(key));
    options[key] = value.text;
    rest += ` ${text.slice(taken, at).trim()}`;
    taken = valueAt + value.length;
  }
  rest = `${rest} ${text.slice(taken).trim()}`.trim();
  return { rest, options, ...(mistyped ? { mistyped } : {}) };
}

/** Looks from there on only: a pasted text may hold thousands of keys. */
function nextOf<T>(all: readonly T[], index: number, isWanted: (one: T) => unknown): T | undefined {
  for (let at = index + 1; at < all.length; at += 1) {
    const one = all[at];
    if (one !== undefined && isWanted(one)) return one;
  }
  return undefined;
}

function keyOf<Key extends string>(mark: RegExpExecArray, known: readonly Key[]) {
  const typed = mark[1]?.toLowerCase();
  const key = known.find((other) => other === typed);
  return { key, typed, valueAt: mark.index + mark[0].length };
}

function valueIn(text: string, free: number, isList: boolean): { text: string; length: number } {
  const [quoted, inner] = isList ? [] : (inQuotes.exec(text) ?? []);
  if (quoted !== undefined && inner !== undefined) return { text: inner.trim(), length: quoted.length };
  const [person] = isList ? [] : (personMark.exec(text) ?? []);
  const length = person?.length ?? free;
  return { text: text.slice(0, length).trim(), length };
}

/** The text within the quotation marks that enclose all of it; other text as it is. */
export function unquoted(text: string): string {
  const [all, inner] = inQuotes.exec(text.trim()) ?? [];
  return all === text.trim() ? (inner ?? '').trim() : text.trim();
}

/** `jim-farley "chief executive of" ford`: what stands before, in and after the first quotation marks. */
export function aroundQuotes(text: string): { before: string; quoted: string; after: string } | undefined {
  const [all, quoted] = /["“”„«]([^"“”„«»]*)["“”»]/.exec(text) ?? [];
  if (all === undefined || quoted === undefined) return undefined;
  const at = text.indexOf(all);
  return {
    before: text.slice(0, at).trim(),
    quoted: quoted.trim(),
    after: text.slice(at + all.length).trim(),
  };
}

const listedName = /\s*(?:["“”„«]([^"“”„«»]*)["“”»]|([^,;\n]*))\s*(?:[,;\n]|$)/g;

/** Names parted by commas, semicolons or lines, each once; one in quotation marks may hold a comma. */
export const readList = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(listedName)]
      .map((match) => (match[1] ?? match[2] ?? '').trim())
      .filter((name) => name !== ''),
  ),
];

/** The text that reads back as this list. */
export const printList = (names: readonly string[]): string =>
  names.map((name) => (/[,;\n]/.test(name) ? `"${name}"` : name)).join(', ');
