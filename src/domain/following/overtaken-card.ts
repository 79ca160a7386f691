import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import type { History, Recorded } from '../records/revision.ts';
import type { Post } from '../records/thread.ts';
import { arrivalOf, subscriptionOf } from './living-thread.ts';
import { isPaused } from './wants-entry.ts';

/**
 * Whether a card that is only now on record says what no longer holds: until then there was nothing that could be
 * owed an edit. Not every act counts, as a thousand cards of one story are on their way together.
 */
export function isOvertaken(
  newsroom: Newsroom,
  { channel, topics: [topic], ts }: Post,
  { drawnSeq, at }: { drawnSeq: number } & Pick<Recorded, 'at'>,
): boolean {
  if (!topic || newsroom.seq <= drawnSeq) return false;
  const subscription = subscriptionOf(newsroom, channel, topic);
  // Cards are opened for subscriptions whose entries come below them.
  if (!subscription || isPaused(subscription, at) || arrivalOf(newsroom, subscription, ts) !== 'here')
    return true;
  for (const { seq, revisions } of recordsOn(newsroom, topic)) {
    if ((revisions.at(-1)?.seq ?? seq) > drawnSeq) return true;
  }
  return false;
}

/** Whatever a card of the topic is drawn from, what is filed elsewhere since among it. */
function* recordsOn(
  { stories, entities, entries, questions }: Newsroom,
  { kind, slug }: Topic,
): Iterable<History> {
  const record = kind === 'story' ? stories.get(slug) : entities.get(slug);
  if (record) yield record;
  if (kind === 'story') yield* questions.where(questions.by.story, slug);
  const { story, formerStory, entity, formerEntity } = entries.by;
  for (const index of kind === 'story' ? [story, formerStory] : [entity, formerEntity])
    yield* entries.where(index, slug);
}
