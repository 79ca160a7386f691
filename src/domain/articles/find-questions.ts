import { cutText } from '../language/cut-text.ts';
import type { SuggestedQuestion } from '../records/draft.ts';
import type { Stance } from '../records/entry.ts';

const mostQuestions = 50;
const longest = 500;

const notClear =
  /\b(?:it|this)?\s*(?:was|is|remains|remained|were|are|stays) (?:not (?:immediately |yet |entirely )?(?:clear|known)|unclear|unknown)(?: exactly| precisely)? ((?:whether|how|when|where|who|what|why|if|which)\b[^.;]{3,300})/i;
const undetermined =
  /^(.{3,200}?) (?:could not|couldn['’]t|cannot|can not) (?:immediately |independently )*(?:be )?(?:immediately |independently )*(?:determined?|established?|ascertained?|learned|verified|confirmed|corroborated)\b/i;
/** `Neither total could be independently verified`. */
const neither =
  /^(?:neither(?: of)?|none of|no) (?:the )?(.{3,160}?) (?:could|can) (?:immediately |independently )*be (?:immediately |independently )*(?:verified|confirmed|determined|established)\b/i;
/** `Whether the bill will pass remains unclear`. */
const clauseUnclear =
  /^((?:whether|how|when|where|who|what|why|if|which)\b.{3,240}?),? (?:was|is|were|are|remains|remained) (?:still )?(?:not (?:immediately |yet |entirely )?(?:clear|known)|unclear|unknown|uncertain)\b/i;
const yetTo =
  /^(.{3,200}?) (?:is|are|was|were|has|have) (?:yet to be|not yet been|not been|still to be) (?:determined|ascertained|established|identified|named|announced|found|decided|released|disclosed|confirmed|made public)\b/i;
const subjectUnclear =
  /^((?:the|its|his|her|their)\b.{3,160}?) (?:was|is|were|are|remains|remained) (?:not (?:immediately |yet )?(?:clear|known)|unclear|unknown|(?:still )?under investigation|(?:still )?being investigated)\b/i;
const clauseLater =
  /^it (?:could not|cannot) (?:immediately )?be (?:determined|established|learned) ((?:whether|how|when|where|who|what|why|if)\b[^.;]{3,300})/i;

const asked =
  /^(.{3,200}?),? (?:which [^,]{3,80}, )?(?:has|have|had|was|were) (?:been )?(?:contacted|approached|asked|invited) (?:for (?:a |further )?(?:comment|response|statement)|to (?:comment|respond))\b/i;

const question = (text: string): SuggestedQuestion => ({
  text: cutText(text.replace(/\s+/g, ' ').trim(), longest),
});

const unsaid =
  /^(.{2,120}?) (?:has yet to|have yet to|had yet to|has not|have not|had not|did not|didn['’]t|would not|declined to) (?:said|say|disclosed?|revealed?|announced?|specif(?:y|ied)|explain(?:ed)?|confirm(?:ed)?|given|give) ((?:whether|how|when|where|who|what|why|if|which)\b[^.;]{3,300})/i;

/** What a sentence says is not known. */
export function openQuestion(sentence: string): SuggestedQuestion | undefined {
  const clause =
    notClear.exec(sentence)?.[1] ?? clauseLater.exec(sentence)?.[1] ?? clauseUnclear.exec(sentence)?.[1];
  if (clause) return question(`Is it known by now ${lowerQuestion(clause).replace(/[,\s]+$/, '')}?`);
  const [, keeper, kept] = unsaid.exec(sentence) ?? [];
  if (keeper && kept) return question(`Is it known by now ${kept}? ${keeper} had not said.`);
  const silent = asked.exec(sentence)?.[1];
  if (silent) return question(`${silent}: any comment by now? The article says they were asked.`);
  const doubted = neither.exec(sentence)?.[1];
  if (doubted) return question(`What is known by now of the ${doubted}?`);
  const subject = (undetermined.exec(sentence) ?? yetTo.exec(sentence) ?? subjectUnclear.exec(sentence))?.[1];
  if (!subject || /^it$/i.test(subject)) return undefined;
  return question(`What is known by now of ${lowerFirst(subject.replace(/^but /i, ''))}?`);
}

const lowerFirst = (words: string): string =>
  words.replace(/^(?:The|A|An|Its|His|Her|Their)\b/, (word) => word.toLowerCase());

const lowerQuestion = (clause: string): string => clause.charAt(0).toLowerCase() + clause.slice(1);

const because: { readonly [S in Stance]?: string } = {
  declines: 'they declined',
  'no-reply': 'they did not respond',
};

/** Who was asked and has not answered is to be asked again. */
export function unansweredQuestion(stance: Stance, who: string): SuggestedQuestion | undefined {
  const reason = because[stance];
  return reason === undefined || who.trim() === ''
    ? undefined
    : question(`${cutText(who.trim(), 200)}: any comment by now? The article says ${reason}.`);
}

export const unverifiedQuestion = (caveat: string): SuggestedQuestion =>
  question(`Can we confirm it ourselves? The article says: “${cutText(caveat, 300)}”`);

/** Each once, as many as a draft holds. */
export const eachOnce = (questions: readonly SuggestedQuestion[]): SuggestedQuestion[] =>
  [...new Map(questions.map((one) => [one.text.toLowerCase(), one])).values()].slice(0, mostQuestions);
