import { aroundQuotes, unquoted } from '../language/read-options.ts';
import { readTopicRequest } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import { isProblem, type Problem } from '../problem.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import { findTopics } from './find-topic.ts';
import { topicName } from './topic-name.ts';

interface Wanted {
  /** Only such a topic will do. */
  kind?: Topic['kind'];
  /** What the thread is about, for words that name nothing. */
  threadTopics?: readonly Topic[] | undefined;
}

/** The one topic that the words name, under any name it has or had; a merged one is its successor. */
export function namedTopic(newsroom: Newsroom, words: string, wanted: Wanted = {}): Topic | Problem {
  const about = readTopicRequest(words).about.map((one) =>
    wanted.kind ? { kind: wanted.kind, ...one } : one,
  );
  if (about.length === 0) return ofThread(newsroom, wanted) ?? { problem: 'no-topic-here', typed: words };
  const found = findTopics(newsroom, about);
  if (isProblem(found)) return ofOtherKind(newsroom, words, wanted) ?? found;
  const [topic, second] = found;
  if (!topic || second) return { problem: 'one-topic-at-a-time', typed: words };
  return wanted.kind && topic.kind !== wanted.kind ? wrongKind(newsroom, words, topic) : topic;
}

const ofThread = (newsroom: Newsroom, { kind, threadTopics = [] }: Wanted): Topic | undefined => {
  const topic = threadTopics.find((one) => kind === undefined || one.kind === kind);
  return topic && currentTopic(newsroom, topic);
};

/** The topic that took this one's place, if it was merged. */
export function currentTopic(newsroom: Newsroom, topic: Topic): Topic {
  const table = topic.kind === 'story' ? newsroom.stories : newsroom.entities;
  const into = table.get(topic.slug)?.mergedInto;
  return into === undefined ? topic : currentTopic(newsroom, { ...topic, slug: into });
}

/** The topics as they are called now; two that were merged are one. */
export const currentTopics = (newsroom: Newsroom, topics: readonly Topic[]): Topic[] => [
  ...new Map(
    topics.map((topic) => currentTopic(newsroom, topic)).map((topic) => [topicKey(topic), topic]),
  ).values(),
];

function ofOtherKind(newsroom: Newsroom, words: string, { kind }: Wanted): Problem | undefined {
  if (!kind) return undefined;
  const found = findTopics(newsroom, readTopicRequest(words).about);
  const [topic] = isProblem(found) ? [] : found;
  return topic && topic.kind !== kind ? wrongKind(newsroom, words, topic) : undefined;
}

const wrongKind = (newsroom: Newsroom, typed: string, topic: Topic): Problem => ({
  problem: 'wrong-kind',
  typed,
  found: { topic, name: topicName(newsroom, topic) },
});

/**
 * `ford-xiaomi "Has Commerce been notified?"`, `ford-xiaomi: Has it?` or, in a thread, the text alone: the topic
 * and the text after it, as typed but for the quotation marks around it.
 */
export function topicThenText(
  newsroom: Newsroom,
  words: string,
  wanted: Wanted,
): { topic: Topic; text: string } | Problem {
  const quoted = aroundQuotes(words);
  const isLast = quoted?.after === '';
  const byQuotes = quoted && isLast ? namedTopic(newsroom, quoted.before, wanted) : undefined;
  if (quoted && byQuotes && !isProblem(byQuotes)) return { topic: byQuotes, text: quoted.quoted };

  const [first = ''] = words.trim().split(/\s/);
  const byWord = namedTopic(newsroom, first, wanted);
  if (!isProblem(byWord)) return { topic: byWord, text: unquoted(words.trim().slice(first.length)) };

  const inThread = ofThread(newsroom, wanted);
  if (inThread && words.trim() !== '') return { topic: inThread, text: unquoted(words) };
  return byQuotes && isProblem(byQuotes) ? byQuotes : byWord;
}
