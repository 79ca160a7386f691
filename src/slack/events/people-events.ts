import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../desk.ts';

type Change = SlackEventMiddlewareArgs<'team_join' | 'user_change'> & AllMiddlewareArgs;

/** Somebody came, left, or became something else: who they are is asked anew, and what they own is looked after. */
const changed =
  ({ directory, owners }: Desk) =>
  async ({ event: { user } }: Change): Promise<void> => {
    directory.forgetPerson(user.id);
    await owners.stands(user.id, { hasLeft: user.deleted === true });
  };

export const peopleEvents = { team_join: changed, user_change: changed } as const;
