/** Who somebody is, how it came about, how things are as a rule: nothing new. */
const telling: readonly RegExp[] = [
  /\b(?:was |were )?(?:founded|established|incorporated|born|set up) (?:in|by|on|near)\b/i,
  /(?:^|, )(?:founded|established|born|based|headquartered|educated)\b/i,
  /\b(?:is|are) (?:based|headquartered|known|best known|proficient|fluent|home to)\b/i,
  /\b(?:has worked|had worked|worked for|began (?:his|her|their) career|graduated|studied|grew up|retired|previously|formerly|used to|has long|have long|in the past|over the years|for decades)\b/i,
  /\b(?:years|decades|months) ago\b/i,
  /\b(?:is|was|are) (?:the )?(?:last|first|largest|biggest|oldest|smallest|second-largest|third-largest)\b/i,
  /\b(?:last such|similar (?:case|bill|sinking|accident|flood|deal)|the last (?:strike|time|such|major))\b/i,
  /\b(?:is|are|was) survived by\b|\bdied in (?:1[89]|20)\d\d\b/i,
  /\b(?:covers|specializes in|specialises in|is married to|has authored|has written (?!to\b)|reporting assignments|makes? (?:\w+,? ){0,3}(?:and|for))\b/i,
  /\b(?:are|is) (?:often|usually|typically|generally|common)\b/i,
  /^The (?:case|dispute|project|company|firm|program|plan) (?:began|started|dates back|goes back)\b/i,
];
const since = /\bsince (?:(?:1[5-9]|20)\d\d|(?:he|she|they|it) (?:was|were)|childhood)\b/i;

/** A state of affairs that goes back a while; a figure says more. */
export const goesBack = (claim: string): boolean => since.test(claim);

/** `years`: how long before the article it happened, where the statement says when. */
export function isBackground(claim: string, years: number | undefined, isDayKnown: boolean): boolean {
  if (years !== undefined && years >= (isDayKnown ? 2 : 5)) return true;
  return telling.some((words) => words.test(claim));
}
