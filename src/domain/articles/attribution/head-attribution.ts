import type { Sentence } from '../sentences/passages.ts';
import type { Attribution } from './find-attribution.ts';
import { freeVerb, judgingVerb, outlookVerb, thatVerb } from './speech-verbs.ts';

const media =
  'statement|interview|filing|letter|e-?mail|report|note|call|speech|post|memo|hearing|briefing|conference|complaint|article|study|survey|ruling|message|tweet|blog|podcast|affidavit|indictment|lawsuit|document|presentation|testimony|text|column|release|address|webcast|memoir|book|paper|update|judge?ment|verdict|reasons|manifesto';
/** What must stand behind a verb that it be one of saying. */
const uses: readonly { verbs: string; isSaid: (rest: string) => boolean }[] = [
  { verbs: freeVerb, isSaid: (rest) => isClause(rest, false) },
  { verbs: thatVerb, isSaid: (rest) => isClause(rest, true) },
  // `called it “a farce”`, `described it as a victory`.
  { verbs: judgingVerb, isSaid: (rest) => /^[^.]{0,120}(?:¤| as an? | as the )/.test(rest) },
  { verbs: outlookVerb, isSaid: (rest) => expected.test(rest) },
  // `put the number of the dead at 48`.
  { verbs: 'put|puts', isSaid: (rest) => /^ (?:the|its|their|his|her) [^,.¤]{3,60} at /.test(rest) },
];
const verbs = new RegExp(
  String.raw`(?<![\p{L}-])(?:${uses.map((use) => `(${use.verbs})`).join('|')})\b`,
  'gu',
);
/** Before the subject: where, when, on what it was said. */
const leading =
  /^(?:(?:but|and|yet|so|meanwhile|however|still|separately|later)\b)?,?\s*(?:(?:(?:in|at|on|by|from|within|among|over|under|throughout|outside|inside|during|after|before|citing|asked|pressed|questioned|challenged|cross-examined|earlier|when|with|for|as|while|although|though|because|since|despite|through|via|(?:last|next|this|earlier this|later this) (?:week|month|year|summer|spring|autumn|fall|winter|\p{L}+day)|\p{L}{3,12}ing)\b[^,;¤]{0,140}|(?:\p{L}{3,9}|\d{1,3}) (?:hours?|days?|weeks?|months?|years?) (?:on|later|earlier|ago|after [^,;¤]{2,60})), (?:(?:acting |appearing )?(?:for|of|representing) [^,;¤]{2,60}, )?)?(?:\p{L}{3,14}ly, )?/iu;
/** Part of who says it, unlike `On Tuesday`: on what occasion, in which paper, upon which question. */
export const shownLead = new RegExp(
  String.raw`^(?:(?:in|at|on|during|through|via) (?!the (?:eve|back|wake|face|light) )[^,]{0,80}\b(?:${media}|meeting|rally|summit|debate|session|inquest|trial|court|evidence|argument|remarks|words|opening|closing|appearance)s?\b|through (?:an?|his|her|its|their) |for the (?:prosecution|defen[cs]e|crown)\b|citing|asked|pressed|questioned|challenged|cross-examined|(?!meanwhile|according|including|during)[a-z]{3,12}ing\b)`,
  'i',
);
const named = /^\p{Lu}[^,;¤]{2,40}, (?=(?:the|it|he|she|they|its|his|her) )/u;
/** Words that a subject has none of: what stands before is a sentence already. */
const finite =
  /\b(?:is|was|were|are|will|would|can|could|may|might|should|did|does|must|[Tt]hat|[Bb]ecause|[Ii]f|[Bb]ut|be|been)\b/;
/** The verb belongs to `who …`; that of the sentence is still to come. */
const openRelative = /, (?:who|which|whose|speaking|granted|a copy of which)\b[^,]*$/i;
/** `The report said`: not The reports, but the report says. */
const determiner = /^(?:the|an?|its|his|her|their|this)$/i;
const auxiliary = / (?:has|have|had|also|later|then|once|first|now|still)$/;
const relative =
  /,? (?:who|which|whose|speaking|granted|asking|requesting|writing|giving)\b[^,]*(?:,|$)|, a copy of which\b[^,]*(?:,|$)/gi;
