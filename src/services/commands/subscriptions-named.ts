import { namedTopic } from '../../domain/finding/named-topic.ts';
import { topicName } from '../../domain/finding/topic-name.ts';
import { subscriptionOf } from '../../domain/following/living-thread.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Subscription } from '../../domain/records/subscription.ts';
import { includes } from '../../domain/rules/permissions.ts';
import type { Asking } from './verb.ts';

/** A topic that the channel follows, `*` for all of them, or one subscription by its id, as the lists' buttons have it. */
export function subscriptionsNamed(asking: Asking, words: string, verb: string): Subscription[] | Problem {
  const { newsroom, channel } = asking;
  const [, number] = /^#?S-(\d{1,9})[.,;:!?]*$/i.exec(words.trim()) ?? [];
  if (number !== undefined) return byId(asking, `S-${Number(number)}`);
  if (channel === undefined) return { problem: 'no-channel-here', example: `${verb} ${words}`.trim() };
  if (/^(?:\*|all|everything)[.,;:!?]*$/i.test(words.trim())) {
    const { subscriptions } = newsroom;
    const all = [...subscriptions.where(subscriptions.by.channel, channel)];
    return all.length > 0 ? all : { problem: 'nothing-followed' };
  }
  const topic = namedTopic(newsroom, words, asking);
  if (isProblem(topic)) return topic;
  const subscription = subscriptionOf(newsroom, channel, topic);
  return subscription ? [subscription] : { problem: 'not-followed', name: topicName(newsroom, topic) };
}

/** Of the channel it is asked in it is for all who contribute; elsewhere for its owner and for editors. */
function byId({ newsroom, channel, person, viewer }: Asking, id: string): Subscription[] | Problem {
  const subscription = newsroom.subscriptions.get(id);
  const mayAct =
    subscription &&
    (subscription.channel === channel || subscription.owner === person || includes(viewer.role, 'editor'));
  if (mayAct) return [subscription];
  return subscription ? { problem: 'other-channel', id } : { problem: 'nothing-followed' };
}
