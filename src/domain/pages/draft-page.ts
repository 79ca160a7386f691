import { waitingAt } from '../editing/drafts/chosen-parts.ts';
import { mostNews } from '../following/wants-entry.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Draft, type DraftPart, type DraftVia, partLists } from '../records/draft.ts';
import { shownSlug } from '../records/story.ts';
import { otherLine, otherParts, proposalParts } from './draft-lines.ts';
import { type Button, code, counted, type Inline, joined, type Page, type Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { personOrDoor } from './person-or-door.ts';
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
  const drawing = { draft, newsroom, mayDecide, page: shown };
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
      ...wholeButtons(draft, { view, mayDecide }),
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

function wholeButtons(draft: Draft, { view, mayDecide }: Pick<Shown, 'view' | 'mayDecide'>): Part[] {
  const { id } = draft;
  const word = view === 'names' || view === 'questions' ? view : 'all';
  const waiting =
    word === 'all' ? openCount(draft) : waitingAt(draft, word === 'names' ? 'entity' : 'question').length;
  const count = waiting > 1 ? ` ${waiting}` : '';
  const decide: Button[] =
    mayDecide && waiting > 0
      ? [
          { label: `Accept all${count}`, command: `accept ${id} ${word}`, primary: true },
          { label: `Drop all${count}`, command: `drop ${id} ${word}` },
        ]
      : [];
  const others: Button[] = [
    ...(view === 'lines' ? [] : [{ label: 'Lines that wait', command: id }]),
    ...(view === 'all' || openCount(draft) === totalOf(draft)
      ? []
      : [{ label: 'Settled lines, too', command: `${id} all` }]),
    { label: 'All drafts', command: 'drafts' },
  ];
  return [
    ...(mayDecide
      ? []
      : [{ part: 'context', text: ['Editors accept or drop what it proposes.'] } satisfies Part]),
    ...(mayDecide && word === 'all' ? inBulkNote(draft) : []),
    { part: 'buttons', buttons: [...decide, ...others] },
  ];
}

/** Said before it is pressed: whoever accepts so much may mean it as news. */
function inBulkNote(draft: Draft): Part[] {
  const lines = waitingAt(draft, 'proposal').length;
  if (lines <= mostNews) return [];
  const text = [
    `No channel is told when all ${lines} lines are accepted at once: more than ${mostNews} together are history. To have them told, accept up to ${mostNews} at a time, like `,
    code(`/brief accept ${draft.id} 1-${mostNews}`),
  ];
  return [{ part: 'context', text }];
}

const parts = Object.keys(partLists) as DraftPart[];
const openCount = (draft: Draft): number =>
  parts.reduce((count, part) => count + waitingAt(draft, part).length, 0);
const totalOf = (draft: Draft): number =>
  parts.reduce((count, part) => count + draft[partLists[part]].length, 0);

const vias: { readonly [V in DraftVia]: string } = {
  paste: 'pasted',
  message: 'from a message',
  file: 'from a file',
  feed: 'from a feed',
  inbox: 'from the inbox folder',
};

/** `D-3 · pasted by Ana · 22 Nov 2026, 17:05 GMT · Financial Times, 2026-11-22`. */
export function cameWords(
  { id, via, by, at, publisher, publishedAt, url, language }: Draft,
  zone: string,
): Inline[] {
  const isPerson = /^[UW][A-Z0-9]+$/.test(by);
  const from: Inline[] = isPerson ? [`${vias[via]} by `, personOrDoor(by)] : [vias[via]];
  const name = publisher ?? (url ? 'the article' : undefined);
  const published = publishedAt ? formatMoment({ date: publishedAt }) : undefined;
  return [
    code(id),
    ' · ',
    ...from,
    ' · ',
    ...joined(
      [
        formatInstant(at, zone),
        name && url ? { text: name, url } : name,
        published && `published ${published}`,
        languageWords(language),
      ],
      ' · ',
    ),
  ];
}

/** What is in another language is not read, only taken apart. */
const languageWords = (language: string | undefined): string | undefined =>
  language === undefined || /^en\b/i.test(language)
    ? undefined
    : `in another language (${language}): its sentences stand as plain statements`;

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

/** `12 lines, 2 names and 1 question wait · 3 recorded · 1 dropped`. */
export function stateWords(draft: Draft): string {
  const [lines, names, questions] = parts.map((part) => waitingAt(draft, part).length);
  const waiting = [
    lines ? counted(lines, 'line') : '',
    names ? counted(names, 'name') : '',
    questions ? counted(questions, 'question') : '',
  ].filter(Boolean);
  const settled = parts.flatMap((part) => draft[partLists[part]].flatMap(({ became }) => became ?? []));
  const dropped = settled.filter((became) => became === 'dropped').length;
  return [
    waiting.length > 0 ? `${waiting.join(', ')} to decide` : 'All of it is decided',
    settled.length > dropped ? `${settled.length - dropped} accepted` : '',
    dropped > 0 ? `${dropped} dropped` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
