import type { InputDanger } from '../../domain/problem.ts';

/** Readability takes time with the square of the depth: 30 s at 5,000. Pages of newspapers stay below 60. */
const deepest = 300;
const mostElements = 40_000;

/** Their text is no markup. */
const raw = new Set(['script', 'style', 'textarea', 'title']);
/** They hold nothing, or are closed by the next of their kind, so that a missing end tag nests nothing. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt html head body'.split(
    ' ',
  ),
);
const tag = /(\/?)([a-z][a-z0-9:-]{0,60})/iy;

/** What makes markup dangerous to parse, found in one pass over the text and without parsing it. */
export function dangerIn(markup: string): InputDanger | undefined {
  let depth = 0;
  let elements = 0;
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at)) {
    if (markup.startsWith('<!--', at)) {
      at = past(markup.indexOf('-->', at), markup);
      continue;
    }
    tag.lastIndex = at + 1;
    const [, slash, name = ''] = tag.exec(markup) ?? [];
    at += 1;
    const element = name.toLowerCase();
    if (element === '') continue;
    if (slash === '/') {
      if (!flat.has(element)) depth = Math.max(0, depth - 1);
      continue;
    }
    elements += 1;
    if (elements > mostElements) return 'many';
    if (raw.has(element)) at = past(markup.indexOf(`</${name}`, at), markup);
    else if (!flat.has(element) && !isSelfClosed(markup, at)) depth += 1;
    if (depth > deepest) return 'deep';
  }
  return undefined;
}

/** Where to go on; what never ends ends with the text. */
const past = (found: number, markup: string): number => (found === -1 ? markup.length : found + 3);

/** Within a few hundred characters: nobody closes a long tag that way, and looking further costs time. */
function isSelfClosed(markup: string, at: number): boolean {
  const end = markup.slice(at, at + 300).indexOf('>');
  return end > 0 && markup[at + end - 1] === '/';
}
