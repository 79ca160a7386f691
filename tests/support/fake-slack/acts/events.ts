import type { Deliver, DeliveryOptions } from '../network/delivery.ts';
import { appId, botUserId, teamId } from '../settings.ts';
import { asObject, asText, type SlackObject } from '../slack-object.ts';
import type { SlackState } from '../state/slack-state.ts';
import { apiMessage } from '../web-api/api-message.ts';
import { nowTs, verificationToken } from './payload-parts.ts';
import { Seen } from './seen.ts';
import { wireText } from './wire-text.ts';

let eventCount = 0;

/** https://docs.slack.dev/apis/events-api#callback-field */
export function eventPayload(state: SlackState, event: SlackObject): SlackObject {
  eventCount += 1;
  return {
    token: verificationToken,
    team_id: teamId,
    api_app_id: appId,
    event: { event_ts: nowTs(state), ...event },
    type: 'event_callback',
    event_id: `Ev${String(eventCount).padStart(8, '0')}`,
    event_time: Math.floor(state.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: state.directory.channels.get(String(event.channel))?.is_ext_shared ?? false,
  };
}

export interface Mention {
  user: string;
  channel: string;
  /** Without the app's name, or with `<@U0SLUGLINE>` where it should stand. */
  text: string;
  threadTs?: string | undefined;
}

export async function mentionApp(
  state: SlackState,
  deliver: Deliver,
  { user, channel, text, threadTs }: Mention,
  options: DeliveryOptions,
): Promise<Seen> {
  const typed = text.includes(botUserId) ? text : `<@${botUserId}> ${text}`;
  const content = { text: wireText(typed, state.directory, { withNames: false }) };
  const said = state.timeline.post({ channel, user, content, threadTs });
  const event = { ...apiMessage(said), type: 'app_mention', channel, event_ts: said.ts };
  const seen = await sendEvent(
    state,
    deliver,
    { user, did: `mentioned the app in ${channel}`, event },
    options,
  );
  return new Seen(state, { ...seen, said });
}

export async function openHome(state: SlackState, deliver: Deliver, user: string): Promise<Seen> {
  const home = state.views.homeOf(user);
  const event: SlackObject = {
    type: 'app_home_opened',
    user,
    channel: state.directory.directChannel(user).id,
    tab: 'home',
    ...(home === undefined ? {} : { view: state.views.describe(home) }),
  };
  return new Seen(state, await sendEvent(state, deliver, { user, did: 'opened the App Home', event }));
}

interface EventAct {
  user: string;
  did: string;
  event: SlackObject;
}

export async function sendEvent(
  state: SlackState,
  deliver: Deliver,
  { user, did, event }: EventAct,
  options: DeliveryOptions = {},
): Promise<ConstructorParameters<typeof Seen>[1]> {
  const payload = eventPayload(state, event);
  const since = state.signal.revision;
  const answer = await deliver('events_api', payload, options);
  return { user, did, since, answer, event: payload };
}

/** The same event_id again, as after an answer that Slack did not get in time. */
export async function redeliverEvent(
  state: SlackState,
  deliver: Deliver,
  event: SlackObject | undefined,
  { attempt, reason }: { attempt: number; reason: string },
): Promise<Seen> {
  if (event === undefined) throw new Error('No event was sent yet that could be redelivered');
  const since = state.signal.revision;
  const answer = await deliver('events_api', event, { retry: { num: attempt, reason } });
  const user = asText(asObject(event.event)?.user) ?? botUserId;
  return new Seen(state, { user, did: 'was redelivered', since, answer, event });
}
