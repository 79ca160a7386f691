import { beginningOf, cutText } from '../language/cut-text.ts';
import type { Entry, EntryContent } from '../records/entry.ts';
import { factsIn } from './facts-in.ts';

export const standardRules = [
  'bare-source',
  'unnamed-without-count',
  'unattributed',
  'clarify-changes-fact',
  'denies-what',
] as const;
export type StandardRule = (typeof standardRules)[number];

/** A rule of the house that an entry breaks: nobody is kept from going on, everybody is told. */
export interface Warning {
  rule: StandardRule;
  says: string;
  /** What would mend it. */
  mend: string;
}

type Check = (entry: EntryContent) => Omit<Warning, 'rule'> | undefined;

const bareSource =
  /\b(?:an? |the )?(?<!open[ -])(?:sources? (?:say|says|said|told|claims?|claimed)|(?:according to|citing) (?:an? |the )?(?:anonymous |unnamed )?sources?)\b(?! (?:familiar|close|with|who|briefed|at|in|inside|near))/i;
const bareLabel =
  /^(?:an? |the |our |my )?(?:anonymous |unnamed )?(?:sources?|insiders?|people|someone|somebody)$/i;

const checks: { readonly [Rule in Exclude<StandardRule, 'clarify-changes-fact' | 'denies-what'>]: Check } = {
  'bare-source': ({ text, attribution = '', sources }) => {
    const label = sources.find((source) => bareLabel.test(source.label))?.label;
    const phrase = label ?? bareSource.exec(text)?.[0] ?? bareSource.exec(attribution)?.[0];
    if (phrase === undefined) return undefined;
    return {
      says: `“${phrase.trim()}” tells a reader nothing about who it is.`,
      mend: 'Say how many they are and how they know: “two people briefed on the talks”.',
    };
  },

  'unnamed-without-count': ({ sources }) => {
    const source = sources.find(({ kind, count }) => kind === 'unnamed' && count === undefined);
    if (!source) return undefined;
    return {
      says: `“${beginningOf(source.label, 80)}” are unnamed, and it is not said how many.`,
      mend: 'Fill in how many unnamed people there are.',
    };
  },

  unattributed: ({ kind, verification, attribution, sources }) => {
    // A quote has its speaker, a response the one who answers.
    const isAttributed =
      attribution !== undefined || sources.length > 0 || kind === 'quote' || kind === 'response';
    if (verification === 'confirmed' || isAttributed) return undefined;
    return {
      says: 'Nobody stands for it: it is not confirmed and has no source and no attribution.',
      mend: 'Name the source, or the attribution as it was worded.',
    };
  },
};

export function standardsOf(entry: EntryContent): Warning[] {
  return (Object.keys(checks) as (keyof typeof checks)[]).flatMap((rule) => {
    const broken = checks[rule](entry);
    return broken ? [{ rule, ...broken }] : [];
  });
}

/** A denial disputes a claim only if it says which; `claims` are those that it may mean. */
export function deniesWhat(entry: EntryContent, claims: readonly Entry[]): Warning[] {
  if (entry.kind !== 'response' || entry.response.respondsTo !== undefined || claims.length === 0) return [];
  if (entry.response.stance !== 'denies' && entry.response.stance !== 'confirms') return [];
  const named = claims.slice(0, 3).map(({ id, text }) => `${id} (“${cutText(text, 60)}”)`);
  return [
    {
      rule: 'denies-what',
      says: `It ${entry.response.stance}, but not which claim, so no claim is shown as answered.`,
      mend: `Put its number into “Answers entry”: ${named.join(', ')}${claims.length > 3 ? ' …' : ''}.`,
    },
  ];
}

/** A clarification says better what was right; whoever changes a figure, a name, a date or a negation corrects. */
export function clarifyWarning(before: EntryContent, after: EntryContent): Warning[] {
  const [was, is] = [factsIn(before), factsIn(after)];
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((what) => was[what] !== is[what]);
  if (changed.length === 0) return [];
  return [
    {
      rule: 'clarify-changes-fact',
      says: `This changes ${changed.join(' and ')}, so it is a correction: what stood there was wrong.`,
      mend: 'Use Correct, with the reason; or leave the facts as they were.',
    },
  ];
}
