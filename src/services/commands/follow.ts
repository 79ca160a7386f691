import { namedTopic } from '../../domain/finding/named-topic.ts';
import { sharedWarning } from '../../domain/pages/subscription-pages.ts';
import { isProblem } from '../../domain/problem.ts';
import { channelOpenTo } from './channel-open-to.ts';
import { following } from './subscribe.ts';
import type { Verb } from './verb.ts';

/** Binds the thread it is said in: the topic's entries answer there from now on, and no card is opened. */
export const followVerb: Verb = {
  name: 'follow',
  usage: 'follow TOPIC',
  summary: 'Said to me in a thread: what is new on the topic is posted in that thread.',
  example: 'follow ford-xiaomi',
  needs: 'contributor',
  wants: 'audience',
  answer: (words, asking) => {
    const { newsroom, threadTs, person = '' } = asking;
    const isAgreed = /\sanyway$/i.test(words);
    const topic = namedTopic(newsroom, words.replace(/\sanyway$/i, ''), asking);
    if (isProblem(topic)) return topic;
    if (threadTs === undefined) return { problem: 'no-thread-here', topic };
    const channel = channelOpenTo(asking, `follow ${words}`);
    if (isProblem(channel)) return channel;
    if ('asks' in channel && !isAgreed) {
      return {
        page: sharedWarning(channel.asks, words.trim(), 'follow'),
        topics: [],
        onlyForAsker: true,
      };
    }
    return following(asking, {
      topic,
      channel: channel.id,
      by: person,
      boundThread: threadTs,
      isAgreed: 'asks' in channel,
    });
  },
};
