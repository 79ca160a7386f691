import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { bold, type Part } from '../../domain/pages/page.ts';
import { problemPage } from '../../domain/pages/problem-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { answer } from '../../services/commands/commands.ts';
import { withoutShare } from '../../services/public-answers.ts';
import { type Desk, privately } from '../desk.ts';
import { pageMessage } from '../views/page-message.ts';

type Press = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;
type Handle = (desk: Desk, press: Press) => Promise<void>;

/** What a press does, by the word before the colon of its action id. */
const handlers: { readonly [action: string]: Handle } = {
  /** Turns the page that only the presser sees. */
  turn: async (desk, { action, respond }) => {
    const { page } = answer(action.value ?? '', privately(desk));
    await respond({ response_type: 'ephemeral', replace_original: true, ...pageMessage(page, 'private') });
  },

  /** Answers the presser beside a message that everybody sees, in its thread if it has one. */
  ask: async (desk, { action, body, respond }) => {
    const { page } = answer(action.value ?? '', privately(desk));
    const threadTs: unknown = body.message?.['thread_ts'];
    await respond({
      response_type: 'ephemeral',
      replace_original: false,
      ...(typeof threadTs === 'string' ? { thread_ts: threadTs } : {}),
      ...pageMessage(page, 'private'),
    });
  },

  share: async (desk, { action, body, respond }) => {
    const words = action.value ?? '';
    const channel = body.channel?.id ?? body.container['channel_id'];
    const key = `share:${channel}:${body.container['message_ts']}:${words}`;
    const asked = { key, channel, words, by: body.user.id, sharedBy: body.user.name ?? body.user.id };
    const shared = await desk.publicAnswers.share(asked);
    if (shared !== undefined && isProblem(shared)) {
      const message = pageMessage(problemPage(shared), 'private');
      await respond({ response_type: 'ephemeral', replace_original: false, ...message });
      return;
    }
    const { page } = answer(words, privately(desk));
    const note: Part = { part: 'context', text: [bold('Shared to this channel.')] };
    const kept = { parts: [note, ...withoutShare(page).parts] };
    await respond({ response_type: 'ephemeral', replace_original: true, ...pageMessage(kept, 'private') });
  },
};

/** The one listener for every button: Bolt would walk each registered one at every request. */
export const buttonActions =
  (desk: Desk) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const handle = handlers[press.action.action_id.split(':')[0] ?? ''];
    if (!handle) throw new Error(`no handler for the button ${press.action.action_id}`);
    await handle(desk, press);
  };
