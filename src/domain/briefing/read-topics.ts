import { currentTopic } from '../finding/named-topic.ts';
import type { Newsroom } from '../newsroom.ts';
import { sameTopic, type Topic, topicKey } from '../records/identifiers.ts';

/** A topic a person reads, and the last act of it they have seen. */
export interface ReadTopic {
  topic: Topic;
  since: number;
}

/** The topics this person has looked at, and those they follow; what was merged is read where it went. */
export function readTopics(newsroom: Newsroom, person: string): ReadTopic[] {
  const { readers, subscriptions } = newsroom;
  const read = new Map<string, ReadTopic>();
  const add = ({ topic, since }: ReadTopic): void => {
    const into = currentTopic(newsroom, topic);
    if (!read.has(topicKey(into))) read.set(topicKey(into), { topic: into, since });
  };
  const marks = [...readers.where(readers.by.person, person)];
  // A topic's own mark counts before that of one merged into it.
  const direct = marks.filter(({ topic }) => sameTopic(currentTopic(newsroom, topic), topic));
  for (const { topic, seenSeq } of [...direct, ...marks]) add({ topic, since: seenSeq });
  for (const { owner, topic, seq } of subscriptions.all()) if (owner === person) add({ topic, since: seq });
  return [...read.values()];
}
