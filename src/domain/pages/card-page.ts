import { type CardFacts, cardFacts } from '../briefing/card-facts.ts';
import { type Arrival, arrivalOf, subscriptionOf, successorOf } from '../following/living-thread.ts';
import { isPaused } from '../following/wants-entry.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Subscription } from '../records/subscription.ts';
import { type Button, code, counted, type Inline, italic, joined, type Page, type Part } from './page.ts';
import { emptyNote, latestSection } from './shared-parts.ts';
import { untilWords } from './subscription-words.ts';

interface Drawn {
  topic: Topic;
  channel: string;
  now: Instant;
  zone: string;
  /** Of the card, when it is there already. */
  ts?: string | undefined;
  /** Address of the card that this one succeeds. */
  predecessor?: string | undefined;
  /** Address of the card that succeeded this one. */
  successor?: string | undefined;
}

/** The living card of a topic in a channel, as everybody may see it: how it stands, and what its thread is for. */
export function cardPage(newsroom: Newsroom, drawn: Drawn): Page {
  const { topic, channel, now, zone, predecessor } = drawn;
  const facts = cardFacts(newsroom, topic, now);
  const subscription = subscriptionOf(newsroom, channel, topic);
  const names = { entities: newsroom.entities, now, zone };
  return {
    parts: [
      { part: 'title', text: facts.name },
      { part: 'context', text: standingWords(facts, zone) },
      ...(facts.about ? [{ part: 'paragraph', text: [facts.about] } satisfies Part] : []),
      ...(facts.latest.length > 0
        ? latestSection(facts.latest, { names, zone })
        : [emptyNote('No entries yet.')]),
      { part: 'context', text: followingWords(newsroom, subscription, drawn) },
      ...(predecessor ? [earlierCard(predecessor)] : []),
      { part: 'buttons', buttons: waysOn(topic, subscription) },
    ],
  };
}

const standingWords = ({ slug, status, entries, questions, updatedAt }: CardFacts, zone: string): Inline[] =>
  joined(
    [
      code(slug),
      status,
      counted(entries, 'entry', 'entries'),
      questions > 0 ? counted(questions, 'open question') : '',
      `updated ${formatInstant(updatedAt, zone)}`,
    ],
    ' · ',
  );

const arrivals: { readonly [A in Arrival]: string } = {
  here: 'New entries arrive in this thread.',
  channel: 'New entries arrive in this channel, each a message of its own.',
  'bound-thread': 'New entries arrive in another thread of this channel.',
  'next-card': 'New entries arrive below a new card.',
};

function followingWords(
  newsroom: Newsroom,
  subscription: Subscription | undefined,
  { topic, channel, ts, now, zone, successor: url }: Drawn,
): Inline[] {
  if (ts !== undefined && successorOf(newsroom, channel, topic, ts)) {
    return url ? ['Continued ', { text: 'below another card', url }, '.'] : ['Continued below another card.'];
  }
  if (!subscription) return [italic('No longer followed in this channel.')];
  if (isPaused(subscription, now)) return [italic(`Paused ${untilWords(subscription, zone)}.`)];
  return [arrivals[arrivalOf(newsroom, subscription, ts)]];
}

const earlierCard = (url: string): Part => ({
  part: 'context',
  text: [{ text: 'What came before', url }],
});

function waysOn(topic: Topic, subscription: Subscription | undefined): Button[] {
  const asked = askFor([topic]);
  return [
    { label: 'Briefing', command: asked },
    { label: 'Timeline', command: askFor([topic], { view: 'timeline' }) },
    { label: 'Catch up', command: `catchup ${asked}` },
    ...(subscription ? [{ label: 'Unfollow', command: `unsubscribe ${asked}` }] : []),
  ];
}
