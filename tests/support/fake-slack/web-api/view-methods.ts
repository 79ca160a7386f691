import { asObject, type SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { OpenView } from '../state/view-stacks.ts';
import { type Method, refuseBeyondLimits } from './method.ts';

export const viewMethods: Record<string, Method> = {
  'views.open': { run: open },
  'views.push': { run: push },
  'views.update': { run: update },
  'views.publish': { run: publish },
};

function open(state: SlackState, args: SlackObject): SlackObject {
  const body = viewIn(args, 'modal');
  const user = state.triggers.redeem(args.trigger_id);
  return answer(state, state.views.open(user, body));
}

function push(state: SlackState, args: SlackObject): SlackObject {
  const body = viewIn(args, 'modal');
  const user = state.triggers.redeem(args.trigger_id);
  return answer(state, state.views.push(user, body));
}

function update(state: SlackState, args: SlackObject): SlackObject {
  const view = state.views.find({ id: args.view_id, externalId: args.external_id });
  return answer(state, state.views.update(view, viewIn(args, view.type), args.hash));
}

function publish(state: SlackState, args: SlackObject): SlackObject {
  const body = viewIn(args, 'home');
  const user = state.directory.user(args.user_id);
  return answer(state, state.views.publishHome(user.id, body, args.hash));
}

function viewIn(args: SlackObject, surface: 'modal' | 'home'): SlackObject {
  const view = asObject(args.view);
  if (view === undefined) throw new SlackRefusal('invalid_arguments');
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) throw new SlackRefusal('view_too_large');
  refuseBeyondLimits(view, surface);
  return view;
}

function answer(state: SlackState, view: OpenView): SlackObject {
  return { view: state.views.describe(view) };
}
