import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import type { Entry } from '../records/entry.ts';
import type { Recorded } from '../records/revision.ts';
import type { Post } from '../records/thread.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { urgencyOf } from './wants-entry.ts';

/** Acts of which everybody is told who was shown the entry. */
export const rippling: readonly string[] = [
  'entry-corrected',
  'entry-clarified',
  'entry-verified',
  'entry-withdrawn',
];

/** The newest revision after `from` of which all who were shown the entry are told; 0 for none. */
export function toldRevision({ revisions }: Entry, from: number): number {
  const at = revisions.findLastIndex(({ act }, index) => index >= from && rippling.includes(act));
  return at + 1;
}

/**
 * Every message that showed the entry is put right and its thread told once, past pause, kinds and filters. What
 * is under embargo again is spoken of when that ends; a withdrawal names no content, so it is told at once.
 */
export function rippleOf(newsroom: Newsroom, entry: Entry, revision: number, recorded: Recorded): Put[] {
  const { posts } = newsroom;
  const isHeld = isEmbargoed(entry, recorded.at);
  const isSilenced = entry.withdrawn || isHeld;
  if (revision === 0 || (isHeld && !entry.withdrawn))
    return isSilenced ? unsaid(newsroom, entry, () => true) : [];
  const shown = [...posts.where(posts.by.entry, entry.id)];
  const owed = shown.flatMap((post) => [
    mendingOf(post, recorded),
    noticeIn(post, entry, revision, recorded),
  ]);
  // Of one act all is told in one, and of what is killed nothing but that.
  const said = unsaid(newsroom, entry, ({ seq }) => isSilenced || seq === recorded.seq);
  return [...said, ...puts(owed)];
}

/** Messages that were put right while the entry was under embargo show it again. */
export const mendings = ({ posts }: Newsroom, { id }: Entry, recorded: Recorded): Put[] =>
  puts([...posts.where(posts.by.entry, id)].map((post) => mendingOf(post, recorded)));

/** A message that was on its way while the entry changed: it shows what no longer stands, and nobody told its thread. */
export function lateRipple(newsroom: Newsroom, post: Post, recorded: Recorded): Put[] {
  return post.shows.flatMap(({ entry: id, revision: shown }) => {
    const entry = newsroom.entries.get(id);
    const revision = entry ? toldRevision(entry, shown) : 0;
    if (!entry || revision === 0 || (isEmbargoed(entry, recorded.at) && !entry.withdrawn)) return [];
    const notice = noticeIn(post, entry, revision, recorded);
    return puts([mendingOf(post, recorded), ...(isTold(newsroom, notice) ? [] : [notice])]);
  });
}

type Notice = Extract<Delivery, { what: 'notice' }>;

const noticeIn = (
  { channel, ts, threadTs }: Post,
  entry: Entry,
  revision: number,
  { seq }: Recorded,
): Notice => ({
  ...{ what: 'notice', channel, seq, urgency: urgencyOf(entry) },
  ...{ entry: entry.id, revision, threadTs: threadTs ?? ts },
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

function isTold({ deliveries, posts }: Newsroom, notice: Notice): boolean {
  if (deliveries.get(deliveryKey(notice))) return true;
  const inThread = posts.where(posts.by.thread, `${notice.channel}:${notice.threadTs}`);
  return [...inThread].some(
    ({ as, shows }) =>
      as === 'notice' &&
      shows.some(({ entry, revision }) => entry === notice.entry && revision >= notice.revision),
  );
}

/** Word of the entry that is owed and goes out no more. */
const unsaid = (
  { deliveries }: Newsroom,
  { id }: Entry,
  isOver: (notice: Delivery) => boolean | undefined,
): Put[] =>
  [...deliveries.where(deliveries.by.entry, id)]
    .filter((one) => one.what === 'notice' && isOver(one))
    .map((one) => ({ table: 'deliveries', key: deliveryKey(one), row: undefined }));
