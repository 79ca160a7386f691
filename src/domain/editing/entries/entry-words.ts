import { beginningOf } from '../../language/cut-text.ts';
import { nearWords } from '../../language/distance.ts';
import type { EntryKind, Stance, Verification } from '../../records/entry.ts';
import type { Source } from '../../records/source.ts';

/** A field with a fixed set of values: what it is called in a form, and what else people type for it. */
export interface Word<Value extends string> {
  value: Value;
  label: string;
  also: readonly string[];
}

export const kinds: readonly Word<EntryKind>[] = [
  { value: 'fact', label: 'Fact', also: ['claim'] },
  { value: 'figure', label: 'Figure', also: ['number', 'statistic', 'stat'] },
  { value: 'quote', label: 'Quote', also: ['quotation'] },
  { value: 'event', label: 'Event', also: ['happening', 'development'] },
  { value: 'response', label: 'Response', also: ['reply', 'reaction', 'comment', 'denial'] },
  { value: 'background', label: 'Background', also: ['context', 'bg'] },
];

export const rules: readonly Word<Source['groundRules']>[] = [
  { value: 'unknown', label: 'Not known', also: ['none', 'not known', 'n/a'] },
  { value: 'record', label: 'On the record', also: ['on the record', 'on record', 'attributable'] },
  { value: 'background', label: 'On background', also: ['on background', 'bg', 'not for attribution'] },
  { value: 'deep-background', label: 'Deep background', also: ['deep background', 'on deep background'] },
];

export const verificationLevels: readonly Word<Verification>[] = [
  { value: 'unverified', label: 'Unverified', also: ['not verified', 'unconfirmed'] },
  { value: 'reported', label: 'Reported', also: ['attributed'] },
  { value: 'corroborated', label: 'Corroborated', also: ['second source', 'two sources'] },
  { value: 'confirmed', label: 'Confirmed', also: ['verified', 'confirm', 'known'] },
];

export const stanceChoices: readonly Word<Stance>[] = [
  { value: 'confirms', label: 'Confirms it', also: ['confirm', 'confirmed', 'acknowledges'] },
  { value: 'denies', label: 'Denies it', also: ['deny', 'denied', 'denial', 'disputes'] },
  {
    value: 'declines',
    label: 'Declines to comment',
    also: ['decline', 'declined', 'no comment', 'declined to comment'],
  },
  {
    value: 'no-reply',
    label: 'Did not reply',
    also: ['no reply', 'no response', 'did not reply', 'did not respond'],
  },
];

/** The value meant by what was typed, or which there are and the nearest of them. */
export function readWord<Value extends string>(
  words: readonly Word<Value>[],
  typed: string,
): { value: Value } | { fault: string } {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.,;:!?"”])[.,;:!?"”]+$/, '');
  const found = words.find(({ value, also }) => value === wanted || also.includes(wanted));
  if (found) return { value: found.value };
  const values = words.map(({ value }) => value);
  const [near] = nearWords(wanted.slice(0, 30), values);
  const meant = near ? ` Did you mean ${near}?` : '';
  return { fault: `“${beginningOf(typed.trim(), 40)}” is none of ${values.join(', ')}.${meant}` };
}

const choices: { readonly [field: string]: readonly Word<string>[] } = {
  kind: kinds,
  rules,
  verification: verificationLevels,
  stance: stanceChoices,
};

/** The fields with the values that a form offers: `reply` is its `response`; a word it does not know stands in none. */
export function asChoices<Fields extends { readonly [name: string]: string | undefined }>(
  fields: Fields,
): Fields {
  const read = Object.entries(fields).flatMap(([name, typed]) => {
    const words = Object.hasOwn(choices, name) ? choices[name] : undefined;
    const word = words && readWord(words, typed ?? '');
    return word && 'fault' in word ? [] : [[name, word ? word.value : typed]];
  });
  return Object.fromEntries(read) as Fields;
}
