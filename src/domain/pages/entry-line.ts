import type { Line } from '../briefing/standing.ts';
import { cutText } from '../language/cut-text.ts';
import { formatMoment } from '../language/dates.ts';
import { isolate } from '../language/isolate.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry, Stance } from '../records/entry.ts';
import { type Inline, italic, joined } from './page.ts';

type Names = Pick<Newsroom, 'entities'>;

/** Longest entry in a list; the whole of it is behind its number, `/brief E-31`. */
export const listedLength = 240;

const stanceWords: { [S in Stance]: string } = {
  confirms: 'confirms',
  denies: 'denies',
  declines: 'declined to comment',
  'no-reply': 'did not reply',
};

const unquoted = (text: string): string => text.replace(/^["“”]+|["“”]+$/g, '');

/** What the entry says; a quote in quotation marks. */
export function statement(entry: Entry, most = Number.POSITIVE_INFINITY): string {
  const words =
    entry.kind === 'quote' ? `“${cutText(unquoted(entry.text), most)}”` : cutText(entry.text, most);
  return isolate(words);
}

/** Who says so: a quote's speaker, the attribution as it was worded, else whose reporting it is. */
export function attributionOf(entry: Entry, { entities }: Names): string {
  if (entry.kind === 'quote') return isolate(entities.get(entry.speaker)?.name ?? entry.speaker);
  if (entry.attribution) return isolate(entry.attribution);
  const [source] = entry.sources;
  return source ? `per ${isolate(source.origin ?? source.publisher ?? source.label)}` : 'no source given';
}

/** One entry in one line: what it adds, who says so, how sure we are, its number. */
export function entryLine(entry: Entry, names: Names, { dated = false } = {}): Inline[] {
  const sure = entry.verification === 'reported' ? undefined : entry.verification;
  const when = dated && entry.occurred ? `${formatMoment(entry.occurred)}: ` : '';
  return [
    `${when}${statement(entry, listedLength)} — `,
    ...joined([italic(cutText(attributionOf(entry, names), 120)), sure, { entry: entry.id }], ' · '),
  ];
}

/** A claim and the denials that dispute it, each with its number. */
export function disputedLines({ entry, denials }: Line, names: Names): Inline[][] {
  return [entryLine(entry, names), ...denials.map((denial) => responseLine(denial, names))];
}

export function responseLine(entry: Entry, names: Names): Inline[] {
  if (entry.kind !== 'response') return entryLine(entry, names);
  const who = names.entities.get(entry.response.entity)?.name ?? entry.response.entity;
  return [italic(`${who} ${stanceWords[entry.response.stance]}: `), ...entryLine(entry, names)];
}
