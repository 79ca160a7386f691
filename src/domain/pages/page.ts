/** A run of text in a line. Whatever draws it (Slack, a terminal) escapes it; nothing here is markup. */
export type Inline =
  | string
  | { text: string; style: 'bold' | 'italic' | 'strike' | 'code' }
  | { text: string; url: string }
  /** An entry's number: the page shows this entry. */
  | { entry: string }
  /** A Slack user, drawn with the name they go by. */
  | { person: string }
  /** A Slack channel, drawn with its name. */
  | { channel: string };

/** A button asks something of Slugline, in the words that a person would type; or shares what is shown. */
export type Button =
  /** `confirm`: asked back before it is done, where a slip of the finger would do much. */
  { label: string; command: string; primary?: boolean; confirm?: string } | { label: string; share: string };

export type Part =
  | { part: 'title'; text: string }
  | { part: 'context'; text: Inline[] }
  | { part: 'paragraph'; text: Inline[]; button?: Button }
  /** `more` opens the rest of a list that is cut. */
  | { part: 'list'; heading: string; lines: Inline[][]; more?: Button }
  | { part: 'buttons'; buttons: Button[] }
  /** Buttons that are themselves what the page says: read without them it would break off. */
  | { part: 'choices'; choices: { label: string; command: string }[] }
  /** Text for a machine or another program, to be copied as it stands. */
  | { part: 'preformatted'; text: string }
  | { part: 'divider' };

/** What a person reads, free of where they read it: data in, blocks or plain text out. */
export interface Page {
  parts: Part[];
}

export const bold = (text: string): Inline => ({ text, style: 'bold' });
export const italic = (text: string): Inline => ({ text, style: 'italic' });
export const code = (text: string): Inline => ({ text, style: 'code' });
export const strike = (text: string): Inline => ({ text, style: 'strike' });

export const inlinesOf = (part: Part): Inline[] => {
  if (part.part === 'list') return part.lines.flat();
  return part.part === 'context' || part.part === 'paragraph' ? part.text : [];
};

/** Ids of the entries on the page: a correction of one of them concerns every message that shows the page. */
export function entriesOn(page: Page): string[] {
  const numbers = page.parts.flatMap(inlinesOf).flatMap((inline) => {
    return typeof inline === 'object' && 'entry' in inline ? [inline.entry] : [];
  });
  return [...new Set(numbers)];
}

/** `1 entry`, `2 entries`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Inlines with `separator` between those that have something to say. */
export function joined(inlines: readonly (Inline | undefined)[], separator: string): Inline[] {
  const present = inlines.filter((inline) => inline !== undefined && inline !== '');
  return present.flatMap((inline, index) => (index === 0 ? [inline] : [separator, inline])) as Inline[];
}
