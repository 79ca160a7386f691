import {
  assertWithinSlackLimits,
  SlackLimitError,
  type Surface,
  slackLimitProblems,
} from '../support/fake-slack/limits/assert-within-slack-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (fields: object = {}) => ({
  type: 'button',
  text: plain('Share'),
  action_id: 'share',
  ...fields,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string, fields: object = {}) => ({ text: plain(value), value, ...fields });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const field = (element: object) => ({ type: 'input', label: plain('Text'), element });
const textInput = (fields: object = {}) => ({ type: 'plain_text_input', action_id: 'text', ...fields });
const select = (fields: object) => ({ type: 'static_select', action_id: 'kind', ...fields });
const modal = (fields: object = {}) => ({
  type: 'modal',
  title: plain('Add an entry'),
  submit: plain('Add'),
  blocks: [section('x')],
  ...fields,
});
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

function problems(payload: unknown, surface: Surface = 'message'): string[] {
  return slackLimitProblems(payload, surface).map((problem) => problem.message);
}

describe('a message that Slack takes', () => {
  test.each([
    ['a bare text', 'Ford confirms talks'],
    ['the longest text', { text: long(40_000) }],
    ['fifty blocks', { blocks: times(50, section('x')) }],
    ['a section with ten fields', [{ type: 'section', fields: times(10, mrkdwn(long(2000))) }]],
    ['a header of 150', [{ type: 'header', text: plain(long(150)) }]],
    ['ten context elements', [{ type: 'context', elements: times(10, mrkdwn('x')) }]],
    ['a verbatim text', [{ type: 'section', text: { ...mrkdwn('x'), verbatim: true } }]],
    ['an image', [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A chart' }]],
    [
      'a button with everything',
      [
        actions(
          button({
            value: long(2000),
            url: 'https://example.com',
            style: 'danger',
            accessibility_label: 'Share it',
            confirm: { title: plain('Sure?'), text: mrkdwn('x'), confirm: plain('Yes'), deny: plain('No') },
          }),
        ),
      ],
    ],
    [
      'a select with its initial option',
      [actions(select({ options: options(100), initial_option: option('o7') }))],
    ],
    ['a divider', [{ type: 'divider', block_id: 'd' }]],
    [
      'rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
        },
      ],
    ],
  ])('%s', (_name, payload) => {
    expect(problems(payload)).toEqual([]);
  });
});

