import type { Line } from '../briefing/standing.ts';
import { cutText } from '../language/cut-text.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { isolate } from '../language/isolate.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry, EntryContent, Stance } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { bold, type Inline, italic, joined } from './page.ts';

/** What a line is drawn with, beside the entry: the names in it, and the time it is looked at. */
export interface Names extends Pick<Newsroom, 'entities'> {
  now?: Instant;
  zone?: string;
}

/** Editors alone are shown what is embargoed, and must not miss that it is. Without a `now` it is marked all the same. */
export function embargoMark(
  { embargoedUntil }: Entry,
  { now, zone = 'UTC' }: Pick<Names, 'now' | 'zone'>,
): Inline[] {
  const isOver = embargoedUntil === undefined || (now !== undefined && embargoedUntil <= now);
  return isOver ? [] : [bold(`EMBARGOED until ${formatInstant(embargoedUntil, zone)}`), ': '];
}

/** Longest entry in a list; the whole of it is behind its number, `/brief E-31`. */
const listedLength = 240;

export const stanceWords: { [S in Stance]: string } = {
  confirms: 'confirms',
  denies: 'denies',
  declines: 'declined to comment',
  'no-reply': 'did not reply',
};

const unquoted = (text: string): string => text.replace(/^["“”]+|(?<!["“”])["“”]+$/g, '');

/** What the entry says; a quote in quotation marks. */
export function statement(entry: EntryContent, most = Number.POSITIVE_INFINITY): string {
  const words =
    entry.kind === 'quote' ? `“${cutText(unquoted(entry.text), most)}”` : cutText(entry.text, most);
  return isolate(words);
}

/** Who says so: a quote's speaker, the attribution as it was worded, else whose reporting it is. */
export function attributionOf(
  entry: EntryContent,
  { entities }: Names,
  most = Number.POSITIVE_INFINITY,
): string {
  const shown = (name: string) => isolate(cutText(name, most));
  if (entry.kind === 'quote') return shown(entities.get(entry.speaker)?.name ?? entry.speaker);
  if (entry.attribution) return shown(entry.attribution);
  const [source] = entry.sources;
  return source ? `per ${shown(source.origin ?? source.publisher ?? source.label)}` : 'no source given';
}

/** One entry in one line: what it adds, who says so, how sure we are, its number. */
export function entryLine(entry: Entry, names: Names, { dated = false } = {}): Inline[] {
  const sure = entry.verification === 'reported' ? undefined : entry.verification;
  const when = dated && entry.occurred ? `${formatMoment(entry.occurred)}: ` : '';
  return [
    ...embargoMark(entry, names),
    `${when}${statement(entry, listedLength)} — `,
    ...joined([italic(attributionOf(entry, names, 120)), sure, { entry: entry.id }], ' · '),
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
