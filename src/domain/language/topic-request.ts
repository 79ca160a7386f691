import type { Topic } from '../records/identifiers.ts';

export const views = ['timeline', 'claims', 'gaps', 'sources', 'people', 'changes'] as const;
export type View = (typeof views)[number];

/** Words that name one topic, or two that run on: `ford xiaomi`. A prefix, `entity:`, forces the kind. */
export interface TopicWords {
  kind?: Topic['kind'];
  text: string;
}

/** `TOPIC [view] [page:2] [as-of:2026-02-01]`. No words: the topic is known from where it was asked. */
export interface TopicRequest {
  about: TopicWords[];
  view?: View;
  /** From 1. */
  page: number;
  /** The time as it was typed; empty when none stands there. What it means depends on when and where it is read. */
  asOf?: string;
}

const prefix = /^(story|entity):(.*)$/i;
const pageWord = /^page:([1-9]\d{0,5})$/i;
// Quoted; or `26 Sep 2026` or one word, with a time of day after it.
const asOfWords =
  /(?:^|\s)[#"'([{]*as-?of:\s?("[^"]*"|\d{1,2}\s[a-z]{3,9}\.?\s\d{4}(?:[\s,]+\d{1,2}:\d{2})?(?!\S)|\S*(?:\s\d{1,2}:\d{2}(?!\S))?)/gi;
const opening = /^[\s#"'([{]+/;
// The lookbehind lets only the first of a run of signs start a match: without it a long run takes quadratic time.
const closing = /(?<![\s"')\]},;:!?.])[\s"')\]},;:!?.]+$/;

const bare = (word: string): string => word.replace(opening, '').replace(closing, '');
const asView = (word: string | undefined): View | undefined =>
  views.find((view) => view === bare(word ?? '').toLowerCase());

/** Reads a cleaned text; everything typed is some request. */
export function readTopicRequest(typed: string): TopicRequest {
  const { asOf, text } = withoutAsOf(typed);
  const words = text.split(' ').filter((word) => bare(word) !== '');
  const page = popPage(words);
  const view = asView(words.at(-1));
  if (view) words.pop();
  const about = readAbout(words);
  return { about, ...(view ? { view } : {}), page, ...(asOf === undefined ? {} : { asOf: bare(asOf) }) };
}

/** Said twice, the last one holds; none of them names a topic, however they are strung together. */
function withoutAsOf(typed: string): { asOf?: string; text: string } {
  let found: { asOf?: string; text: string } = { text: typed };
  // Each look takes some away; a text that is nothing but these needs two.
  for (let look = 0; look < mostLooks; look += 1) {
    const asOf = [...found.text.matchAll(asOfWords)].at(-1)?.[1];
    if (asOf === undefined) break;
    found = { asOf, text: found.text.replace(asOfWords, ' ') };
  }
  return found;
}
const mostLooks = 8;

/** The page that the last words name. What stands behind is gone with them: `entity:` with no name forces nothing. */
function popPage(words: string[]): number {
  let page: string | undefined;
  for (let word = words.at(-1) ?? ''; ; word = words.at(-1) ?? '') {
    const [, typed] = pageWord.exec(bare(word)) ?? [];
    if (typed === undefined && !isBarePrefix(word)) return Number(page ?? 1);
    page ??= typed;
    words.pop();
  }
}

const isBarePrefix = (word: string): boolean =>
  bare(prefix.exec(word.replace(opening, ''))?.[2] ?? 'x') === '';

function readAbout(words: readonly string[]): TopicWords[] {
  const about: TopicWords[] = [];
  for (const word of words) {
    const [, kind, rest = ''] = prefix.exec(word.replace(opening, '')) ?? [];
    if (kind) about.push({ kind: kind.toLowerCase() as Topic['kind'], text: rest });
    else if (about.length === 0) about.push({ text: word });
    else about[about.length - 1] = joined(about.at(-1), word);
  }
  return about.map((words) => ({ ...words, text: bare(words.text) })).filter((words) => words.text !== '');
}

const joined = (words: TopicWords | undefined, word: string): TopicWords => ({
  ...words,
  text: words?.text ? `${words.text} ${word}` : word,
});

/** The text that reads back as this request: what buttons carry and what help shows. */
export function printTopicRequest({ about, view, page, asOf }: TopicRequest): string {
  const topics = about.map(({ kind, text }) => (kind ? `${kind}:${text}` : text));
  const words = [...topics, ...(view ? [view] : []), ...(page > 1 ? [`page:${page}`] : [])];
  return asOf === undefined ? words.join(' ') : [...words, printAsOf(asOf)].join(' ');
}

export const printAsOf = (asOf: string): string => `as-of:${asOf.includes(' ') ? `"${asOf}"` : asOf}`;

/** The text that asks for exactly these topics, whatever else shares their names. */
export function askFor(
  topics: readonly Topic[],
  { view, page = 1 }: { view?: View; page?: number } = {},
): string {
  const about = topics.map(({ kind, slug }) => ({ kind, text: slug }));
  return printTopicRequest({ about, ...(view ? { view } : {}), page });
}
