import type { Dossier } from '../briefing/dossier.ts';
import { askFor, type View } from '../language/topic-request.ts';
import { changeRows } from './change-rows.ts';
import type { Inline, Page, Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { type Drawing, emptyNote, shareButton, viewButtons } from './shared-parts.ts';
import { claimRows, gapRows, peopleRows, type Row, sourceRows, timelineRows } from './view-rows.ts';

/** Lines on one page of a view: with the longest entries still well within one message. */
export const pageLength = 10;

interface ViewWording {
  title: string;
  rows: (dossier: Dossier, drawing: Drawing) => Row[];
  empty: string;
}

/** Every view, in one place: what it lists and what it says when there is nothing. */
const viewWordings: { [V in View]: ViewWording } = {
  timeline: { title: 'Timeline', rows: timelineRows, empty: 'No entries yet.' },
  claims: { title: 'Claims', rows: claimRows, empty: 'No claims yet.' },
  gaps: { title: 'What we don’t know', rows: gapRows, empty: 'No open questions, no unconfirmed claims.' },
  sources: { title: 'Sources', rows: sourceRows, empty: 'No sources recorded.' },
  people: { title: 'People and organizations', rows: peopleRows, empty: 'Nobody is named yet.' },
  changes: { title: 'Changes', rows: changeRows, empty: 'Nothing was done yet.' },
};

export function viewPage(dossier: Dossier, view: View, page: number, drawing: Drawing): Page {
  const { topics, title } = dossier;
  const wording = viewWordings[view];
  const rows = wording.rows(dossier, drawing);
  const { shown, pages, onPage, place } = cutInPages(rows, page, pageLength);
  return {
    parts: [
      { part: 'title', text: `${wording.title}: ${title}` },
      { part: 'context', text: [`${rows.length.toLocaleString('en')} in all${place}`] },
      ...(rows.length === 0 ? [emptyNote(wording.empty)] : groupedLists(onPage)),
      ...turning(shown, pages, (other) => askFor(topics, { view, page: other })),
      {
        part: 'buttons',
        buttons: [...viewButtons(topics, view), shareButton(askFor(topics, { view, page: shown }))],
      },
    ],
  };
}

/** Rows under the heading they share; a group that runs over the page has its heading again. */
export function groupedLists(rows: readonly Row[]): Part[] {
  const groups: { heading: string; lines: Inline[][] }[] = [];
  for (const { heading, line } of rows) {
    const last = groups.at(-1);
    if (last?.heading === heading) last.lines.push(line);
    else groups.push({ heading, lines: [line] });
  }
  return groups.map((group) => ({ part: 'list', ...group }));
}
