import type { Figure } from '../../records/entry.ts';

/** A number in a text: how much of what, and where it stands. */
export interface Amount extends Pick<Figure, 'amount' | 'unit' | 'bound'> {
  from: number;
  to: number;
  /** A share or a sum says more than a count. */
  is: 'share' | 'money' | 'measure' | 'count';
}

const bounds: readonly (readonly [RegExp, NonNullable<Figure['bound']>])[] = [
  [/\b(?:about|around|roughly|approximately|some|an estimated|estimated|close to)\s*$/i, 'about'],
  [
    /\b(?:over|more than|at least|above|exceeding|upwards of|north of|no fewer than|no less than|between|from)\s*$/i,
    'over',
  ],
  [
    /\b(?:under|less than|fewer than|below|up to|at most|nearly|almost|as (?:many|much) as|no more than)\s*$/i,
    'under',
  ],
];
const scales: { readonly [word: string]: number } = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const currencies: { readonly [sign: string]: string } = {
  $: 'dollars',
  US$: 'dollars',
  A$: 'Australian dollars',
  C$: 'Canadian dollars',
  HK$: 'Hong Kong dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  '₹': 'rupees',
};
const smallNumbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const smallWords = smallNumbers
  .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
  .join('|');
const parts: { readonly [word: string]: string } = {
  half: 'half',
  third: 'third',
  quarter: 'quarter',
  fifth: 'fifth',
  sixth: 'sixth',
  tenth: 'tenth',
};

const number = String.raw`[-−]?\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?`;
const scale = 'hundred|thousand|lakh|million|crore|billion|trillion|mn|bn|tn|m|b|k';
const money = new RegExp(
  String.raw`(?<![\p{L}\d])(US\$|A\$|C\$|HK\$|[$€£¥₹])\s?(${number})(?:[\s-]?(${scale}))?(?![\p{L}\d])`,
  'gu',
);
const moneyWords = new RegExp(
  String.raw`(?<![\p{L}\d.$€£])(${number})(?:[\s-](${scale}))?[\s-](euros?|dollars?|pounds?|yen|yuan|rupees?|kroner|kronor|francs?|pesos?|rubles?|roubles?|won|pence|cents)\b`,
  'giu',
);
const percent = new RegExp(
  String.raw`(?<![\p{L}\d.])(${number})\s?(%|-?\s?percent\b|-?\s?per cent\b|\s?pct\b|\s(?:percentage|basis) points?\b)`,
  'giu',
);
const fraction =
  /\b(?!a (?:third|fifth|sixth|tenth)\b(?! of| more| less| lower| higher|[,.;]|$))(one|two|three|four|a|half)[\s-](half|third|quarter|fifth|sixth|tenth)(s?)\b(?! (?:of|time|round|quarter|person|of all)? ?(?:the )?(?:way|year|time|place|day|week|month|attempt))/gi;
const counted = new RegExp(
  String.raw`(?<![\p{L}\d.$€£₹,-])(${number}|${smallWords})(?:[\s-](${scale}))? (\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,2})`,
  'gu',
);
/** Numbers that count nothing: dates, ages, times, parts of names. */
const noCount =
  /^(?:an?|a\.?m|p\.?m|p|year-?old|years? old|years? ago|months? ago|days? ago|weeks? ago|hours? ago|and|or|to|in|on|at|by|of|the|for|from|when|after|before|as|but|with|who|was|were|is|are|has|have|had|that|which|counts?|times?|more|than|o['’]clock|st|nd|rd|th|while|because|per|said|says|if|until|since|during|can|could|will|would|may|might|did|does|do|be|been|not|so|it|he|she|they|we|over|under|out)\b/i;

/** Every amount of a text in order; those that overlap are read once, shares and sums before counts. */
export function amountsIn(text: string): Amount[] {
  const found: Amount[] = [
    ...[...text.matchAll(percent)].map((m) =>
      amountAt(text, m, 'share', m[1], undefined, unitOfShare(m[2] ?? '')),
    ),
    ...[...text.matchAll(money)].map((m) =>
      amountAt(text, m, 'money', m[2], m[3], currencies[m[1] ?? ''] ?? 'dollars'),
    ),
    ...[...text.matchAll(moneyWords)].map((m) => amountAt(text, m, 'money', m[1], m[2], plural(m[3] ?? ''))),
    ...[...text.matchAll(fraction)].map((m) => fractionAt(text, m)),
    ...[...text.matchAll(counted)]
      .filter((m) => !noCount.test(m[3] ?? '') && !isYear(m))
      .map((m) => amountAt(text, m, 'count', m[1], m[2], unitOfCount(m[3] ?? ''))),
  ].filter(({ amount }) => Number.isFinite(amount));
  const kept: Amount[] = [];
  for (const one of found)
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

function amountAt(
  text: string,
  { 0: all, index = 0 }: RegExpMatchArray,
  is: Amount['is'],
  digits = '',
  scaled: string | undefined,
  unit: string,
): Amount {
  const small = smallNumbers.indexOf(digits.toLowerCase()) + 1;
  const bare = small > 0 ? small : Number(digits.replaceAll(',', '').replace('−', '-'));
  // 1.1 × 10⁹ has a tail in binary.
  const amount = Number((bare * (scales[scaled?.toLowerCase() ?? ''] ?? 1)).toPrecision(12));
  const bound = bounds.find(([words]) => words.test(text.slice(Math.max(0, index - 24), index)))?.[1];
  return { amount, unit, ...(bound ? { bound } : {}), from: index, to: index + all.length, is };
}

/** As the record has it: one-third is 1 third. */
function fractionAt(text: string, match: RegExpMatchArray): Amount {
  const [, many = '', part = '', isMany] = match;
  const unit = `${parts[part.toLowerCase()] ?? part}${isMany ?? ''}`;
  return amountAt(text, match, 'share', /^(?:a|half)$/i.test(many) ? 'one' : many, undefined, unit);
}

const unitOfShare = (written: string): string =>
  /points?/i.test(written) ? written.trim().toLowerCase() : 'percent';
const plural = (currency: string): string => {
  const unit = currency.toLowerCase();
  return /^(?:euro|dollar|pound|rupee|franc|peso|ruble|rouble)$/.test(unit) ? `${unit}s` : unit;
};
const isYear = ([, digits = '', scaled]: RegExpMatchArray): boolean =>
  /^(?:1[5-9]|20)\d\d$/.test(digits) && !scaled;

/** The counted noun: `container ships` of `container ships lay`; where no word is a plural, the first. */
function unitOfCount(words: string): string {
  const all = words.split(' ');
  const stop = all.findIndex((word, at) => at > 0 && noCount.test(word));
  const near = stop < 0 ? all : all.slice(0, stop);
  const last = near.findIndex((word) =>
    /(?:[^su]s|people|men|women|children|staff|police|mm|km|kg|cm)$/.test(word),
  );
  return near
    .slice(0, Math.max(0, last) + 1)
    .join(' ')
    .slice(0, 40);
}