const clauseBegins =
  /^(?:it|he|she|they|we|there|the|an?|its|his|her|their|this|these|those|such|more|most|no|some|many|at least|about|up to|only|each|every|all|both|that|\d|[$€£¥₹]|\p{Lu}|[a-z]+s?\b)/u;
const told =
  /^ (?:(?:the|an?|its|his|her|their|this|state|local|our|his own) )?[\p{L}’'.-]+(?: (?!that\b|it\b|he\b|she\b|they\b|the\b|a\b|an\b|in\b|on\b|at\b)[\p{L}’'-]+){0,3}/u;
const circumstance = new RegExp(
  String.raw`^(?:, (?:citing|quoting) [^,;¤]{3,120}(?=, )|, (?!however)[^,;¤]{3,80}(?=, that\b)| (?:to reporters|(?:in|at|during|on|by|through|via) (?:(?:an?|the|its|his|her|their|separate|joint|written|emailed)\s+)*(?:[\p{L}\d-]+ ){0,3}?(?:${media})s?\b(?: (?:with|to|for|by|on) (?:the )?(?:\p{Lu}[\p{L}.&]*)(?: (?:\p{Lu}[\p{L}.&]*|of|and|the))*)?|(?:on |late |early |earlier |last |this )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|week|month|year|summer|spring|autumn|fall|winter)\b(?: (?:morning|afternoon|evening|night))?|in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b|(?:separately|recently|privately|publicly|repeatedly|bluntly|openly)\b|when asked (?:by|about|if|whether) [^,;¤]{3,80}(?= that\b)))`,
  'u',
);
const beforeThat = /^((?: [^\s,¤]+){1,10}?) that\b/;
const byWay =
  /^ (?:to (?:an?|the|its|his|her|their|our|\p{Lu}|\p{Ll}+s\b)|(?:in|at|on|during|via|from|through|after|before|by|over|late|early|earlier|last|this)\b)/u;
/** What is expected is a sum, a rate, an act. */
const expected =
  /^ (?:that\b|to (?:an?|about|\p{Lu}|\d|[$€£])|(?:an?|the|its|his|her|their) |(?:[\p{Ll}-]+ ){1,4}(?:of|to|growth|between|from|at)\b|\p{Lu}[^,]{1,60} to |[$€£\d])/u;
/** `denied reports that …`: the same letters, and nobody says anything. */
const isNoun = (verb: string, before: string): boolean =>
  /^(?:reports?|claims?|finds|shows?|notes|estimates?|hopes?|fears?|holds)$/.test(verb) &&
  /\b(?:denied|denies|rejected|dismissed|confirmed|published|issued|repeated|of|and|or|to|from|with|by|about|on|for|in|without|such|those|these|media|news|earlier|previous|police|press|official|recent|new|no) $/i.test(
    before,
  );
/** A subject has few words, what is apposed to it not counted. */
const mostSubjectWords = 14;

interface HeadAttribution extends Attribution {
  /** Between name and verb stands who that is, between commas. */
  isApposed: boolean;
}

