import { cutText } from '../language/cut-text.ts';
import { formatMoment } from '../language/dates.ts';
import { isolate } from '../language/isolate.ts';
import type { Moment } from '../records/moment.ts';
import { type Inline, joined, strike } from './page.ts';

/** What a field is called on a page; a field without a name is nobody's reading. */
const fieldNames: { readonly [field: string]: string } = {
  text: '',
  headline: '',
  name: '',
  role: '',
  nutGraf: 'nut graf',
  verification: '',
  attribution: 'attribution',
  sources: 'sources',
  occurred: 'happened',
  figure: 'figure',
  speaker: 'speaker',
  response: 'response',
  kind: 'kind',
  urgency: 'urgency',
  stories: 'stories',
  entities: 'entities',
  status: 'status',
  desk: 'desk',
  subjects: 'subjects',
  aliases: 'aliases',
  previousNames: 'former names',
  weakAliases: 'weak aliases',
  summary: 'summary',
  schema: 'kind',
  country: 'country',
  website: 'website',
  wikidataId: 'Wikidata id',
  since: 'since',
  until: 'until',
  owner: 'owner',
  due: 'due',
};

const longest = 160;

type Fields = { readonly [field: string]: unknown };

/** What differs between two versions of a record: ~~before~~ → after, field by field. */
export function differences(before: object, after: object): Inline[] {
  const [was, is] = [before as Fields, after as Fields];
  const changed = Object.entries(fieldNames).flatMap(([field, name]): Inline[][] => {
    if (JSON.stringify(was[field]) === JSON.stringify(is[field])) return [];
    return [[name ? `${name} ` : '', struck(field, was[field]), ' → ', shown(field, is[field])]];
  });
  const lines = changed.flatMap((line, at): Inline[] => (at === 0 ? line : ['; ', ...line]));
  return lines.filter((inline) => inline !== '');
}

/** A person goes by their name, which whoever draws the page knows: it cannot be struck through here. */
const shown = (field: string, value: unknown): Inline =>
  field === 'owner' && typeof value === 'string' ? { person: value } : printed(field, value);
const struck = (field: string, value: unknown): Inline => {
  const inline = shown(field, value);
  return typeof inline === 'string' ? strike(inline) : inline;
};

/** A field's value in words: text as it is, lists by their members, the rest by what a person says of it. */
function printed(field: string, value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  if (field === 'occurred') return formatMoment(value as Moment);
  if (field === 'due') return formatMoment({ date: String(value) });
  if (Array.isArray(value)) return cutText(value.map(member).join(', '), longest);
  return cutText(isolate(member(value)), longest);
}

function member(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { label, entity, role, metric, amount, unit, bound, stance } = value as Fields;
  const words = [label, entity, role, stance, metric && `${metric}:`, bound, amount, unit];
  return joined(
    words.map((word) => (word === undefined ? undefined : String(word))),
    ' ',
  ).join('');
}
