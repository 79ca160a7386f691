import { isObject, type SlackObject } from '../slack-object.ts';
import type { LimitReport } from './limit-report.ts';

export interface TextRule {
  max: number;
  plainOnly?: boolean;
}

const textFields = { plain_text: ['type', 'text', 'emoji'], mrkdwn: ['type', 'text', 'verbatim'] };

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function checkTextObject(report: LimitReport, place: string, value: unknown, rule: TextRule): void {
  if (!isObject(value)) {
    report.add(place, `must be a text object, got ${describe(value)}`);
    return;
  }
  if (value.type !== 'plain_text' && value.type !== 'mrkdwn') {
    report.add(`${place}/type`, `must be plain_text or mrkdwn, got ${describe(value.type)}`);
    return;
  }
  if (rule.plainOnly && value.type !== 'plain_text') {
    report.add(`${place}/type`, 'must be a valid enum value: plain_text');
  }
  checkKnownFields(report, place, value, textFields[value.type]);
  checkString(report, `${place}/text`, value.text, { min: 1, max: rule.max });
}

export function checkString(
  report: LimitReport,
  place: string,
  value: unknown,
  { min = 0, max }: { min?: number; max: number },
): void {
  if (typeof value !== 'string') {
    report.add(place, `must be a string, got ${describe(value)}`);
    return;
  }
  if (value.length < min) report.add(place, `must be more than ${min - 1} characters`);
  if (value.length > max) report.add(place, `must be less than ${max + 1} characters, has ${value.length}`);
}

export function checkOptionalString(report: LimitReport, place: string, value: unknown, max: number): void {
  if (value !== undefined) checkString(report, place, value, { max });
}

export function checkOptionalText(report: LimitReport, place: string, value: unknown, rule: TextRule): void {
  if (value !== undefined) checkTextObject(report, place, value, rule);
}

/** Answers the items, having reported a list that is missing, too short or too long. */
export function checkList(
  report: LimitReport,
  place: string,
  value: unknown,
  { min = 1, max }: { min?: number; max: number },
): unknown[] {
  if (!Array.isArray(value)) {
    report.add(place, `must be an array, got ${describe(value)}`);
    return [];
  }
  if (value.length < min) report.add(place, `no fewer than ${min} items allowed`);
  if (value.length > max) report.add(place, `no more than ${max} items allowed, has ${value.length}`);
  return value;
}

/** Slack refuses a field that it does not know instead of ignoring it. */
export function checkKnownFields(
  report: LimitReport,
  place: string,
  object: SlackObject,
  known: readonly string[],
): void {
  for (const [field, value] of Object.entries(object)) {
    if (value !== undefined && !known.includes(field)) {
      report.add(place, `invalid additional property: ${field}`);
    }
  }
}

export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value)?.slice(0, 60) ?? String(value);
}
