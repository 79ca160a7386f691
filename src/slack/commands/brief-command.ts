import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { actOnCommand } from '../../services/act-on-command.ts';
import type { Desk } from '../desk.ts';
import { isHeard } from '../is-heard.ts';
import { formNotOpened, openForm } from '../modals/open-form.ts';
import { settleWithin } from '../settle-within.ts';
import { privateAnswer } from '../views/private-answer.ts';

/** The answer travels in the acknowledgement: one round trip, and nothing that could be lost apart from it. */
export const briefCommand =
  (desk: Desk) =>
  async ({
    command,
    ack,
    respond,
    client,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { text: words, trigger_id: trigger, channel_id: channel } = command;
    // The trigger names this very command: Slack sends the same one again when it doubts that we have it.
    const origin = { key: `command:${trigger}` };
    const work = actOnCommand(desk.office, words, { person: command.user_id, origin, channel });
    const inTime = await settleWithin(work);
    if (inTime && 'page' in inTime) {
      const message = privateAnswer(inTime.page);
      // Slack then shows that we did not answer; the address that came with the command works for half an hour.
      if (!(await isHeard(ack(message)))) await respond(message);
      return;
    }
    await isHeard(ack());

    const outcome = await work;
    const place = { channel };
    if ('page' in outcome) {
      await respond(privateAnswer(outcome.page));
    } else if (!(await openForm(client, outcome, { trigger, place }))) {
      await respond({ response_type: 'ephemeral', ...formNotOpened(desk, { words, origin, place }) });
    }
  };
