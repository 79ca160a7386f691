/** Any JSON object that travels to or from Slack. The fields that the fake reads by name are listed. */
export interface SlackObject {
  [field: string]: unknown;
  accessibility_label?: unknown;
  accessory?: unknown;
  action_id?: unknown;
  alt_text?: unknown;
  attachments?: unknown;
  block_id?: unknown;
  blocks?: unknown;
  callback_id?: unknown;
  caption?: unknown;
  channel?: unknown;
  child_blocks?: unknown;
  close?: unknown;
  confirm?: unknown;
  cursor?: unknown;
  delete_original?: unknown;
  deny?: unknown;
  description?: unknown;
  element?: unknown;
  elements?: unknown;
  envelope_id?: unknown;
  error?: unknown;
  errors?: unknown;
  event?: unknown;
  event_payload?: unknown;
  event_type?: unknown;
  exclude_archived?: unknown;
  external_id?: unknown;
  fields?: unknown;
  hash?: unknown;
  hint?: unknown;
  image_url?: unknown;
  include_all_metadata?: unknown;
  include_num_members?: unknown;
  inclusive?: unknown;
  initial_option?: unknown;
  initial_options?: unknown;
  initial_value?: unknown;
  is_decimal_allowed?: unknown;
  label?: unknown;
  latest?: unknown;
  limit?: unknown;
  max_length?: unknown;
  message_ts?: unknown;
  metadata?: unknown;
  min_length?: unknown;
  notify_on_close?: unknown;
  num_members?: unknown;
  ok?: unknown;
  oldest?: unknown;
  option_groups?: unknown;
  optional?: unknown;
  options?: unknown;
  page_size?: unknown;
  payload?: unknown;
  placeholder?: unknown;
  private_metadata?: unknown;
  replace_original?: unknown;
  response_action?: unknown;
  response_type?: unknown;
  rows?: unknown;
  slack_file?: unknown;
  style?: unknown;
  submit?: unknown;
  text?: unknown;
  thread_ts?: unknown;
  title?: unknown;
  token?: unknown;
  trigger_id?: unknown;
  ts?: unknown;
  type?: unknown;
  types?: unknown;
  url?: unknown;
  user?: unknown;
  user_id?: unknown;
  usergroup?: unknown;
  users?: unknown;
  value?: unknown;
  video_url?: unknown;
  view?: unknown;
  view_id?: unknown;
}

export function isObject(value: unknown): value is SlackObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): SlackObject | undefined {
  return isObject(value) ? value : undefined;
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsIn(value: unknown): SlackObject[] {
  return asList(value).filter(isObject);
}

/** Form bodies carry booleans as words, JSON bodies as themselves. */
export function asFlag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** The text of a plain_text or mrkdwn object. */
export function textOf(value: unknown): string | undefined {
  return asText(asObject(value)?.text);
}
