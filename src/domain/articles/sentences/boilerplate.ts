import { wordsOf } from '../../language/words-of.ts';

/** What stands in an article and is none of its statements, by how it begins. */
const beginsSo: readonly RegExp[] = [
  /^\(?\s*(?:additional |further |associated |other )?(?:reporting|writing|written|editing|edited|compiled|translation|translated|graphics?|video|photography|production) by\b/i,
  /^(?:photo(?:graph)?s?|images?|pictures?|credits?|file photo|illustrations?|video|graphics?|caption|sources?|getty images|pic|watch|listen|gallery)\s*(?:[:|]|credit|by\b|courtesy)/i,
  /^(?:read (?:more|also|next|the full)|also read|see also|related|more on|more from|more:|recommended|don['’]t miss|up next|trending|most (?:read|popular|viewed)|latest (?:news|stories)|editors['’] picks?|in this (?:story|article)|key (?:points|takeaways)|topics|tags|filed under|categories|share this|share on|advertisement|sponsored|promoted)\b/i,
  /^(?:subscribe|sign up|sign in|log in|register (?:now|here|for)|get (?:our|the latest|unlimited|more)|download our|join our|follow (?:us|our|the \p{L}+|@)|support our|donate|click here|tap here|contact (?:us|our|the newsroom)|e-?mail (?:us|our|your)|write to us|call (?:us|our|the news)|do you (?:know|have) (?:more|a story|a tip)|got a tip|send (?:us )?(?:tips|your))\b/iu,
  /^(?:©|\(c\)|copyright\b|all rights reserved|this (?:article|story|material|content) (?:was|has been|is|may not|may contain|contains|first|originally)\b|this (?:interview|conversation|transcript)\b|the (?:interview|conversation|transcript)\b.{0,40}\b(?:edited|condensed)|terms of (?:use|service)|privacy policy|cookie|disclaimer|correction:|editor['’]s note|doi:|https?:\/\/)/i,
  /^(?:organi[sz]ations?|people|companies|places|locations) (?:in|mentioned in) this (?:story|article)/i,
  /^(?:this is a (?:breaking|developing) (?:news )?story|(?:please )?(?:check|come) back (?:for|later|soon)|more (?:to follow|follows|details soon)|for (?:further|more) (?:information|details),? (?:please )?(?:contact|visit|call|e-?mail|see)|media contacts?:|\*+ )/i,
  /^(?:what do you think|have your say|let us know|tell us|leave a comment|join the (?:conversation|discussion|debate)|comments? (?:below|are closed))\b/i,
  /^(?:have|were|are|did|do|has) you\b[^.]{2,80}\?/i,
];
const containsSo =
  /\b(?:all rights reserved|follow (?:him|her|them|us) on (?:twitter|x|facebook|instagram|bluesky)|our (?:privacy policy|newsletters?)|(?:getty images|shutterstock|ap photo|afp via|reuters\/)\s*\p{L}*\s*$)/iu;
const byline =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(?!\p{L}+day\b)\p{Lu}[\p{L}.'’-]+(?:[\s,]+(?:and\s+)?[\p{L}.'’-]+){0,12}\s*(?:[|,–—-]\s*\p{L}[\p{L}\s.'’-]*)?$/u;
/** `By Tuesday the plan had failed.` */
const tells = /\b(?:was|were|had|has|have|is|are|will|would)\b/;
const interviewer = /^(?:Q|Question|Interviewer)\s*[.:]/;
/** The outlet about its own reporting: a matter for the desk, no statement. */
const ownCaveat =
  /\b(?:could not|couldn['’]t|has not|have not|was unable to|were unable to) (?:immediately |independently )*(?:verify|verified|corroborate|authenticate|establish|determine|confirm|seen|reviewed|see|review)\b/i;

/** From here on a press release speaks of whoever sent it, down to the end. */
const lastPart =
  /^(?:about \p{Lu}[^.!?]{1,80}|notes? (?:to|for) editors|ends|-+ ?(?:30|ends) ?-+|#\s?#\s?#|forward-looking statements|(?:media|press|investor) contacts?)[\s:.]*$/iu;
export const endsArticle = (paragraph: string): boolean => lastPart.test(paragraph);

export const isEndOfSentence = /[.!?…。！？:;]["”’'»)\]]*$/;

export const isBoilerplate = (text: string): boolean =>
  beginsSo.some((begins) => begins.test(text)) ||
  containsSo.test(text) ||
  (byline.test(text) && !tells.test(text)) ||
  interviewer.test(text);

/** `Meridian could not independently verify the report.` — said by the outlet, of itself. */
export function isOwnCaveat(sentence: string, publisher: string | undefined): boolean {
  const caveat = ownCaveat.exec(sentence);
  if (!caveat || caveat.index > 60) return false;
  const subject = wordsOf(sentence.slice(0, caveat.index));
  const own = new Set(wordsOf(publisher ?? ''));
  const verifies = /verify|corroborate|authenticate/i.test(caveat[0]);
  return verifies || subject.some((word) => word.length > 3 && own.has(word)) || subject[0] === 'we';
}

/** A paragraph that is no sentence, among others that are: a caption, a heading between them, a list of tags. */
export const isCaption = (paragraph: string): boolean =>
  paragraph.length < 140 && !isEndOfSentence.test(paragraph.trim());
