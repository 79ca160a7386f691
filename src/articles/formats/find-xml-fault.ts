import { beginningOf } from '../../domain/language/cut-text.ts';
import { type PlaceInText, placeOf } from '../../domain/language/place-of.ts';

export interface XmlFault extends PlaceInText {
  expected: string;
}

const name = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-]{0,200}`;
const startTag = new RegExp(
  String.raw`<(${name})(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,200}\s*(\/?)>`,
  'uy',
);
const endTag = new RegExp(String.raw`<\/(${name})\s*>`, 'uy');
const bareAmpersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[\p{L}_:][\p{L}\p{N}_:.-]{0,40});)/iu;
/** What is skipped whole: where it begins, where it ends. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** Where a text stops being well-formed XML, for the person who wrote it; entities are not looked into. */
export function findXmlFault(text: string): XmlFault | undefined {
  const open: { name: string; at: number }[] = [];
  const fault = (at: number, expected: string): XmlFault => {
    const place = placeOf(text, at);
    const tag = /^<[^<>]{0,60}>?/.exec(text.slice(at, at + 80))?.[0];
    return { ...place, found: tag === undefined ? place.found : beginningOf(tag, 40), expected };
  };
  let roots = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next === -1 ? text.length : next);
    const stray = bareAmpersand.exec(words);
    if (stray) return fault(at + stray.index, '&amp;');
    const first = words.search(/\S/);
    if (open.length === 0 && first >= 0) return fault(at + first, roots > 0 ? 'nothing more' : 'a tag');
    if (next === -1) break;

    const whole = skipped.find(([begins]) => text.startsWith(begins, next));
    if (whole) {
      const end = text.indexOf(whole[1], next + whole[0].length);
      if (end === -1) return fault(next, `${whole[1]} somewhere after it`);
      at = end + whole[1].length;
      continue;
    }
    const [closed, closes] = matchAt(endTag, text, next);
    if (closed !== undefined) {
      const last = open.pop();
      if (last?.name !== closes) return fault(next, last ? endOf(text, last) : 'no end tag here');
      at = next + closed.length;
      continue;
    }
    const [tag, opens = '', slash] = matchAt(startTag, text, next);
    if (tag === undefined) return fault(next, 'a tag: <name key="value">, or &lt; for the sign');
    if (open.length === 0) roots += 1;
    if (roots > 1) return fault(next, 'nothing more: a document has one outermost element');
    if (slash === '') open.push({ name: opens, at: next });
    at = next + tag.length;
  }
  const last = open.at(-1);
  if (last) return fault(text.length, endOf(text, last));
  return roots === 0 ? fault(text.length, 'a tag') : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

const endOf = (text: string, { name: opened, at }: { name: string; at: number }): string =>
  `</${beginningOf(opened, 40)}>, as line ${placeOf(text, at).line} opens it`;
