import { topicName } from '../finding/topic-name.ts';
import type { Audience } from '../following/audience.ts';
import { isOwnerless } from '../following/owner-stands.ts';
import { untilResumed } from '../following/unsubscribe.ts';
import { isPaused } from '../following/wants-entry.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import { type EntryKind, entryKinds } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Subscription } from '../records/subscription.ts';
import { bold, code, counted, type Inline, joined } from './page.ts';
import { parkedWords } from './parked-words.ts';

const plural: { readonly [K in EntryKind]: string } = {
  fact: 'facts',
  figure: 'figures',
  quote: 'quotes',
  event: 'events',
  response: 'responses',
  background: 'background',
};

const milestoneWords = 'corrections, confirmations, withdrawals and urgency 1–3 in the channel, too';
const threadWords: { readonly [T in Subscription['threading']]: string } = {
  thread: 'in one thread',
  milestones: `in one thread; ${milestoneWords}`,
  channel: 'each a message of its own',
};
const inBound = 'in the thread it was bound to';
const boundWords: { readonly [T in Subscription['threading']]: string } = {
  thread: inBound,
  milestones: `${inBound}; ${milestoneWords}`,
  channel: inBound,
};

/** The topic by name, and as it is typed. */
export const topicWords = (newsroom: Newsroom, topic: Topic): Inline[] => {
  const story = topic.kind === 'story' ? newsroom.stories.get(topic.slug)?.renamedTo : undefined;
  return [
    bold(topicName(newsroom, topic)),
    ' ',
    code(askFor([story === undefined ? topic : { ...topic, slug: story }])),
  ];
};

/** What reaches the channel, and how: all of the resulting state but whose it is. */
export function filterWords(newsroom: Newsroom, subscription: Subscription): Inline[] {
  const { kinds, withEntities, withoutEntities, urgencyAtMost, threading, boundThread } = subscription;
  const nameOf = (slug: string): string => newsroom.entities.get(slug)?.name ?? slug;
  const left = entryKinds.filter((kind) => !kinds.includes(kind));
  // Of a few kinds, the many that are left out need not be told.
  const isFew = kinds.length < left.length;
  const without = [
    ...(isFew ? [] : left.map((kind) => plural[kind])),
    ...withoutEntities.map((slug) => `entries on ${nameOf(slug)}`),
  ];
  return joined(
    [
      left.length === 0
        ? 'every kind'
        : `${isFew ? 'only ' : ''}${kinds.map((kind) => plural[kind]).join(', ')}`,
      withEntities && `only entries on ${withEntities.map(nameOf).join(' or ')}`,
      without.length > 0 ? `without ${without.join(', ')}` : undefined,
      urgencyAtMost === undefined ? undefined : `urgency 1–${urgencyAtMost}`,
      boundThread === undefined ? threadWords[threading] : boundWords[threading],
    ],
    ' · ',
  );
}

/** `until Monday …`, as it follows "paused". */
export const untilWords = ({ pausedUntil }: Pick<Subscription, 'pausedUntil'>, zone: string): string =>
  pausedUntil === undefined || pausedUntil === untilResumed
    ? 'until somebody resumes it'
    : `until ${formatInstant(pausedUntil, zone)}`;

/** Whose it is and whether it goes on: active, paused, or kept back by something. */
export function stateWords(
  subscription: Subscription,
  { now, zone }: { now: Instant; zone: string },
): Inline[] {
  const { owner, parked } = subscription;
  const state =
    parked !== undefined
      ? [bold('Parked'), `: ${parkedWords(parked).says}`]
      : isPaused(subscription, now)
        ? [bold('Paused'), ` ${untilWords(subscription, zone)}`]
        : ['Active'];
  const left: Inline[] = isOwnerless(subscription) ? [' ', bold('who left')] : [];
  return [...state, ' · ', { person: owner }, ...left];
}

/** Who reads along: "Read here by 21 members, 2 guests and 1 person from outside." */
export function audienceWords({ people, guests, outsiders, isPartial, isShared }: Audience): string {
  const members = people === undefined ? undefined : Math.max(0, people - guests - outsiders);
  const least = isPartial ? 'at least ' : '';
  const parts = [
    members === undefined ? undefined : counted(members, 'member'),
    guests > 0 || isPartial ? `${least}${counted(guests, 'guest')}` : undefined,
    outsiders > 0 || isShared || isPartial
      ? `${least}${counted(outsiders, 'person', 'people')} from outside`
      : undefined,
  ].filter((part) => part !== undefined);
  const last = parts.pop();
  if (last === undefined) return 'Slack does not say how many people read here.';
  return `Read here by ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}.`;
}
