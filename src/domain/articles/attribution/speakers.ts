import { wordsOf } from '../../language/words-of.ts';
import type { Slug } from '../../records/identifiers.ts';
import type { Source } from '../../records/source.ts';
import type { Cast } from '../names/cast.ts';
import { isRole, titles } from '../names/title-words.ts';
import type { Talk } from './talk.ts';

/** Who says something, as far as the words tell. */
export type Speaker =
  | { is: 'entity'; slug: Slug; label: string; origin?: string }
  /** `origin`: the outlet that spoke with them, if it is another one. */
  | { is: 'unnamed'; label: string; count?: number; origin?: string }
  | { is: 'publication'; label: string }
  | { is: 'document'; label: string }
  | { is: 'other'; label: string };

const pronoun = /^(he|she|they|it)$/i;
const again = /^(?:the|this|that) (?:[\p{L}\d’'-]+ ){0,3}?([\p{L}-]+)$/iu;
/** `The Conservative group leader`: whoever was named last and may be one. */
const isPersonAgain = (words: string): boolean => {
  const role = again.exec(words)?.[1]?.toLowerCase();
  return (
    role !== undefined &&
    (isRole(role) || titles.has(role) || /^(?:\d{1,3}-year-old|business(?:wo)?man)$/.test(role))
  );
};
/** `the Tarskian foreign ministry` is told from every other by its words. */
const ofState =
  /^[Tt]he (?:[\p{L}’'-]{1,40} ){0,3}\p{Lu}[\p{L}’'-]{0,40} (?:[\p{L}-]{1,40} ){0,3}(?:ministry|department|government|court|commission|council|agency|authority|committee)$/u;
const bodyAgain =
  /^an? (?:company )?(?:spokes(?:man|woman|person)|representative)$|^(?:the|this|its) (?:[\p{L}\d-]+ ){0,2}?(?:company|firm|group|bank|carmaker|automaker|chipmaker|drugmaker|brewer|brewery|retailer|airline|operator|maker|manufacturer|lender|startup|business|union|ministry|agency|department|authority|commission|committee|court|board|trust|university|team|club|league|charity|regulator|bureau|council|federation|association|party|government)$/iu;
const publicationAgain =
  /^(?:the|this) (?:newspaper|paper|daily|weekly|magazine|broadcaster|report|article|website|outlet|news agency|journal|tabloid)$/i;
const unnamedAgain =
  /^(?:(?:(one|two|three|four|five|six|some|several|both|\d+) of (?:the|those|these|them)\b ?|both |the |those |these |that |this |the same |a second |another )?(?:people|persons?|sources?|individuals?|officials?|executives?|insiders?|employees?|aides?|diplomats?|them)?)$/i;
/** `Roe’s daughter Una` is not Roe. */
const kinOf =
  /^.*['’]s (?:\p{Ll}+ ){0,3}?(?:daughter|son|wife|husband|mother|father|brother|sister|widow|widower|partner|friend|colleague|lawyer|attorney|agent|spokes\p{L}+|aide|deputy|successor|predecessor|neighbou?r)\b,?(?= .*\p{Lu})/u;
/** `people close to Roe` and `Roe’s lawyer` are others than Roe. */
const aboutPerson =
  /\b(?:people|persons?|sources?|individuals?|officials?|executives?|aides?|insiders?|employees?|friends?)\b (?:familiar|close|with|who|briefed|near|of|to|in|on)\b|^[^,]*['’]s? (?:lawyers?|attorneys?|spokes\w+|office|team|aides?|agent|family|campaign)$|^(?:an? |the )?(?:\p{Ll}+ )?(?:spokes\w+|lawyers?|attorneys?|representatives?|aides?) (?:for|of) /iu;
const counts: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

/** The entity meant by the words for a speaker, or what else they stand for. */
export function speakerOf(
  words: string,
  cast: Cast,
  talk: Talk,
  readWords: (words: string) => Source,
): Speaker {
  const typed = words
    .trim()
    .replace(/^(?:and|but|as)\s+/i, '')
    .replace(/[.,;:]+$/, '');
  const who = pronoun.exec(typed)?.[1]?.toLowerCase();
  if (who) return who === 'it' ? bodyMeant(typed, cast, talk) : personMeant(who, typed, cast, talk);
  const unnamed = unnamedMeant(typed, talk);
  if (unnamed) return unnamed;
  if (publicationAgain.test(typed) && talk.publication !== undefined)
    return { is: 'publication', label: talk.publication };
  const named = namedIn(typed, cast);
  if (named && cast.member(named)?.schema === 'Person') return { is: 'entity', slug: named, label: typed };
  const source = readWords(typed);
  if (source.kind === 'unnamed')
    return { is: 'unnamed', label: typed, ...(source.count ? { count: source.count } : {}) };
  if (named) return { is: 'entity', slug: named, label: typed };
  if (isPersonAgain(typed)) return personMeant('they', typed, cast, talk);
  if (bodyAgain.test(typed) && !ofState.test(typed)) return bodyMeant(typed, cast, talk);
  if (source.kind === 'publication' || source.kind === 'document') return { is: source.kind, label: typed };
  return { is: 'other', label: typed };
}

/** A person is who speaks, though a body be named first: `Ford's chief executive, Jim Farley`. */
function namedIn(words: string, cast: Cast): Slug | undefined {
  const mentions = cast.mentionsIn(words);
  // `his lawyer, Helen Yoo` names her last; behind `who` and `of` others are named.
  const own = words
    .replace(kinOf, '')
    .replace(/(?:,? (?:who|which|whose)|(?<=,.*),? (?:of|at|with|for)) .*$/, '');
  const persons = cast.mentionsIn(own).filter(({ entity }) => cast.member(entity)?.schema === 'Person');
  const person = aboutPerson.test(words) ? undefined : persons.at(-1);
  if (person) return person.entity;
  const count = wordsOf(words).length;
  const body = mentions.find(
    ({ entity }) => !['Person', 'Place'].includes(cast.member(entity)?.schema ?? 'Place'),
  );
  const isAboutIt = /\b(?:spokes\w+|representative)\b/i.test(words);
  const isIt = body !== undefined && (body.from <= 2 || isAboutIt || body.to >= count - 1);
  return isIt && !/\b(?:people|persons?|sources?|officials|executives|employees)\b/i.test(words)
    ? body.entity
    : undefined;
}

function personMeant(again: string, label: string, cast: Cast, talk: Talk): Speaker {
  const slug = talk.persons.find((person) => cast.mayBe(person, again));
  if (slug) return { is: 'entity', slug, label: cast.member(slug)?.name ?? label };
  const { last } = talk;
  return last?.speaker.is === 'unnamed' || last?.speaker.is === 'other'
    ? last.speaker
    : { is: 'other', label };
}

function bodyMeant(label: string, cast: Cast, talk: Talk): Speaker {
  const { body } = talk;
  return body === undefined
    ? { is: 'other', label }
    : { is: 'entity', slug: body, label: cast.member(body)?.name ?? label };
}

/** `two of the people` are two of those who were spoken of before; nobody's number is made up. */
function unnamedMeant(words: string, { unnamed }: Talk): Speaker | undefined {
  const match = unnamedAgain.exec(words);
  if (!match || words === '' || !unnamed) return undefined;
  const of = match[1]?.toLowerCase();
  const from = unnamed.origin === undefined ? {} : { origin: unnamed.origin };
  const isOne = /\b(?:person|source|individual|official|executive|insider|employee|aide|diplomat)$/i.test(
    words,
  );
  if (of === undefined && !isOne) return unnamed;
  if (of === undefined && unnamed.count === 1) return unnamed;
  const label = `${of ?? 'one'} of ${unnamed.label}`.slice(0, 300);
  const count = of === undefined ? 1 : /^\d/.test(of) ? Number(of) : counts.indexOf(of);
  return { is: 'unnamed', label, ...(count > 0 ? { count } : {}), ...from };
}
