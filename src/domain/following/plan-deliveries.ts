import type { Change, ChangeOf } from '../change.ts';
import type { Newsroom, Put } from '../newsroom.ts';
import { deliveryKey } from '../records/delivery.ts';
import type { Entry } from '../records/entry.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { Recorded } from '../records/revision.ts';
import type { Subscription } from '../records/subscription.ts';
import { postKey } from '../records/thread.ts';
import { livingCard } from './living-thread.ts';
import { isOvertaken } from './overtaken-card.ts';
import { announcementsOf } from './owed-announcements.ts';
import { cardOwed, cardsOf, leftBy, succeededBy } from './owed-cards.ts';
import { isPublic, owedAnew, owedNow, owedThrough } from './owed-entries.ts';
import { embargoRipple, lateRipple, rippleOf } from './ripple.ts';
import { isHeldBack, topicsOf } from './wants-entry.ts';

/** A change, the newsroom before it, and the rows that the change itself writes. */
interface Planning<C extends Change> {
  newsroom: Newsroom;
  change: C;
  recorded: Recorded;
  written: readonly Put[];
}
type Plan<C extends Change> = (planning: Planning<C>) => Put[];

const ofStory: Plan<ChangeOf<'story-edited' | 'story-renamed'>> = ({ newsroom, change, recorded }) =>
  cardsOf(newsroom, [{ kind: 'story', slug: change.slug }], recorded);

const ofQuestion: Plan<ChangeOf<'question-edited' | 'question-answered'>> = ({
  newsroom,
  change,
  recorded,
}) => {
  const story = newsroom.questions.get(change.id)?.story;
  return story === undefined ? [] : cardsOf(newsroom, [{ kind: 'story', slug: story }], recorded);
};

/** An entry that is added, let go, filed elsewhere, changed, held back or withdrawn. */
const ofEntry: Plan<ChangeOf<EntryChange>> = ({ newsroom, change, recorded, written }) => {
  const was = newsroom.entries.get(change.id);
  const write = written.find(({ table, key }) => table === 'entries' && key === change.id);
  const entry = write?.row as Entry | undefined;
  if (!entry) return [];
  const wasPublic = was !== undefined && !was.withdrawn && !isHeldBack(was);
  const isNow = isPublic(entry, recorded);
  return [
    ...owedAnew(newsroom, { entry, recorded }),
    ...(isNow ? owedNow(newsroom, { entry, was: wasPublic ? was : undefined, recorded }) : []),
    ...(was ? rippleOf(newsroom, entry, recorded) : []),
    ...(was ? embargoRipple(newsroom, was, entry, recorded) : []),
    ...(isNow || wasPublic
      ? cardsOf(newsroom, was ? unionOf(topicsOf(was), topicsOf(entry)) : topicsOf(entry), recorded)
      : []),
  ];
};

const ofMerge: Plan<ChangeOf<'story-merged' | 'entity-merged'>> = ({
  newsroom,
  change,
  recorded,
  written,
}) => {
  const kind = change.type === 'story-merged' ? 'story' : 'entity';
  const { threads } = newsroom;
  const about = [change.slug, change.into].map((slug): Topic => ({ kind, slug }));
  const cards = about.flatMap((topic) => [...threads.where(threads.by.about, topicKey(topic))]);
  const moved = rowsIn(written, 'entries');
  const owed = [...moved].filter(([id]) => newsroom.deliveries.by.entry.count(id) > 0);
  return [
    ...owedThrough(newsroom, rowsIn(written, 'subscriptions'), recorded, new Map(owed)),
    // Two cards of one channel are about one topic now: both say so, and the newer one goes on.
    ...cards.filter(({ isBound }) => !isBound).map((thread) => cardOwed(thread, recorded)),
  ];
};

