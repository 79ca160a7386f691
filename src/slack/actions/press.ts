import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Asked } from '../../services/act-on-command.ts';
import type { Form } from '../../services/forms/form.ts';
import type { Desk, Place } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { formNotOpened, openForm } from '../modals/open-form.ts';
import { tellInPrivate } from '../tell.ts';

export type Press = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;
export type Handle = (desk: Desk, press: Press) => Promise<void>;

/** What the button asks; Slack wants a value, so no words are a space. */
export const wordsOf = ({ action }: Press): string => (action.value ?? '').trim();

/** The same words in the same message are the same press, however often somebody clicks. */
export function originOf({ action, body }: Press): { key: string } {
  const { container } = body;
  const where = container['view_id'] ?? `${container['channel_id']}:${container['message_ts']}`;
  const words = createHash('sha256')
    .update(action.value ?? '')
    .digest('base64url')
    .slice(0, 16);
  return { key: `press:${where}:${words}` };
}

/**
 * Where the button stands; nowhere in particular in the App Home. A message that others have answered stands in the
 * channel all the same: whoever presses a button of it there would not see what is said in its thread.
 */
export function placeOf({ body }: Press): Place {
  const channel: unknown = body.channel?.id ?? body.container['channel_id'];
  const threadTs: unknown = body.message?.['thread_ts'] ?? body.container['thread_ts'];
  const isFirst = threadTs === (body.message?.['ts'] ?? body.container['message_ts']);
  return {
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof threadTs === 'string' && !isFirst ? { threadTs } : {}),
  };
}

/** Who asks by pressing it, and where. */
export function askedBy({ publicAnswers }: Desk, press: Press): Asked {
  const { channel, threadTs } = placeOf(press);
  return {
    person: press.body.user.id,
    ...(channel ? { channel } : {}),
    ...(threadTs ? { threadTs } : {}),
    ...(channel && threadTs ? { threadTopics: publicAnswers.topicsIn(channel, threadTs) } : {}),
  };
}

/** A press has a trigger of its own, so it can open what a mention or an old message could not. */
export async function openFromPress(desk: Desk, press: Press, form: Form, draft: Draft): Promise<void> {
  const { body, client } = press;
  const isOpen = await openForm(client, form, { trigger: body.trigger_id, place: draft.place });
  if (isOpen) return;
  await tellInPrivate(formNotOpened(desk, draft), { client, person: body.user.id, place: placeOf(press) });
}
