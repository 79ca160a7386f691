import type { SuggestedEntity } from '../../records/draft.ts';
import { speechVerb } from '../attribution/speech-verbs.ts';
import { isGivenName } from './given-names.ts';
import type { NameRun } from './name-runs.ts';
import { bodyNamed, companyForms, isOrganizationWord } from './organization-words.ts';
import { nationalities, placeEndings, places, placesOfWords } from './place-words.ts';
import { honours, isRole } from './title-words.ts';

type Schema = Exclude<SuggestedEntity['schema'], 'Product'>;

/** How much speaks for a name being one of these; nothing above `enough` is nobody we suggest. */
export type Evidence = { [S in 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'Place']: number };
export const enough = 2;

const spoken = new RegExp(String.raw`^,? (?:has |had |also |later )?(?:${speechVerb})\b`);
const speaking = new RegExp(String.raw`\b(?:${speechVerb}) $`);
const age = /^, (?:aged )?\d{1,3}\b(?!,\d)/;
const appositive = /^, (?:(?:an?|the|its|his|her|their|our|who|one of|then|now|also|head|chief|former) )/;
const companyBefore =
  /\b(?:firm|company|maker|rival|bidder|operator|bank|retailer|startup|start-up|giant|chipmaker|carmaker|automaker|drugmaker|shipbuilder|airline|brewer|insurer|supplier|provider|contractor|caterer|manufacturer|developer|lender|miner|builder|competitor|subsidiary|parent|broker|brokerage|consultancy|platform|app|partner|chain|producer|publisher|distributor|wholesaler|utility|carrier|conglomerate|equity house|law firm|auditors?|solicitors|accountants|bookmaker|label|(?:hotel|mining|media|energy|retail|drinks|food|travel|outsourcing|property|engineering|insurance|chemicals|telecoms|logistics|shipping|security|defen[cs]e|technology|luxury) group) $/i;
/** `the ferry's operator, Lobos Lines,`; `state export bank, Eksport,`: these are never persons. */
const companyApposed =
  /\b(?:firm|company|maker|rival|bidder|operator|bank|retailer|startup|start-up|brewer|chipmaker|carmaker|automaker|drugmaker|shipbuilder|manufacturer|lender|parent|subsidiary|airline|insurer|chain|utility|carrier|supplier|contractor|caterer|auditors?|solicitors|accountants), $/i;
const bodyApposed =
  /\b(?:union|charity|club|group|regulator|watchdog|newspaper|agency|broadcaster|think tank|association|federation|league|party), $/i;
