import type { EntryFieldName } from '../editing/entries/entry-fields.ts';
import { nearWords } from './distance.ts';
import { splitBars } from './split-bars.ts';

type Key = Exclude<EntryFieldName, 'story'> | 'reason';

/** What people write before the colon. The first of each is the one that help and suggestions name. */
const keyWords: { readonly [K in Key]: readonly string[] } = {
  text: ['text', 'says'],
  kind: ['kind', 'type'],
  source: ['src', 'source', 'sources', 'via'],
  rules: ['rules', 'rule', 'ground rules', 'groundrules', 'terms'],
  count: ['count', 'how many'],
  attribution: ['attribution', 'attr', 'attributed', 'attributed to', 'citing'],
  verification: ['verification', 'verified', 'status'],
  on: ['on', 'when', 'date', 'occurred', 'happened'],
  urgency: ['urgency', 'urgent', 'priority'],
  embargo: ['embargo', 'embargoed', 'until', 'hold'],
  speaker: ['speaker', 'said by', 'quoted'],
  metric: ['metric', 'measure'],
  amount: ['amount', 'number', 'value'],
  unit: ['unit', 'units'],
  asOf: ['as of', 'asof'],
  who: ['who', 'from', 'by'],
  stance: ['stance', 'position'],
  respondsTo: ['re', 'responds to', 'respondsto', 'answers', 'in reply to'],
  entities: ['entities', 'entity', 'tags', 'tag', 'about'],
  reason: ['reason', 'because', 'why'],
};

const keyByWord = new Map(
  Object.entries(keyWords).flatMap(([key, words]) => words.map((word) => [word, key as Key] as const)),
);

export interface AddLine {
  /** What stands before the first bar: topic and text, as typed. */
  text: string;
  fields: { readonly [K in Key]?: string };
  /** `sorce: Ford`: a key that does not exist, what stood behind it, the key nearest to it. */
  unknown: { typed: string; value: string; near?: string }[];
}

/** One word or two before a colon; an address (`https://…`) is no key. */
const keyed = /^([\p{L}][\p{L}-]*(?:[ _-][\p{L}]+){0,2})\s*[:=](?!\/\/)\s*([\s\S]*)$/u;

/**
 * `text | src: … | rules: …`, keys in any order and case. Whatever is not understood is kept: a part without a
 * key goes on with the text, one with an unknown key is handed back with its value. A key given twice means both
 * sources, or both entities; of the others the last one holds.
 */
export function readAddLine(line: string): AddLine {
  const [text = '', ...parts] = splitBars(line);
  const fields: { [K in Key]?: string } = {};
  const unknown: AddLine['unknown'] = [];
  let whole = text;
  for (const part of parts) {
    const [, typed = '', value = ''] = keyed.exec(part) ?? [];
    const key = keyByWord.get(typed.toLowerCase().replace(/[\s_-]+/g, ' '));
    if (key) fields[key] = together(key, fields[key], withoutQuotes(key, value));
    else if (typed !== '' && !typed.includes(' ')) unknown.push({ typed, value, ...nearestTo(typed) });
    else if (part !== '') whole = `${whole} | ${part}`;
  }
  return { text: whole, fields, unknown };
}

function together(key: Key, before: string | undefined, value: string): string {
  return before !== undefined && (key === 'source' || key === 'entities') ? `${before}; ${value}` : value;
}

function nearestTo(typed: string): { near?: string } {
  const [near] = nearWords(typed, [...keyByWord.keys()]);
  const key = near && keyByWord.get(near);
  return key ? { near: keyWords[key][0] ?? key } : {};
}

/** `src: "SEC filing"` names the filing; the quotes of a text are part of it. */
const withoutQuotes = (key: Key, value: string): string => {
  const [, inner] = (key === 'text' ? null : /^["“«]([^"“”«»]*)["”»]$/.exec(value)) ?? [];
  return (inner ?? value).trim();
};
