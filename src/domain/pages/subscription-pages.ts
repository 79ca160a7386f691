import type { Audience } from '../following/audience.ts';
import { isPaused } from '../following/wants-entry.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Subscription } from '../records/subscription.ts';
import { type Button, bold, code, type Inline, joined, type Page, type Part } from './page.ts';
import { audienceWords, filterWords, stateWords, topicWords, untilWords } from './subscription-words.ts';

export interface Drawing {
  now: Instant;
  zone: string;
}

function readersPart(audience: Audience | undefined, isTold: boolean): Part[] {
  const words = joined(
    [audience && audienceWords(audience), isTold ? 'The channel is told of it.' : undefined],
    ' ',
  );
  return words.length > 0 ? [{ part: 'context', text: words }] : [];
}

/** Everything that a subscription came to, and who will read it, before the first entry goes out. */
export function subscribedPage(
  newsroom: Newsroom,
  subscription: Subscription,
  {
    now,
    zone,
    audience,
    title,
    isTold,
    isUnbound,
  }: Drawing & {
    audience: Audience | undefined;
    title: string;
    /** Its entries went to a thread that people began until now. */
    isUnbound: boolean;
    /** The channel hears of it. */
    isTold: boolean;
  },
): Page {
  return {
    parts: [
      { part: 'title', text: title },
      { part: 'paragraph', text: topicWords(newsroom, subscription.topic) },
      { part: 'context', text: filterWords(newsroom, subscription) },
      { part: 'context', text: stateWords(subscription, { now, zone }) },
      ...(isUnbound ? [unboundPart(subscription)] : []),
      ...readersPart(audience, isTold),
      {
        part: 'context',
        text: ['What is on record already is not posted: ', code(`/brief ${askFor([subscription.topic])}`)],
      },
      { part: 'buttons', buttons: waysOf(subscription, now, '') },
    ],
  };
}

const unboundPart = ({ topic }: Subscription): Part => ({
  part: 'context',
  text: [
    'It is no longer bound to a thread. To bind it again, say there: ',
    code(`@slugline follow ${askFor([topic])}`),
  ],
});

/** Said in the channel: who has it follow what, and where to change that. */
export const followsPage = (newsroom: Newsroom, subscription: Subscription, by: string): Page => ({
  parts: [
    {
      part: 'paragraph',
      text: [
        { person: by },
        subscription.boundThread === undefined ? ' has this channel follow ' : ' has this thread follow ',
        ...topicWords(newsroom, subscription.topic),
      ],
    },
    { part: 'context', text: filterWords(newsroom, subscription) },
    { part: 'buttons', buttons: [{ label: 'Briefing', command: askFor([subscription.topic]) }] },
  ],
});

export const endedPage = (newsroom: Newsroom, topics: readonly Topic[], by?: string): Page => ({
  parts: [
    {
      part: 'paragraph',
      text: [
        ...(by === undefined
          ? ['No longer followed: ']
          : [{ person: by }, ' ended what this channel followed: ']),
        ...listed(newsroom, topics),
      ],
    },
    {
      part: 'context',
      text: [
        'Corrections of what was posted still come. To follow again: ',
        code(`/brief subscribe ${askFor(topics.slice(0, 1))}`),
      ],
    },
  ],
});

const mostNamed = 10;

function listed(newsroom: Newsroom, topics: readonly Topic[]): Inline[] {
  const named = topics
    .slice(0, mostNamed)
    .flatMap((topic, at) => [at > 0 ? ', ' : '', ...topicWords(newsroom, topic)]);
  const more = topics.length > mostNamed ? [` and ${topics.length - mostNamed} more`] : [];
  return [...named, ...more].filter((inline) => inline !== '');
}

/** One or several, paused or going on again. */
export function stoppedPage(
  newsroom: Newsroom,
  subscriptions: readonly Subscription[],
  { now, zone }: Drawing,
): Page {
  const [first] = subscriptions;
  const paused = first && isPaused(first, now);
  return {
    parts: [
      {
        part: 'paragraph',
        text: [
          bold(paused ? `Paused ${untilWords(first, zone)}: ` : 'Goes on: '),
          ...listed(
            newsroom,
            subscriptions.map(({ topic }) => topic),
          ),
        ],
      },
      ...(paused
        ? [
            {
              part: 'context',
              text: ['What comes meanwhile is not posted later. Corrections come all the same.'],
            } satisfies Part,
          ]
        : []),
      {
        part: 'buttons',
        buttons: subscriptions.length === 1 && first ? waysOf(first, now, '') : [listButton],
      },
    ],
  };
}

const listButton: Button = { label: 'What we follow', command: 'subscribe list' };

/** `where` names the one subscription that is meant where the channel does not: its id. */
export function waysOf(subscription: Subscription, now: Instant, where: string): Button[] {
  const it = where || askFor([subscription.topic]);
  const isHalted = isPaused(subscription, now) || subscription.parked !== undefined;
  return [
    isHalted ? { label: 'Resume', command: `resume ${it}` } : { label: 'Pause', command: `pause ${it}` },
    { label: 'Unsubscribe', command: `unsubscribe ${it}` },
    ...(where ? [] : [listButton]),
  ];
}

/** Another organization would read along: an editor is asked whether that is meant. */
export const sharedWarning = (audience: Audience, words: string, verb = 'subscribe'): Page => ({
  parts: [
    {
      part: 'paragraph',
      text: [
        bold('Not subscribed yet.'),
        ` This channel is shared with another organization. ${audienceWords(audience)} They would get every entry.`,
      ],
    },
    { part: 'buttons', buttons: [{ label: 'Subscribe anyway', command: `${verb} ${words} anyway` }] },
  ],
});
