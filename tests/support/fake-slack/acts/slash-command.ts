import { assertWithinSlackLimits } from '../limits/assert-within-slack-limits.ts';
import type { Deliver, DeliveryOptions } from '../network/delivery.ts';
import { appId, teamDomain, teamId } from '../settings.ts';
import { asObject, type SlackObject } from '../slack-object.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Message } from '../state/timeline.ts';
import { nameInPayload, responseUrl, verificationToken } from './payload-parts.ts';
import { Seen } from './seen.ts';
import { wireText } from './wire-text.ts';

export interface TypingOptions {
  /** Slack's should_escape; the workspace's setting when left out. */
  escaped?: boolean;
  delivery?: DeliveryOptions;
}

export interface TypedCommand {
  user: string;
  channel: string;
  /** `/brief ford-xiaomi` */
  typed: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function typeCommand(
  state: SlackState,
  deliver: Deliver,
  { user, channel, typed }: TypedCommand,
  { escaped = state.settings.escapesCommands, delivery = {} }: TypingOptions,
): Promise<Seen> {
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (command === undefined) throw new Error(`A slash command starts with a slash: ${typed}`);
  const place = state.directory.channel(channel);
  const payload: SlackObject = {
    token: verificationToken,
    team_id: teamId,
    team_domain: teamDomain,
    channel_id: place.id,
    channel_name: nameInPayload(place),
    user_id: user,
    user_name: state.directory.user(user).name,
    command,
    text: escaped ? wireText(rest.trim(), state.directory, { withNames: true }) : rest.trim(),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(state, { user, channel: place.id }),
    trigger_id: state.triggers.issue(user),
  };
  const since = state.signal.revision;
  const answer = await deliver('slash_commands', payload, delivery);
  const acknowledged =
    answer.problem === undefined ? showAcknowledgement(state, user, place.id, answer.body) : undefined;
  return new Seen(state, { user, did: `typed ${typed}`, since, answer, acknowledged });
}

/** Slack shows what the acknowledgement carries: a text, or a message; to one person unless in_channel. */
function showAcknowledgement(
  state: SlackState,
  user: string,
  channel: string,
  body: unknown,
): Message | undefined {
  const content = typeof body === 'string' ? { text: body } : asObject(body);
  if (content === undefined || Object.keys(content).length === 0) return undefined;
  assertWithinSlackLimits(content, 'command_ack');
  if (!content.text && !content.blocks) return undefined;
  const ephemeralFor = content.response_type === 'in_channel' ? undefined : user;
  return state.timeline.post({ channel, content, ephemeralFor });
}
