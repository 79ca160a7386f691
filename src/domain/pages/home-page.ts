import type { Home, HomeNews, HomeStory, Queue } from '../briefing/home.ts';
import type { Line } from '../briefing/standing.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Entry } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Question } from '../records/question.ts';
import { type Story, shownSlug } from '../records/story.ts';
import { entryLine, statement } from './entry-line.ts';
import { correctedRow, draftsRow, ownerlessRow, parkedRow, type Row } from './home-rows.ts';
import { type Button, bold, code, counted, type Inline, type Page, type Part } from './page.ts';
import { type Drawing, emptyNote } from './shared-parts.ts';

export const homeSections = [
  'corrected',
  'news',
  'parked',
  'ownerless',
  'questions',
  'drafts',
  'unverified',
  'disputed',
  'embargoed',
  'overdue',
  'moved',
] as const;
export type HomeSection = (typeof homeSections)[number];

/** Rows of each section on the first page, and on a page of its own. */
const atAGlance = 3;
const pageLength = 15;

interface Section {
  heading: string;
  count: (home: Home) => number;
  /** Only those that are shown are put into words: a queue may be long. */
  rows: (home: Home, drawing: Drawing, from: number, to: number) => Row[];
  /** Said where there is nothing; a section without it is left out then. */
  empty?: string;
}

function section<Item>(
  heading: string,
  items: (home: Home) => readonly Item[],
  row: (item: Item, drawing: Drawing) => Row,
  empty?: string,
): Section {
  return {
    heading,
    count: (home) => items(home).length,
    rows: (home, drawing, from, to) =>
      items(home)
        .slice(from, to)
        .map((item) => row(item, drawing)),
    ...(empty ? { empty } : {}),
  };
}

/** Every section in the order in which the page shows them; the queue is empty for all but editors. */
const sections: { [S in HomeSection]: Section } = {
  corrected: section('Corrected since you read it', ({ corrected }) => corrected, correctedRow),
  parked: section('Followed, but not posted', ({ parked }) => parked, parkedRow),
  ownerless: section('Followed by people who left', ({ ownerless }) => ownerless, ownerlessRow),
  news: section('New since you looked', ({ news }) => news, newsRow),
  questions: section(
    'Your open questions',
    ({ questions }) => questions,
    questionRow,
    'None is yours to answer.',
  ),
  drafts: section('Drafts', ({ queue }) => (queue?.drafts ? [queue.drafts] : []), draftsRow),
  unverified: section('To verify', ({ queue }) => queue?.unverified ?? [], verifyRow),
  disputed: section('Disputed', ({ queue }) => queue?.disputed ?? [], disputedRow),
  embargoed: section('Under embargo', ({ queue }) => queue?.embargoed ?? [], embargoRow),
  overdue: section('Overdue questions', ({ queue }) => queue?.overdue ?? [], questionRow),
  moved: section('Stories that moved', ({ moved }) => moved, movedRow, 'No stories yet.'),
};

/** All sections at a glance. */
export function homePage(home: Home, drawing: Drawing): Page {
  return {
    parts: [
      { part: 'title', text: 'Your newsroom' },
      { part: 'context', text: [...waiting(home.queue), code('/brief help'), ' lists what you can ask.'] },
      { part: 'buttons', buttons: [{ label: 'Add an entry', command: 'add', primary: true }, refresh] },
      ...homeSections.flatMap((name) => glanceAt(name, home, drawing)),
    ],
  };
}

/** One section in full, page by page. */
export function homeSectionPage(name: HomeSection, page: number, home: Home, drawing: Drawing): Page {
  const { heading, count, rows, empty = 'Nothing here now.' } = sections[name];
  const all = count(home);
  const pages = Math.max(1, Math.ceil(all / pageLength));
  const shown = Math.min(page, pages);
  const place = pages > 1 ? ` · page ${shown} of ${pages}` : '';
  const turning: Button[] = [
    ...(shown > 1 ? [{ label: 'Previous page', command: `home ${name} page:${shown - 1}` }] : []),
    ...(shown < pages ? [{ label: 'More', command: `home ${name} page:${shown + 1}` }] : []),
  ];
  return {
    parts: [
      { part: 'title', text: heading },
      { part: 'context', text: [`${all.toLocaleString('en')} in all${place}`] },
      ...(all === 0 ? [emptyNote(empty)] : []),
      ...rows(home, drawing, (shown - 1) * pageLength, shown * pageLength).map(rowPart),
      ...(turning.length > 0 ? [{ part: 'buttons', buttons: turning } satisfies Part] : []),
    ],
  };
}

const refresh: Button = { label: 'Refresh', command: 'home' };

function waiting(queue: Queue | undefined): Inline[] {
  if (!queue) return [];
  const { unverified, disputed, embargoed, overdue, drafts } = queue;
  const all = [
    `${unverified.length} to verify`,
    `${disputed.length} disputed`,
    `${embargoed.length} under embargo`,
    `${counted(overdue.length, 'question')} overdue`,
    ...(drafts > 0 ? [`${counted(drafts, 'draft')} to decide on`] : []),
  ];
  return [`In the queue: ${all.join(', ')} · `];
}

function glanceAt(name: HomeSection, home: Home, drawing: Drawing): Part[] {
  const { heading, count, rows, empty } = sections[name];
  const all = count(home);
  if (all === 0 && !empty) return [];
  const more: Button = { label: `More (${(all - atAGlance).toLocaleString('en')})`, command: `home ${name}` };
  return [
    { part: 'divider' },
    { part: 'paragraph', text: [bold(heading)], ...(all > atAGlance ? { button: more } : {}) },
    ...(all === 0 && empty ? [emptyNote(empty)] : []),
    ...rows(home, drawing, 0, atAGlance).map(rowPart),
  ];
}

const rowPart = ({ text, button }: Row): Part => ({
  part: 'paragraph',
  text,
  ...(button ? { button } : {}),
});

const topicOf = ({ slug }: Story): Topic => ({ kind: 'story', slug });

function newsRow({ story, since, count }: HomeNews): Row {
  const title = [bold(story.headline), ' ', code(shownSlug(story))];
  return {
    text: [...title, ` — ${counted(count, 'thing')} new or changed`],
    button: { label: 'What is new', command: `catchup ${askFor([topicOf(story)])} since:${since}` },
  };
}

function movedRow({ story, at, latest }: HomeStory, { zone }: Drawing): Row {
  const title = [bold(story.headline), ' ', code(shownSlug(story)), ` · ${formatInstant(at, zone)}`];
  return {
    text: [...title, ...(latest ? [`\nLatest: ${statement(latest, 120)} `, { entry: latest.id }] : [])],
    button: { label: 'Briefing', command: askFor([topicOf(story)]) },
  };
}

function questionRow({ id, text, due, story, owner }: Question): Row {
  const where = ` · ${story}${due ? ` · due ${formatMoment({ date: due })}` : ''}`;
  return {
    text: [`${text} `, code(id), where, ...(owner ? [' · ', { person: owner }] : [])],
    button: { label: 'Answer', command: `answer ${id}` },
  };
}

function verifyRow(entry: Entry, { names }: Drawing): Row {
  return { text: entryLine(entry, names), button: { label: 'Verify', command: `verify ${entry.id}` } };
}

function disputedRow({ entry }: Line, { names }: Drawing): Row {
  return { text: entryLine(entry, names), button: { label: 'Open', command: entry.id } };
}

function embargoRow(entry: Entry, { names }: Drawing): Row {
  return { text: entryLine(entry, names), button: { label: 'Open', command: entry.id } };
}
