import { type CatchUp, type News, type NewsKind, newsCount } from '../briefing/catch-up.ts';
import { cutText } from '../language/cut-text.ts';
import { askFor } from '../language/topic-request.ts';
import type { Verification } from '../records/entry.ts';
import { differences } from './difference.ts';
import { embargoMark, entryLine, statement } from './entry-line.ts';
import {
  type Button,
  bold,
  code,
  counted,
  type Inline,
  italic,
  type Page,
  type Part,
  strike,
} from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { type Drawing, emptyNote, questionLine } from './shared-parts.ts';
import { groupedLists, pageLength } from './view-page.ts';
import type { Row } from './view-rows.ts';

const topicsOnPage = 8;

/** "3 new, 1 reported → confirmed, 1 corrected, 1 question answered": nothing for what did not happen. */
function newsSummary({ news, answered, asked }: CatchUp): string {
  const withKind = (kind: NewsKind): News[] => news.filter(({ kinds }) => kinds.includes(kind));
  const said = (count: number, words: string): string => (count > 0 ? `${count} ${words}` : '');
  const moves = new Map<string, number>();
  for (const { entry, then } of withKind('moved')) {
    const move = `${then?.verification ?? ('unverified' satisfies Verification)} → ${entry.verification}`;
    moves.set(move, (moves.get(move) ?? 0) + 1);
  }
  const facts = [
    said(withKind('new').length, 'new'),
    said(withKind('withdrawn').length, 'withdrawn'),
    ...[...moves].map(([move, count]) => said(count, move)),
    said(withKind('corrected').length, 'corrected'),
    said(withKind('clarified').length, 'clarified'),
    answered.length > 0 ? `${counted(answered.length, 'question')} answered` : '',
    asked.length > 0 ? `${counted(asked.length, 'question')} asked` : '',
  ];
  return facts.filter(Boolean).join(', ');
}

const headings: { [K in NewsKind]: string } = {
  withdrawn: 'Withdrawn: stop using',
  corrected: 'Corrected',
  moved: 'How sure we are has changed',
  clarified: 'Clarified',
  new: 'New',
};

function newsLine({ entry, then, kinds: [kind], reason }: News, { names }: Drawing): Inline[] {
  const mark = embargoMark(entry, names);
  const why = reason ? [' — ', italic(cutText(reason, 240))] : [];
  if (!then || kind === 'new') return entryLine(entry, names);
  if (kind === 'withdrawn') return [...mark, strike(statement(then, 240)), ' ', { entry: entry.id }, ...why];
  if (kind === 'moved')
    return [`${then.verification} → `, bold(entry.verification), ': ', ...entryLine(entry, names)];
  return [...mark, ...differences(then, entry), ' ', { entry: entry.id }, ...why];
}

/** The lines of one topic's news, under what kind of news they are. */
function newsRows({ news, answered, asked }: CatchUp, drawing: Drawing): Row[] {
  return [
    ...news.map((one): Row => ({ heading: headings[one.kinds[0]], line: newsLine(one, drawing) })),
    ...answered.map(({ question, entry }): Row => {
      const mark = embargoMark(entry, drawing.names);
      const line = [`${question.text} `, code(question.id), ': ', ...mark, `${statement(entry, 160)} `];
      return { heading: 'Questions answered', line: [...line, { entry: entry.id }] };
    }),
    ...asked.map((question): Row => ({ heading: 'Questions asked', line: questionLine(question, drawing) })),
  ];
}

/** What is new in one topic. It is marked as seen by the reader, not by being shown: a page may be cut. */
export function catchUpPage(catchUp: CatchUp, page: number, drawing: Drawing): Page {
  const { topic, name, since, upTo } = catchUp;
  const words = `catchup ${askFor([topic])}`;
  const rows = newsRows(catchUp, drawing);
  const { shown, pages, onPage, place } = cutInPages(rows, page, pageLength);
  const briefing: Button = { label: 'Briefing', command: askFor([topic]) };
  const seen: Button = { label: 'Mark as seen', command: `${words} seen:${upTo}`, primary: true };
  return {
    parts: [
      { part: 'title', text: `New to you: ${name}` },
      ...(rows.length === 0
        ? [emptyNote('Nothing new since you last looked.')]
        : [{ part: 'context', text: [newsSummary(catchUp), place] } satisfies Part, ...groupedLists(onPage)]),
      ...turning(shown, pages, (other) => `${words} since:${since} page:${other}`),
      { part: 'buttons', buttons: rows.length === 0 ? [briefing] : [seen, briefing] },
    ],
  };
}

/** What is new in all that a person reads, the topic that changed most first. */
export function catchUpsPage(catchUps: readonly CatchUp[], page: number, upTo: number): Page {
  const changed = catchUps
    .filter((catchUp) => newsCount(catchUp) > 0)
    .sort((a, b) => newsCount(b) - newsCount(a));
  const { shown, pages, onPage, place } = cutInPages(changed, page, topicsOnPage);
  const quiet = catchUps.length - changed.length;
  const where = `${counted(changed.length, 'topic')} with news${quiet > 0 ? `, ${quiet} without` : ''}`;
  const seen: Button = { label: 'Mark all as seen', command: `catchup seen:${upTo}`, primary: true };
  return {
    parts: [
      { part: 'title', text: 'New to you' },
      ...nothing(catchUps, changed),
      ...(changed.length > 0 ? [{ part: 'context', text: [where, place] } satisfies Part] : []),
      ...onPage.map((catchUp): Part => {
        const { name, topic } = catchUp;
        const button: Button = { label: 'What is new', command: `catchup ${askFor([topic])}` };
        return { part: 'paragraph', text: [bold(name), `\n${newsSummary(catchUp)}`], button };
      }),
      ...turning(shown, pages, (other) => `catchup page:${other}`),
      ...(changed.length > 0 ? [{ part: 'buttons', buttons: [seen] } satisfies Part] : []),
    ],
  };
}

function nothing(read: readonly CatchUp[], changed: readonly CatchUp[]): Part[] {
  if (changed.length > 0) return [];
  if (read.length > 0) return [emptyNote('Nothing new since you last looked.')];
  return [emptyNote('You have not read a briefing yet. Once you have, this tells what is new in it.')];
}

/** For whoever has never looked: all of it is new, and the briefing says it better. */
export const unreadPage = ({ topic, name }: Pick<CatchUp, 'topic' | 'name'>): Page => ({
  parts: [
    { part: 'title', text: `New to you: ${name}` },
    {
      part: 'paragraph',
      text: ['You have not read this one yet: all of it is new to you.'],
      button: { label: 'Briefing', command: askFor([topic]), primary: true },
    },
  ],
});
