import { formatMoment } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import type { History, Revision } from '../records/revision.ts';
import type { Shift } from './done-page.ts';

/** The fields of stories, entities, relations and questions as people call them; others are not told. */
const labels: { readonly [field: string]: string } = {
  headline: 'Headline',
  nutGraf: 'Why it matters',
  status: 'Status',
  desk: 'Desk',
  subjects: 'Subjects',
  aliases: 'Other names',
  entities: 'Who is involved',
  renamedTo: 'Slug',
  name: 'Name',
  schema: 'What it is',
  previousNames: 'Former names',
  weakAliases: 'Names too common alone',
  summary: 'Summary',
  country: 'Country',
  wikidataId: 'Wikidata',
  website: 'Website',
  since: 'Since',
  until: 'Until',
  sources: 'Sources',
  text: 'Question',
  owner: 'Owner',
  due: 'Due',
  answeredBy: 'Answer',
};

/** What the revision changed, field by field, as the record stands now. */
export function shiftsOf(record: History, { was }: Revision, names: Pick<Newsroom, 'entities'>): Shift[] {
  const now = record as unknown as { readonly [field: string]: unknown };
  return Object.keys(was).flatMap((field) => {
    const label = labels[field];
    const [before, after] = [inWords(field, was[field], names), inWords(field, now[field], names)];
    return label === undefined || before === after
      ? []
      : [{ label, before, after, ...(field === 'owner' ? { ofPeople: true as const } : {}) }];
  });
}

/** The last thing that this person did to the record. */
export const lastBy = (record: History, person: string): Revision | undefined =>
  record.revisions.findLast((revision) => revision.by === person);

function inWords(field: string, value: unknown, names: Pick<Newsroom, 'entities'>): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => inWords(field, item, names)).join('; ');
  if (field === 'since' || field === 'until' || field === 'due') return formatMoment({ date: String(value) });
  if (typeof value !== 'object') return String(value);
  if ('label' in value) return String(value.label);
  if (!('entity' in value && 'role' in value)) return '';
  return `${names.entities.get(String(value.entity))?.name ?? value.entity} — ${value.role}`;
}
