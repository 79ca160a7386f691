import type { Change } from '../../domain/change.ts';
import { cardsIn, successorOf } from '../../domain/following/living-thread.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import type { Page } from '../../domain/pages/page.ts';
import { deliveryKey } from '../../domain/records/delivery.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import { type Post, postKey, threadKey } from '../../domain/records/thread.ts';
import type { Announcer } from '../ports.ts';
import { shownOn } from './draft.ts';
import { dropped } from './dropped.ts';
import type { OwedEdit } from './next-delivery.ts';
import { paces } from './pacing.ts';
import { type Publishing, recorded } from './publishing.ts';
import { isBeyondEditing, knownRemedy } from './remedies.ts';

/** What an edit came to: how long its message, or its whole channel, rests. */
export interface Edited {
  restMs: number;
  wholeChannel?: true;
  /** It was refused for what it is, and may be sent as words alone. */
  wantsPlainText?: true;
  isDone?: true;
}

/** Puts a message that is there in step with the newsroom. To do it twice does no harm, so no doubt is settled. */
export async function sendEdit(
  publishing: Publishing,
  delivery: OwedEdit,
  { asPlainText }: { asPlainText: boolean },
): Promise<Edited> {
  const { newsroom, announcer, onStep } = publishing;
  const { channel, ts } = delivery;
  const post = newsroom.newsroom.posts.get(postKey(delivery));
  if (!post) {
    await dropped(publishing, delivery, 'There is no such message of ours.');
    return { restMs: 0, isDone: true };
  }
  const { page, drawnSeq } = await drawnAnew(publishing, delivery, post);
  const shows = shownOn(page, newsroom.newsroom);
  const settles = deliveryKey(delivery);
  onStep('drawn:edit');
  const said = await announcer.edit({ channel, ts, page, ...(asPlainText ? { asPlainText } : {}) });
  if (said.outcome === 'wait') return { restMs: Math.max(1, said.seconds) * 1000, wholeChannel: true };
  if (said.outcome === 'unconfirmed') return { restMs: paces.trouble };
  if (said.outcome === 'refused') return mendEdit(publishing, delivery, said.error, { asPlainText });
  onStep('sent:edit');
  // It may have been recorded anew meanwhile: only what it shows is ours to say.
  const done = await recorded(publishing, (state): Change[] => {
    const latest = state.posts.get(postKey(delivery)) ?? post;
    // A notice goes on telling of the one act.
    const edited = latest.as === 'notice' ? latest : { ...latest, shows };
    return [{ type: 'posted', post: edited, settles, drawnSeq }];
  });
  if (!done) return { restMs: paces.trouble };
  onStep('recorded:edit');
  return { restMs: delivery.what === 'card' ? paces.card : paces.channel, isDone: true };
}

/** A card links to the one before it, and to the one on which its topic goes on. */
async function drawnAnew(
  { newsroom: { newsroom }, announcer, pages, clock }: Publishing,
  { what, channel, ts }: OwedEdit,
  post: Post,
): Promise<{ page: Page; drawnSeq: number }> {
  const topic = newsroom.threads.get(threadKey({ channel, ts }))?.topic ?? post.topics[0];
  const isCard = what === 'card' && topic !== undefined;
  const links = isCard ? await linksOf(newsroom, { channel, topic, ts }, announcer) : {};
  const { seq: drawnSeq } = newsroom;
  const now = clock.now();
  if (!isCard) return { page: pages.edited(newsroom, post, now), drawnSeq };
  return { page: pages.card(newsroom, { topic, channel, ts, ...links }, now), drawnSeq };
}

async function linksOf(
  newsroom: Newsroom,
  { channel, topic, ts }: { channel: string; topic: Topic; ts: string },
  announcer: Announcer,
): Promise<{ predecessor?: string; successor?: string }> {
  const before = cardsIn(newsroom, channel, topic).findLast((card) => card.ts < ts);
  const after = successorOf(newsroom, channel, topic, ts);
  const predecessor = before && (await announcer.permalink(channel, before.ts));
  const successor = after && (await announcer.permalink(channel, after.ts));
  return { ...(predecessor ? { predecessor } : {}), ...(successor ? { successor } : {}) };
}

async function mendEdit(
  publishing: Publishing,
  delivery: OwedEdit,
  error: string,
  { asPlainText }: { asPlainText: boolean },
): Promise<Edited> {
  const { channel, ts } = delivery;
  const { log } = publishing;
  if (isBeyondEditing(error)) {
    log.info({ channel, error }, 'a message cannot be edited any more');
    // A card that is gone takes its thread along: the next entry opens another.
    const closes: Change[] =
      delivery.what === 'card' && error === 'message_not_found'
        ? [{ type: 'thread-closed', channel, ts }]
        : [];
    const reason = `Slack does not let it be edited: ${error}`;
    await recorded(publishing, () => [
      { type: 'delivery-dropped', delivery: deliveryKey(delivery), reason },
      ...closes,
    ]);
    return { restMs: 0, isDone: true };
  }
  const remedy = knownRemedy(error);
  if (remedy === 'halt') {
    publishing.halt(error);
    return { restMs: paces.trouble };
  }
  if (remedy === 'park') {
    const isNoted = await publishing.park(channel, error);
    // Where no subscription says so, it is tried again when the parked ones are.
    return { restMs: isNoted ? paces.trouble : paces.parked, wholeChannel: true };
  }
  log.error({ channel, error }, 'Slack does not take an edit as we made it');
  // A word that is not known says nothing of the channel; in other words the edit may fare no better.
  if (remedy !== undefined && !asPlainText) return { restMs: paces.channel, wantsPlainText: true };
  await dropped(publishing, delivery, `Slack does not take it: ${error}`);
  return { restMs: 0, isDone: true };
}
