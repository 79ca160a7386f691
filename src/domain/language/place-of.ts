import { beginningOf } from './cut-text.ts';

/** Line and column, counted from 1, and the word that stands there. */
export interface PlaceInText {
  line: number;
  column: number;
  found: string;
}

export function placeOf(text: string, at: number): PlaceInText {
  const before = text.slice(0, at).split('\n');
  const here = text.slice(at, at + 200);
  const word = /^(?:[\w.-]+|.)/su.exec(here)?.[0] ?? 'the end of the file';
  const found = /^[\n\r]/.test(word) ? 'the end of the line' : beginningOf(word, 40);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, found };
}
