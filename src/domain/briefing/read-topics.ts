import type { Newsroom } from '../newsroom.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';

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
    const into = successor(newsroom, topic);
    if (into && !read.has(topicKey(into))) read.set(topicKey(into), { topic: into, since });
  };
  const marks = [...readers.where(readers.by.person, person)];
  // A topic's own mark counts before that of one merged into it.
  const direct = marks.filter(({ topic }) => successor(newsroom, topic)?.slug === topic.slug);
  for (const { topic, seenSeq } of [...direct, ...marks]) add({ topic, since: seenSeq });
  for (const { owner, topic, seq } of subscriptions.all()) if (owner === person) add({ topic, since: seq });
  return [...read.values()];
}

function successor(newsroom: Newsroom, topic: Topic): Topic | undefined {
  const record =
    topic.kind === 'story' ? newsroom.stories.get(topic.slug) : newsroom.entities.get(topic.slug);
  if (!record) return undefined;
  return record.mergedInto ? successor(newsroom, { ...topic, slug: record.mergedInto }) : topic;
}
