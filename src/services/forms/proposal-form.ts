import { asIfOnRecord } from '../../domain/editing/drafts/as-if-on-record.ts';
import { editProposal, editsOf, openLine } from '../../domain/editing/drafts/edit-proposal.ts';
import { findDraft } from '../../domain/editing/drafts/find-draft.ts';
import { entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { asChoices, readWord, verificationLevels } from '../../domain/editing/entries/entry-words.ts';
import { fieldsOf } from '../../domain/editing/entries/print-entry.ts';
import { readCorrection } from '../../domain/editing/entries/read-correction.ts';
import { readDeadline } from '../../domain/language/read-deadline.ts';
import { pageOfLine } from '../../domain/pages/draft-page.ts';
import type { Part } from '../../domain/pages/page.ts';
import { type FieldFault, isProblem } from '../../domain/problem.ts';
import type { Draft, Proposal } from '../../domain/records/draft.ts';
import type { EntryContent } from '../../domain/records/entry.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import type { Asking, Outcome, Recording } from '../commands/verb.ts';
import { draftAnswer } from '../outcomes/draft-outcomes.ts';
import { untilTyped } from './act-forms.ts';
import { contentFields, standingFields } from './entry-blank.ts';
import { readingAt } from './entry-form.ts';
import { type Blank, fillForm, hiddenFields } from './fill-form.ts';
import type { Form, FormReader, Typed } from './form.ts';

const blank = (about: Form['about'], kind: string | undefined): Blank => ({
  name: 'proposal',
  title: `Change ${about['draft']} ${Number(about['at']) + 1}`.slice(0, 24),
  submit: 'Save',
  fields: [...contentFields(kind), ...standingFields],
});

/** A line of a draft as the entry that it would become. */
export function proposalForm(
  asking: Asking,
  draft: Draft,
  at: number,
  more: { typed?: Typed; notice?: Part[] } = {},
): Form {
  const line = draft.proposals[at];
  if (!line) throw new Error(`${draft.id} has no line ${at + 1}`);
  const about = { draft: draft.id, at: String(at), edits: String(editsOf(draft, at).length) };
  const typed = asChoices(more.typed ?? standing(asking, draft, line.content));
  return fillForm(blank(about, typed['kind']), {
    typed,
    about,
    notice: [...(more.notice ?? []), { part: 'context', text: ['In the article: ', line.statement] }],
  });
}

const standing = ({ newsroom, zone }: Asking, draft: Draft, content: EntryContent): Typed => {
  const { until } = untilTyped(content, zone);
  const fields = asIfOnRecord(newsroom, draft, () => fieldsOf(newsroom, content));
  return { ...fields, ...(until === undefined ? {} : { embargo: until }) };
};

function proposalOutcome(asking: Asking, draft: Draft, sent: Typed, about: Form['about']): Outcome {
  const at = Number(about['at']);
  const line = openLine(draft, at);
  if (isProblem(line)) return line;
  const shown = standing(asking, draft, line.content);
  const hidden = Object.entries(shown).filter(([name]) => hiddenFields(about).includes(name));
  const typed = { ...Object.fromEntries(hidden), ...sent };
  if (isOffTheRecord(entryFieldsOf(typed))) return { problem: 'off-the-record' };
  if (about['edits'] !== String(editsOf(draft, at).length))
    return secondForm(asking, draft, { at, typed, line });
  const read = readLine(asking, draft, { content: line.content, shown, typed, about });
  if ('faults' in read) {
    return fillForm(blank(about, typed['kind']), { typed: asChoices(typed), about, faults: read.faults });
  }
  return editing(asking, draft.id, at, { content: read.content, edits: Number(about['edits']) });
}

function editing(
  asking: Asking,
  id: string,
  at: number,
  edit: { content: EntryContent; edits: number },
): Recording {
  const change = editProposal({ id, at, ...edit });
  let isChanged = false;
  return {
    decide: (newsroom) => {
      const changes = change(newsroom);
      isChanged = !isProblem(changes) && changes.length > 0;
      return changes;
    },
    told: (newsroom) => {
      const draft = newsroom.drafts.get(id);
      const what = isChanged ? 'is changed' : 'stays as it was';
      const note: Part = { part: 'paragraph', text: [`Line ${at + 1} ${what}; it is not on record yet.`] };
      return draftAnswer(newsroom, asking, id, { note: [note], page: draft ? pageOfLine(draft, at) : 1 });
    },
  };
}

/** Somebody saved first: what stands there now is above, one’s own words are kept, and one decides. */
function secondForm(
  asking: Asking,
  draft: Draft,
  { at, typed, line }: { at: number; typed: Typed; line: Proposal },
): Form {
  const by = editsOf(draft, at).at(-1)?.by ?? draft.by;
  const notice: Part[] = [
    {
      part: 'paragraph',
      text: [{ person: by }, ' changed this line while you were writing. It says now: ', line.content.text],
    },
    { part: 'context', text: ['Save puts your words in its place.'] },
  ];
  return proposalForm(asking, draft, at, { typed, notice });
}

interface Lines {
  content: EntryContent;
  shown: Typed;
  typed: Typed;
  about: Form['about'];
}

/** Only what was altered is read anew, as in a correction: the rest of the line stays as it was read. */
function readLine(
  asking: Asking,
  draft: Draft,
  { content, shown, typed, about }: Lines,
): { content: EntryContent } | { faults: FieldFault[] } {
  const { wanted, faults } = asIfOnRecord(asking.newsroom, draft, () =>
    readCorrection(asking.newsroom, content, entryFieldsOf(typed), readingAt(asking, about)),
  );
  const level = readWord(verificationLevels, typed['verification'] ?? content.verification);
  const isHeldAnew = (typed['embargo'] ?? '') !== (shown['embargo'] ?? '');
  const deadline = isHeldAnew && typed['embargo'] ? readDeadline(typed['embargo'], asking) : undefined;
  const all: FieldFault[] = [
    ...faults,
    ...('fault' in level ? [{ field: 'verification', message: level.fault }] : []),
    ...(deadline && 'fault' in deadline ? [{ field: 'embargo', message: `${deadline.fault}.` }] : []),
  ];
  if (!wanted || all.length > 0 || 'fault' in level) return { faults: all };
  const { embargoedUntil: before, ...rest } = wanted;
  const until = isHeldAnew ? (deadline && 'until' in deadline ? deadline.until : undefined) : before;
  return { content: { ...rest, verification: level.value, ...(until ? { embargoedUntil: until } : {}) } };
}

export const proposalReader: FormReader = {
  needs: 'contributor',
  read: (typed, about, asking) => {
    const draft = findDraft(asking.newsroom, about['draft'] ?? '', asking.viewer);
    return isProblem(draft) ? draft : proposalOutcome(asking, draft, typed, about);
  },
  again: (typed, about, { parts }) =>
    fillForm(blank(about, typed['kind']), { typed: asChoices(typed), about, notice: parts }),
};
