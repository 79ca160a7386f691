import type { EntryContent } from '../records/entry.ts';

const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|twice|double[ds]?)\b/gi;
const figures = /\d[\d.,]*\d|\d/g;
const calendar =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow)\b/gi;
const negations =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|denie[sd]|deny|fail(?:s|ed)?)\b|n['’]t\b/gi;
// The first word of a sentence has a capital whatever it is.
const names = /(?<![.!?:“"]\s*|^)\b\p{Lu}[\p{L}\p{N}’'-]*/gu;

const found = (text: string, pattern: RegExp): string =>
  [...text.matchAll(pattern)]
    .map(([word]) => word.toLowerCase().replace(/['’]s$/, ''))
    .sort()
    .join(' ');

/** What in an entry is a matter of fact, each kind in a form that two versions can be compared by. */
export function factsIn(entry: EntryContent): {
  [what in 'a figure' | 'a name' | 'a date' | 'a negation']: string;
} {
  const { text } = entry;
  const figure = entry.kind === 'figure' ? JSON.stringify(entry.figure) : '';
  const speaker = entry.kind === 'quote' ? entry.speaker : '';
  const response = entry.kind === 'response' ? entry.response : undefined;
  return {
    'a figure': `${found(text, figures)} ${found(text, numberWords)} ${figure}`,
    'a name': [namesIn(text), [...entry.entities].sort(), speaker, response?.entity].join(' '),
    'a date': `${found(text, calendar)} ${entry.occurred?.date ?? ''}`,
    'a negation': `${found(text, negations)} ${response?.stance ?? ''}`,
  };
}

/** Each name once: said twice, it is still the same. */
const namesIn = (text: string): string => [...new Set(found(text, names).split(' '))].join(' ');
