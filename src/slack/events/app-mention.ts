import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { problemPage } from '../../domain/pages/problem-page.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Desk } from '../desk.ts';
import { pageMessage } from '../views/page-message.ts';

type Mention = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Slack has its answer before this runs, and delivers an event again when it doubts that it arrived. */
export const appMention =
  (desk: Desk) =>
  async ({ event, context, client }: Mention): Promise<void> => {
    const isPerson =
      event.user !== undefined && event.bot_id === undefined && event.subtype !== 'bot_message';
    if (!isPerson || event.user === undefined) return;
    const words = event.text.replaceAll(`<@${context.botUserId}>`, ' ').replace(/^\s*[:,]\s*/, '');
    const answered = await desk.publicAnswers.mention({
      key: `mention:${event.channel}:${event.ts}`,
      channel: event.channel,
      words: words.trim() === '' ? 'help' : words,
      by: event.user,
      threadTs: event.thread_ts ?? event.ts,
      inThread: event.thread_ts !== undefined,
    });
    if (answered === undefined || !isProblem(answered)) return;
    const { user, channel } = event;
    await client.chat.postEphemeral({ user, channel, ...pageMessage(problemPage(answered), 'private') });
  };
