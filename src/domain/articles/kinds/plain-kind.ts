import type { EntryContent } from '../../records/entry.ts';
import { goesBack, isBackground } from './background-words.ts';
import { figureIn } from './figure-in.ts';
import { type Day, occurredIn } from './occurred-in.ts';

type Plain =
  | Pick<Extract<EntryContent, { kind: 'figure' }>, 'kind' | 'figure' | 'occurred'>
  | Pick<Extract<EntryContent, { kind: 'fact' | 'event' | 'background' }>, 'kind' | 'occurred'>;

/** Something came about: by verbs that nobody uses of what lasts. */
const happening =
  /\b(?:sank|killed|killing|died|voted|arrested|charged|convicted|sentenced|acquitted|found (?:\S+ ){0,12}guilty|signed|resigned|appointed|elected|launched|opened fire|exploded|crashed|collapsed|struck|hit|evacuated|erupted|banned|designated|approved|rejected the bill|walked (?:off|out)|went on strike|was (?:awarded|sacked|fired|collected|sold|closed|shut)|joined the|sued|ruled|filed|published|questioned|met|agreed|announced)\b/i;
const notYet =
  /\b(?:would|will|could|may|might|should|can|plans? to|expects? to|(?:is|are) (?:expected|due|set|scheduled)|set \S+ for|faces)\b/i;

/** A statement that is neither a quote nor a response. */
export function plainKind(
  claim: string,
  { day, isDated: isDayKnown }: { day: Day | undefined; isDated: boolean },
  attribution: string | undefined,
): Plain {
  const isAttributed = attribution !== undefined;
  const occurred = occurredIn(claim, day);
  const years =
    occurred && day ? Number(day.date.slice(0, 4)) - Number(occurred.date.slice(0, 4)) : undefined;
  const when = occurred ? { occurred } : {};
  const isPast = isBackground(claim, years, isDayKnown);
  if (isPast && !isAttributed) return { kind: 'background', ...when };
  const happened = hasHappened(claim);
  const found = figureIn(withoutSpeaker(claim, attribution));
  if (found?.isPoint && !(happened && occurred)) {
    const asOf = occurred && !notYet.test(claim) ? { asOf: occurred.date } : {};
    return { kind: 'figure', figure: { ...found.figure, ...asOf } };
  }
  if (goesBack(claim) && !isAttributed) return { kind: 'background', ...when };
  const isEvent = happened && (occurred !== undefined || !isAttributed);
  const isDated = occurred !== undefined && !notYet.test(claim) && !isAttributed;
  return isEvent || isDated
    ? { kind: 'event', ...when }
    : { kind: isPast ? 'background' : 'fact', ...(notYet.test(claim) ? {} : when) };
}

/** `voted to advance a bill that would …` has happened; `would be signed` has not. */
function hasHappened(claim: string): boolean {
  const [done, pending] = [happening.exec(claim), notYet.exec(claim)];
  return done !== null && (pending === null || done.index < pending.index);
}

/** What is counted is counted in what is said: `The company said it expects …` is of what it expects. */
function withoutSpeaker(claim: string, attribution: string | undefined): string {
  if (!attribution || !claim.startsWith(attribution)) return claim;
  return claim.slice(attribution.length).replace(/^[,:]? (?:that )?/, '');
}
