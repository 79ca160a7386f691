import type { Sentence } from '../sentences/passages.ts';
import { isGivenName } from './given-names.ts';
import { bodyNamed, isOrganizationWord } from './organization-words.ts';
import { calendarWords, nationalities } from './place-words.ts';
import { honours, isRole, titleParts, titles } from './title-words.ts';

/** Words with capitals in a row, as names have them, with what stands about them. */
export interface NameRun {
  /** As it is written, without a title and without `’s`. */
  name: string;
  words: readonly string[];
  /** A title stands before it: it names a person. */
  hasTitle: boolean;
  /** The first word of its sentence, which has a capital whatever it is. */
  isAtStart: boolean;
  /** `Norvane's board`: whose something is. */
  isPossessive: boolean;
  before: string;
  after: string;
  /** The next sentence goes on with `he` or `she`. */
  isThenPerson?: boolean;
  /** The only name in its sentence, and the next one has `his` or `her`. */
  isNearPronoun?: boolean;
}

interface Token {
  text: string;
  from: number;
  to: number;
  isCapital: boolean;
  isPossessive: boolean;
}

const tokenPattern =
  /(?:\p{Lu}\.){2,6}|\p{Lu}\.(?=\s\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}(?:[’'&.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,6}|&/gu;
const possessive = /[’']s?$/;
const particles =
  /^(?:de|del|della|di|da|das|do|dos|du|des|und|et|van|von|der|den|ter|la|le|al|el|bin|ibn|ben|y|e)$/;
/** `Information Commissioner’s Office`, `Teachers’ Union`. */
const ownBodies =
  /^(?:Office|Union|Association|Federation|Guild|League|Club|Alliance|Hospital|College|School|Trust|Party|Institute|Bureau)$/;
const toldOf = /-(?:owned|based|backed|run|led|listed|funded|born|controlled|registered)$/;
const links = /^(?:of|for|against|without)$/;
/** Capitals at the beginning of a sentence, and no name. */
const opening =
  /^(?:the|a|an|in|on|at|it|its|he|she|they|we|you|i|this|that|these|those|there|but|and|or|so|yet|for|from|by|with|as|if|when|while|after|before|since|both|some|many|most|all|such|last|his|her|their|our|my|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nobody|no|not|under|over|what|who|how|why|where|according|among|between|during|despite|also|still|however|meanwhile|now|then|once|only|even|each|every|several|other|others|more|less|about|around|nearly|until|unlike|like|because|although|though|today|yesterday|tomorrow|to|up|of|off|out|citing|including|officials|police|analysts|experts|residents|survivors|investors|shares|sales|revenue|net|new|old|former|court|state|nobody|everyone|people|dear|yes|well|ok|okay|oh|maybe|perhaps|please|thanks|mr|mrs|ms|dr|speaking|asked|born|founded|based|known|having|being)$/i;

/** No name is longer; a line in capitals is none. */
const mostWords = 8;

export const runsIn = ({ text }: Pick<Sentence, 'text'>): NameRun[] => {
  const tokens = tokensOf(text);
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!tokens[at]?.isCapital) continue;
    const end = runEnd(text, tokens, at);
    if (end - at <= mostWords) runs.push(...namesWithin(text, tokens, at, end));
    at = end - 1;
  }
  return runs;
};

function tokensOf(text: string): Token[] {
  return [...text.matchAll(tokenPattern)].map(({ 0: found, index }) => {
    const bare = found.replace(possessive, '');
    return {
      text: bare,
      from: index,
      to: index + found.length,
      isCapital: /^[\p{Lu}\p{Lt}]/u.test(found),
      isPossessive: bare !== found,
    };
  });
}

/** Up to where the words belong together: `University of Oslo`, `Dockers' Union`, `Weald & Co.`. */
function runEnd(text: string, tokens: readonly Token[], start: number): number {
  let end = start + 1;
  while (end < tokens.length) {
    const [last, next, after] = [tokens[end - 1], tokens[end], tokens[end + 1]];
    if (!last || !next) break;
    const gap = text.slice(last.to, next.from);
    const isPlural = /^[’'] $/.test(gap) && isOrganizationWord(next.text.toLowerCase());
    const isForm = /^\.?, $/.test(gap) && /^(?:inc|ltd|llc|plc|limited|co|corp)$/i.test(next.text);
    const isAbbreviated =
      /^\. $/.test(gap) &&
      /^(?:St|Mt|Ft|Co|Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon)$/.test(last.text);
    const isOffice = last.isPossessive && gap === ' ' && ownBodies.test(next.text);
    if ((last.isPossessive || gap !== ' ') && !isOffice && !isPlural && !isForm && !isAbbreviated) break;
    if (next.isCapital) end += 1;
    else if (after?.isCapital && text.slice(next.to, after.from) === ' ' && joins(tokens, start, end, next))
      end += 2;
    else break;
  }
  return end;
}

function joins(tokens: readonly Token[], start: number, end: number, { text: link }: Token): boolean {
  if (link === '&' || particles.test(link)) return true;
  const run = tokens.slice(start, end).map(({ text }) => text.toLowerCase());
  const last = run.at(-1) ?? '';
  if (link === 'on') return /^(?:committee|commission|council|panel|conference)$/.test(last);
  if (links.test(link)) return isOrganizationWord(last) || /^(?:house|secretariat|court|bank)$/.test(last);
  return link === 'and' && run.includes('of') && isOrganizationWord(run[0] ?? '');
}

/** Titles part names: `Norvane Chief Executive Greta Lindqvist` are a company and a person. */
function namesWithin(text: string, tokens: readonly Token[], start: number, end: number): NameRun[] {
  const names: NameRun[] = [];
  let hasTitle = false;
  let from = start;
  const close = (to: number) => {
    const honoured = honoursAt(tokens, from, to);
    const part = tokens.slice(from, to - honoured);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return;
    names.push({
      name: text.slice(first.from, last.from + last.text.length),
      words: part.map((token) => token.text),
      hasTitle: hasTitle || honoured > 0,
      isAtStart:
        /^[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, first.from - 6), first.from)) && first.from < 6,
      isPossessive: last.isPossessive,
      before: text.slice(Math.max(0, first.from - 60), first.from),
      after: text.slice(last.to, last.to + 80),
    });
  };
  for (let at = start; at < end; at += 1) {
    const isTitle = titleAt(tokens, at, end) || isRoleAt(tokens, at, end, from);
    const word = tokens[at]?.text.toLowerCase() ?? '';
    const isOpening = at === from && opening.test(word) && (word === 'i' || beginsAt(text, tokens[at]));
    if (!isTitle && !isOpening && !isNobody(tokens, at, from, end)) continue;
    close(at);
    from = at + 1;
    hasTitle = isTitle;
  }
  close(end);
  return names;
}

