import type { Mention } from '../finding/tag-entities.ts';
import type { Stance } from '../records/entry.ts';
import { wordsOf } from './words-of.ts';

/** What the words of a text show it to be, when nobody said. */
export type Inferred =
  | { kind: 'fact' }
  | { kind: 'quote'; quote: string; speaker: string }
  | { kind: 'response'; stance: Stance; who: string };

/** Folded words, so `didn’t` is `didn t`. */
const stanceWords: readonly { stance: Stance; words: RegExp }[] = [
  {
    stance: 'declines',
    words:
      /\b(?:declined|declines|refused|would not|wouldn t) (?:to )?(?:\w+ )?(?:comment|discuss|say|answer)\b|\bhad no comment\b/,
  },
  {
    stance: 'no-reply',
    words:
      /\b(?:did not|didn t|has not|hasn t|have not|haven t|had not|hadn t) (?:immediately |yet )?(?:respond|responded|reply|replied|return|returned|answer|answered)\b|\bcould not (?:immediately )?be reached\b/,
  },
  {
    stance: 'denies',
    words: /\b(?:denied|denies|dismissed|disputed|disputes|rejected the (?:report|claim|allegation)s?)\b/,
  },
  { stance: 'confirms', words: /\b(?:confirmed|confirms|acknowledged)\b/ },
];

/** Not denied, not yet confirmed: the words stand there and mean something else. */
const turned = /\b(?:not|never|neither|nor|un|yet to be|be|been|was|were|is|are) (?:\w+ )?$/;

/** `mentions` are those of the text, by word. Only what is obvious is taken for more than a fact. */
export function inferKind(text: string, mentions: readonly Mention[]): Inferred {
  return asQuote(text) ?? asResponse(text, mentions) ?? { kind: 'fact' };
}

/** Nothing but a quotation and who said it: `"We are not in talks," said Jim Farley.` */
export function asQuote(text: string): Extract<Inferred, { kind: 'quote' }> | undefined {
  const after =
    /^["“]([^"“”]{3,})["”][,.]?\s*(?:said|says|told reporters|—|–|-)\s+([^\s"“”|][^"“”|\n]{0,150})$/s.exec(
      text.trim(),
    );
  const before = /^([^\s"“”|][^"“”|\n,]{0,100}?)(?:\s+(?:said|says)|:)[:,]?\s*["“]([^"“”]{3,})["”]\.?$/s.exec(
    text.trim(),
  );
  const quote = after?.[1] ?? before?.[2];
  const speaker = (after?.[2] ?? before?.[1])?.replace(/[.,]+$/, '').trim();
  return quote && speaker && isName.test(speaker)
    ? { kind: 'quote', quote: quote.trim().replace(/,$/, ''), speaker }
    : undefined;
}

/** Words with capitals, as names have them; "Farley in Detroit, adding more" is not taken apart. */
const isName =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|du|van|von|der|den|la|al|bin|of|the)){0,5}$/u;

/** Who answers is the entity named last before the words that tell how. */
function asResponse(text: string, mentions: readonly Mention[]): Inferred | undefined {
  const words = wordsOf(text);
  const folded = words.join(' ');
  for (const { stance, words: telling } of stanceWords) {
    const match = telling.exec(folded);
    if (!match) continue;
    const ahead = folded.slice(0, match.index);
    if (turned.test(ahead)) continue;
    const at = ahead.split(' ').length - 1;
    const who = mentions.filter(({ to }) => to <= at).at(-1);
    if (who) return { kind: 'response', stance, who: who.entity };
  }
  return undefined;
}
