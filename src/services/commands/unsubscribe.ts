import { pause, resume, unsubscribe, untilResumed } from '../../domain/following/unsubscribe.ts';
import { readDeadline } from '../../domain/language/read-deadline.ts';
import { readOptions } from '../../domain/language/read-options.ts';
import { endedPage, stoppedPage } from '../../domain/pages/subscription-pages.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Subscription } from '../../domain/records/subscription.ts';
import { includes } from '../../domain/rules/permissions.ts';
import { discreet } from './subscribe.ts';
import { subscriptionsNamed } from './subscriptions-named.ts';
import type { Asking, Outcome, Recording, Verb } from './verb.ts';

const ending = (name: 'unsubscribe' | 'unfollow', summary: string): Verb => ({
  name,
  usage: `${name} TOPIC | *`,
  summary,
  example: `${name} ford-xiaomi`,
  needs: 'contributor',
  answer: (words, asking) => {
    const named = subscriptionsNamed(asking, words, name);
    return isProblem(named) ? named : ended(asking, named);
  },
});

export const unsubscribeVerb = ending(
  'unsubscribe',
  'Ends what this channel follows: one topic, or all of them.',
);
export const unfollowVerb = ending('unfollow', 'The same as unsubscribe.');

function ended(asking: Asking, named: readonly Subscription[]): Outcome {
  const { channel, threadTs } = asking;
  const topics = named.map(({ topic }) => topic);
  const asked = channel !== undefined && threadTs !== undefined ? { channel, threadTs } : undefined;
  return {
    decide: unsubscribe(idsOf(named), asked),
    told: (newsroom) => ({
      page: endedPage(newsroom, topics),
      topics: topics.slice(0, 2),
      ...discreet(asking),
    }),
  };
}

export const pauseVerb: Verb = {
  name: 'pause',
  usage: 'pause TOPIC | * [until:mon]',
  summary: 'Posts nothing new on it in this channel for a while; corrections of what was posted still come.',
  example: 'pause ford-xiaomi until:mon',
  needs: 'contributor',
  answer: (words, asking) => {
    const { rest, options, mistyped } = readOptions<'until'>(words, { words: ['until'] });
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    const named = subscriptionsNamed(asking, rest, 'pause');
    if (isProblem(named)) return named;
    const until = pauseEnd(options.until, asking);
    if (isProblem(until)) return until;
    return {
      decide: pause(idsOf(named), until.at),
      told: stopped(asking, named),
    };
  },
};

/** A day alone is its morning, as the newsroom's clocks have it. */
function pauseEnd(typed: string | undefined, asking: Asking): { at: Instant } | Problem {
  if (typed === undefined || typed === '') return { at: untilResumed };
  const [whole, morning] = [readDeadline(typed, asking), readDeadline(`${typed} 09:00`, asking)];
  const read = 'fault' in whole ? morning : whole;
  if (!('fault' in read)) return { at: read.until };
  return {
    problem: 'unreadable-filter',
    part: `until:${typed}`,
    expected: 'a day or a time to come, like until:monday or until:"2026-03-02 06:00"',
    example: 'pause ford-xiaomi until:monday',
  };
}

export const resumeVerb: Verb = {
  name: 'resume',
  usage: 'resume TOPIC | *',
  summary: 'Ends a pause; tries again where nothing could be posted.',
  example: 'resume ford-xiaomi',
  needs: 'contributor',
  answer: (words, asking) => {
    const named = subscriptionsNamed(asking, words, 'resume');
    if (isProblem(named)) return named;
    return {
      decide: resume(idsOf(named), {
        isEditor: includes(asking.viewer.role, 'editor'),
        by: asking.person ?? '',
      }),
      told: stopped(asking, named),
    };
  },
};

const stopped =
  (asking: Asking, named: readonly Subscription[]): Recording['told'] =>
  (newsroom) => {
    const there = idsOf(named).flatMap((id) => newsroom.subscriptions.get(id) ?? []);
    return {
      page: stoppedPage(newsroom, there, asking),
      topics: there.slice(0, 2).map(({ topic }) => topic),
      ...discreet(asking),
    };
  };

const idsOf = (subscriptions: readonly Subscription[]): string[] => subscriptions.map(({ id }) => id);
