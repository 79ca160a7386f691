import { deliveryKey, isMessage } from '../../domain/records/delivery.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { ChannelState, Sent, Wait } from './channel-state.ts';
import { type Outline, outlineTried, threadOf } from './outline.ts';
import { paces } from './pacing.ts';
import type { Publishing } from './publishing.ts';
import { recordLanded } from './send-delivery.ts';

/** A message that Slack did not confirm: on record if it is there, else it goes out again. A slow one is given time. */
export async function settleDoubt(publishing: Publishing, state: ChannelState, doubt: Sent): Promise<Wait> {
  const { outline, shows, drawnSeq } = doubt.draft;
  const found = await lookedFor(publishing, outline, doubt.at);
  if (found.outcome === 'wait') return { ms: found.seconds * 1000 };
  state.doubts = state.doubts.filter((other) => other !== doubt);
  if (found.outcome === 'there')
    return recordLanded(publishing, state, { outline, standing: { ts: found.ts, shows, drawnSeq } });
  if (found.outcome !== 'absent' || !doubt.mayComeLate) return undefined;
  const { mayComeLate: _, ...again } = doubt;
  state.doubts.unshift(again);
  return { ms: paces.lateDoubt };
}

/**
 * What an earlier process tried, and did not live to see what came of it. It is looked for even when it is owed no
 * more: withdrawn a moment ago, it may stand there all the same.
 */
export async function settleSuspect(
  publishing: Publishing,
  state: ChannelState,
  suspect: string,
): Promise<Wait> {
  const { newsroom } = publishing.newsroom;
  const delivery = newsroom.deliveries.get(suspect);
  const over = (): undefined => {
    state.suspects = state.suspects.filter((other) => other !== suspect);
  };
  if (!delivery || !isMessage(delivery) || !delivery.tried) return over();
  const { tried } = delivery;
  const outline = outlineTried(newsroom, delivery, tried);
  const found = await lookedFor(publishing, outline, tried.at);
  if (found.outcome === 'wait') return { ms: found.seconds * 1000 };
  over();
  if (found.outcome !== 'there') return undefined;
  const { shows, drawnSeq } = tried;
  return recordLanded(publishing, state, {
    outline,
    standing: { ts: found.ts, shows, drawnSeq },
    isOld: true,
  });
}

/** Where it may not be read, it is posted again: a repeated line is better than a lost one. */
async function lookedFor({ announcer, log }: Publishing, outline: Outline, since: Instant) {
  const { key, delivery } = outline;
  const found = await announcer.find({ channel: delivery.channel, ...threadOf(outline), key, since });
  const { outcome } = found;
  if (outcome !== 'absent') log.info({ delivery: deliveryKey(delivery), outcome }, 'looked for a message');
  return found;
}
