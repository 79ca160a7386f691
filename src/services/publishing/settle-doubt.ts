import { deliveryKey } from '../../domain/records/delivery.ts';
import type { ChannelState, Sent, Wait } from './channel-state.ts';
import { pageFor, shownByNotice, shownEntry, shownOn } from './draft.ts';
import { drawnAt, type Outline, threadOf } from './outline.ts';
import { paces } from './pacing.ts';
import type { Publishing } from './publishing.ts';
import { recordLanded } from './send-delivery.ts';

/** A message that Slack did not confirm: on record if it is there, else it goes out again. A slow one is given time. */
export async function settleDoubt(publishing: Publishing, state: ChannelState, doubt: Sent): Promise<Wait> {
  const { outline, shows, drawnSeq } = doubt.draft;
  const found = await lookedFor(publishing, { ...outline, since: doubt.at });
  if (found.outcome === 'wait') return { limitedForSeconds: found.seconds };
  state.doubts = state.doubts.filter((other) => other !== doubt);
  if (found.outcome === 'there')
    return recordLanded(publishing, state, { outline, standing: { ts: found.ts, shows, drawnSeq } });
  if (found.outcome !== 'absent' || !doubt.mayComeLate) return undefined;
  const { mayComeLate: _, ...again } = doubt;
  state.doubts.unshift(again);
  return { ms: paces.lateDoubt };
}

/**
 * What was owed at the start may have gone out before a crash: one message of each channel at most. It is looked for
 * even when it is owed no more: withdrawn a moment ago, it may stand there all the same.
 */
export async function settleSuspect(
  publishing: Publishing,
  state: ChannelState,
  outline: Outline,
): Promise<Wait> {
  const found = await lookedFor(publishing, outline);
  if (found.outcome === 'wait') return { limitedForSeconds: found.seconds };
  state.suspects = found.outcome === 'there' ? [] : state.suspects.filter((other) => other !== outline);
  if (found.outcome !== 'there') return undefined;
  const { newsroom } = publishing.newsroom;
  const shows = shownBy(publishing, outline, found.ts);
  // What else a card said when it went out is not known: it is drawn once more.
  const drawnSeq = 'opens' in outline.place ? 0 : newsroom.seq;
  const standing = { ts: found.ts, shows, drawnSeq };
  return recordLanded(publishing, state, { outline, standing, isOld: true });
}

/** It was drawn by a process that is no more: what it shows is known by its time. */
function shownBy({ newsroom: { newsroom }, pages, clock }: Publishing, outline: Outline, ts: string) {
  const at = drawnAt(ts);
  const { delivery, place } = outline;
  if ('opens' in place) return shownOn(pageFor(newsroom, outline, { pages, now: clock.now() }), newsroom, at);
  if (delivery.what === 'notice') return shownByNotice(delivery);
  return 'entry' in delivery ? shownEntry(newsroom, delivery.entry, at) : [];
}

/** Where it may not be read, it is posted again: a repeated line is better than a lost one. */
async function lookedFor({ announcer, log }: Publishing, outline: Outline) {
  const { key, since, delivery } = outline;
  const found = await announcer.find({ channel: delivery.channel, ...threadOf(outline), key, since });
  const { outcome } = found;
  if (outcome !== 'absent') log.info({ delivery: deliveryKey(delivery), outcome }, 'looked for a message');
  return found;
}
