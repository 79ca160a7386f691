import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answer } from '../../services/commands/commands.ts';
import { type Desk, privately } from '../desk.ts';
import { pageMessage } from '../views/page-message.ts';

/** The answer travels in the acknowledgement: one round trip, and nothing that could be lost apart from it. */
export const briefCommand =
  (desk: Desk) =>
  async ({ command, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { page } = answer(command.text, privately(desk));
    await ack({ response_type: 'ephemeral', ...pageMessage(page, 'private') });
  };
