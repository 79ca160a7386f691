import { subscriptionList } from '../../domain/pages/subscription-list.ts';
import { includes } from '../../domain/rules/permissions.ts';
import type { Asking, Outcome, Verb } from './verb.ts';

/** What a channel follows is no secret from those who read it; the whole newsroom's list names channels they may not know. */
export const listVerb: Verb = {
  name: 'subscribe list',
  usage: 'subscribe list',
  summary: 'What this channel follows: whose it is, what comes, and whether it goes on.',
  example: 'subscribe list',
  forAsker: true,
  answer: (words, asking) => {
    const { newsroom, channel } = asking;
    if (channel === undefined) return { problem: 'no-channel-here', example: 'subscribe list' };
    const { subscriptions } = newsroom;
    return listed(words, asking, [...subscriptions.where(subscriptions.by.channel, channel)]);
  },
};

export const listAllVerb: Verb = {
  name: 'subscribe list all',
  usage: 'subscribe list all',
  summary: 'What every channel of the newsroom follows.',
  example: 'subscribe list all',
  needs: 'editor',
  forAsker: true,
  answer: (words, asking) => {
    // Pages are also drawn where nobody's role was looked up: on the command line, and when they are shared.
    if (!includes(asking.viewer.role, 'editor'))
      return { problem: 'not-allowed', needed: 'editor', editors: [] };
    return listed(words, asking, [...asking.newsroom.subscriptions.all()], { isOfAll: true });
  },
};

function listed(
  words: string,
  { newsroom, viewer, now, zone }: Asking,
  subscriptions: Parameters<typeof subscriptionList>[1],
  { isOfAll = false } = {},
): Outcome {
  const read = /^(?:page:([1-9]\d{0,4}))?[.,;:!?]*$/i.exec(words.trim());
  if (!read) {
    return {
      problem: 'unreadable-filter',
      part: words.trim().slice(0, 60),
      expected: 'subscribe list or subscribe list all, and nothing after it',
      example: 'subscribe list',
    };
  }
  const drawing = { now, zone, isOfAll, mayAct: includes(viewer.role, 'contributor') };
  return {
    page: subscriptionList(newsroom, subscriptions, { ...drawing, page: Number(read[1] ?? 1) }),
    topics: [],
  };
}
