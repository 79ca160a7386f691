import { speechVerb } from '../attribution/speech-verbs.ts';
import { type Quotation, quotationsIn } from './quotations.ts';

// Bounded repeats: fifty thousand full stops in a row must not be tried from each of them.
const ends = /[.!?…]{1,6}["”’'»)\]]{0,4}(?=\s)|[。！？]["”’」』]{0,4}/g;

/** Never the last word of a sentence. */
const beforeName =
  /^(?:mr|mrs|ms|messrs|mx|dr|prof|sir|gen|sen|sens|rep|reps|gov|lt|col|cpl|sgt|capt|cmdr|adm|maj|rev|hon|pres|supt|insp|st|ste|mt|ft|vs|v|cf|approx|dept|est|asst|assoc|e\.g|i\.e|al)$/i;
/** The last word only when the next one begins as sentences do. */
const maybeLast =
  /^(?:inc|co|corp|ltd|llc|plc|cos|bros|jr|sr|etc|a\.m|p\.m|dist|ave|blvd|rd|intl|univ|assn|bldg|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tue|tues|wed|thu|thurs|fri|sat|sun|approx|min|max|ph\.d|m\.d|b\.a|m\.a)$/i;
const initials = /^(?:\p{L}\.)*\p{L}$/u;
const numbered = /^(?:no|nos|art|sec|fig|vol|ch|pp?|para|rule)$/i;

/** With which words sentences begin; names do not. */
const opener =
  /^\s+["“‘'«(]?(?:The|A|An|In|On|At|It|Its|He|She|They|We|You|This|That|These|Those|There|But|And|Or|So|Yet|For|From|By|With|As|If|When|While|After|Before|Since|Both|Some|Many|Most|All|Such|Last|His|Her|Their|Our|My|One|Two|Three|Nobody|No|Not|Under|Over|What|Who|How|Why|Where|According|Analysts|Shares|However|Meanwhile)\b/;
const beginsSentence = /^\s*["“‘'«„「(¿¡[—–-]?\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£¥₹]/u;
const spokenNext = new RegExp(String.raw`^\s+(?:\p{Lu}[\p{L}.'’-]*,?\s+){1,6}(?:${speechVerb})\b`, 'u');

/** A quotation of several sentences stays whole, unless it is a speech. */
const longestQuotation = 1500;

/** The sentences of a paragraph, in one pass; a quotation is not taken apart, nor parted from who said it. */
export function splitSentences(paragraph: string): string[] {
  const whole = quotationsIn(paragraph).filter(
    ({ from, to, isClosed }) => isClosed && to - from <= longestQuotation,
  );
  const sentences: string[] = [];
  let from = 0;
  let next = 0;
  for (const { 0: end, index } of paragraph.matchAll(ends)) {
    while ((whole[next]?.to ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const to = index + end.length;
    if (isWithin(whole[next], index, to) || !isEnd(paragraph, index, to)) continue;
    sentences.push(paragraph.slice(from, to).trim());
    from = to;
  }
  sentences.push(paragraph.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

const isWithin = (quotation: Quotation | undefined, index: number, to: number): boolean =>
  quotation !== undefined && quotation.from < index && to < quotation.to;

function isEnd(text: string, index: number, to: number): boolean {
  if (/[。！？]/.test(text.charAt(index))) return true;
  const ahead = text.slice(to, to + 160);
  if (!beginsSentence.test(ahead)) return false;
  const end = text.slice(index, to);
  const closesQuote = /["”’'»]$/.test(end);
  const isPeriod = text.charAt(index) === '.' && !/[!?…]/.test(end);
  // `“Why?” Roe asked.` is one sentence; where a quotation ends with a full stop, another one begins.
  if (closesQuote && !isPeriod && spokenNext.test(ahead)) return false;
  return !isPeriod || closesQuote || mayEndAfter(wordBefore(text, index), ahead);
}

const wordBefore = (text: string, index: number): string =>
  /[^\s("“‘—–-]*$/.exec(text.slice(Math.max(0, index - 24), index))?.[0] ?? '';

function mayEndAfter(word: string, ahead: string): boolean {
  if (beforeName.test(word)) return false;
  if (numbered.test(word)) return !/^\s+\d/.test(ahead);
  // A single letter is an initial: "J. R. Ortiz"; the pronoun ends sentences, too.
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return false;
  if (initials.test(word) && word !== 'I') return opener.test(ahead);
  if (maybeLast.test(word)) return opener.test(ahead);
  return true;
}