/** `Rupert Hollis KC`: what stands behind a name and is no part of it. */
function honoursAt(tokens: readonly Token[], from: number, to: number): number {
  let many = 0;
  while (to - many - from > 2 && honours.has(tokens[to - 1 - many]?.text ?? '')) many += 1;
  return many;
}

/** Months, weekdays, nationalities and `London-based` name nobody; `French Open` may. */
function isNobody(tokens: readonly Token[], at: number, from: number, end: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (at === from && end - from > 1 && toldOf.test(word)) return true;
  if (calendarWords.has(word)) return at === from || at === end - 1;
  if (bodyNamed(tokens.slice(at, end).map(({ text }) => text)) === 'PublicBody') return false;
  return (
    nationalities.has(word) &&
    !links.test(tokens[at - 1]?.text ?? '') &&
    (end - from === 1 || !isOrganizationWord(tokens[end - 1]?.text.toLowerCase() ?? ''))
  );
}

/** At the beginning of a sentence what somebody is has a capital: `Baker Ray Dunphy`. */
function isRoleAt(tokens: readonly Token[], at: number, end: number, from: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (!word || !next || at !== from || end - at < 3 || word.from > 1 || isGivenName(word.text)) return false;
  return isRole(word.text) || isGivenName(next.text);
}

/** At the beginning of the sentence or of what is quoted. */
const beginsAt = (text: string, token: Token | undefined): boolean =>
  token !== undefined && /(?:^|["“‘:(]\s?)$/.test(text.slice(0, token.from).slice(-2));

function titleAt(tokens: readonly Token[], at: number, end: number): boolean {
  const word = tokens[at]?.text.toLowerCase().replace(/\.$/, '') ?? '';
  const next = at + 1 < end ? tokens[at + 1]?.text.toLowerCase() : undefined;
  if (titles.has(word)) return next === undefined || !isOrganizationWord(next) || titles.has(next);
  if (/^u\.?[sk]\.?$/.test(word) || titleParts.has(word))
    return next !== undefined && titleAt(tokens, at + 1, end);
  return false;
}
