import type { Origin } from '../briefing/corroboration.ts';
import type { Move } from '../briefing/latest.ts';
import { isOverdue } from '../briefing/questions.ts';
import { cutText } from '../language/cut-text.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { askFor, type View, views } from '../language/topic-request.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import { embargoMark, type Names, statement } from './entry-line.ts';
import { glance, moreButton } from './entry-sections.ts';
import { type Button, bold, code, counted, type Inline, italic, joined, type Part } from './page.ts';

/** What a page is drawn with, beside its data. */
export interface Drawing {
  names: Names;
  /** The newsroom's IANA zone; every time shown names it. */
  zone: string;
  /** When it is looked at; without it, nothing is called overdue. */
  now?: Instant;
}

export function questionLine(question: Question, { now, zone }: Pick<Drawing, 'now' | 'zone'>): Inline[] {
  const owner: Inline[] = question.owner ? [' · ', { person: question.owner }] : [];
  const due = question.due ? ` · due ${formatMoment({ date: question.due })}` : '';
  const late: Inline[] = now && isOverdue(question, now, zone) ? [' · ', bold('overdue')] : [];
  return [`${question.text} `, code(question.id), ...owner, due, ...late].filter((inline) => inline !== '');
}

export function questionSection(
  questions: readonly Question[],
  rest: string,
  drawing: Pick<Drawing, 'now' | 'zone'>,
): Part[] {
  if (questions.length === 0) return [];
  const lines = questions.slice(0, glance).map((question) => questionLine(question, drawing));
  return [
    { part: 'list', heading: 'What we don’t know', lines, ...moreButton(questions.length - glance, rest) },
  ];
}

const actWords: { readonly [act: string]: string } = {
  'entry-added': 'Added',
  // To readers it is new; that there was an embargo is not for them.
  'embargo-lifted': 'Added',
  'entry-corrected': 'Corrected',
  'entry-clarified': 'Clarified',
  'entry-verified': 'Verification changed',
  'entry-tagged': 'Filed anew',
  'entry-embargoed': 'Held back',
};

export function latestSection(moves: readonly Move[], { names, zone }: Drawing): Part[] {
  if (moves.length === 0) return [];
  const lines = moves.map(({ at, act, entry, together }): Inline[] => {
    const when = `${formatInstant(at, zone)} — `;
    if (together > 1)
      return [`${when}${counted(together, 'entry', 'entries')} recorded at once, from `, { entry: entry.id }];
    const what = `${when}${actWords[act] ?? 'Changed'}: `;
    return [what, ...embargoMark(entry, names), `${statement(entry, 90)} `, { entry: entry.id }];
  });
  return [{ part: 'list', heading: 'Latest', lines }];
}

/** "Financial Times report: 4 unnamed sources, 1 pick-up · 3 entries". */
export function originLine(origin: Origin): Inline[] {
  const facts = [
    origin.unnamed > 0 ? counted(origin.unnamed, 'unnamed source') : undefined,
    origin.pickUps.length > 0 ? counted(origin.pickUps.length, 'pick-up') : undefined,
    counted(origin.entries.length, 'entry', 'entries'),
  ];
  return [cutText(origin.name, 120), ': ', ...joined(facts, ' · ')];
}

export function sourceSection(origins: readonly Origin[], rest: string): Part[] {
  if (origins.length === 0) return [];
  const lines = origins.slice(0, glance).map(originLine);
  return [{ part: 'list', heading: 'Sources', lines, ...moreButton(origins.length - glance, rest) }];
}

const viewLabels: { [V in View]: string } = {
  timeline: 'Timeline',
  claims: 'Claims',
  gaps: 'Gaps',
  sources: 'Sources',
  people: 'People',
  changes: 'Changes',
};

/** The way to the other views of a topic; `shown` is where the reader is now. */
export function viewButtons(
  topics: readonly Topic[],
  shown: View | 'briefing',
  offered: readonly View[] = views,
): Button[] {
  const back: Button[] = shown === 'briefing' ? [] : [{ label: 'Briefing', command: askFor(topics) }];
  const others = offered.filter((view) => view !== shown);
  return [...back, ...others.map((view) => ({ label: viewLabels[view], command: askFor(topics, { view }) }))];
}

export const shareButton = (command: string): Button => ({ label: 'Share to channel', share: command });

export const emptyNote = (text: string): Part => ({ part: 'paragraph', text: [italic(text)] });
