import { crowds } from './crowd-words.ts';
import { freeVerb, speechVerb, thatVerb } from './speech-verbs.ts';

const nounPhrase = String.raw`(?!(?:and|but|or|who|which|that|not|never|in|on|at|to|by|from|with|after|before|during|of|while|when|if)\b)(?:[\p{L}\p{N}][^\s,;]*\s+){0,11}?[\p{L}\p{N}][^\s,;]*`;
const spoken = (verbs: string): RegExp =>
  new RegExp(
    String.raw`^(?:but |and |as )?(${nounPhrase})(?<!\b(?:the|an?|this|that|its|his|her|their|our|my))\s+(?:has |have |had |also |later |then |once )?(${verbs})\b(.*)$`,
    'iu',
  );
export const spokenBy = spoken(`${freeVerb}|${thatVerb}`);
export const spokenBesideQuote = spoken(speechVerb);
export const verbFirst = new RegExp(
  String.raw`^(?:has |have |had |also |later |then )?(${speechVerb})\b(.*)$`,
  'u',
);
const whoSpeaks = String.raw`((?:(?:an?|the|its|his|her|their|one|two|three|four|some|several|many|another|other|most|both|lead|co-author|Mr|Ms|\d{1,3}-year-old)\b|\p{Lu}).*|(?!(?:in|on|at|to|during|after|before|by|from|that|it|he|she|they|of|about) )(?:\p{Ll}[\p{L}’'-]* ){1,6}\p{Lu}.*|(?:\p{Ll}[\p{L}-]* ){0,2}(?:${crowds})\b.*)$`;
export const inverted = new RegExp(`^(?!told|tells)(?:${freeVerb}|${thatVerb}) ${whoSpeaks}`, 'u');
export const invertedBesideQuote = new RegExp(`^(?!told|tells)(?:${speechVerb}) ${whoSpeaks}`, 'u');
/** Behind the verb, and still about the speaking: to whom, where, when. */
const circumstances =
  /^(?:\s+(?:(?:on|in|at|to|from|during|after|before|by|via|outside|late|early|earlier|last|this|through|over|about|for|with)\b.*|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b.*|today|yesterday|again|flatly|recently|separately|privately|publicly))?$/u;
/** To whom: only behind `told`. `said the plan` goes on with what was said. */
const addressed =
  /^\s+(?:(?:reporters|investors|analysts|lawmakers|journalists|colleagues|jurors|police|me|us|him|her|them|reuters|bloomberg|cnn|the|a|an|his|her|its|their|our|this|state|local|public|national|\p{Lu}).*)$/u;
/** A clause that goes on about whoever spoke, or about the paper that says so. */
const ofSpeaker =
  /^(?:an?|the|who|whose|one of|its|his|her|their|co-author|chief|head|lead|former|then|asking|speaking|requesting|declining|on condition|citing|referring|adding his|professor|director|president|chair\w*|lawyer|senior|deputy|general|managing)\b|^\d{1,3}$|^not (?:her|his|their) real name\b|^(?:which (?:was|were|has been) )?(?:first )?(?:seen|reviewed|obtained|viewed|published|released|compiled|filed|posted) (?:by|in|on|at)\b/i;
const ofPlace = /^of (?:the )?\p{Lu}/u;
/** Behind `she said` nobody is told any more who that is: only how she said it. */
const ofSpeaking =
  /^(?:without \p{L}+ing|(?:his|her|their) (?:voice|eyes?|hands?|face|head)|asking|speaking|requesting|declining|on condition|citing|referring)\b/iu;
const pronounSpeaks = /^(?:he|she|it|they|we|i) |\b(?:he|she|it|they|we|i)$/i;

/** Whether the clause behind `she said`, `said Roe` still tells who that is, or how it was said. */
export const goesOnAbout = (spoken: string, clause: string): boolean =>
  ofSpeaking.test(clause) ||
  (!pronounSpeaks.test(spoken) && (ofSpeaker.test(clause) || ofPlace.test(clause)));
export const apposed =
  /^(?:\d{1,3}$|an?|the|who|whose|which|its|his|her|their|our|chief|head|former|then|now|one of|also|lead|co-|deputy|senior|of \p{Lu}|\p{Ll}+ing\b|\p{Lu})/u;
/** With its letters as written: Will and May are names, too. */
export const finite =
  /\b(?:is|was|were|are|has|have|had|will|would|can|could|may|might|should|did|does|do|must|[Tt]hat|[Bb]ecause|[Ii]f|[Ww]hen|[Bb]ut)\b/;
/** `almost double the first estimate`: the same letters, and nobody estimates. */
export const isCounted = /(?<!s|people|police|they|we|I) (?:estimate|report|claim|fear|hope)$/;
/** `said his lawyer, Helen Yoo`. */
export const fullName = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|la)){1,4}$/u;
export const accordingTo =
  /\b(?:according to|as per|in the words of|as (?:[^\s,¤]+ ){1,6}puts? it|(?:as )?first reported by|by (?:[^\s,]+ ){1,3}(?:count|estimate|tally|reckoning|account|own admission))\b/i;

const addresses = /^(?:told|tells|tell|asked|asks|assured|informed|texted|emailed|wrote)$/i;

/** Beside a quotation nothing but the circumstances of speaking is left. */
export const isCircumstance = (verb: string, whole: string, isBesideQuote: boolean): boolean => {
  const rest = whole.replace(/ on (?:the )?condition of anonymity\b.*$/, '');
  return (
    !finite.test(isBesideQuote ? rest.replace(/ (?:when|as|after|before|while|because) .*$/, '') : rest) &&
    (isBesideQuote
      ? rest.split(' ').length <= 14
      : circumstances.test(rest) || (addresses.test(verb) && addressed.test(rest)))
  );
};
