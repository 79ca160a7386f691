import { isObject, type SlackObject } from '../slack-object.ts';
import type { LimitReport } from './limit-report.ts';
import {
  checkKnownFields,
  checkList,
  checkOptionalString,
  checkOptionalText,
  checkString,
  checkTextObject,
  describe,
} from './text-limits.ts';

interface OptionRule {
  /** Only radio buttons and checkboxes may show mrkdwn. */
  mayBeMrkdwn?: boolean;
  mayHaveUrl?: boolean;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export function checkOptions(
  report: LimitReport,
  place: string,
  value: unknown,
  { min = 1, max, ...rule }: OptionRule & { min?: number; max: number },
): void {
  const values = new Set<unknown>();
  for (const [index, option] of checkList(report, place, value, { min, max }).entries()) {
    checkOption(report, `${place}/${index}`, option, rule);
    if (!isObject(option)) continue;
    if (values.has(option.value)) {
      report.add(`${place}/${index}/value`, `duplicate option value ${describe(option.value)}`);
    }
    values.add(option.value);
  }
}

function checkOption(report: LimitReport, place: string, option: unknown, rule: OptionRule): void {
  if (!isObject(option)) {
    report.add(place, `must be an option, got ${describe(option)}`);
    return;
  }
  checkKnownFields(report, place, option, [
    'text',
    'value',
    'description',
    ...(rule.mayHaveUrl ? ['url'] : []),
  ]);
  checkTextObject(report, `${place}/text`, option.text, { max: 75, plainOnly: !rule.mayBeMrkdwn });
  checkString(report, `${place}/value`, option.value, { min: 1, max: 150 });
  checkOptionalText(report, `${place}/description`, option.description, {
    max: 75,
    plainOnly: !rule.mayBeMrkdwn,
  });
  checkOptionalString(report, `${place}/url`, option.url, 3000);
}

export function checkSelectOptions(report: LimitReport, place: string, element: SlackObject): void {
  if ((element.options === undefined) === (element.option_groups === undefined)) {
    report.add(place, 'must define exactly one of: options, option_groups');
    return;
  }
  if (element.options !== undefined) {
    checkOptions(report, `${place}/options`, element.options, { max: 100 });
    return;
  }
  const groups = checkList(report, `${place}/option_groups`, element.option_groups, { max: 100 });
  for (const [index, group] of groups.entries()) {
    const groupPlace = `${place}/option_groups/${index}`;
    if (!isObject(group)) {
      report.add(groupPlace, 'must be an option group');
      continue;
    }
    checkTextObject(report, `${groupPlace}/label`, group.label, { max: 75, plainOnly: true });
    checkOptions(report, `${groupPlace}/options`, group.options, { max: 100 });
  }
}

/** An initial option must be one of those offered, whole: Slack compares text and value. */
export function checkInitialOptions(report: LimitReport, place: string, element: SlackObject): void {
  const offered = offeredOptions(element).map((option) => JSON.stringify(comparable(option)));
  const chosen: [string, unknown][] = [];
  if (element.initial_option !== undefined) {
    chosen.push([`${place}/initial_option`, element.initial_option]);
  }
  if (element.initial_options !== undefined) {
    checkList(report, `${place}/initial_options`, element.initial_options, { max: 100 }).forEach(
      (option, index) => {
        chosen.push([`${place}/initial_options/${index}`, option]);
      },
    );
  }
  for (const [where, option] of chosen) {
    if (!offered.includes(JSON.stringify(comparable(option)))) {
      report.add(where, 'must be one of the options');
    }
  }
}

export function offeredOptions(element: SlackObject): SlackObject[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const lists = [element.options, ...groups.map((group) => group.options)];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
}

function comparable(option: unknown): unknown {
  if (!isObject(option)) return option;
  return [isObject(option.text) ? option.text.text : undefined, option.value];
}
