import { mergeTopics } from '../../domain/editing/merge-topics.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { mergedPage } from '../../domain/pages/story-acts.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Verb } from './verb.ts';

export const mergeVerb: Verb = {
  name: 'merge',
  usage: 'merge OLD into OTHER',
  summary: 'Puts one story into another, or one entity; every name of the first leads to the second.',
  example: 'merge ford-xiaomi-jv into ford-xiaomi',
  needs: 'editor',
  answer: (words, { newsroom }) => {
    const [, first = '', second = ''] = /^(.+?)\s+in\s?to\s+(.+)$/i.exec(words) ?? [];
    if (!first || !second)
      return { problem: 'words-missing', missing: 'what to merge into what', example: mergeVerb.example };
    const topic = namedTopic(newsroom, first);
    if (isProblem(topic)) return topic;
    const into = namedTopic(newsroom, second, { kind: topic.kind });
    if (isProblem(into)) return into;
    return {
      decide: mergeTopics(topic, into),
      told: (after) => ({ page: mergedPage(after, topic, into), topics: [into] }),
    };
  },
};
