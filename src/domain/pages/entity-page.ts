import type { EntityBriefing, Tie } from '../briefing/entity-briefing.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Entity } from '../records/entity.ts';
import type { Topic } from '../records/identifiers.ts';
import { shownSlug } from '../records/story.ts';
import { briefingEnd } from './briefing-end.ts';
import { conflictSection } from './conflict-section.ts';
import { claimSections, glance, moreButton } from './entry-sections.ts';
import { bold, code, counted, type Inline, type Page, type Part } from './page.ts';
import { type Drawing, emptyNote, questionSection } from './shared-parts.ts';
import { shortNamed } from './short-name.ts';

export const schemaWords: { [S in Entity['schema']]: string } = {
  Person: 'person',
  Company: 'company',
  Organization: 'organization',
  PublicBody: 'public body',
  Place: 'place',
  Product: 'product',
};

export function entityPage(briefing: EntityBriefing, drawing: Drawing): Page {
  const { names, zone } = drawing;
  const { entity, entries } = briefing;
  const topics: Topic[] = [{ kind: 'entity', slug: entity.slug }];
  const claims = { names, rest: askFor(topics, { view: 'claims' }) };
  const facts = `${schemaWords[entity.schema]} · updated ${formatInstant(briefing.updatedAt, zone)} · ${counted(entries.length, 'entry', 'entries')}`;
  const empty = entries.length === 0 ? [emptyNote('No entries mention this yet.')] : [];
  return {
    parts: [
      { part: 'title', text: entity.name },
      { part: 'context', text: [code(`entity:${entity.slug}`), ` · ${facts}`] },
      ...(entity.summary ? [{ part: 'paragraph', text: [entity.summary] } satisfies Part] : []),
      ...namesPart(entity),
      ...tieSection(briefing.ties, 'Relations', askFor(topics, { view: 'people' })),
      ...storySection(briefing),
      ...empty,
      ...claimSections(briefing, claims),
      ...conflictSection(briefing.conflicts, drawing),
      ...questionSection(briefing.questions, askFor(topics, { view: 'gaps' }), drawing),
      ...briefingEnd(briefing, topics, drawing),
    ],
  };
}

function namesPart({ aliases, previousNames }: Entity): Part[] {
  const former = previousNames.length ? `formerly ${previousNames.join(', ')}` : '';
  const also = aliases.length ? `also ${aliases.join(', ')}` : '';
  const text = [also, former].filter(Boolean).join(' · ');
  return text ? [{ part: 'context', text: [text] }] : [];
}

/** "Jim Farley — chief executive of — Ford", with the years where they are known. */
export function tieLine({ relation, subject, object }: Tie): Inline[] {
  const { role, since, until } = relation;
  const years = since || until ? ` (${since ?? ''}–${until ?? ''})` : '';
  return [...shortNamed(subject), ` — ${role} — `, ...shortNamed(object), years].filter(
    (inline) => inline !== '',
  );
}

export function tieSection(ties: readonly Tie[], heading: string, rest: string): Part[] {
  if (ties.length === 0) return [];
  const lines = ties.slice(0, glance).map(tieLine);
  return [{ part: 'list', heading, lines, ...moreButton(ties.length - glance, rest) }];
}

function storySection({ stories }: EntityBriefing): Part[] {
  return stories.slice(0, glance).map(({ story, role }) => ({
    part: 'paragraph',
    // The slug first: at the end of the headline it would break over two lines at its hyphen.
    text: ['Story: ', code(shownSlug(story)), ' · ', bold(story.headline), role ? ` — ${role}` : ''].filter(
      (inline) => inline !== '',
    ),
    button: { label: 'Briefing', command: askFor([{ kind: 'story', slug: story.slug }]) },
  }));
}
