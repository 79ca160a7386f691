import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { EntryContent, Figure } from '../../records/entry.ts';
import type { Slug } from '../../records/identifiers.ts';
import { shownSlug } from '../../records/story.ts';
import type { EntryFields } from './entry-fields.ts';

/** An entry as the fields that a person would fill in: what a form shows reads back as the same entry. */
export function fieldsOf(newsroom: Newsroom, entry: EntryContent): EntryFields {
  const { sources, occurred } = entry;
  const count = sources.find((source) => source.count !== undefined)?.count;
  const rules = sources[0]?.groundRules;
  const stories = entry.stories.map((slug) => storyName(newsroom, slug));
  return {
    ...(stories.length ? { story: stories.join(', ') } : {}),
    text: entry.text,
    kind: entry.kind,
    ...(sources.length
      ? { source: sources.map(({ label, url }) => (url ? `${label} ${url}` : label)).join('; ') }
      : {}),
    ...(rules && rules !== 'unknown' ? { rules } : {}),
    ...(count === undefined ? {} : { count: String(count) }),
    ...(entry.attribution === undefined ? {} : { attribution: entry.attribution }),
    verification: entry.verification,
    ...(occurred ? { on: [occurred.date.replace('T', ' '), occurred.zone].filter(Boolean).join(' ') } : {}),
    ...(entry.urgency === undefined ? {} : { urgency: String(entry.urgency) }),
    ...kindFields(newsroom, entry),
    ...(entry.entities.length ? { entities: entityNames(newsroom, entry.entities) } : {}),
  };
}

function kindFields(newsroom: Newsroom, entry: EntryContent): EntryFields {
  if (entry.kind === 'figure') return figureFields(entry.figure);
  if (entry.kind === 'quote')
    return {
      speaker: newsroom.entities.get(entry.speaker) ? entityName(newsroom, entry.speaker) : entry.speaker,
    };
  if (entry.kind !== 'response') return {};
  const { entity, stance, respondsTo } = entry.response;
  return { who: entityName(newsroom, entity), stance, ...(respondsTo ? { respondsTo } : {}) };
}

const figureFields = ({ metric, amount, unit, bound, asOf }: Figure): EntryFields => ({
  metric,
  amount: bound ? `${bound} ${amount}` : String(amount),
  unit,
  ...(asOf ? { asOf } : {}),
});

export const entityNames = (newsroom: Newsroom, slugs: readonly Slug[]): string =>
  slugs.map((slug) => entityName(newsroom, slug)).join(', ');

/** The name that means this entity and no other, and can stand in a list: without commas. Else its slug. */
function entityName({ entities }: Newsroom, slug: Slug): string {
  const entity = entities.get(slug);
  const meansIt = (name: string) => entities.by.name.count(foldName(name)) === 1 && !/[,;\n"“”«»]/.test(name);
  return [entity?.name, ...(entity?.aliases ?? [])].find((name) => name && meansIt(name)) ?? slug;
}

const storyName = ({ stories }: Newsroom, slug: Slug): string => {
  const story = stories.get(slug);
  return story ? shownSlug(story) : slug;
};
