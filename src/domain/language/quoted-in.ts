import { cutText } from './cut-text.ts';

/** A text as an argument of a command: in quotation marks, with none inside that would end it. */
export const quotedIn = (text: string): string => `"${cutText(text, 250).replace(/["“”„«»]/g, "'")}"`;
