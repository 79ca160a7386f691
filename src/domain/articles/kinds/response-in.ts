import type { Mention } from '../../finding/tag-entities.ts';
import { inferKind } from '../../language/infer-kind.ts';
import type { Stance } from '../../records/entry.ts';
import type { Slug } from '../../records/identifiers.ts';
import type { Cast } from '../names/cast.ts';

/** An answer, and by whom where that can be told. */
export interface Response {
  stance: Stance;
  who?: Slug;
  /** The words for who answers, for whoever is no entity. */
  subject: string;
  /** All who answer together: `Kestrel and Dunmore`. */
  all: readonly Slug[];
}

/** More ways in which the wires put it than those that people type. */
const telling: readonly { stance: Stance; words: RegExp }[] = [
  {
    stance: 'declines',
    words:
      /\b(?:(?:declined|declines|refused|refuses) (?:to )?(?:be )?(?:\w+ )?(?:comment|discuss|say|answer|elaborate|provide|speak|take questions|give details|name|identify|go into|interviewed?|confirm or deny)\b|(?:would not|wouldn['’]t|will not|won['’]t) (?:comment|say whether|discuss|be drawn|confirm or deny)\b|(?:had|has|have) no (?:immediate |further )?comment\b|(?:made|offered|gave|provided) no (?:further )?comment|declined (?:any )?(?:further )?comment\b)/i,
  },
  {
    stance: 'no-reply',
    words:
      /\b(?:(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|had not|hadn['’]t|do not|does not) (?:immediately |yet |initially )?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?) (?:to |a |an |the |our |any |her |his |their |its )?(?:\w+ ){0,3}?(?:requests?|messages?|calls?|e-?mails?|inquir\w+|enquir\w+|questions?|comment)\b|(?:did not|didn['’]t|have not|has not) (?:immediately )?(?:respond|responded|reply|replied)\b|could not (?:immediately )?be (?:immediately )?(?:reached|contacted)\b|(?:was|were) not (?:immediately )?(?:available|reachable)\b|unavailable for comment|went unanswered)/i,
  },
  {
    stance: 'denies',
    words:
      /\b(?:(?:has |have |had )?(?:repeatedly |strongly |flatly |categorically )?(?:(?:denied|denies|deny) (?:all|any|the|that|those|these|this|his|her|its|their|having|doing|being|wrongdoing|it|claims|allegations|reports|suggestions|charges|accusations)\b|(?:disputed|disputes|dismissed|dismisses|rejected|rejects) (?:[\w’'-]+ ){0,3}?(?:claims?|allegations?|reports?|suggestions?|accusations?|charges?|account|criticism|notion|idea|findings|it as)\b))/i,
  },
  {
    stance: 'confirms',
    words: /\b(?:confirmed|confirms) (?:that |the |it |its |receiving |having |in )/i,
  },
];
const unreached =
  /\b(?:efforts|attempts|calls) to (?:reach |contact )?(.{2,120}?) (?:for (?:a )?(?:comment|reaction) )?(?:were (?:unsuccessful|not successful|not returned|unanswered)|failed|proved abortive|went unanswered)\b/i;
const noWord =
  /\b(?:no (?:immediate |official )?(?:comment|response|reply|reaction|word) (?:was )?(?:immediately )?(?:available )?from|nothing was heard from) (.{2,120}?)(?=[.,;]|$)/i;
const turned = /\b(?:not|never|neither|nor|yet to be|be|been|was|were|is|are)\s+(?:\w+\s+)?$/i;
const spokesperson = /\b(?:spokes\w+|representatives?|press office|lawyers?|attorneys?|officials?)\b/i;

/** Whether somebody answers here what is said of them: the words that tell so stand outside of quotations. */
export function responseIn(
  masked: string,
  text: string,
  cast: Cast,
  subjectOf: (words: string) => Slug | undefined,
): Response | undefined {
  const response = toldIn(masked, text, cast, subjectOf);
  if (response) return response;
  const inferred = inferKind(masked, cast.mentionsIn(masked));
  return inferred.kind === 'response' && /^(?:declines|no-reply)$/.test(inferred.stance)
    ? {
        stance: inferred.stance,
        who: inferred.who,
        subject: cast.member(inferred.who)?.name ?? inferred.who,
        all: [inferred.who],
      }
    : undefined;
}

function toldIn(
  masked: string,
  text: string,
  cast: Cast,
  subjectOf: (words: string) => Slug | undefined,
): Response | undefined {
  const sought = (unreached.exec(text) ?? noWord.exec(text))?.[1];
  if (sought !== undefined) {
    const who = whoIn(sought, cast.mentionsIn(sought), cast);
    return { stance: 'no-reply', subject: sought, all: who ? [who] : [], ...(who ? { who } : {}) };
  }
  for (const { stance, words } of telling) {
    const match = words.exec(masked);
    if (!match || turned.test(masked.slice(0, match.index))) continue;
    const ahead = text.slice(0, match.index);
    const subject = subjectIn(ahead);
    // A statement that somebody made and others confirm along the way is no answer.
    if (stance === 'confirms' && ahead.split(' ').length > 9) continue;
    const isOfLast = /, who $/.test(ahead);
    const who = isOfLast
      ? cast.mentionsIn(subject).at(-1)?.entity
      : (whoIn(subject, cast.mentionsIn(subject), cast) ?? subjectOf(subject));
    const isPair = !isOfLast && /\p{Lu}[\p{L}.’'-]*,? and (?:the )?\p{Lu}/u.test(subject);
    const bodies = cast.mentionsIn(subject).map(({ entity }) => entity);
    return {
      stance,
      subject,
      all: isPair && who ? [...new Set([...bodies, who])] : who ? [who] : [],
      ...(who ? { who } : {}),
    };
  }
  return undefined;
}

/** What stands before the words, from the last clause that begins a sentence of its own. */
const subjectIn = (ahead: string): string =>
  // `Kestrel said it would not comment` is Kestrel's answer.
  (
    ahead
      .replace(/\b(?:said|says) (?:that )?(?:it|he|she|they) $/, '')
      .replace(/, (?:which|who|whose)\b[^,]{0,120}, ?$/, ' ')
      .split(/[;:]\s|,\s(?:but|and|while)\s|\bsaid (?=it|he|she|they)/)
      .at(-1) ?? ''
  )
    .replace(/,? (?:said|says) $/, '')
    .trim();

/** A spokesperson answers for a body, whatever they are called; else the person or body named last. */
function whoIn(subject: string, mentions: readonly Mention[], cast: Cast): Slug | undefined {
  const able = mentions.filter(({ entity }) => cast.member(entity)?.schema !== 'Place');
  const bodies = able.filter(({ entity }) => cast.member(entity)?.schema !== 'Person');
  if (spokesperson.test(subject)) return (bodies.at(-1) ?? able.at(-1))?.entity;
  const persons = able.filter(({ entity }) => cast.member(entity)?.schema === 'Person');
  return (persons[0] ?? bodies.at(-1))?.entity;
}