/** `Survivors said the boat listed`; `The IEA reports that …`; `In a filing, the group said …`. */
export function headAttribution({ text, masked }: Sentence): HeadAttribution | undefined {
  const lead = leadOf(masked);
  for (const match of masked.slice(0, 400).matchAll(verbs)) {
    const { 0: verb, index } = match;
    if (index < lead.length) continue;
    const subject = masked.slice(lead.length, index).trim().replace(auxiliary, '');
    if (openRelative.test(subject) || determiner.test(subject)) continue;
    if (!isSubject(subject)) return undefined;
    const end = attributionEnd(masked, verb, index + verb.length);
    const isFirst = verb === 'reported' && / first $/.test(masked.slice(0, index)) && !subject.includes(',');
    if (isNoun(verb, masked.slice(0, index))) continue;
    const rest = masked.slice(end);
    const use = uses[match.slice(1).findIndex((one) => one !== undefined)];
    const isSaid = isFirst || use?.isSaid(rest);
    if (!isSaid) continue;
    const from = shownLead.test(lead) ? 0 : lead.length;
    const words = text.slice(from, end);
    const cited = /\bciting\s+([^,]+)/i.exec(words)?.[1];
    return {
      words,
      isApposed: subject.endsWith(','),
      speaker: text
        .slice(lead.length, index)
        .trim()
        .replace(/,$/, '')
        .replace(auxiliary, '')
        .replace(/,$/, ''),
      ...(cited ? { citing: cited } : {}),
    };
  }
  return undefined;
}

/** Where, when, upon what; and who that is: `In a letter from its lawyers, Hallam Frost, the company …`. */
function leadOf(masked: string): string {
  const lead = leading.exec(masked)?.[0] ?? '';
  const name = lead.includes(',') ? named.exec(masked.slice(lead.length))?.[0] : undefined;
  return `${lead}${name ?? ''}`;
}

function isSubject(subject: string): boolean {
  if (subject === '' || /^(?:that|which|who|and|to|not|what)\b/i.test(subject)) return false;
  const bare = subject.replace(relative, '');
  const [head = '', ...apposed] = bare.split(', ');
  if (head.split(' ').length > mostSubjectWords || apposed.length > 3) return false;
  // One comma alone parts a sentence from what follows: `Prices rose, said …`.
  const isParted = subject.includes(', ') === subject.endsWith(',');
  return (
    isParted &&
    !finite.test(bare) &&
    !/(?:^| )(?:to|not|never|nor|who|which) ?$/i.test(bare) &&
    !/¤/.test(bare)
  );
}

/** The verb with whom it was told, where and when; `that` is no part of it. */
function attributionEnd(masked: string, verb: string, from: number): number {
  let end = from;
  if (/^(?:told|tells)$/.test(verb)) end += told.exec(masked.slice(end, end + 120))?.[0].length ?? 0;
  const untilThat = beforeThat.exec(masked.slice(end, end + 160))?.[1];
  if (
    untilThat !== undefined &&
    !finite.test(untilThat) &&
    (/^(?:told|tells)$/.test(verb) || byWay.test(untilThat))
  )
    return end + untilThat.length;
  for (let found = circumstance.exec(masked.slice(end, end + 160)); found; ) {
    end += found[0].length;
    found = circumstance.exec(masked.slice(end, end + 160));
  }
  return end;
}

/** `suggested she had invented it`: a subject with its verb needs no `that`. */
const ownClause =
  /^(?:(?:it|he|she|they|we|there) |(?:the|its|his|her|their|this|these|all|both|most) (?:(?!(?:that|which|who|of|in|for|to)\b)[\p{L}’'-]+ ){1,3}?)(?:(?:ha[sd]|have|is|was|were|are|will|would|can|could|may|might|did|does|should|must)(?:n[’']t)?) |^(?:(?!(?:that|which|who|of|in|for|to|and|or)\b)\p{L}+ ){0,2}(?:\p{Ll}+s|men|women|people|children|police) (?:ha[sd]|have|was|were|would|will|could|should) /u;

/** What follows is a statement: for the verbs that have other uses only behind `that` or a colon. */
function isClause(rest: string, needsThat: boolean): boolean {
  const says = rest.replace(/^[,\s]+/, '');
  if (/^(?:(?:that|how)\b|:)/.test(says)) return true;
  if (says.length < 8) return false;
  if (needsThat) return ownClause.test(says);
  return clauseBegins.test(says) && !/^(?:of|to|in|at|on|from|about|against|for|with|and|or|by)\b/.test(says);
}
