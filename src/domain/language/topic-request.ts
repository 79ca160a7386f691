import type { Topic } from '../records/identifiers.ts';
import { topicKey } from '../records/identifiers.ts';

export const views = ['timeline', 'claims', 'gaps', 'sources', 'people'] as const;
export type View = (typeof views)[number];

/** Words that name one topic, or two that run on: `ford xiaomi`. A prefix, `entity:`, forces the kind. */
export interface TopicWords {
  kind?: Topic['kind'];
  text: string;
}

/** `TOPIC [view] [page:2]`. No words: the topic is known from where it was asked. */
export interface TopicRequest {
  about: TopicWords[];
  view?: View;
  /** From 1. */
  page: number;
}

const prefix = /^(story|entity):(.*)$/i;
const pageWord = /^page:([1-9]\d{0,5})$/i;
const strayEnds = /^[#"'([{]+|[\s"')\]},;:!?.]+$/g;

const bare = (word: string): string => word.replace(strayEnds, '');
const asView = (word: string | undefined): View | undefined =>
  views.find((view) => view === bare(word ?? '').toLowerCase());

/** Reads a cleaned text; everything typed is some request. */
export function readTopicRequest(text: string): TopicRequest {
  const words = text.split(' ').filter((word) => bare(word) !== '');
  const page = Number(pageWord.exec(words.at(-1) ?? '')?.[1] ?? 1);
  if (pageWord.test(words.at(-1) ?? '')) words.pop();
  const view = asView(words.at(-1));
  if (view) words.pop();
  const about = readAbout(words);
  return { about, ...(view ? { view } : {}), page };
}

function readAbout(words: readonly string[]): TopicWords[] {
  const about: TopicWords[] = [];
  for (const word of words) {
    const [, kind, rest = ''] = prefix.exec(word.replace(/^[#"'([{]+/, '')) ?? [];
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
export function printTopicRequest({ about, view, page }: TopicRequest): string {
  const topics = about.map(({ kind, text }) => (kind ? `${kind}:${text}` : text));
  return [...topics, ...(view ? [view] : []), ...(page > 1 ? [`page:${page}`] : [])].join(' ');
}

/** The text that asks for exactly these topics, whatever else shares their names. */
export function askFor(
  topics: readonly Topic[],
  { view, page = 1 }: { view?: View; page?: number } = {},
): string {
  const about = topics.map(({ kind, slug }) => ({ kind, text: slug }));
  return printTopicRequest({ about, ...(view ? { view } : {}), page });
}

/** As a person would type it: bare slugs, the prefix only where it forces something. */
export const typedAs = (topics: readonly Topic[]): string =>
  topics.length === 1 && topics[0]?.kind === 'story' ? topics[0].slug : topics.map(topicKey).join(' ');
