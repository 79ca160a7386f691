import type { Sentence } from '../sentences/passages.ts';
import type { Clause } from './clauses.ts';
import type { Attribution } from './find-attribution.ts';
import {
  apposed,
  finite,
  fullName,
  goesOnAbout,
  inverted,
  invertedBesideQuote,
  isCircumstance,
  isCounted,
  spokenBesideQuote,
  spokenBy,
  verbFirst,
} from './speaker-clauses.ts';

/** `the ministry said in a decree published late on Monday`, in the middle of what it said. */
const inPaper = /^ in (?:an?|its|his|her|their) /;

/** `…, the people said`; `…, said Tom Beale, an analyst`; `…, its president, Ilse Brandt, said in a statement`. */
export function tailAttribution(sentence: Sentence, clauses: readonly Clause[]): Attribution | undefined {
  const first = sentence.quotations.length > 0 ? 0 : 1;
  for (let at = clauses.length - 1; at >= first; at -= 1) {
    const clause = clauses[at];
    if (!clause) continue;
    const spoken =
      invertedAt(sentence, clauses, at) ?? afterSubject(sentence, clauses, at) ?? byAt(sentence, clauses, at);
    if (spoken) return spoken;
  }
  return undefined;
}

/** `“Too late,” was the verdict of Ana Sol`. */
const verdict =
  /^(?:was|is|came|ran) (?:the )?(?:verdict|message|view|answer|reply|response|conclusion|warning|advice|summary) (?:of|from) (.+)$/u;

function invertedAt(sentence: Sentence, clauses: readonly Clause[], at: number): Attribution | undefined {
  const clause = clauses[at];
  const isBesideQuote = sentence.quotations.length > 0;
  const verdictOf = isBesideQuote && clause ? verdict.exec(clause.text) : null;
  const match = clause && (verdictOf ?? (isBesideQuote ? invertedBesideQuote : inverted).exec(clause.text));
  if (!clause || !match || finite.test(match[1]?.replace(/\bwho\b.*/, '') ?? '')) return undefined;
  const end = lastOfSpeaker(clauses, at);
  const words = sentence.text.slice(clause.from, end.to);
  return {
    words,
    speaker: verdictOf ? words.replace(/^.*?\b(?:of|from) /, '') : words.replace(/^\S+\s+/, ''),
    ...citedIn(words),
  };
}

function lastOfSpeaker(clauses: readonly Clause[], at: number): Clause {
  let last = clauses[at] as Clause;
  for (const clause of clauses.slice(at + 1)) {
    const isName = last === clauses[at] && fullName.test(clause.text);
    if (!isName && (!goesOnAbout(clauses[at]?.text ?? '', clause.text) || /ly$/.test(clause.text))) break;
    last = clause;
  }
  return last;
}

/** `…, Roe, an analyst, wrote in a note`: the verb stands in a clause of its own, the name before it. */
function afterSubject(sentence: Sentence, clauses: readonly Clause[], at: number): Attribution | undefined {
  const clause = clauses[at] as Clause;
  const match = verbFirst.exec(clause.text);
  if (!match || !isCircumstance(match[1] ?? '', match[2] ?? '', sentence.quotations.length > 0))
    return undefined;
  const first = firstOfSubject(clauses, at, sentence.quotations.length > 0);
  if (!first) return undefined;
  const { from } = first;
  const to = lastOfSpeaker(clauses, at).to;
  const words = sentence.text.slice(from, to);
  return { words, speaker: sentence.text.slice(from, clause.from).replace(/[,\s]+$/, ''), ...citedIn(words) };
}

/** `Roe, 52, an analyst`: from the name on, what is apposed to it with it. */
function firstOfSubject(clauses: readonly Clause[], at: number, isBesideQuote: boolean): Clause | undefined {
  let first = clauses[at - 1];
  if (!mayBeSubject(first)) return undefined;
  for (let back = at - 2; back >= (isBesideQuote ? 0 : 1) && at - back <= 4; back -= 1) {
    const head = clauses[back];
    const isApposed = mayBeSubject(head) && (apposed.test(first.text) || fullName.test(head.text));
    if (!isApposed) break;
    first = head;
    // Before a name nothing is apposed: `…, Roe, an analyst` begins with Roe.
    if (/^\p{Lu}/u.test(head.text) && !/^(?:of|\d)/.test(head.text)) break;
  }
  return first;
}

const mayBeSubject = (one: Clause | undefined): one is Clause =>
  one !== undefined &&
  one.text.split(' ').length <= 14 &&
  !one.text.includes('¤') &&
  !finite.test(one.text.replace(/\bwho\b.*|^But /, ''));

/** `…, the people said, asking not to be identified`. */
function byAt(sentence: Sentence, clauses: readonly Clause[], at: number): Attribution | undefined {
  const clause = clauses[at] as Clause;
  const match = (sentence.quotations.length > 0 ? spokenBesideQuote : spokenBy).exec(clause.text);
  const [, speaker = '', verb = '', rest = ''] = match ?? [];
  if (isCounted.test(clause.text)) return undefined;
  const isBesideQuote = sentence.quotations.length > 0 && !clause.text.includes('¤');
  if (!match || finite.test(speaker.replace(/\bwho\b.*/, '')) || !isCircumstance(verb, rest, isBesideQuote))
    return undefined;
  const isAtEnd = at >= clauses.length - 1 || lastOfSpeaker(clauses, at) !== clause;
  const isAside = rest.trim().split(' ').length <= (inPaper.test(rest) ? 9 : 4);
  if (!isAtEnd && !isBesideQuote && !isAside) return undefined;
  const words = sentence.text
    .slice(clause.from, lastOfSpeaker(clauses, at).to)
    .replace(/^(?:but|and|as) /i, '');
  return {
    words,
    speaker: sentence.text
      .slice(clause.from, clause.from + clause.text.indexOf(speaker) + speaker.length)
      .replace(/^(?:but|and|as) /i, ''),
    ...citedIn(words),
  };
}

/** On whom those who say it rely. */
export const citedIn = (words: string): { citing?: string } => {
  const cited = /\bciting\s+(.+)$/i.exec(words)?.[1];
  return cited ? { citing: cited } : {};
};
