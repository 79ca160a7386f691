import { cutText } from '../language/cut-text.ts';
import type { Proposal, SuggestedQuestion } from '../records/draft.ts';
import type { EntryContent } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Source } from '../records/source.ts';
import { findAttribution } from './attribution/find-attribution.ts';
import { readSpeakerWords, standOf } from './attribution/sources-of.ts';
import { type Speaker, speakerOf } from './attribution/speakers.ts';
import { heard, type Talk } from './attribution/talk.ts';
import { whoSpeaks } from './attribution/who-speaks.ts';
import { openQuestion, unansweredQuestion } from './find-questions.ts';
import { claimOf } from './kinds/claim-of.ts';
import { directQuote } from './kinds/direct-quote.ts';
import type { Day } from './kinds/occurred-in.ts';
import { plainKind } from './kinds/plain-kind.ts';
import { type Response, responseIn } from './kinds/response-in.ts';
import type { Cast } from './names/cast.ts';
import type { Sentence } from './sentences/passages.ts';

/** What a sentence is read with. */
export interface Setting {
  cast: Cast;
  article: Source;
  day: Day | undefined;
  /** Whether the day is that of the article, not merely the one on which it is read. */
  isDated: boolean;
  /** Who answers, where the article is an interview. */
  interviewee?: Slug;
}

const courtHeard =
  /\b(?:court|jury|jurors|inquest|tribunal|hearing|inquiry|enquiry|magistrates)\b.*\b(?:heard|told)$/i;
const longestText = 3000;
const longestAttribution = 300;
const longestSpeaker = 200;
const mostEntities = 50;

/** One sentence as a line for the record, and what it leaves open; `talk` then knows who spoke. */
export function readStatement(
  sentence: Sentence,
  setting: Setting,
  talk: Talk,
): { proposal: Proposal; questions: SuggestedQuestion[] } {
  const { cast } = setting;
  const { text } = sentence;
  const quoted = directQuote(sentence);
  const own = quoted?.isBare ? undefined : findAttribution(sentence);
  const response = quoted
    ? undefined
    : responseIn(sentence.masked, text, cast, (subject) => meantBy(subject, cast, talk));
  const carried = quoted?.isBare
    ? spokenBefore(sentence, setting, talk)
    : own || quoted || response
      ? undefined
      : heardBefore(sentence, talk);
  const speaker = own ? whoSpeaks(sentence, own, cast, talk) : carried?.speaker;
  const words = own?.words ?? carried?.words;
  const mentioned = cast.mentionsIn(text).map(({ entity }) => entity);
  const involved = [speaker?.is === 'entity' ? speaker.slug : undefined, response?.who];
  const isQuote = quoted !== undefined && speaker !== undefined;
  const claim = isQuote ? `“${quoted.quote}”` : claimOf(text, own);
  const shared = {
    stories: [],
    entities: [...new Set([...mentioned, ...involved.filter((slug) => slug !== undefined)])].slice(
      0,
      mostEntities,
    ),
    text: cutText(claim, longestText),
    ...(words ? { attribution: cutText(words, longestAttribution) } : {}),
    ...standOf(setting.article, speaker, own),
  };
  heard(talk, { sentence, cast, speaker, words, mentioned, citing: own?.citing });
  const said = own?.words ?? (quoted ? '' : undefined);
  const content: EntryContent = isQuote
    ? { kind: 'quote', ...shared, speaker: nameOf(speaker) }
    : response?.who === undefined
      ? { ...shared, ...plainKind(claim, setting, said) }
      : { kind: 'response', ...shared, response: { entity: response.who, stance: response.stance } };
  const unanswered = response ? unansweredBy(response, cast) : [];
  return {
    proposal: { content, statement: text },
    questions: [openQuestion(text), ...unanswered].filter((one) => one !== undefined),
  };
}

/** Whoever is no entity is asked by the words that the article has for them. */
function unansweredBy({ stance, all, subject }: Response, cast: Cast) {
  const names = all.map((slug) => cast.member(slug)?.name ?? slug);
  return (names.length > 0 ? names : [subject]).map((who) => unansweredQuestion(stance, who));
}

/** A bare quotation goes on with whoever spoke last, as long as the paragraph or the interview lasts. */
function spokenBefore({ paragraph, isAnswer }: Sentence, { interviewee, cast }: Setting, talk: Talk) {
  if (isAnswer && interviewee)
    return {
      words: undefined,
      speaker: {
        is: 'entity',
        slug: interviewee,
        label: cast.member(interviewee)?.name ?? interviewee,
      } as Speaker,
    };
  const told = talk.since?.paragraph === paragraph ? toldOf(talk.since, cast, talk) : undefined;
  if (told) return { words: undefined, speaker: told };
  return talk.last && paragraph - talk.last.paragraph <= 1 ? talk.last : undefined;
}

/** `Then she looks up. “It is grey.”`: of whom the sentence before tells, speaks. */
function toldOf({ masked }: Sentence, cast: Cast, talk: Talk): Speaker | undefined {
  const [pronoun] = /\b(?:he|she)\b/i.exec(masked) ?? [];
  const speaker = pronoun ? speakerOf(pronoun, cast, talk, readSpeakerWords) : undefined;
  return speaker?.is === 'entity' ? speaker : undefined;
}

/** What a court was told is not ours to assert in the next sentence either: it goes on with the court. */
function heardBefore({ paragraph }: Sentence, { last, since }: Talk) {
  const isCourt = last?.words !== undefined && courtHeard.test(last.words);
  return isCourt && !since && last.paragraph === paragraph ? last : undefined;
}

function meantBy(subject: string, cast: Cast, talk: Talk): Slug | undefined {
  const speaker = subject === '' ? undefined : speakerOf(subject, cast, talk, readSpeakerWords);
  return speaker?.is === 'entity' ? speaker.slug : undefined;
}

const nameOf = (speaker: Speaker): string =>
  speaker.is === 'entity' ? speaker.slug : cutText(speaker.label, longestSpeaker) || 'not named';
