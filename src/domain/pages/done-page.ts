import type { SharedName } from '../finding/shared-names.ts';
import { cutText } from '../language/cut-text.ts';
import { askFor } from '../language/topic-request.ts';
import type { Topic } from '../records/identifiers.ts';
import { type Button, bold, type Inline, type Page, type Part, strike } from './page.ts';

/** One field that an act changed, in words; an empty text is a field that was not or is not set. */
export interface Shift {
  label: string;
  before: string;
  after: string;
  /** Both are Slack users. */
  ofPeople?: true;
}

interface Done {
  title: string;
  says?: Inline[];
  shifts?: readonly Shift[];
  notes?: readonly Inline[][];
  buttons: readonly Button[];
}

/** What an act came to: said in a line, then each field before and after, and the ways on. */
export function donePage({ title, says, shifts = [], notes = [], buttons }: Done): Page {
  return {
    parts: [
      { part: 'title', text: title },
      ...(says ? [{ part: 'paragraph', text: says } satisfies Part] : []),
      ...(shifts.length > 0 ? [shiftList('What changed', shifts)] : []),
      ...notes.map((text): Part => ({ part: 'context', text })),
      { part: 'buttons', buttons: [...buttons] },
    ],
  };
}

export const shiftList = (heading: string, shifts: readonly Shift[]): Part => ({
  part: 'list',
  heading,
  lines: shifts.map(shiftLine),
});

function shiftLine({ label, before, after, ofPeople }: Shift): Inline[] {
  if (ofPeople) {
    const was: Inline[] = before === '' ? [] : [{ person: before }, ' → '];
    return [bold(label), ': ', ...was, after === '' ? 'nobody' : { person: after }];
  }
  const set = after === '' ? 'taken off' : cutText(after, 300);
  const start = [bold(label), ': '];
  return before === '' ? [...start, set] : [...start, strike(cutText(before, 300)), ' → ', set];
}

/** "Ford" now means two: the note beside an act that gave a second topic the name. */
export function sharedNameNotes(shared: readonly SharedName[]): Inline[][] {
  return shared.slice(0, 3).map(({ name, others }): Inline[] => {
    const count = others.length === 1 ? 'two' : String(others.length + 1);
    const rest = others.slice(0, 3).map((other) => `${other.name} (${askFor([other.topic])})`);
    return ['“', name, `” now means ${count}: this and ${rest.join(', ')}. Whoever types it is asked which.`];
  });
}

export const topicButtons = (topic: Topic): Button[] => [
  { label: 'Briefing', command: askFor([topic]) },
  { label: 'Edit', command: `edit ${askFor([topic])}` },
];
