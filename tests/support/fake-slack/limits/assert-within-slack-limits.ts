import { asObject, isObject, objectsIn, type SlackObject } from '../slack-object.ts';
import { checkBlocks } from './block-limits.ts';
import { type LimitCode, type LimitProblem, LimitReport } from './limit-report.ts';
import { checkMetadata } from './metadata-limits.ts';
import { checkOptionalString, checkOptionalText, checkTextObject } from './text-limits.ts';

export type Surface = 'message' | 'ephemeral' | 'response_url' | 'command_ack' | 'modal' | 'home';

export class SlackLimitError extends Error {
  override readonly name = 'SlackLimitError';
  readonly code: LimitCode;
  readonly problems: readonly string[];

  constructor(surface: Surface, problems: readonly LimitProblem[]) {
    const messages = problems.map((problem) => problem.message);
    super(`Slack would refuse this ${surface}: ${messages.join('; ')}`);
    this.code = problems[0]?.code ?? 'invalid_blocks';
    this.problems = messages;
  }
}

/** Throws with every offending place named, in the form `… [json-pointer:/blocks/0/text/text]`. */
export function assertWithinSlackLimits(payload: unknown, surface: Surface): void {
  const problems = slackLimitProblems(payload, surface);
  if (problems.length > 0) throw new SlackLimitError(surface, problems);
}

/** `payload` is a message, a bare text, a bare list of blocks, or a view. */
export function slackLimitProblems(payload: unknown, surface: Surface): LimitProblem[] {
  const report = new LimitReport();
  if (surface === 'modal' || surface === 'home') checkView(report, payload, surface);
  else checkMessage(report, asMessage(payload));
  return report.problems;
}

function asMessage(payload: unknown): SlackObject {
  if (typeof payload === 'string') return { text: payload };
  if (Array.isArray(payload)) return { blocks: payload };
  return asObject(payload) ?? {};
}

function checkMessage(report: LimitReport, message: SlackObject): void {
  if (message.text !== undefined && typeof message.text !== 'string') {
    report.add('/text', 'must be a string', 'invalid_arguments');
  }
  if (typeof message.text === 'string' && message.text.length > 40_000) {
    report.add('/text', `must be less than 40001 characters, has ${message.text.length}`, 'msg_too_long');
  }
  if (message.blocks !== undefined) checkBlocks(report, '/blocks', message.blocks, 50);
  objectsIn(message.attachments).forEach((attachment, index) => {
    if (attachment.blocks !== undefined) {
      checkBlocks(report, `/attachments/${index}/blocks`, attachment.blocks, 50);
    }
  });
  if (message.metadata !== undefined) checkMetadata(report, message.metadata);
}

function checkView(report: LimitReport, view: unknown, surface: 'modal' | 'home'): void {
  if (!isObject(view)) {
    report.add('/view', 'must be a view');
    return;
  }
  if (view.type !== surface) report.add('/view/type', `must be ${surface}`);
  checkBlocks(report, '/view/blocks', view.blocks, 100);
  checkOptionalString(report, '/view/private_metadata', view.private_metadata, 3000);
  checkOptionalString(report, '/view/callback_id', view.callback_id, 255);
  checkOptionalString(report, '/view/external_id', view.external_id, 255);
  if (surface === 'home') return;

  checkTextObject(report, '/view/title', view.title, { max: 24, plainOnly: true });
  checkOptionalText(report, '/view/submit', view.submit, { max: 24, plainOnly: true });
  checkOptionalText(report, '/view/close', view.close, { max: 24, plainOnly: true });
  if (report.hasInput && view.submit === undefined) {
    report.add('/view/submit', 'submit is required when blocks contain an input');
  }
}
