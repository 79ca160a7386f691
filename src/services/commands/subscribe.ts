import { namedTopic } from '../../domain/finding/named-topic.ts';
import { subscriptionOf } from '../../domain/following/living-thread.ts';
import { subscribe, type Wish } from '../../domain/following/subscribe.ts';
import { readSubscription, type SubscriptionWords } from '../../domain/language/read-subscription.ts';
import { sharedWarning, subscribedPage } from '../../domain/pages/subscription-pages.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import { mostFilterEntities } from '../../domain/records/subscription.ts';
import { includes } from '../../domain/rules/permissions.ts';
import { channelOpenTo } from './channel-open-to.ts';
import type { Answer, Asking, Outcome, Verb } from './verb.ts';

export const subscribeVerb: Verb = {
  name: 'subscribe',
  usage:
    'subscribe TOPIC [fact | figure | quote | event | response | background] [-kind:x] [entity:x] [-entity:x] [urgency:1-3] [thread:thread | milestones | channel]',
  summary:
    'Has this channel follow a story or an entity: every kind but background, unless kinds are named; with entity:x after the topic, only what concerns x.',
  example: 'subscribe ford-xiaomi quote response entity:catl',
  needs: 'contributor',
  wants: 'audience',
  answer: (words, asking) => {
    const read = readSubscription(words);
    if ('expected' in read) return { problem: 'unreadable-filter', ...read };
    const topic = namedTopic(asking.newsroom, read.topic, asking);
    if (isProblem(topic)) return topic;
    const only = entitiesNamed(asking, read.withEntities, 'entity:');
    if (isProblem(only)) return only;
    const without = entitiesNamed(asking, read.withoutEntities, '-entity:');
    if (isProblem(without)) return without;
    const channel = channelOpenTo(asking, `subscribe ${words}`);
    if (isProblem(channel)) return channel;
    if ('asks' in channel && !read.isAgreed) {
      return { page: sharedWarning(channel.asks, words.trim()), topics: [], onlyForAsker: true };
    }
    return following(asking, wishOf(asking, topic, { ...read, only, without, channel: channel.id }));
  },
};

interface Filters {
  only: string[] | undefined;
  without: string[] | undefined;
}

const wishOf = (
  { person = '', viewer }: Asking,
  topic: Topic,
  { channel, only, without, ...read }: SubscriptionWords & Filters & { channel: string },
): Wish => ({
  topic,
  channel,
  by: person,
  kinds: read.kinds,
  withoutKinds: read.withoutKinds,
  withEntities: only,
  withoutEntities: without,
  urgencyAtMost: read.urgencyAtMost,
  threading: read.threading,
  isAgreed: includes(viewer.role, 'editor'),
});

/** What comes of a wish: the state that results, for whoever asked; the channel is told who it was, once. */
export function following(asking: Asking, wish: Wish): Outcome {
  const { topic, channel } = wish;
  let wasKnown = false;
  let wasBound = false;
  let isChanged = false;
  let isTold = false;
  return {
    decide: (newsroom, now) => {
      const known = subscriptionOf(newsroom, channel, topic);
      wasKnown = known !== undefined;
      wasBound = known?.boundThread !== undefined;
      const isShared = asking.audience?.isShared ?? false;
      const changes = subscribe({ ...wish, isShared })(newsroom, now);
      if (isProblem(changes)) return changes;
      isChanged = changes.length > 0;
      isTold = changes.some((change) => 'announce' in change);
      return changes;
    },
    told: (newsroom) => {
      const subscription = subscriptionOf(newsroom, channel, topic);
      if (!subscription) throw new Error(`${channel} was subscribed and is not`);
      const title = isChanged ? (wasKnown ? 'Changed' : 'Subscribed') : 'Followed already';
      const { audience } = asking;
      const isUnbound = wasBound && subscription.boundThread === undefined;
      const page = subscribedPage(newsroom, subscription, { ...asking, title, audience, isTold, isUnbound });
      return {
        page,
        topics: [topic],
        ...discreet(asking),
      };
    },
  };
}

/** Where everybody reads the answer, they read what is announced, and that is enough. */
export const discreet = ({ threadTs }: Asking): Pick<Answer, 'onlyForAsker'> =>
  threadTs === undefined ? {} : { onlyForAsker: true };

function entitiesNamed(
  { newsroom }: Asking,
  names: readonly string[] | undefined,
  key: string,
): string[] | undefined | Problem {
  if (names === undefined) return undefined;
  const slugs = new Set<string>();
  for (const name of names) {
    const entity = namedTopic(newsroom, name, { kind: 'entity' });
    if (isProblem(entity)) return entity;
    slugs.add(entity.slug);
  }
  if (slugs.size <= mostFilterEntities) return [...slugs];
  return {
    problem: 'unreadable-filter',
    part: `${key}… ${slugs.size} times`,
    expected: `${mostFilterEntities} of them at most`,
  };
}
