import type { SlackObject } from './slack-object.ts';

/** Thrown by a Web API method to answer `{ ok: false, error }`, as Slack does with status 200. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal';
  readonly code: string;
  readonly details: SlackObject;

  constructor(code: string, details: SlackObject = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
