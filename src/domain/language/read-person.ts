/** A Slack user id from a mention as Slack sends it (`<@U123|ana>`), an id as typed, or `me`; else undefined. */
export function readPerson(typed: string, me?: string): string | undefined {
  const text = typed.trim();
  if (text.toLowerCase() === 'me') return me;
  const [, mentioned, bare] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$|^([UW][A-Z0-9]{2,})$/.exec(text) ?? [];
  return mentioned ?? bare;
}
