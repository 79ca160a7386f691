import type { SlackAccess } from './connection.ts';

/** Why Slack cannot be listened to, in a line for the person who starts Slugline. */
export function startFault(
  error: Error & { data?: { error?: string }; code?: string },
  { by }: SlackAccess,
): string {
  const said = error.data?.error;
  if (said === 'invalid_auth' || said === 'account_inactive' || said === 'token_revoked') {
    return `Slack refuses a token (${said}): compare SLACK_BOT_TOKEN${by.mode === 'socket' ? ' and SLACK_APP_TOKEN' : ''} with the app's pages and reinstall the app if it was removed`;
  }
  if (error.code === 'EADDRINUSE' && by.mode === 'http') {
    return `PORT ${by.port} is in use by another program: stop it, or set PORT to a free one`;
  }
  return `Slack cannot be reached: ${said ?? error.message}`;
}
