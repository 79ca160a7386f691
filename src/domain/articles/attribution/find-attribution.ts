import type { Sentence } from '../sentences/passages.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { headAttribution } from './head-attribution.ts';
import {
  accordingTo,
  apposed,
  finite,
  fullName,
  goesOnAbout,
  inverted,
  invertedBesideQuote,
  isCircumstance,
  isCounted,
  spokenBy,
  verbFirst,
} from './speaker-clauses.ts';

const citing = /\bciting\b/i;
const questionPut = /^(?:When )?(?:asked|pressed|questioned|challenged)\b[^“"¤]{3,160}, $/i;
/** `the ministry said in a decree published late on Monday`, in the middle of what it said. */
const inPaper = /^ in (?:an?|its|his|her|their) /;
const impersonal =
  /^It (?:is|was|has been) (?:widely )?(?:understood|believed|thought|claimed|alleged|rumou?red)(?= )/;

/** Who says so, in the words of the article. */
export interface Attribution {
  words: string;
  /** The words for whoever says it: `Tom Beale, an analyst at Osprey Securities`; `he`; `the people`. */
  speaker?: string;
  /** On whom they rely in turn: `three people briefed on the plan`. */
  citing?: string;
}

export function findAttribution(sentence: Sentence): Attribution | undefined {
  const clauses = clausesOf(sentence.masked);
  const head = headAttribution(sentence);
  const tail = tailIn(sentence, clauses);
  // `Roe, an analyst, said the plan failed` looks like `…, said the plan` from behind.
  const isApposed = sentence.quotations.length === 0 && head?.isApposed && !isBehind(sentence, head, tail);
  const found =
    accordingIn(sentence, clauses) ??
    (isApposed ? head : undefined) ??
    (tail && withQuestion(sentence, tail)) ??
    head ??
    citingIn(sentence, clauses) ??
    impersonalIn(sentence);
  const isNobody = found?.speaker !== undefined && !/[\p{L}\p{N}]/u.test(found.speaker);
  return found && !isNobody ? { ...found, words: found.words.trim() } : undefined;
}

/** `Roe, who leads the party, believes that …, the people said`: the people say what Roe believes. */
function isBehind({ text }: Sentence, head: Attribution, tail: Attribution | undefined): boolean {
  return tail !== undefined && text.lastIndexOf(tail.words) >= text.indexOf(head.words) + head.words.length;
}

/** `Asked how she took that, she replied: “…”`: what was asked belongs to the answer. */
function withQuestion({ text }: Sentence, tail: Attribution): Attribution {
  const asked = questionPut.exec(text.slice(0, text.indexOf(tail.words)))?.[0];
  return asked === undefined ? tail : { ...tail, words: `${asked}${tail.words}` };
}

/** `It is understood that …`: somebody says so, and nobody tells who. */
function impersonalIn({ text }: Sentence): Attribution | undefined {
  const words = impersonal.exec(text)?.[0];
  return words === undefined ? undefined : { words };
}

/** `…, according to a study`; `According to Jane Roe, an analyst, …`. */
function accordingIn({ text }: Sentence, clauses: readonly Clause[]): Attribution | undefined {
  for (const [at, clause] of clauses.entries()) {
    const match = accordingTo.exec(clause.text);
    if (!match) continue;
    const from = clause.from + match.index;
    const isLast = at === clauses.length - 1;
    const last = isLast ? clause : (appositiveAfter(clauses, at) ?? clause);
    const isBy = /^by/i.test(match[0]);
    const words = text.slice(from, isBy ? from + match[0].length : last.to);
    const speaker = words.replace(/^(?:according to|as per|first reported by|by)\s+/i, '');
    return {
      words,
      speaker: isBy
        ? speaker.replace(/['’]?s? (?:count|estimate|tally|reckoning|account|own admission)$/, '')
        : speaker,
    };
  }
  return undefined;
}

/** Behind the first clause one that tells who that is, and then another: or, at the end, all of them. */
function appositiveAfter(clauses: readonly Clause[], at: number): Clause | undefined {
  const isFirst = at === 0;
  let last: Clause | undefined;
  for (const [offset, clause] of clauses.slice(at + 1).entries()) {
    if (!goesOnAbout('', clause.text)) break;
    const isSubject = isFirst && at + 1 + offset === clauses.length - 1;
    if (isSubject || finite.test(clause.text.replace(/^(?:who|which)\b.*/, ''))) break;
    last = clause;
  }
  return last;
}

/** `…, the people said`; `…, said Tom Beale, an analyst`; `…, its president, Ilse Brandt, said in a statement`. */
function tailIn(sentence: Sentence, clauses: readonly Clause[]): Attribution | undefined {
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

function invertedAt(sentence: Sentence, clauses: readonly Clause[], at: number): Attribution | undefined {
  const clause = clauses[at];
  const pattern = sentence.quotations.length > 0 ? invertedBesideQuote : inverted;
  const match = clause && pattern.exec(clause.text);
  if (!clause || !match || finite.test(match[1]?.replace(/\bwho\b.*/, '') ?? '')) return undefined;
  const end = lastOfSpeaker(clauses, at);
  const words = sentence.text.slice(clause.from, end.to);
  return { words, speaker: words.replace(/^\S+\s+/, ''), ...citedIn(words) };
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
  if (!match || !isCircumstance(match[1] ?? '', sentence.quotations.length > 0)) return undefined;
  const before = clauses.slice(Math.max(0, at - 2), at);
  const isSubject = (one: Clause | undefined) =>
    one !== undefined &&
    one.text.split(' ').length <= 12 &&
    !one.text.includes('¤') &&
    !finite.test(one.text.replace(/\bwho\b.*/, ''));
  const [head, apposition] = before.length === 2 ? before : [undefined, before[0]];
  if (!apposition || !isSubject(apposition)) return undefined;
  const isApposed =
    head !== undefined &&
    isSubject(head) &&
    (apposed.test(apposition.text) || fullName.test(head.text)) &&
    (at > 2 || sentence.quotations.length > 0);
  const from = (isApposed ? head : apposition).from;
  const to = lastOfSpeaker(clauses, at).to;
  const words = sentence.text.slice(from, to);
  return { words, speaker: sentence.text.slice(from, clause.from).replace(/[,\s]+$/, ''), ...citedIn(words) };
}

/** `…, the people said, asking not to be identified`. */
function byAt(sentence: Sentence, clauses: readonly Clause[], at: number): Attribution | undefined {
  const clause = clauses[at] as Clause;
  const match = spokenBy.exec(clause.text);
  const [, speaker = '', rest = ''] = match ?? [];
  if (isCounted.test(clause.text)) return undefined;
  const isBesideQuote = sentence.quotations.length > 0 && !clause.text.includes('¤');
  if (!match || finite.test(speaker.replace(/\bwho\b.*/, '')) || !isCircumstance(rest, isBesideQuote))
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

function citingIn({ text }: Sentence, clauses: readonly Clause[]): Attribution | undefined {
  const clause = clauses.find((one) => citing.test(one.text));
  if (!clause) return undefined;
  const words = text.slice(clause.from + clause.text.search(citing), clause.to);
  return { words, ...citedIn(words) };
}

const citedIn = (words: string): { citing?: string } => {
  const cited = /\bciting\s+(.+)$/i.exec(words)?.[1];
  return cited ? { citing: cited } : {};
};
