import { assertWithinSlackLimits } from '../limits/assert-within-slack-limits.ts';
import type { Deliver, DeliveryAnswer, DeliveryOptions } from '../network/delivery.ts';
import { asObject, type SlackObject } from '../slack-object.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { OpenView } from '../state/view-stacks.ts';
import { findElement } from './find-element.ts';
import { interactionParts } from './payload-parts.ts';
import { Seen } from './seen.ts';
import { assertSubmittable, type Values, viewValues } from './view-values.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submitModal(
  state: SlackState,
  deliver: Deliver,
  { user, view, values }: { user: string; view: OpenView; values: Values },
  options: DeliveryOptions,
): Promise<Seen> {
  if (view.body.submit === undefined) throw new Error(`The modal ${view.callback_id} has no submit button`);
  assertSubmittable(view.blocks, values);
  const described = state.views.describe(view, viewValues(view.blocks, values));
  const payload: SlackObject = {
    type: 'view_submission',
    ...interactionParts(state, user),
    view: described,
    response_urls: [],
  };
  const since = state.signal.revision;
  const answer = await deliver('interactive', payload, options);
  const errors = applySubmission(state, view, answer);
  return new Seen(state, { user, did: `submitted ${view.callback_id}`, since, answer, errors });
}

/** The person takes the modal away; the app hears of it only if it asked to. */
export async function closeModal(
  state: SlackState,
  deliver: Deliver,
  { user, view }: { user: string; view: OpenView },
): Promise<Seen | undefined> {
  state.views.close(user);
  if (view.body.notify_on_close !== true) return undefined;
  const { trigger_id: _trigger, ...parts } = interactionParts(state, user);
  const since = state.signal.revision;
  const payload = { type: 'view_closed', ...parts, view: state.views.describe(view), is_cleared: false };
  const answer = await deliver('interactive', payload);
  return new Seen(state, { user, did: `closed ${view.callback_id}`, since, answer });
}

/** Asks the app for the options of an external select, as each typed letter does. */
export async function lookUpOptions(
  state: SlackState,
  deliver: Deliver,
  { user, view, element: wanted, typed }: { user: string; view: OpenView; element: string; typed: string },
): Promise<DeliveryAnswer> {
  const { block, element } = findElement(view.blocks, wanted);
  const { trigger_id: _trigger, ...parts } = interactionParts(state, user);
  return await deliver('interactive', {
    type: 'block_suggestion',
    ...parts,
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed,
    container: { type: 'view', view_id: view.id },
    view: state.views.describe(view),
  });
}

/** Answers the errors that stay on the form; an empty acknowledgement closes the modal. */
function applySubmission(state: SlackState, view: OpenView, answer: DeliveryAnswer): Record<string, string> {
  // Slack keeps the modal open and says that it could not connect.
  if (answer.problem !== undefined) return {};
  const body = asObject(answer.body) ?? {};
  const action = body.response_action;
  if (action === undefined) state.views.close(view.user);
  else if (action === 'clear') state.views.close(view.user, { all: true });
  else if (action === 'errors') return errorsIn(view, body);
  else if (action === 'update') state.views.update(view, nextView(body));
  else if (action === 'push') state.views.push(view.user, nextView(body));
  else throw new Error(`Slack knows no response_action ${String(action)}`);
  return {};
}

function nextView(body: SlackObject): SlackObject {
  assertWithinSlackLimits(body.view, 'modal');
  return asObject(body.view) ?? {};
}

/** Slack shows an error only under an input block, and drops the whole answer for an unknown one. */
function errorsIn(view: OpenView, body: SlackObject): Record<string, string> {
  const errors = Object.entries(asObject(body.errors) ?? {}).map(([id, text]) => [id, String(text)] as const);
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  for (const [blockId] of errors) {
    if (!inputs.includes(blockId)) throw new Error(`No input block ${blockId} could show its error`);
  }
  if (errors.length === 0) throw new Error('response_action errors came without errors');
  return Object.fromEntries(errors);
}