describe('a message that Slack refuses, with the place named', () => {
  test.each<[string, unknown, string]>([
    [
      '51 blocks',
      { blocks: times(51, section('x')) },
      'no more than 50 items allowed, has 51 [json-pointer:/blocks]',
    ],
    ['an unknown block', [{ type: 'banner' }], 'unknown block type: banner [json-pointer:/blocks/0/type]'],
    [
      'an unknown element',
      [actions({ type: 'slider' })],
      'unknown element type: slider [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'an element in the wrong block',
      [actions(textInput())],
      'element not allowed here: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [
      'a section of 3,001',
      [section('x'), section(long(3001))],
      'must be less than 3001 characters, has 3001 [json-pointer:/blocks/1/text/text]',
    ],
    [
      'a section without text',
      [{ type: 'section' }],
      'must define either text or fields [json-pointer:/blocks/0]',
    ],
    [
      'eleven fields',
      [{ type: 'section', fields: times(11, mrkdwn('x')) }],
      'no more than 10 items allowed, has 11 [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field of 2,001',
      [{ type: 'section', fields: [mrkdwn(long(2001))] }],
      'must be less than 2001 characters, has 2001 [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: mrkdwn('x') }],
      'must be a valid enum value: plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a header of 151',
      [{ type: 'header', text: plain(long(151)) }],
      'must be less than 151 characters, has 151 [json-pointer:/blocks/0/text/text]',
    ],
    [
      'eleven context elements',
      [{ type: 'context', elements: times(11, mrkdwn('x')) }],
      'no more than 10 items allowed, has 11 [json-pointer:/blocks/0/elements]',
    ],
    [
      'a long button',
      [actions(button({ text: plain(long(76)) }))],
      'must be less than 76 characters, has 76 [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a long value',
      [actions(button({ value: long(2001) }))],
      'must be less than 2001 characters, has 2001 [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'an image without alt_text',
      [{ type: 'image', image_url: 'https://example.com/a.png' }],
      'must be a string, got nothing [json-pointer:/blocks/0/alt_text]',
    ],
    [
      'two blocks of one id',
      [
        { ...section('x'), block_id: 'b' },
        { ...section('y'), block_id: 'b' },
      ],
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'two buttons of one id in one block',
      [actions(button(), button())],
      '`action_id` "share" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      '26 actions',
      [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `a${index}` })))],
      'no more than 25 items allowed, has 26 [json-pointer:/blocks/0/elements]',
    ],
    [
      '101 options',
      [actions(select({ options: options(101) }))],
      'no more than 100 items allowed, has 101 [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'a select without options',
      [actions(select({ options: [] }))],
      'no fewer than 1 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'a long option',
      [actions(select({ options: [option('o', { text: plain(long(76)) })] }))],
      'must be less than 76 characters, has 76 [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    ],
    [
      'a long option value',
      [actions(select({ options: [option(long(151), { text: plain('x') })] }))],
      'must be less than 151 characters, has 151 [json-pointer:/blocks/0/elements/0/options/0/value]',
    ],
    [
      'an initial option that is not offered',
      [actions(select({ options: options(2), initial_option: option('o9') }))],
      'must be one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    [
      'six overflow options',
      [actions({ type: 'overflow', action_id: 'more', options: options(6) })],
      'no more than 5 items allowed, has 6 [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'eleven radio buttons',
      [actions({ type: 'radio_buttons', action_id: 'radio', options: options(11) })],
      'no more than 10 items allowed, has 11 [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'a confirmation without its no',
      [actions(button({ confirm: { title: plain('x'), text: plain('x'), confirm: plain('x') } }))],
      'must be a text object, got nothing [json-pointer:/blocks/0/elements/0/confirm/deny]',
    ],
    [
      'a field that Slack does not know',
      [{ ...section('x'), colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'emoji in mrkdwn',
      [{ type: 'section', text: { ...mrkdwn('x'), emoji: true } }],
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'a second table',
      times(2, { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }),
      'only one table block is allowed in a message [json-pointer:/blocks/1]',
    ],
    ['a text of 40,001', long(40_001), 'must be less than 40001 characters, has 40001 [json-pointer:/text]'],
    [
      'metadata without a type',
      { text: 'x', metadata: { event_payload: {} } },
      'must be a string [json-pointer:/metadata/event_type]',
    ],
  ])('%s', (_name, payload, expected) => {
    expect(problems(payload)).toEqual([expected]);
  });

  test('the error lists every fault at once, and carries the code that Slack would answer', () => {
    const payload = { text: long(40_001), blocks: [section(''), { type: 'banner' }] };

    const attempt = () => assertWithinSlackLimits(payload, 'command_ack');

    expect(attempt).toThrow(SlackLimitError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'msg_too_long', problems: expect.any(Array) }));
    expect(attempt).toThrow(/command_ack.*\/text.*\/blocks\/0\/text\/text.*\/blocks\/1\/type/);
  });
});

describe('a view', () => {
  test('a modal of a hundred blocks, with inputs and a submit button, is taken', () => {
    const blocks = times(100, field(textInput()));

    expect(problems(modal({ blocks, private_metadata: long(3000) }), 'modal')).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'a long title',
      { title: plain(long(25)) },
      'must be less than 25 characters, has 25 [json-pointer:/view/title/text]',
    ],
    ['no title', { title: undefined }, 'must be a text object, got nothing [json-pointer:/view/title]'],
    [
      'a long submit',
      { submit: plain(long(25)) },
      'must be less than 25 characters, has 25 [json-pointer:/view/submit/text]',
    ],
    [
      'inputs without submit',
      { submit: undefined, blocks: [field(textInput())] },
      'submit is required when blocks contain an input [json-pointer:/view/submit]',
    ],
    [
      'private_metadata of 3,001',
      { private_metadata: long(3001) },
      'must be less than 3001 characters, has 3001 [json-pointer:/view/private_metadata]',
    ],
    [
      '101 blocks',
      { blocks: times(101, section('x')) },
      'no more than 100 items allowed, has 101 [json-pointer:/view/blocks]',
    ],
    [
      'a long placeholder',
      { blocks: [field(textInput({ placeholder: plain(long(151)) }))] },
      'must be less than 151 characters, has 151 [json-pointer:/view/blocks/0/element/placeholder/text]',
    ],
  ])('a modal with %s is refused', (_name, fields, expected) => {
    expect(problems(modal(fields), 'modal')).toEqual([expected]);
  });

  test('a home takes inputs without a submit button, and is no modal', () => {
    expect(problems({ type: 'home', blocks: [field(textInput())] }, 'home')).toEqual([]);
    expect(problems(modal(), 'home')).toEqual(['must be home [json-pointer:/view/type]']);
  });
});
