import { entryKinds, verifications } from '../records/entry.ts';
import { editDistance } from './distance.ts';
import { wordsOf } from './words-of.ts';

/** What somebody typed after `search`: words and phrases, and filters as typed, for the newsroom to understand. */
export interface SearchWords extends Listed {
  /** One word each, or the words of a phrase. */
  clauses: string[][];
  since?: string;
  until?: string;
  /** What is left out: `-kind:quote`. */
  without: Listed;
  /** From 1. */
  page: number;
  /** The same search without its page, as it can be typed. */
  asked: string;
}

export interface Listed {
  desk: string[];
  story: string[];
  entity: string[];
  kind: string[];
  verification: string[];
  by: string[];
}

/** A part that cannot be read, and what may stand there. */
export interface SearchFault {
  part: string;
  expected: string;
}

const listed = ['desk', 'story', 'entity', 'kind', 'verification', 'by'] as const;
const single = ['since', 'until'] as const;
export const searchFilters = [...single, ...listed] as const;
type Filter = (typeof searchFilters)[number];

/** A quote in quotes, a filter with its value, a word. A colon with nothing after it is no filter. */
const part = /(?<!\S)([a-z-]+):(?:"([^"]*)"|(<@[^>]*>)|([^\s"]+))|"([^"]*)"?|[^\s"]+/gi;
const longest = 300;
const mostClauses = 12;

/** Reads cleaned text, `"joint venture" since:7d kind:quote,response`: filters stand anywhere. */
export function readSearch(typed: string): SearchWords | SearchFault {
  const read: SearchWords = {
    ...{ clauses: [], ...emptyLists(), without: emptyLists() },
    ...{ page: 1, asked: '' },
  };
  if (typed.length > longest)
    return { part: `${typed.slice(0, 60)}…`, expected: `at most ${longest} characters` };
  const kept: string[] = [];
  for (const match of typed.matchAll(part)) {
    const [whole, key, quoted, person, bare, phrase] = match;
    if (key !== undefined && !/^https?$/i.test(key)) {
      const value = (quoted ?? person ?? bare?.replace(/[,;.!?]+$/, '') ?? '').trim();
      const fault =
        key.toLowerCase() === 'page' ? turn(read, value) : take(read, key, value, quoted !== undefined);
      if (fault) return { part: whole.slice(0, 60), expected: fault };
      if (key.toLowerCase() !== 'page') kept.push(whole);
      continue;
    }
    const empty = searchFilters.find((one) => `${one}:` === whole.toLowerCase());
    if (empty) return { part: whole, expected: expected[empty] };
    if (/^-\p{L}/u.test(whole)) return { part: whole.slice(0, 60), expected: noMinus };
    kept.push(whole);
    if (phrase !== undefined) addClause(read, wordsOf(phrase));
    // `小米` are two words of a script without spaces, and stand together; `joint-venture` are two that need not.
    else for (const word of whole.split(/[-‐-―/]/)) addWords(read, wordsOf(word));
  }
  if (read.clauses.length > mostClauses)
    return { part: typed.slice(0, 60), expected: `at most ${mostClauses} words` };
  return { ...read, asked: kept.join(' ') };
}

const emptyLists = (): Listed => ({ desk: [], story: [], entity: [], kind: [], verification: [], by: [] });

function addWords(read: SearchWords, words: string[]): void {
  if (
    words.every((word) =>
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word),
    )
  )
    addClause(read, words);
  else for (const word of words) addClause(read, [word]);
}

function addClause(read: SearchWords, words: string[]): void {
  const isNew = !read.clauses.some((other) => other.join(' ') === words.join(' '));
  if (words.length > 0 && isNew) read.clauses.push(words);
}

function turn(read: SearchWords, value: string): string | undefined {
  if (!/^[1-9]\d{0,3}$/.test(value)) return 'the number of a page, like page:2';
  read.page = Number(value);
  return undefined;
}

function take(read: SearchWords, typed: string, value: string, isQuoted: boolean): string | undefined {
  const isLeftOut = typed.startsWith('-');
  const name = typed.toLowerCase().slice(isLeftOut ? 1 : 0);
  const key = searchFilters.find((one) => one === name);
  if (!key) return unknownFilter(name, value, isLeftOut ? '-' : '');
  if (value === '') return expected[key];
  if (key === 'since' || key === 'until') {
    if (isLeftOut) return otherEnd[key];
    if (read[key] !== undefined) return `${key}: only once`;
    read[key] = value;
    return undefined;
  }
  for (const one of isQuoted ? [value] : value.split(',').filter(Boolean)) {
    const allowed = choices[key];
    const chosen = allowed ? allowed.find((choice) => choice === singular(one, allowed)) : one;
    if (chosen === undefined) return expected[key];
    (isLeftOut ? read.without : read)[key].push(chosen);
  }
  return undefined;
}

const otherEnd = {
  since: 'until: with the date instead: until:2026-02-01',
  until: 'since: with the date instead: since:2026-02-01',
} as const;

const choices: { readonly [F in Filter]?: readonly string[] } = {
  kind: entryKinds,
  verification: verifications,
};

const singular = (word: string, allowed: readonly string[]): string => {
  const one = word.toLowerCase();
  return allowed.includes(one) ? one : one.replace(/s$/, '');
};

const expected: { readonly [F in Filter]: string } = {
  since: 'a date after it, or how long ago: since:7d, since:2026-02-01, since:yesterday',
  until: 'a date after it: until:2026-02-01, until:yesterday',
  desk: 'the name of a desk after it, like desk:autos',
  story: 'the slug or name of a story after it, like story:ford-xiaomi',
  entity: 'the name of an entity after it, like entity:catl or entity:"Ford Motor"',
  kind: `one of ${entryKinds.join(', ')}`,
  verification: `one of ${verifications.join(', ')}`,
  by: 'a person after it: by:@ana, or by:me',
};

/** Passed over, it would find just what was not wanted. */
const noMinus = 'a filter behind the minus, like -kind:quote: words cannot be left out';

function unknownFilter(key: string, value: string, sign: string): string {
  const near = searchFilters.find((other) => editDistance(key, other) <= 2);
  return near
    ? `${sign}${near}:${value}, if that is what you mean`
    : `one of ${searchFilters.map((filter) => `${filter}:`).join(' ')}; or put the words in quotes`;
}