const bodyBefore =
  /\b(?:union|charity|club|(?:campaign|pressure|advocacy|rights|lobby|aid|research|militant|rebel|community|protest|consumer|environmental|patient|youth|opposition|(?:fans|supporters|residents|parents|tenants|victims)['’]?) group|regulator|watchdog|newspaper|daily|weekly|journal|magazine|broadcaster|agency|outlet|website|nonprofit|think tank|team|side|tabloid|station|band|orchestra|museum|studio|the paper|social network|quango|ngo|body|institute|pollster|federation) $/i;
/** Whose chief has a name: a body, even at the beginning of a sentence, where all have a capital. */
export const chiefOf = /^ (?:(?:Chief \p{Lu}|CEO|[Cc]hief [Ee]xecutive|[Cc]o-?founder) ?\p{L}*)/u;
const stock =
  /^(?: (?:spokes\w+|representatives?|[Cc]hief [Ee]xecutive|co-?founder|shares?|stock|bonds|executives?|employees|workers|plant|plants|factory|factories|customers|profits?|sales|brand|headquarters|CEO|subsidiary)\b)/;
const owned =
  /^ (?:shares?|stock|board|chief executive|CEO|shareholders|profits?|revenue|sales|customers|headquarters|subsidiary|products|management|bid|offer|owners?|parent|plants?|factory|employees|fell|rose|jumped|dropped)\b/;
const sharesOf =
  /\b(?:shares? (?:of|in)|stake in|takeover of|acquisition of|bid for|offer for|merger with|customers of|analysts? (?:at|with)|economist (?:at|with)|(?:chief executive|ceo|founder|head|president|chairman|chairwoman|chair|director|owner|boss) of|(?:representatives?|spokes\w+|lawyers?) (?:of|for)|(?:companies|firms|automakers|carmakers|banks|makers|retailers|brands|rivals) (?:like|such as|including)|employee of|executive at|partner at|works? (?:at|for)) (?:rival )?$/i;
const doing =
  /^ (?:on \w+day )?(?:unveiled|launched|announced|reported|plans|sells|makes|hired|agreed|acquired|bought|owns|operates|employs|expects|sued|recalled|shares|merged|raised|cut|opened|denied|declined)\b/;
const done = /\b(?:founded|co-founded|started|acquired|joined|sued|bought|expects?|against) $/i;
const whichIs =
  /^, (?:which|whose|an? (?:\S+ ){0,5}(?:company|firm|maker|retailer|bank|startup|brewer|group|supplier|manufacturer|lender|operator|developer|insurer|airline)\b)/;
const groupAfter =
  /^, (?:an? )(?:\S+ ){0,4}(?:union|charity|group|nonprofit|campaign|think tank|association|newspaper|league|club|watchdog)\b/;
const locative =
  /\b(?:in|near|outside|around|off|across|toward|towards|beneath|reach(?:ed)?|central|downtown|northern|southern|eastern|western) (?:the )?$/i;
const ofPlace =
  /^ (?:fire|wildfire|blaze|flood|neighbou?rhood|area|region|valley|dam|reservoir|reserve|landslide|crash|quake|border)\b/;
/** `a poll by`, `data compiled by`; `told the BBN`. */
const surveyed =
  /\b(?:poll|survey|study|data|figures|report|research|analysis|index|estimates?)(?: (?:released|published|compiled|conducted|carried out|provided|gathered|taken)(?: (?:on|in|last|this) \w+)?)? by (?:the )?$/i;
const toldBody = /\b(?:told|tells|interview with) the $/i;
/** `supplied by`: a body, unless it has the name of a person. */
const madeBy = /\b(?:supplied|made|built|operated|developed|manufactured|insured|acquired|bought) by $/i;
const published = /\bpublished (?:\w+ ){0,3}(?:in|by) (?:the (?:journal )?)?$/i;
const noBody =
  /^(?:act|bill|agreement|treaty|war|cup|games|prize|award|awards|day|week|festival|open|championship|deal|plan|revolution|age|era|accord|protocol|amendment|constitution|code|clause|section|article|chapter|series|edition|version|model|operation|hurricane|typhoon|storm|cyclone|flight|case|note|index|average|composite|grand|prix|summit|conference|show|tour|marathon|olympics|derby|bowl|medal|theory|effect|law|syndrome|disease|virus|fever)$/i;
/** Over an article, not in it. */
const heading = /^(?:breaking|latest|live|top|more|local|world) (?:news|updates?|stories)$/;
/** Lines that ran together: `STORYDemetri`, `Xiaomi.Sevastopulo`. */
const runTogether = /\p{Lu}{3}\p{Ll}{2}|\p{Ll}{3}\.\p{Lu}\p{Ll}{3}/u;
const generations = /^(?:II|III|IV)$/;
const placeBeginning = /^(?:river|lake|mount|mt|cape|isle|gulf|strait)$/;

/** In the order that counts where two have the same weight. */
export const nobody = (): Evidence => ({ Company: 0, Organization: 0, PublicBody: 0, Person: 0, Place: 0 });

/** Whether the words are those of a place, an act, a prize: no person and no body, whatever stands about them. */
export function namesNobody(words: readonly string[]): boolean {
  const folded = words.map((word) => word.toLowerCase());
  const last = folded.at(-1) ?? '';
  if (
    placesOfWords.has(folded.join('-')) ||
    folded.every((word) => places.has(word) || nationalities.has(word))
  )
    return true;
  const isPlace = folded.length > 1 && (placeEndings.has(last) || placeBeginning.test(folded[0] ?? ''));
  if (words.some((word) => runTogether.test(word))) return true;
  const isBody = folded.includes('of') && bodyNamed(words) !== undefined;
  return (
    (noBody.test(last) && !isBody) || heading.test(folded.join(' ')) || isPlace || /^\d/.test(words[0] ?? '')
  );
}

/** Adds what this one mention tells. */
export function weigh(evidence: Evidence, run: NameRun): void {
  const { words, before, after } = run;
  const body = words.length > 0 ? bodyNamed(words) : undefined;
  if (body && !run.hasTitle) evidence[body] += 4;
  if (mayBePerson(words)) weighPerson(evidence, run);
  const name = words.join(' ');
  if (companyBefore.test(before)) evidence.Company += 2;
  if (companyApposed.test(before)) evidence.Company += 3;
  if (bodyBefore.test(before)) evidence.Organization += 2;
  if (bodyApposed.test(before)) evidence.Organization += 3;
  if (surveyed.test(before) || toldBody.test(before)) evidence.Organization += 2;
  if (words.length === 1 && madeBy.test(before)) evidence.Company += 1;
  if (published.test(before)) evidence.Organization += 3;
  if (sharesOf.test(before) || stock.test(after)) evidence.Company += 2;
  if (run.isPossessive && owned.test(after)) evidence.Company += 2;
  if (whichIs.test(after)) evidence.Company += /^, (?:which|whose)/.test(after) ? 2 : 3;
  if (/^, which (?:\w+ )?(?:reported|published|broke)\b/.test(after)) evidence.Organization += 4;
  if (/^, based in\b/.test(after)) evidence.Company += 2;
  if (words.length < 3 && (doing.test(after) || done.test(before))) evidence.Company += 1;
  if (groupAfter.test(after)) evidence.Organization += 3;
  if (/^ \((?:\p{Lu}{2,8}|[A-Z]+[.:][A-Z]+)\)/u.test(after) && words.length > 1 && !body)
    evidence.Organization += 3;
  if (/^\p{Lu}{2,6}$/u.test(name) && !isRoman(name)) evidence.Organization += 1;
  if (words.length === 1 && spoken.test(after)) evidence.Company += 1;
  if (/\bthe $/i.test(before) && words.length > 1) evidence.Organization += 2;
  if (ofPlace.test(after)) evidence.Place += 3;
  if (locative.test(before) && !published.test(before) && !body) evidence.Place += 2;
}

function weighPerson(
  evidence: Evidence,
  { words, hasTitle, before, after, isThenPerson = false, isNearPronoun = false }: NameRun,
): void {
  if (hasTitle) evidence.Person += 3;
  if (words.length < 2) return;
  if (isThenPerson) evidence.Person += 2;
  // Little by itself: who `has not eaten` is a person if the next sentence goes on with `her`.
  if (words.length === 2 && !/\bthe $/i.test(before) && /^ (?:has|had|is|was|who)\b/.test(after))
    evidence.Person += 1;
  if (isNearPronoun) evidence.Person += 1;
  if (isGivenName(words[0] ?? '')) evidence.Person += 2;
  if (words.slice(1, -1).some((word) => /^\p{Lu}\.?$/u.test(word)) || /^\p{Lu}\.$/u.test(words[0] ?? ''))
    evidence.Person += 2;
  if (spoken.test(after) || speaking.test(before)) evidence.Person += 2;
  if (age.test(after)) evidence.Person += 3;
  if (words.length === 2 && /^, who\b/.test(after)) evidence.Person += 2;
  if (appositive.test(after)) evidence.Person += roleIn(after) ? 3 : 1;
  if (isRole(roleBefore.exec(before)?.[1] ?? '')) evidence.Person += 2;
}

/** `lawyer Roe`; `its lawyer, Roe`; `a spokeswoman for the mediators, Roe`. */
const roleBefore = /([\p{L}-]+)(?: (?:for|of|at|with) [^,.;]{2,40},|,)? $/u;

const roleIn = (after: string): boolean =>
  (after.split(/[.;]/)[0] ?? '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .slice(1, 8)
    .some(isRole);

const isRoman = (name: string): boolean => /^[IVXLC]+$/.test(name);

/** Two to four words, none of them a body's. */
export const mayBePerson = (words: readonly string[]): boolean =>
  words.length <= 5 &&
  !endsInAcronym(words) &&
  words.every((word) => !/\d|&/.test(word) && !companyForms.has(word.toLowerCase())) &&
  !(words.length > 1 && isOrganizationWord(words.at(-1)?.toLowerCase() ?? ''));

/** Any other capitals behind a name are an outlet's or a firm's: `Instagram FT`. Names all in capitals are read like others. */
const endsInAcronym = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  const isAcronym = /^\p{Lu}{2,4}$/u.test(last) && !honours.has(last) && !generations.test(last);
  return words.length > 1 && isAcronym && words.some((word) => /\p{Ll}/u.test(word));
};

export function schemaOf(evidence: Evidence): Schema | undefined {
  const ranked = (Object.entries(evidence) as [keyof Evidence, number][]).sort((a, b) => b[1] - a[1]);
  const [best] = ranked;
  return best && best[1] >= enough ? best[0] : undefined;
}
