import { foldName } from '../language/fold-name.ts';
import type { TopicWords } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem, TopicChoice } from '../problem.ts';
import { isProblem } from '../problem.ts';
import { sameTopic, type Topic } from '../records/identifiers.ts';
import { nearTopics } from './near-topics.ts';
import { topicName } from './topic-name.ts';

/** The one topic, or the two, that the words name. */
export function findTopics(newsroom: Newsroom, about: readonly TopicWords[]): Topic[] | Problem {
  const found: Topic[] = [];
  for (const words of about) {
    const topics = findOneOrTwo(newsroom, words);
    if (isProblem(topics)) return topics;
    for (const topic of topics) if (!found.some((other) => sameTopic(other, topic))) found.push(topic);
  }
  if (found.length > 2) return { problem: 'too-many-topics', typed: about.map((words) => words.text) };
  return found;
}

function findOneOrTwo(newsroom: Newsroom, words: TopicWords): Topic[] | Problem {
  const named = topicsNamed(newsroom, words);
  if (named.length === 1) return named;
  if (named.length > 1) return ambiguous(newsroom, words.text, named);

  const two = words.kind === 'story' ? undefined : findTwo(newsroom, words.text);
  if (two) return two;

  const hyphenated = { ...words, text: foldName(words.text).replaceAll(' ', '-') };
  const bySlug = topicsNamed(newsroom, hyphenated);
  if (bySlug.length === 1) return bySlug;
  return {
    problem: 'unknown-topic',
    typed: words.text,
    near: nearTopics(newsroom, words.text),
    nearCommands: [],
  };
}

/** Every topic that bears exactly this slug, name, alias or former name; a forced kind and its slug leave no doubt. */
function topicsNamed(newsroom: Newsroom, { kind, text }: TopicWords): Topic[] {
  const { stories, entities } = newsroom;
  const slug = text.toLowerCase();
  const [story] = stories.by.slug.at(slug);
  if (kind === 'story' && story) return [{ kind, slug: successor(stories, story) }];
  if (kind === 'entity' && entities.get(slug)) return [{ kind, slug: successor(entities, slug) }];

  const name = foldName(text);
  const found: Topic[] = [];
  if (kind !== 'entity') {
    for (const key of [...stories.by.slug.at(slug), ...stories.by.name.at(name)]) {
      found.push({ kind: 'story', slug: successor(stories, key) });
    }
  }
  if (kind !== 'story') {
    const bySlug = entities.get(slug) ? [slug] : [];
    for (const key of [...bySlug, ...entities.by.name.at(name)]) {
      found.push({ kind: 'entity', slug: successor(entities, key) });
    }
  }
  return found.filter((topic, index) => found.findIndex((other) => sameTopic(other, topic)) === index);
}

/** Follows merges to the record that took this one's place. */
export function successor(
  table: { get(key: string): { mergedInto?: string | undefined } | undefined },
  key: string,
): string {
  const into = table.get(key)?.mergedInto;
  return into === undefined ? key : successor(table, into);
}

/** The longest names are 250 characters: in a longer text there is no use in trying every split. */
const mostOfTwoNames = 520;

const connectives = /^(?:and|vs\.?|versus|with|&|\+|,)\s+|\s+(?:and|vs\.?|versus|with|&|\+|,)$/gi;

/** Two topics typed in a row, `jim farley catl` or `ford and xiaomi`: the split where each side names one. */
function findTwo(newsroom: Newsroom, text: string): Topic[] | undefined {
  if (text.length > mostOfTwoNames) return undefined;
  const words = text.split(' ');
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const sides = [words.slice(0, cut), words.slice(cut)].map((side) =>
      topicsNamed(newsroom, { text: side.join(' ').replace(connectives, '') }),
    );
    const topics = sides.flatMap((side) => (side.length === 1 ? side : []));
    if (topics.length === 2) return topics;
  }
  return undefined;
}

const ambiguous = (newsroom: Newsroom, typed: string, topics: readonly Topic[]): Problem => ({
  problem: 'ambiguous-topic',
  typed,
  choices: topics.map((topic): TopicChoice => ({ topic, name: topicName(newsroom, topic) })),
});
