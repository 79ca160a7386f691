import { type CardFacts, cardFacts } from '../briefing/card-facts.ts';
import { subscriptionOf } from '../following/living-thread.ts';
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
  /** Address of the card that this one succeeds. */
  predecessor?: string | undefined;
}

/** The living card of a topic in a channel, as everybody may see it: how it stands, and what its thread is for. */
export function cardPage(newsroom: Newsroom, { topic, channel, now, zone, predecessor }: Drawn): Page {
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
      { part: 'context', text: followingWords(subscription, now, zone) },
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

function followingWords(subscription: Subscription | undefined, now: Instant, zone: string): Inline[] {
  if (!subscription) return [italic('No longer followed in this channel.')];
  if (isPaused(subscription, now)) return [italic(`Paused ${untilWords(subscription, zone)}.`)];
  return ['New entries arrive in this thread.'];
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
