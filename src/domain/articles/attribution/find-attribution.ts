import { isRole, titles } from '../names/title-words.ts';
import type { Sentence } from '../sentences/passages.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { headAttribution, shownLead } from './head-attribution.ts';
import { accordingTo, finite, fullName, goesOnAbout } from './speaker-clauses.ts';
import { citedIn, tailAttribution } from './tail-attribution.ts';

const citing = /\bciting\b/i;
/** `According to the coroner, Ida May, …`: one person, and then the name. */
const oneOf = /\b(?:the|its|his|her|their|\p{L}+[’']s) (?:[\p{L}-]+ ){0,3}?([\p{L}-]+)$/iu;
const isOneOf = (words: string): boolean => {
  const role = oneOf.exec(words)?.[1]?.toLowerCase();
  return role !== undefined && (isRole(role) || titles.has(role));
};
/** A question put may have a verb of its own; other words with one are a sentence. */
const upon = /^(?:when )?(?:asked|pressed|questioned|challenged)\b/i;
const impersonal =
  /^It (?:(?:is|was|has been) (?:widely )?(?:understood|believed|thought|claimed|alleged|rumou?red)|(?:has |had )?(?:emerged|transpired)(?: on \p{Lu}\p{Ll}+day| yesterday| last night)?)(?= )/u;

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
  const tail = tailAttribution(sentence, clauses);
  // `Roe, an analyst, said the plan failed` looks like `…, said the plan` from behind.
  const isApposed = sentence.quotations.length === 0 && head?.isApposed && !isBehind(sentence, head, tail);
  const found =
    accordingIn(sentence, clauses) ??
    (isApposed ? head : undefined) ??
    (tail && withLead(sentence, tail)) ??
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

/** `Asked how she took that, she replied: “…”`; `In a statement, …`: where and upon what belongs to the answer. */
function withLead({ text, masked }: Sentence, tail: Attribution): Attribution {
  const lead = text.slice(0, text.indexOf(tail.words));
  const isLead = /^[^,;]{3,160}, $/.test(lead) && shownLead.test(lead) && !masked.startsWith(`${lead}¤`);
  const isWhole = finite.test(lead) && !upon.test(lead);
  return isLead && !isWhole && !/["“‘]/.test(lead) ? { ...tail, words: `${lead}${tail.words}` } : tail;
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
    const put = /^as (.+) puts? it$/i.exec(match[0])?.[1];
    if (put !== undefined) return { words: text.slice(clause.from, clause.to), speaker: put };
    const from = clause.from + match.index;
    const isLast = at === clauses.length - 1;
    const last = isLast ? clause : (appositiveAfter(clauses, at) ?? clause);
    const isBy = /^by/i.test(match[0]) && !/^ of /.test(text.slice(from + match[0].length));
    const words = text.slice(from, isBy ? from + match[0].length : last.to);
    const speaker = words.replace(
      /^(?:according to|as per|in the words of|(?:as )?first reported by|by the \S+ of|by)\s+/i,
      '',
    );
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
    const isName = last === undefined && isOneOf(clauses[at]?.text ?? '') && fullName.test(clause.text);
    if (!isName && !goesOnAbout('', clause.text)) break;
    const isSubject = isFirst && at + 1 + offset === clauses.length - 1;
    if (isSubject || finite.test(clause.text.replace(/^(?:who|which)\b.*/, ''))) break;
    last = clause;
  }
  return last;
}

function citingIn({ text }: Sentence, clauses: readonly Clause[]): Attribution | undefined {
  const clause = clauses.find((one) => citing.test(one.text));
  if (!clause) return undefined;
  const words = text.slice(clause.from + clause.text.search(citing), clause.to);
  return { words, ...citedIn(words) };
}
