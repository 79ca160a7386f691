import { catchUpOn } from '../../domain/briefing/catch-up.ts';
import { type ReadTopic, readTopics } from '../../domain/briefing/read-topics.ts';
import { markSeen } from '../../domain/editing/mark-seen.ts';
import { findTopics } from '../../domain/finding/find-topic.ts';
import { topicName } from '../../domain/finding/topic-name.ts';
import { readTopicRequest } from '../../domain/language/topic-request.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { catchUpPage, catchUpsPage, unreadPage } from '../../domain/pages/catch-up-page.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Answer, Asking, Verb } from './verb.ts';

/** `[TOPIC] [since:12] [seen:34] [page:2]`: buttons carry the acts between which something is new. */
interface CatchUpRequest {
  words: string;
  since?: number;
  seen?: number;
}

/** A question asked in private: only then it is known what the person has seen. */
type PrivateAsking = Asking & Required<Pick<Asking, 'person' | 'seen'>>;
const isPrivate = (asking: Asking): asking is PrivateAsking =>
  asking.person !== undefined && asking.seen !== undefined;

export const catchupVerb: Verb = {
  name: 'catchup',
  usage: 'catchup [TOPIC]',
  summary: 'Only what you have not seen, in one topic or in all that you read.',
  example: 'catchup ford-xiaomi',
  answer: (typed, asking) => {
    if (!isPrivate(asking)) return { problem: 'catchup-is-private', typed };
    const request = readRequest(typed);
    const { about } = readTopicRequest(request.words);
    const topics = about.length > 0 ? findTopics(asking.newsroom, about) : undefined;
    if (isProblem<Topic[] | undefined>(topics)) return topics;
    const { seen } = request;
    if (seen === undefined) return answerWith(asking.newsroom, topics, request, asking);
    const { person } = asking;
    return {
      decide: (newsroom) => {
        const read = topics ?? readTopics(newsroom, person).map(({ topic }) => topic);
        return markSeen(
          newsroom,
          read.map((topic) => ({ person, topic, seenSeq: seen })),
        );
      },
      told: (newsroom) => answerWith(newsroom, topics, { words: request.words }, asking),
    };
  },
};

function readRequest(typed: string): CatchUpRequest {
  const since = /(?:^| )since:(\d{1,15})\b/i.exec(typed)?.[1];
  const seen = /(?:^| )seen:(\d{1,15})\b/i.exec(typed)?.[1];
  return {
    words: typed.replace(/(?:^| )(?:since|seen):\d{1,15}\b/gi, ' ').trim(),
    ...(since === undefined ? {} : { since: Number(since) }),
    ...(seen === undefined ? {} : { seen: Number(seen) }),
  };
}

function answerWith(
  newsroom: Newsroom,
  topics: readonly Topic[] | undefined,
  { words, since }: CatchUpRequest,
  { person, seen, viewer, now, zone }: PrivateAsking,
): Answer {
  const { page } = readTopicRequest(words);
  const look = { viewer, now };
  const catchUp = (read: ReadTopic) => catchUpOn(newsroom, read, look);
  const sinceOf = (topic: Topic): number | undefined => since ?? seen(topic);
  const [topic, other] = topics ?? [];
  if (topic && !other) {
    const from = sinceOf(topic);
    const name = topicName(newsroom, topic);
    if (from === undefined) return { page: unreadPage({ topic, name }), topics: [topic] };
    return {
      page: catchUpPage(catchUp({ topic, since: from }), page, {
        names: { entities: newsroom.entities, now, zone },
        zone,
        now,
      }),
      topics: [topic],
    };
  }
  const read =
    topics?.map((named) => ({ topic: named, since: sinceOf(named) ?? 0 })) ??
    // What was read a moment ago is not in the newsroom yet.
    readTopics(newsroom, person).map((one) => ({ ...one, since: Math.max(one.since, seen(one.topic) ?? 0) }));
  return { page: catchUpsPage(read.map(catchUp), page, newsroom.seq), topics: [] };
}
