import type { Connection } from '../briefing/connection.ts';
import { askFor } from '../language/topic-request.ts';
import { shownSlug } from '../records/story.ts';
import { tieLine, tieSection } from './entity-page.ts';
import { backgroundSection, claimSections, glance } from './entry-sections.ts';
import { type Button, bold, code, counted, type Page, type Part } from './page.ts';
import { type Drawing, emptyNote, shareButton, viewButtons } from './shared-parts.ts';

export function connectionPage(connection: Connection, { names }: Drawing): Page {
  const { topics, names: ends, entries, ties, between, stories } = connection;
  const claims = { names, rest: askFor(topics, { view: 'claims' }) };
  const apart = entries.length + ties.length + between.length + stories.length === 0;
  return {
    parts: [
      { part: 'title', text: `${ends[0]} and ${ends[1]}` },
      {
        part: 'context',
        text: [`What connects them · ${counted(entries.length, 'entry', 'entries')} about both`],
      },
      ...(apart ? [emptyNote('Nothing on record connects them.')] : []),
      ...tieSection(ties, 'Direct relations', claims.rest),
      ...betweenSection(connection),
      ...stories.slice(0, glance).map(
        (story): Part => ({
          part: 'paragraph',
          text: ['Both are in: ', bold(story.headline), ' ', code(shownSlug(story))],
          button: { label: 'Briefing', command: askFor([{ kind: 'story', slug: story.slug }]) },
        }),
      ),
      ...claimSections(connection, claims),
      ...backgroundSection(connection, claims),
      { part: 'buttons', buttons: connectionButtons(connection) },
    ],
  };
}

function connectionButtons({ topics, names, entries }: Connection): Button[] {
  const each = topics.map((topic, index) => ({
    label: names[index] ?? topic.slug,
    command: askFor([topic]),
  }));
  const wider = entries.length > 0 ? viewButtons(topics, 'briefing', ['timeline', 'claims']) : [];
  return [...each, ...wider, shareButton(askFor(topics))];
}

function betweenSection({ between }: Connection): Part[] {
  if (between.length === 0) return [];
  const lines = between
    .slice(0, glance)
    .map(({ ties }) => ties.slice(0, 2).flatMap((tie, at) => [...(at ? ['; '] : []), ...tieLine(tie)]));
  return [{ part: 'list', heading: 'Through others', lines }];
}
