import type { Deliver, DeliveryOptions } from '../network/delivery.ts';
import type { SlackObject } from '../slack-object.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Message } from '../state/timeline.ts';
import type { OpenView } from '../state/view-stacks.ts';
import { apiMessage } from '../web-api/api-message.ts';
import { type Chosen, elementValue } from './element-value.ts';
import { findElement } from './find-element.ts';
import { interactionParts, nameInPayload, nowTs, responseUrl } from './payload-parts.ts';
import { Seen } from './seen.ts';
import { type Values, viewValues } from './view-values.ts';

export interface UseOptions {
  /** What the other fields of the view hold at that moment. */
  values?: Values;
  delivery?: DeliveryOptions;
}

export interface ElementUse {
  user: string;
  target: Message | OpenView;
  /** The label, the action_id, or block_id/action_id. */
  element: string;
  chosen?: Chosen | undefined;
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function useElement(
  state: SlackState,
  deliver: Deliver,
  { user, target, element: wanted, chosen }: ElementUse,
  { values = {}, delivery = {} }: UseOptions,
): Promise<Seen> {
  const { block, element } = findElement(target.blocks, wanted);
  const action = {
    ...actionOf(element, chosen),
    block_id: block.block_id,
    action_ts: nowTs(state),
  };
  const fields = { values: viewValues(target.blocks, values) };
  const payload: SlackObject = {
    type: 'block_actions',
    ...interactionParts(state, user),
    ...(isMessage(target)
      ? { ...messageParts(state, user, target), state: fields }
      : {
          container: { type: 'view', view_id: target.id },
          view: state.views.describe(target, fields.values),
        }),
    actions: [action],
  };
  const since = state.signal.revision;
  const answer = await deliver('interactive', payload, delivery);
  return new Seen(state, { user, did: `used “${wanted}”`, since, answer });
}

export interface ShortcutUse {
  user: string;
  callbackId: string;
  /** A message shortcut, where given; a global one otherwise. */
  message?: Message | undefined;
}

export async function useShortcut(
  state: SlackState,
  deliver: Deliver,
  { user, callbackId, message }: ShortcutUse,
  options: DeliveryOptions,
): Promise<Seen> {
  const common = { ...interactionParts(state, user), callback_id: callbackId, action_ts: nowTs(state) };
  const payload: SlackObject =
    message === undefined
      ? { type: 'shortcut', ...common }
      : { type: 'message_action', ...common, ...messageShortcutParts(state, user, message) };
  const since = state.signal.revision;
  const answer = await deliver('interactive', payload, options);
  return new Seen(state, { user, did: `chose the shortcut ${callbackId}`, since, answer });
}

export function isMessage(target: Message | OpenView): target is Message {
  return 'ts' in target;
}

/** An ephemeral message is stored nowhere, so that its payload cannot carry it. */
function messageParts(state: SlackState, user: string, source: Message): SlackObject {
  const isEphemeral = source.ephemeralFor !== undefined;
  const channel = state.directory.channel(source.channel);
  return {
    container: {
      type: 'message',
      message_ts: source.ts,
      channel_id: source.channel,
      is_ephemeral: isEphemeral,
      ...(source.thread_ts === undefined ? {} : { thread_ts: source.thread_ts }),
    },
    channel: { id: channel.id, name: nameInPayload(channel) },
    ...(isEphemeral ? {} : { message: apiMessage(source) }),
    response_url: responseUrl(state, { user, channel: source.channel, source }),
  };
}

function messageShortcutParts(state: SlackState, user: string, source: Message): SlackObject {
  const channel = state.directory.channel(source.channel);
  return {
    message_ts: source.ts,
    channel: { id: channel.id, name: nameInPayload(channel) },
    message: apiMessage(source),
    // A message shortcut answers beside the message, never in its place.
    response_url: responseUrl(state, { user, channel: source.channel }),
  };
}

function actionOf(element: SlackObject, chosen: Chosen | undefined): SlackObject {
  const {
    confirm: _confirm,
    options: _options,
    option_groups: _groups,
    focus_on_load: _focus,
    ...rest
  } = element;
  return { ...rest, ...elementValue(element, chosen) };
}
