import { appId, teamDomain, teamId } from '../settings.ts';
import type { SlackObject } from '../slack-object.ts';
import type { SlackChannel } from '../state/directory.ts';
import type { ResponseOrigin } from '../state/response-urls.ts';
import type { SlackState } from '../state/slack-state.ts';

/** Slack's long deprecated verification token; signatures have replaced it. */
export const verificationToken = 'fake-verification-token';

/** The fields that every interaction carries. */
export function interactionParts(state: SlackState, user: string): SlackObject {
  const { name, team_id } = state.directory.user(user);
  return {
    api_app_id: appId,
    token: verificationToken,
    team: { id: teamId, domain: teamDomain },
    user: { id: user, name, username: name, team_id },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: state.triggers.issue(user),
  };
}

export function responseUrl(state: SlackState, origin: ResponseOrigin): string {
  return `${state.origin}/response/${state.responseUrls.issue(origin)}`;
}

/** Slack hides the names of private places from commands and interactions. */
export function nameInPayload(channel: SlackChannel): string {
  if (channel.im_user !== undefined) return 'directmessage';
  return channel.is_private ? 'privategroup' : channel.name;
}

export function nowTs(state: SlackState): string {
  return (state.clock.now() / 1000).toFixed(6);
}
