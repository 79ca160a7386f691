import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../desk.ts';

type Uninstalled = SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs;
type Revoked = SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs;

const appUninstalled =
  ({ onRevoked }: Desk) =>
  async (_: Uninstalled): Promise<void> =>
    onRevoked('uninstalled');

/** Slack names the users whose tokens are void; a person's own token is none of ours. */
const tokensRevoked =
  ({ onRevoked, botUserId }: Desk) =>
  async ({ event }: Revoked): Promise<void> => {
    if (event.tokens.bot?.includes(botUserId)) onRevoked('token revoked');
  };

export const installEvents = { app_uninstalled: appUninstalled, tokens_revoked: tokensRevoked } as const;
