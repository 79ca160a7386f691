import { waitingAt } from '../editing/drafts/chosen-parts.ts';
import { alikeIn } from '../finding/alike-entries.ts';
import { mostNews } from '../following/wants-entry.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Draft, type DraftPart, draftParts, partLists } from '../records/draft.ts';
import { shownSlug } from '../records/story.ts';
import { otherLine, otherParts, proposalParts, shownWords } from './draft-lines.ts';
import { cameWords, stateWords } from './draft-words.ts';
import { type Button, code, type Inline, type Page, type Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { emptyNote } from './shared-parts.ts';

/** Three or four blocks each, and a message holds fifty. */
const pageLength = 6;
const listed = 5;

export const draftViews = ['lines', 'names', 'questions', 'all'] as const;
export type DraftView = (typeof draftViews)[number];

export interface Shown {
  newsroom: Newsroom;
  zone: string;
  mayDecide: boolean;
  view: DraftView;
  page: number;
  /** What was just done, above it all. */
  note?: readonly Part[];
}

/** The page that a line stands on among those that wait. */
export const pageOfLine = (draft: Draft, at: number): number =>
  Math.floor(waitingAt(draft, 'proposal').filter((other) => other < at).length / pageLength) + 1;

/** What an article proposes: the lines that wait, and below them the names and questions. */
export function draftPage(draft: Draft, { newsroom, zone, mayDecide, view, page, note = [] }: Shown): Page {
  const part: DraftPart = view === 'names' ? 'entity' : view === 'questions' ? 'question' : 'proposal';
  const rows = view === 'all' ? draft.proposals.map((_, at) => at) : waitingAt(draft, part);
  const { shown, pages, onPage, place } = cutInPages(rows, page, pageLength);
  const alike = alikeIn(newsroom, draft.story ?? '');
  const drawing = { draft, newsroom, mayDecide, page: shown, alike };
  const command = view === 'lines' ? draft.id : `${draft.id} ${view}`;
  return {
    parts: [
      { part: 'title', text: draft.headline ?? `Draft ${draft.id}` },
      { part: 'context', text: cameWords(draft, zone) },
      filedPart(draft, newsroom),
      ...note,
      { part: 'context', text: [`${stateWords(draft)}${place}`] },
      { part: 'divider' },
      ...(onPage.length === 0 ? [emptyNote('Nothing waits here.')] : []),
      ...onPage.flatMap((at) => {
        const proposal = draft.proposals[at];
        if (part !== 'proposal') return otherParts(part, at, drawing);
        return proposal ? proposalParts(at, proposal, drawing) : [];
      }),
      ...(part === 'proposal' ? [...glanceAt('entity', draft), ...glanceAt('question', draft)] : []),
      ...wholeButtons(draft, { newsroom, view, mayDecide }),
      ...turning(shown, pages, (to) => `${command} page:${to}`),
    ],
  };
}

const headings = { entity: 'New names', question: 'Questions it leaves open' } as const;

function glanceAt(part: 'entity' | 'question', draft: Draft): Part[] {
  const waiting = waitingAt(draft, part);
  if (waiting.length === 0) return [];
  const more: Button = {
    label: waiting.length > listed ? `All ${waiting.length}` : 'Open',
    command: `${draft.id} ${part === 'entity' ? 'names' : 'questions'}`,
  };
  const lines = waiting.slice(0, listed).map((at) => otherLine(part, at, draft));
  return [{ part: 'list', heading: headings[part], lines, more }];
}

function wholeButtons(
  draft: Draft,
  { newsroom, view, mayDecide }: Pick<Shown, 'newsroom' | 'view' | 'mayDecide'>,
): Part[] {
  const { id } = draft;
  const word = view === 'names' || view === 'questions' ? view : 'all';
  const waiting =
    word === 'all' ? openCount(draft) : waitingAt(draft, word === 'names' ? 'entity' : 'question').length;
  const count = waiting > 1 ? ` ${waiting}` : '';
  // Names and questions are no news.
  const lines = word === 'all' ? waitingAt(draft, 'proposal').length : 0;
  const asksBack = (confirm: string) => (waiting > 1 ? { confirm } : {});
  const decide: Button[] =
    mayDecide && waiting > 0
      ? [
          {
            ...{
              label: `Accept all${count}`,
              command: `accept ${id} ${word}${shownWords(draft)}`,
              primary: true,
            },
            ...asksBack(`Puts ${waiting} on record; ${whoIsTold(lines)}.`),
          },
          {
            ...{ label: `Drop all${count}`, command: `drop ${id} ${word}` },
            ...asksBack(`Makes nothing of ${waiting}; what is dropped can still be accepted.`),
          },
        ]
      : [];
  const others: Button[] = [
    ...(view === 'lines' ? [] : [{ label: 'Lines that wait', command: id }]),
    ...(view === 'all' || openCount(draft) === totalOf(draft)
      ? []
      : [{ label: 'Settled lines, too', command: `${id} all` }]),
    ...briefingOf(draft, newsroom),
    { label: 'All drafts', command: 'drafts' },
  ];
  return [
    ...(mayDecide
      ? []
      : [{ part: 'context', text: ['Editors accept or drop what it proposes.'] } satisfies Part]),
    ...(mayDecide && lines > mostNews ? [inBulkNote(id, lines)] : []),
    { part: 'buttons', buttons: [...decide, ...others] },
  ];
}

const whoIsTold = (lines: number): string =>
  lines > 0 && lines <= mostNews
    ? 'channels that follow the story are told of each line'
    : 'no channel is told';

/** Once something of it is on record, that is what one reads next. */
function briefingOf(
  { story: slug = '', proposals }: Draft,
  { stories }: Pick<Newsroom, 'stories'>,
): Button[] {
  const isOnRecord = proposals.some(({ became }) => became !== undefined && became !== 'dropped');
  const story = stories.get(slug);
  return story && isOnRecord
    ? [{ label: `Briefing on ${shownSlug(story)}`, command: askFor([{ kind: 'story', slug }]) }]
    : [];
}

/** Said before it is pressed: whoever accepts so much may mean it as news. */
function inBulkNote(id: string, lines: number): Part {
  const text = [
    `No channel is told when all ${lines} lines are accepted at once: more than ${mostNews} together are history. To have them told, accept up to ${mostNews} at a time, like `,
    code(`/brief accept ${id} 1-${mostNews}`),
  ];
  return { part: 'context', text };
}

const openCount = (draft: Draft): number =>
  draftParts.reduce((count, part) => count + waitingAt(draft, part).length, 0);
const totalOf = (draft: Draft): number =>
  draftParts.reduce((count, part) => count + draft[partLists[part]].length, 0);

function filedPart({ id, story: slug }: Draft, { stories }: Newsroom): Part {
  const story = stories.get(slug ?? '');
  const text: Inline[] = story
    ? ['For ', code(shownSlug(story)), `, ${story.headline}`]
    : ['Filed under no story yet.'];
  return {
    part: 'paragraph',
    text,
    button: { label: story ? 'File elsewhere' : 'File under a story', command: `file ${id}` },
  };
}
