import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import { type Entry, urgencyOf } from '../records/entry.ts';
import type { Recorded } from '../records/revision.ts';
import { type Post, postKey } from '../records/thread.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { type Telling, tellingsOf } from './tellings.ts';
import { unowed } from './trials.ts';
import { isHeldBack } from './wants-entry.ts';

/**
 * Every message that shows the entry is put right and its thread told, past pause, kinds and filters. Word of an act
 * under an embargo is owed, and waits for the end of that; a withdrawal names no content, so it waits for nothing.
 */
export function rippleOf(newsroom: Newsroom, entry: Entry, recorded: Recorded): Put[] {
  const telling = tellingsOf(entry).at(-1);
  if (telling?.revision !== entry.revisions.length) return [];
  const shown = postsOf(newsroom, entry);
  const stale = isSilent(entry, recorded)
    ? []
    : // What a notice said of an earlier act stays true, unless the entry is taken back.
      shown.filter(({ as }) => as !== 'notice' || entry.withdrawn);
  const isOver = ({ revision }: Notice) => entry.withdrawn || revision >= telling.first;
  return [
    ...unsaid(newsroom, entry, isOver),
    ...puts([
      ...stale.map((post) => mendingOf(post, recorded)),
      ...shown.map((post) => noticeIn(post, entry, telling, recorded)),
    ]),
  ];
}

/** Messages that are to lose the words of an entry that is held back from now on, or to show them again. */
export function embargoRipple(newsroom: Newsroom, was: Entry, entry: Entry, recorded: Recorded): Put[] {
  const isHidden = isEmbargoed(entry, recorded.at) && !isEmbargoed(was, recorded.at);
  const isBack = isHeldBack(was) && !isHeldBack(entry);
  if (entry.withdrawn || !(isHidden || isBack)) return [];
  return puts(postsOf(newsroom, entry).map((post) => mendingOf(post, recorded)));
}

/**
 * A message that was on its way while the entry changed: it shows what no longer stands, and nobody told its thread.
 * One that was there before and is edited was reckoned with when the entry changed.
 */
export function lateRipple(newsroom: Newsroom, post: Post, recorded: Recorded): Put[] {
  const known = new Set(newsroom.posts.get(postKey(post))?.shows.map(({ entry }) => entry));
  return post.shows.flatMap(({ entry: id, revision: shown }) => {
    const entry = newsroom.entries.get(id);
    if (!entry || known.has(id) || entry.revisions.length <= shown) return [];
    const all = tellingsOf(entry).filter(({ revision }) => revision > shown);
    // Of what is killed nothing is told but that.
    const untold = (entry.withdrawn ? all.slice(-1) : all)
      .map((telling) => noticeIn(post, entry, telling, recorded))
      .filter((notice) => !isTold(newsroom, notice));
    const isWrong = isSilent(entry, recorded) || (post.as === 'notice' ? entry.withdrawn : all.length > 0);
    return puts([...(isWrong ? [mendingOf(post, recorded)] : []), ...untold]);
  });
}

type Notice = Extract<Delivery, { what: 'notice' }>;

/** Nobody is to read a word of it just now. */
const isSilent = (entry: Entry, { at }: Recorded): boolean => isEmbargoed(entry, at) && !entry.withdrawn;

const postsOf = ({ posts }: Newsroom, { id }: Entry): Post[] => [...posts.where(posts.by.entry, id)];

const noticeIn = (
  { channel, ts, threadTs }: Post,
  entry: Entry,
  { revision }: Telling,
  { seq }: Recorded,
): Notice => ({
  what: 'notice',
  channel,
  seq,
  urgency: urgencyOf(entry),
  entry: entry.id,
  revision,
  threadTs: threadTs ?? ts,
});

/** A card is drawn anew; of any other message only what changed is. */
const mendingOf = ({ channel, ts, as }: Post, { seq }: Recorded): Delivery => ({
  ...{ what: as === 'card' ? 'card' : 'edit', channel, ts, seq, urgency: 5 },
});

/** One of each: a thread in which the entry stands ten times is told once. */
const puts = (owed: readonly Delivery[]): Put[] => [
  ...new Map(
    owed.map((row) => [deliveryKey(row), { table: 'deliveries', key: deliveryKey(row), row } as const]),
  ).values(),
];

/** Whether the thread had such word, or is owed it. A notice shows the entry as of the act that it tells of. */
export function isTold({ deliveries, posts }: Newsroom, notice: Notice): boolean {
  if (deliveries.get(deliveryKey(notice))) return true;
  const inThread = posts.where(posts.by.thread, `${notice.channel}:${notice.threadTs}`);
  return [...inThread].some(
    ({ as, shows }) =>
      as === 'notice' &&
      shows.some(({ entry, revision }) => entry === notice.entry && revision === notice.revision),
  );
}

/** Word of the entry that is owed and goes out no more. */
const unsaid = (
  { deliveries }: Newsroom,
  { id }: Entry,
  isOver: (notice: Notice) => boolean | undefined,
): Put[] =>
  [...deliveries.where(deliveries.by.entry, id)]
    .filter((one) => one.what === 'notice' && isOver(one))
    .map(unowed);
