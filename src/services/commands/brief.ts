import { newsroomAsOf } from '../../domain/briefing/as-of.ts';
import { findTopics } from '../../domain/finding/find-topic.ts';
import { currentTopics } from '../../domain/finding/named-topic.ts';
import { topicName } from '../../domain/finding/topic-name.ts';
import { formatInFull } from '../../domain/language/dates.ts';
import { asOfWord, readAsOf } from '../../domain/language/read-as-of.ts';
import {
  askFor,
  printAsOf,
  readTopicRequest,
  type TopicRequest,
} from '../../domain/language/topic-request.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { asOfPage, choicesAsOf } from '../../domain/pages/as-of-page.ts';
import type { Page } from '../../domain/pages/page.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import { topicPage } from './topic-page.ts';
import type { Asking, Outcome, Verb } from './verb.ts';

export const briefVerb: Verb = {
  name: 'TOPIC',
  usage: 'TOPIC [timeline | claims | gaps | sources | people | changes] [as-of:DATE]',
  summary: 'The briefing on a story, a person or a body; two of them: what connects them.',
  example: 'ford-xiaomi timeline',
  answer: (words, asking) => {
    const request = readTopicRequest(words);
    if (request.asOf !== undefined) return briefAsOf(request, words, asking);
    const topics = topicsOf(request, words, asking);
    if (isProblem(topics)) return topics;
    const isBriefing = topics.length === 1 && request.view === undefined;
    return {
      page: pageOrBug(topics, request, asking),
      topics,
      again: askFor(topics, request),
      ...(isBriefing ? { looked: topics } : {}),
    };
  },
};

function topicsOf({ about }: TopicRequest, words: string, asking: Asking): Topic[] | Problem {
  if (about.length > 0) return findTopics(asking.newsroom, about);
  if (asking.threadTopics?.length) return currentTopics(asking.newsroom, asking.threadTopics);
  return { problem: 'no-topic-here', typed: words };
}

function pageOrBug(topics: readonly Topic[], request: TopicRequest, asking: Asking): Page {
  const page = topicPage(topics, request, asking);
  if (!page)
    throw new Error(`a topic was found and then was not there: ${topics.map((topic) => topic.slug)}`);
  return page;
}

/** The same question put to the newsroom as it stood, at the time it is asked about. */
function briefAsOf(request: TopicRequest, words: string, asking: Asking): Outcome {
  const { newsroom, zone } = asking;
  const at = readAsOf(request.asOf ?? '', asking);
  if (isProblem(at)) return at;
  const { seen: _, ...then } = { ...asking, newsroom: newsroomAsOf(newsroom, at, asking), now: at };
  const topics = topicsOf(request, words, then);
  if (isProblem(topics)) {
    if (topics.problem !== 'ambiguous-topic') return topics;
    return { page: choicesAsOf(problemPage(topics), at), topics: [], onlyForAsker: true };
  }
  const missing = topics.find((topic) => recordOf(then.newsroom, topic) === undefined);
  if (missing) return notYet(newsroom, missing, at, zone);
  const latest = askFor(topics, request);
  return {
    page: asOfPage(pageOrBug(topics, request, then), { at, latest, zone }),
    topics,
    // Asked again, yesterday is still the day before it was asked.
    again: `${latest} ${printAsOf(asOfWord(at))}`,
  };
}

const recordOf = (newsroom: Newsroom, { kind, slug }: Topic) =>
  kind === 'story' ? newsroom.stories.get(slug) : newsroom.entities.get(slug);

function notYet(newsroom: Newsroom, topic: Topic, at: Instant, zone: string): Problem {
  const since = recordOf(newsroom, topic)?.at ?? at;
  return {
    problem: 'not-yet-recorded',
    topic: { topic, name: topicName(newsroom, topic) },
    asOf: formatInFull(at, zone),
    since: formatInFull(since, zone),
  };
}
