import type { Tie } from '../briefing/entity-briefing.ts';
import { sharedNames } from '../finding/shared-names.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import { donePage, sharedNameNotes, topicButtons } from './done-page.ts';
import { schemaWords, tieLine } from './entity-page.ts';
import { type Button, bold, code, type Inline, type Page } from './page.ts';
import { lastBy, shiftsOf } from './shifts.ts';

const waysOn = (slug: string): Button[] => [
  { label: 'Relate', command: `relate ${slug}`, primary: true },
  ...topicButtons({ kind: 'entity', slug }),
];

export function entityAddedPage(newsroom: Newsroom, slug: string): Page {
  const entity = newsroom.entities.get(slug);
  const also = entity?.aliases.length ? `, also ${entity.aliases.join(', ')}` : '';
  return donePage({
    title: 'Entity added',
    says: [...named(newsroom, slug), entity ? ` — ${schemaWords[entity.schema]}${also}` : ''],
    notes: sharedNotes(newsroom, slug),
    buttons: waysOn(slug),
  });
}

export function entityEditedPage(newsroom: Newsroom, slug: string, by: string): Page {
  const entity = newsroom.entities.get(slug);
  const revision = entity && lastBy(entity, by);
  return donePage({
    title: 'Entity edited',
    says: named(newsroom, slug),
    shifts: entity && revision ? shiftsOf(entity, revision, newsroom) : [],
    notes: sharedNotes(newsroom, slug),
    buttons: waysOn(slug),
  });
}

const named = ({ entities }: Newsroom, slug: string): Inline[] => [
  bold(entities.get(slug)?.name ?? slug),
  ' ',
  code(`entity:${slug}`),
];

const sharedNotes = (newsroom: Newsroom, slug: string): Inline[][] => {
  const topic: Topic = { kind: 'entity', slug };
  return sharedNameNotes(sharedNames(newsroom, topic));
};

const relatedTitles = {
  added: 'Relation recorded',
  changed: 'Relation changed',
  there: 'On record already',
} as const;

/** "Jim Farley — chief executive of — Ford", and what was changed if it was on record before. */
export function relatedPage(
  newsroom: Newsroom,
  { relation, subject, object }: Tie,
  { by, as }: { by: string; as: keyof typeof relatedTitles },
): Page {
  const revision = as === 'changed' ? lastBy(relation, by) : undefined;
  return donePage({
    title: relatedTitles[as],
    says: tieLine({ relation, subject, object }),
    shifts: revision ? shiftsOf(relation, revision, newsroom) : [],
    notes:
      as === 'added'
        ? [['Said again with ', code('until:2027'), ', it gets the year in which it ended.']]
        : [],
    buttons: [subject, object].map(({ name, slug }) => ({ label: name, command: `entity:${slug}` })),
  });
}
