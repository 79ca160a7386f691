import { openChannel } from '../../domain/following/channel-stands.ts';
import { deliveryKey, isMessage } from '../../domain/records/delivery.ts';
import type { ChannelState, Landed, Sent, Wait } from './channel-state.ts';
import { type Draft, draftOf, whyNot } from './draft.ts';
import { dropped } from './dropped.ts';
import { mend } from './mend.ts';
import type { Owed } from './next-delivery.ts';
import { changesFor, type Outline, threadOf, trialOf } from './outline.ts';
import { paces } from './pacing.ts';
import { type Publishing, recorded, type Step } from './publishing.ts';
import { settled } from './settled.ts';

/** Posts what a delivery needs next, and sees to whatever comes of it; `onSent` when nothing of it is on its way. */
export async function sendDelivery(
  publishing: Publishing,
  state: ChannelState,
  delivery: Owed,
  onSent: () => void,
): Promise<Wait> {
  const draft = await drawn(publishing, state, delivery);
  if (!draft) return undefined;
  const { clock, log, onStep } = publishing;
  const { outline, shows, drawnSeq } = draft;
  const sent: Sent = { draft, at: clock.now() };
  onStep(stepOf('drawn', outline));
  const noted = await onRecord(publishing, draft);
  if (noted !== 'noted') return noted === 'unsaved' ? { ms: paces.trouble } : undefined;
  onStep(stepOf('noted', outline));
  const announced = await posted(publishing, state, draft).catch((bug) => {
    // Whatever broke, it may have done so after Slack had the message.
    state.doubts.push(sent);
    throw bug;
  });
  switch (announced.outcome) {
    case 'posted':
      state.landed = { outline, standing: { ts: announced.ts, shows, drawnSeq } };
      onStep(stepOf('sent', outline));
      // The next channel's message goes on record in the same write as this one's arrival.
      onSent();
      return recordLanded(publishing, state, state.landed);
    case 'wait':
      await settled(publishing, [deliveryKey(delivery)]);
      return { limitedForSeconds: announced.seconds };
    case 'unconfirmed':
      log.warn({ delivery: deliveryKey(delivery) }, 'Slack did not confirm a message: it is looked for');
      state.doubts.push(announced.isUnanswered ? { ...sent, mayComeLate: true } : sent);
      return { ms: paces.doubt };
    case 'refused':
      await settled(publishing, [deliveryKey(delivery)]);
      return mend(publishing, state, outline, announced.error);
  }
}

/** A crash from here on leaves this message in doubt, and no other of its channel. */
async function onRecord(publishing: Publishing, draft: Draft): Promise<'noted' | 'unsaved' | 'over'> {
  const delivery = deliveryKey(draft.outline.delivery);
  let isOwed = false;
  const done = await recorded(publishing, ({ deliveries }) => {
    const row = deliveries.get(delivery);
    isOwed = row !== undefined && isMessage(row) && !row.isVoid;
    return isOwed ? [{ type: 'delivery-tried', delivery, trial: trialOf(draft) }] : [];
  });
  if (!done) return 'unsaved';
  return isOwed ? 'noted' : 'over';
}

function posted({ announcer }: Publishing, { channel, manners }: ChannelState, { outline, page }: Draft) {
  const { key, place } = outline;
  const { asPlainText, withoutMetadata } = manners.get(key) ?? {};
  const isBroadcast = 'isBroadcast' in place && place.isBroadcast;
  return announcer.post({
    ...{ channel, page, ...threadOf(outline) },
    ...(withoutMetadata ? {} : { key }),
    ...(isBroadcast ? { isBroadcast } : {}),
    ...(asPlainText ? { asPlainText } : {}),
  });
}

/** The message as it stands now; what cannot go out at all is dropped. */
async function drawn(
  publishing: Publishing,
  { lost, cardless }: ChannelState,
  delivery: Owed,
): Promise<Draft | undefined> {
  const { newsroom, pages, clock, announcer, quietDays } = publishing;
  const permalink = (channel: string, ts: string) => announcer.permalink(channel, ts);
  const drawing = { pages, now: clock.now(), quietDays, lost, cardless, permalink };
  const draft = await draftOf(newsroom.newsroom, delivery, drawing);
  if (!('drop' in draft)) return draft;
  // The newsroom goes on while this waits for the disk: a lifted embargo brings it back.
  await dropped(publishing, delivery, (state, now) => whyNot(state, delivery, { ...drawing, now }));
  return undefined;
}

/** Recorded before the next post of the channel: a crash may leave one message in doubt, never more. */
export async function recordLanded(
  publishing: Publishing,
  state: ChannelState,
  landed: Landed,
): Promise<Wait> {
  const { outline, standing, isOld } = landed;
  state.landed = landed;
  const isOpenAgain = state.triesParked && !isOld;
  const done = await recorded(publishing, (newsroom, at) => [
    ...changesFor(outline, { ...standing, at }, newsroom),
    ...(isOpenAgain ? openChannel(newsroom, state.channel) : []),
  ]);
  if (!done) return { ms: paces.trouble };
  state.landed = undefined;
  if (isOpenAgain) state.triesParked = false;
  state.manners.delete(outline.key);
  publishing.onStep(stepOf('recorded', outline));
  return { ms: paces.channel };
}

const stepOf = (when: 'drawn' | 'noted' | 'sent' | 'recorded', { place, delivery }: Outline): Step =>
  `${when}:${'opens' in place ? 'card' : delivery.what}`;
