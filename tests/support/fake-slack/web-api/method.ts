import { type Surface, slackLimitProblems } from '../limits/assert-within-slack-limits.ts';
import type { LimitCode, LimitProblem } from '../limits/limit-report.ts';
import type { SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { SlackState } from '../state/slack-state.ts';

export interface Method {
  /** What the bot token must hold, by the channel where that matters. */
  scope?: (state: SlackState, args: SlackObject) => string | readonly string[];
  needsAppToken?: boolean;
  /** Answers the fields beside `ok`; refuses by throwing SlackRefusal. */
  run: (state: SlackState, args: SlackObject) => SlackObject;
}

/** `groups:read` in a private channel, `channels:read` elsewhere. */
export function channelScope(kind: 'read' | 'history'): (state: SlackState, args: SlackObject) => string {
  return (state, args) => {
    const channel = state.directory.channels.get(String(args.channel));
    if (channel?.im_user !== undefined) return `im:${kind}`;
    return channel?.is_private ? `groups:${kind}` : `channels:${kind}`;
  };
}

/** Refuses in Slack's manner, with the places in `errors` and in `response_metadata.messages`. */
export function refuseBeyondLimits(payload: unknown, surface: Surface): void {
  const problems = slackLimitProblems(payload, surface);
  const [first] = problems;
  if (first !== undefined) throw new SlackRefusal(codeFor(first), detailsOf(problems));
}

function codeFor(problem: LimitProblem): LimitCode {
  return problem.code;
}

function detailsOf(problems: readonly LimitProblem[]): SlackObject {
  const errors = problems.map((problem) => problem.message);
  return { errors, response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) } };
}

export interface Page<T> {
  items: T[];
  response_metadata: { next_cursor: string };
}

/** Cursors are offsets in disguise. */
export function pageOf<T>(items: readonly T[], args: SlackObject, defaultLimit: number): Page<T> {
  const limit = Math.min(Number(args.limit ?? defaultLimit) || defaultLimit, 1000);
  const cursor = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString()) : 0;
  if (Number.isNaN(cursor)) throw new SlackRefusal('invalid_cursor');
  const end = cursor + limit;
  const next_cursor = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(cursor, end), response_metadata: { next_cursor } };
}
