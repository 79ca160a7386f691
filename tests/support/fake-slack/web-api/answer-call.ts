import type { SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { Fault } from '../state/faults.ts';
import type { Call, SlackState } from '../state/slack-state.ts';
import type { Method } from './method.ts';
import { methods } from './methods.ts';

export type NetworkAnswer =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: SlackObject }
  /** The connection breaks, so that nobody can tell whether it was done. */
  | { kind: 'reset' };

export type TimedAnswer = NetworkAnswer & { delayMs?: number };

/** One call of the Web API, with whatever the test planned to go wrong. */
export function answerCall(
  state: SlackState,
  method: string,
  { token, args }: { token: string | undefined; args: SlackObject },
): TimedAnswer {
  const call: Call = { method, args, at: state.clock.now(), outcome: 'pending' };
  return withFaults(state, call, () => {
    const body = perform(state, method, token, args);
    return {
      kind: 'answer',
      status: body.ok === true ? 200 : statusOf(body),
      headers: headersOf(body),
      body,
    };
  });
}

/** Also used for response_urls, which are lost, slowed down and counted in the same way. */
export function withFaults(state: SlackState, call: Call, land: () => NetworkAnswer): TimedAnswer {
  state.calls.push(call);
  const fault = state.faults.take(call.method, call.args);
  const answer = answerThrough(fault, land);
  call.outcome = outcomeOf(answer);
  state.signal.raise();
  return answer;
}

function answerThrough(fault: Fault | undefined, land: () => NetworkAnswer): TimedAnswer {
  if (fault === undefined) return land();
  if ('error' in fault) return answered(200, { ok: false, error: fault.error });
  if ('rateLimitedForSeconds' in fault) return rateLimited(fault.rateLimitedForSeconds);
  if ('slowMs' in fault) return { ...land(), delayMs: fault.slowMs };
  if ('status' in fault) {
    if (fault.landed) land();
    return answered(fault.status, { ok: false, error: 'internal_error' });
  }
  if (fault.reset === 'after-landing') land();
  return { kind: 'reset' };
}

function perform(state: SlackState, name: string, token: string | undefined, args: SlackObject): SlackObject {
  try {
    const method = methods[name];
    if (method === undefined) throw new SlackRefusal('unknown_method', { req_method: name });
    authorize(state, method, token, args);
    if (name === 'chat.postMessage') refuseAboveChannelRate(state, args);
    return { ok: true, ...method.run(state, args) };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { ok: false, error: error.code, ...error.details };
  }
}

function authorize(state: SlackState, method: Method, token: string | undefined, args: SlackObject): void {
  const { botToken, appToken, scopes } = state.settings;
  if (token === undefined || token === '') throw new SlackRefusal('not_authed');
  if (token !== botToken && token !== appToken) throw new SlackRefusal('invalid_auth');
  if ((token === appToken) !== (method.needsAppToken ?? false)) {
    throw new SlackRefusal('not_allowed_token_type');
  }
  const needed = [method.scope?.(state, args) ?? []].flat().find((scope) => !scopes.includes(scope));
  if (needed !== undefined) {
    throw new SlackRefusal('missing_scope', { needed, provided: scopes.join(',') });
  }
}

/** https://docs.slack.dev/apis/web-api/rate-limits: one message a second in a channel. */
function refuseAboveChannelRate(state: SlackState, args: SlackObject): void {
  if (!state.settings.enforcesChannelRate) return;
  const earlier = state.calls.filter(
    (call) =>
      call.method === 'chat.postMessage' && call.outcome === 'ok' && call.args.channel === args.channel,
  );
  const last = earlier.at(-1);
  if (last !== undefined && state.clock.now() - last.at < 1000) throw new SlackRefusal('ratelimited');
}

function statusOf(body: SlackObject): number {
  return body.error === 'ratelimited' ? 429 : 200;
}

function headersOf(body: SlackObject): Record<string, string> {
  return statusOf(body) === 429 ? { 'retry-after': '1' } : {};
}

function answered(status: number, body: SlackObject): NetworkAnswer {
  return { kind: 'answer', status, headers: {}, body };
}

function rateLimited(seconds: number): NetworkAnswer {
  const body = { ok: false, error: 'ratelimited' };
  return { kind: 'answer', status: 429, headers: { 'retry-after': String(seconds) }, body };
}

function outcomeOf(answer: TimedAnswer): string {
  if (answer.kind === 'reset') return 'reset';
  if (answer.status !== 200) return String(answer.status);
  return answer.body.ok === true ? 'ok' : String(answer.body.error);
}
