import type { Involved, StoryBriefing } from '../briefing/story-briefing.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Topic } from '../records/identifiers.ts';
import { shownSlug } from '../records/story.ts';
import { briefingEnd } from './briefing-end.ts';
import { conflictSection } from './conflict-section.ts';
import { claimSections, glance, moreButton } from './entry-sections.ts';
import { code, counted, type Inline, type Page, type Part } from './page.ts';
import { type Drawing, emptyNote, questionSection } from './shared-parts.ts';
import { shortNamed } from './short-name.ts';

export function storyPage(briefing: StoryBriefing, drawing: Drawing): Page {
  const { names, zone } = drawing;
  const { story, entries, questions } = briefing;
  const topics: Topic[] = [{ kind: 'story', slug: story.slug }];
  const claims = { names, rest: askFor(topics, { view: 'claims' }) };
  const context: Inline[] = [
    code(shownSlug(story)),
    ` · ${story.status} · updated ${formatInstant(briefing.updatedAt, zone)} · ${counted(entries.length, 'entry', 'entries')}`,
  ];
  const add = { label: 'Add an entry', command: `add ${shownSlug(story)}` };
  const empty = entries.length === 0 ? [emptyNote('No entries yet.')] : [];
  return {
    parts: [
      { part: 'title', text: story.headline },
      { part: 'context', text: context },
      ...(story.nutGraf ? [{ part: 'paragraph', text: [story.nutGraf] } satisfies Part] : []),
      ...empty,
      ...claimSections(briefing, claims),
      ...conflictSection(briefing.conflicts, drawing),
      ...questionSection(questions, askFor(topics, { view: 'gaps' }), drawing),
      ...involvedSection(briefing.involved, askFor(topics, { view: 'people' })),
      ...briefingEnd(briefing, topics, { ...drawing, buttons: [add] }),
    ],
  };
}

function involvedLine({ entity, role }: Involved): Inline[] {
  return [...shortNamed(entity), role ? ` — ${role}` : ''].filter((inline) => inline !== '');
}

function involvedSection(involved: readonly Involved[], rest: string): Part[] {
  if (involved.length === 0) return [];
  const lines = involved.slice(0, glance).map(involvedLine);
  return [{ part: 'list', heading: 'Who is involved', lines, ...moreButton(involved.length - glance, rest) }];
}
