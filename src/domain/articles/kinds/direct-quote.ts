import type { Sentence } from '../sentences/passages.ts';

/** What is said word for word; the words around it only tell who speaks. */
export interface DirectQuote {
  quote: string;
  /** Nothing stands around it. */
  isBare: boolean;
}

const fewestLetters = 6;
const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A quotation that begins the sentence or follows a colon or comma; `called it “a disgrace”` is no quote. */
export function directQuote({ text, quotations, isAnswer }: Sentence): DirectQuote | undefined {
  if (isAnswer) return { quote: text, isBare: true };
  const [first] = quotations;
  if (!first) return undefined;
  const parts = quotations.map(({ from, to, isClosed }) => text.slice(from + 1, isClosed ? to - 1 : to));
  const quoted = lettersIn(parts.join(''));
  const around = lettersIn(text) - quoted;
  const before = text.slice(0, first.from).trim();
  const isWhole = before === '' || /[:,]$/.test(before);
  const endsInside = /[,.?!…]["”’'»]?$/.test(text.slice(0, first.to)) || !first.isClosed || around === 0;
  const isLong =
    quoted >= fewestLetters &&
    (before === '' || before.endsWith(':') || quoted >= around * 0.4 || quoted > 60);
  if (!isWhole || !isLong || !(endsInside || before.endsWith(':'))) return undefined;
  return { quote: joined(parts), isBare: around === 0 };
}

/** `“Bells get melted down,” he says, “and then …”` is one quotation. */
const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .join(' ')
    .replace(/,$/, '')
    .trim();