/** A change to a subscription: what it no longer wants is not owed through it, and its card says how it stands. */
const ofSubscription: Plan<ChangeOf<SubscriptionChange>> = ({ newsroom, change, recorded, written }) => {
  const changed = rowsIn(written, 'subscriptions');
  const row = changed.get(change.id) ?? newsroom.subscriptions.get(change.id);
  const card = row && livingCard(newsroom, row.channel, row.topic);
  return [
    ...owedThrough(newsroom, changed, recorded),
    ...(row ? announcementsOf(newsroom, change, row, recorded) : []),
    ...(card ? [cardOwed(card, recorded)] : []),
  ];
};

const ofClosing: Plan<ChangeOf<'thread-closed'>> = ({ newsroom, change: { channel, ts }, recorded }) => {
  const key = deliveryKey({ what: 'card', channel, ts, seq: 1, urgency: 5 });
  const unsaid: Put[] = newsroom.deliveries.get(key) ? [{ table: 'deliveries', key, row: undefined }] : [];
  return [...unsaid, ...leftBy(newsroom, { channel, ts }, recorded)];
};

const ofPost: Plan<ChangeOf<'posted'>> = ({ newsroom, change: { post, drawnSeq }, recorded }) => {
  const isFirst = post.as === 'card' && newsroom.posts.get(postKey(post)) === undefined;
  const isLate = isFirst && drawnSeq !== undefined && isOvertaken(newsroom, post, { ...recorded, drawnSeq });
  return [...lateRipple(newsroom, post, recorded), ...(isLate ? [cardOwed(post, recorded)] : [])];
};

type EntryChange = Extract<Change['type'], `entry-${string}`> | 'embargo-lifted';
type SubscriptionChange = 'subscribed' | 'subscription-changed' | 'unsubscribed';

const plans: { readonly [T in Change['type']]?: Plan<ChangeOf<T>> } = {
  'story-edited': ofStory,
  'story-renamed': ofStory,
  'story-merged': ofMerge,
  'entity-edited': ({ newsroom, change, recorded }) =>
    cardsOf(newsroom, [{ kind: 'entity', slug: change.slug }], recorded),
  'entity-merged': ofMerge,
  'entry-added': ofEntry,
  'entry-corrected': ofEntry,
  'entry-clarified': ofEntry,
  'entry-verified': ofEntry,
  'entry-withdrawn': ofEntry,
  'entry-tagged': ofEntry,
  'entry-embargoed': ofEntry,
  'embargo-lifted': ofEntry,
  'question-asked': ({ newsroom, change, recorded }) =>
    cardsOf(newsroom, [{ kind: 'story', slug: change.question.story }], recorded),
  'question-edited': ofQuestion,
  'question-answered': ofQuestion,
  subscribed: ofSubscription,
  'subscription-changed': ofSubscription,
  unsubscribed: ofSubscription,
  'thread-opened': ({ newsroom, change: { thread }, recorded }) =>
    thread.isBound ? [] : succeededBy(newsroom, thread, recorded),
  'thread-closed': ofClosing,
  posted: ofPost,
};

/**
 * What a change makes owed to channels, and what it makes owed no longer. A function of the newsroom and the change
 * alone, so a replay owes the same: nothing that was posted is owed again, and nothing that was not is forgotten.
 */
export function planDeliveries(
  newsroom: Newsroom,
  change: Change,
  recorded: Recorded,
  written: readonly Put[],
): Put[] {
  const plan = plans[change.type] as Plan<Change> | undefined;
  return plan ? plan({ newsroom, change, recorded, written }) : [];
}

interface Written {
  entries: Entry;
  subscriptions: Subscription | undefined;
}

const rowsIn = <Name extends keyof Written>(
  written: readonly Put[],
  table: Name,
): Map<string, Written[Name]> =>
  new Map(
    written.flatMap((write) =>
      write.table === table ? [[write.key, write.row as Written[Name]] as const] : [],
    ),
  );

const unionOf = (some: readonly Topic[], others: readonly Topic[]): Topic[] => [
  ...new Map([...some, ...others].map((topic) => [topicKey(topic), topic])).values(),
];
