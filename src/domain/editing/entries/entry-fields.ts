/**
 * What a person says of an entry, as typed: in one line, in a form, in a mention, or taken from a message.
 * All four ways of adding give these, so one reader understands them and all refuse the same things.
 */
export const entryFieldNames = [
  'story',
  'text',
  'kind',
  'source',
  'rules',
  'count',
  'attribution',
  'verification',
  'on',
  'urgency',
  'embargo',
  'speaker',
  'metric',
  'amount',
  'unit',
  'asOf',
  'who',
  'stance',
  'respondsTo',
  'entities',
] as const;
export type EntryFieldName = (typeof entryFieldNames)[number];

export type EntryFields = { readonly [Name in EntryFieldName]?: string };

/** The fields among what a form or a line gave; blank ones are left out. */
export function entryFieldsOf(typed: { readonly [name: string]: string | undefined }): EntryFields {
  const present = entryFieldNames.flatMap((name) => {
    const value = Object.hasOwn(typed, name) ? tidy(typed[name]) : '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(present);
}

/** Line ends differ between what was stored and what Slack sends back; nothing else is touched. */
export const tidy = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n').trim();
