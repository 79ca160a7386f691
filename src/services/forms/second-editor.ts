import { type Shift, shiftList } from '../../domain/pages/done-page.ts';
import type { Part } from '../../domain/pages/page.ts';
import { personOrDoor } from '../../domain/pages/person-or-door.ts';
import type { Typed } from './form.ts';

/** On the button of a form that comes back because somebody else was first. */
export const saveOver = 'Save over it';

/**
 * What the second of two editors gets back: their own words where they wrote some, elsewhere what the first
 * left there, so that saving undoes nothing unseen.
 */
export function keptWords(typed: Typed, opened: Typed, current: Typed): Typed {
  const names = [...new Set([...Object.keys(current), ...Object.keys(typed)])];
  return Object.fromEntries(
    names.map((name) => [name, (isUntouched(name, typed, opened) ? current[name] : typed[name]) ?? '']),
  );
}

/** Whether the field was sent back as it was opened. Line ends differ between browsers. */
export const isUntouched = (name: string, typed: Typed, opened: Typed): boolean =>
  plain(typed[name]) === plain(opened[name]);

const plain = (text = ''): string => text.replace(/\r\n?/g, '\n').trim();

/** Who was first, and what they changed. */
export const firstEditorNotice = (by: string, shifts: readonly Shift[]): Part[] => [
  {
    part: 'paragraph',
    text: [
      personOrDoor(by),
      ' changed this while you were writing. Your own words are kept below; what you did not touch stands as it is now.',
    ],
  },
  ...(shifts.length > 0 ? [shiftList('What they changed', shifts)] : []),
];
