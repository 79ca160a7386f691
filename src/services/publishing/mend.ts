import { deliveryKey } from '../../domain/records/delivery.ts';
import { topicKey } from '../../domain/records/identifiers.ts';
import { threadKey } from '../../domain/records/thread.ts';
import type { ChannelState, Manner, Wait } from './channel-state.ts';
import { dropped } from './dropped.ts';
import { type Outline, threadOf } from './outline.ts';
import { paces } from './pacing.ts';
import { type Publishing, recorded } from './publishing.ts';
import { type Remedy, remedyFor } from './remedies.ts';

interface Refused {
  publishing: Publishing;
  state: ChannelState;
  outline: Outline;
  error: string;
}

/** Does what a refusal asks for, so that the next attempt may do better. */
export async function mend(
  publishing: Publishing,
  state: ChannelState,
  outline: Outline,
  error: string,
): Promise<Wait> {
  await acts[remedyFor(error)]({ publishing, state, outline, error });
  return { ms: paces.channel };
}

const acts: { [R in Remedy]: (refused: Refused) => Promise<void> } = {
  park,
  'new-thread': leaveThread,
  'plain-text': (refused) => sentAgain(refused, { asPlainText: true }),
  'without-metadata': (refused) => sentAgain(refused, { withoutMetadata: true }),
  halt: async ({ publishing, error }) => publishing.halt(error),
};

async function park({ publishing, state, outline, error }: Refused): Promise<void> {
  state.triesParked = false;
  if (await publishing.park(state.channel, error)) return;
  // A channel that follows nothing any more need not be told so for ever.
  if (outline.delivery.what === 'announcement')
    await dropped(publishing, outline.delivery, `Slack does not take it: ${error}`);
  else state.isClosed = true;
}

/** Nothing can be said there any more: what follows opens a card of its own. */
async function leaveThread(refused: Refused): Promise<void> {
  const { publishing, state, outline, error } = refused;
  const { channel } = state;
  const { threadTs: ts } = threadOf(outline);
  if (ts === undefined) return park(refused);
  publishing.log.warn({ channel, error }, 'a thread takes no more replies');
  state.lost.add(ts);
  await recorded(publishing, (newsroom) =>
    newsroom.threads.get(threadKey({ channel, ts })) ? [{ type: 'thread-closed', channel, ts }] : [],
  );
}

/**
 * Once: what is refused in that form, too, will not be taken in any. A card takes nothing with it: what it was opened
 * for goes into the channel.
 */
async function sentAgain({ publishing, state, outline, error }: Refused, otherwise: Manner): Promise<void> {
  const { key, delivery, place } = outline;
  const before = state.manners.get(key) ?? {};
  const isNew = Object.keys(otherwise).some((how) => !(how in before));
  const facts = { delivery: deliveryKey(delivery), error, ...otherwise };
  publishing.log.error(facts, 'Slack does not take a message as we made it');
  if (isNew) state.manners.set(key, { ...before, ...otherwise });
  else if ('opens' in place) state.cardless.add(topicKey(place.opens));
  else await dropped(publishing, delivery, `Slack does not take it: ${error}`);
}
