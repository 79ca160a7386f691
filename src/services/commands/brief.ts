import { connectionOf } from '../../domain/briefing/connection.ts';
import { dossierOf } from '../../domain/briefing/dossier.ts';
import { entityBriefing } from '../../domain/briefing/entity-briefing.ts';
import { storyBriefing } from '../../domain/briefing/story-briefing.ts';
import { findTopics } from '../../domain/finding/find-topic.ts';
import { readTopicRequest, type TopicRequest } from '../../domain/language/topic-request.ts';
import { connectionPage } from '../../domain/pages/connection-page.ts';
import { entityPage } from '../../domain/pages/entity-page.ts';
import type { Page } from '../../domain/pages/page.ts';
import { storyPage } from '../../domain/pages/story-page.ts';
import { viewPage } from '../../domain/pages/view-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Asking, Verb } from './verb.ts';

export const briefVerb: Verb = {
  name: 'TOPIC',
  usage: 'TOPIC [timeline | claims | gaps | sources | people]',
  summary: 'The briefing on a story, a person or a body; two of them: what connects them.',
  example: 'ford-xiaomi timeline',
  answer: (words, asking) => {
    const request = readTopicRequest(words);
    const topics = topicsOf(request, words, asking);
    if (isProblem(topics)) return topics;
    const page = pageOf(topics, request, asking);
    if (!page)
      throw new Error(`a topic was found and then was not there: ${topics.map((topic) => topic.slug)}`);
    return { page, topics };
  },
};

function topicsOf({ about }: TopicRequest, words: string, asking: Asking): Topic[] | Problem {
  if (about.length > 0) return findTopics(asking.newsroom, about);
  if (asking.threadTopics?.length) return [...asking.threadTopics];
  return { problem: 'no-topic-here', typed: words };
}

function pageOf(
  topics: readonly Topic[],
  { view, page }: TopicRequest,
  { newsroom, viewer, now, zone }: Asking,
): Page | undefined {
  const look = { viewer, now };
  const drawing = { names: newsroom, zone };
  if (view) {
    const dossier = dossierOf(newsroom, topics, look);
    return dossier && viewPage(dossier, view, page, drawing);
  }
  const [first, second] = topics;
  if (first && second) return connectionPage(connectionOf(newsroom, [first, second], look), drawing);
  if (first?.kind === 'story') {
    const briefing = storyBriefing(newsroom, first.slug, look);
    return briefing && storyPage(briefing, drawing);
  }
  const briefing = first && entityBriefing(newsroom, first.slug, look);
  return briefing && entityPage(briefing, drawing);
}
