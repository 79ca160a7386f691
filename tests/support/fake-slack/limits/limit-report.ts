export type LimitCode =
  | 'invalid_blocks'
  | 'invalid_arguments'
  | 'msg_too_long'
  | 'metadata_too_large'
  | 'invalid_metadata_format'
  | 'no_text';

export interface LimitProblem {
  code: LimitCode;
  /** In Slack's own words: `must be less than 76 characters [json-pointer:/blocks/0/elements/1/text/text]`. */
  message: string;
}

/** What one payload breaks, gathered whole: a view with three faults is mended in one go. */
export class LimitReport {
  readonly problems: LimitProblem[] = [];
  readonly blockIds = new Set<string>();
  markdownLength = 0;
  tableCount = 0;
  hasInput = false;

  add(place: string, complaint: string, code: LimitCode = 'invalid_blocks'): void {
    this.problems.push({ code, message: `${complaint} [json-pointer:${place}]` });
  }
}
