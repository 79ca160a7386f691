import type { Sentence } from '../sentences/passages.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { headAttribution } from './head-attribution.ts';
import { freeVerb, speechVerb, thatVerb } from './speech-verbs.ts';

/** Who says so, in the words of the article. */
export interface Attribution {
  words: string;
  /** The words for whoever says it: `Tom Beale, an analyst at Osprey Securities`; `he`; `the people`. */
  speaker?: string;
  /** On whom they rely in turn: `three people briefed on the plan`. */
  citing?: string;
}

const nounPhrase = String.raw`(?:[\p{L}\p{N}][^\s,;]*\s+){0,11}?[\p{L}\p{N}][^\s,;]*`;
const spokenBy = new RegExp(
  String.raw`^(?:but |and |as )?(${nounPhrase})(?<!\b(?:the|an?|this|that|its|his|her|their|our|my))\s+(?:has |have |had |also |later |then |once )?(?:${speechVerb})\b(.*)$`,
  'iu',
);
const verbFirst = new RegExp(
  String.raw`^(?:has |have |had |also |later |then )?(?:${speechVerb})\b(.*)$`,
  'u',
);
const whoSpeaks = String.raw`((?:an?|the|its|his|her|their|one|two|three|four|some|several|many|lead|co-author|Mr|Ms|\p{Lu})(?![\p{L}]*ly\b).*|(?!(?:in|on|at|to|during|after|before|by|from|that|it|he|she|they|of|about) )(?:\p{Ll}[\p{L}’'-]* ){1,6}\p{Lu}.*)$`;
const inverted = new RegExp(`^(?!told|tells)(?:${freeVerb}|${thatVerb}) ${whoSpeaks}`, 'u');
const invertedBesideQuote = new RegExp(`^(?!told|tells)(?:${speechVerb}) ${whoSpeaks}`, 'u');
/** Behind the verb, and still about the speaking: to whom, where, when. */
const circumstances =
  /^(?:\s+(?:(?:on|in|at|to|from|during|after|before|by|via|outside|late|early|earlier|last|this|through|over|about|for|with)\b.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|today|yesterday|again|flatly|recently|separately|(?:reporters|investors|analysts|lawmakers|journalists|colleagues|jurors|police|reuters|bloomberg|cnn|the|a|an|his|her|its|their|our|this|state|local|public|national|\p{Lu}).*))?$/u;
/** Beside a quotation nothing but the circumstances of speaking is left. */
const isCircumstance = (rest: string, isBesideQuote: boolean): boolean =>
  !finite.test(isBesideQuote ? rest.replace(/ (?:when|as|after|before|while|because) .*$/, '') : rest) &&
  (isBesideQuote ? rest.split(' ').length <= 14 : circumstances.test(rest));
/** A clause that goes on about whoever spoke. */
const ofSpeaker =
  /^(?:an?|the|who|whose|one of|its|his|her|their|co-author|chief|head|lead|former|then|asking|speaking|requesting|declining|on condition|citing|referring|adding his|professor|director|president|chair\w*|lawyer|senior|deputy|general|managing)\b/i;
const apposed =
  /^(?:\d{1,3}$|an?|the|who|whose|which|its|his|her|their|our|chief|head|former|then|now|one of|also|lead|co-|deputy|senior|\p{Lu})/u;
const finite =
  /\b(?:is|was|were|are|has|have|had|will|would|can|could|may|might|should|did|does|do|must|that|because|if|when|but)\b/i;
/** `said his lawyer, Helen Yoo`. */
const fullName = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|la)){1,4}$/u;
const accordingTo =
  /\b(?:according to|as per|by (?:[^\s,]+ ){1,3}(?:count|estimate|tally|reckoning|account|own admission))\b/i;
const citing = /\bciting\b/i;

export function findAttribution(sentence: Sentence): Attribution | undefined {
  const clauses = clausesOf(sentence.masked);
  const head = headAttribution(sentence);
  // `Roe, an analyst, said the plan failed` looks like `…, said the plan` from behind.
  const isApposed = sentence.quotations.length === 0 && head?.isApposed;
  const found =
    accordingIn(sentence, clauses) ??
    (isApposed ? head : undefined) ??
    tailIn(sentence, clauses) ??
    head ??
    citingIn(sentence, clauses);
  const isNobody = found?.speaker !== undefined && !/[\p{L}\p{N}]/u.test(found.speaker);
  return found && !isNobody ? { ...found, words: found.words.trim() } : undefined;
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
    const speaker = words.replace(/^(?:according to|as per|by)\s+/i, '');
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
    if (!ofSpeaker.test(clause.text)) break;
    const isSubject = isFirst && at + 1 + offset === clauses.length - 1;
    if (isSubject || finite.test(clause.text.replace(/^who\b.*/, ''))) break;
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
    if (!isName && (!ofSpeaker.test(clause.text) || /ly$/.test(clause.text))) break;
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
  const isBesideQuote = sentence.quotations.length > 0 && !clause.text.includes('¤');
  if (!match || finite.test(speaker.replace(/\bwho\b.*/, '')) || !isCircumstance(rest, isBesideQuote))
    return undefined;
  const isAtEnd = at >= clauses.length - 1 || lastOfSpeaker(clauses, at) !== clause;
  const isAside = rest.trim().split(' ').length <= 4;
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
