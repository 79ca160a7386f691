import { addEntry, recordedBefore } from '../../domain/editing/entries/add-entry.ts';
import type { EntryFields } from '../../domain/editing/entries/entry-fields.ts';
import { readEntry } from '../../domain/editing/entries/read-entry.ts';
import { claimsAbout } from '../../domain/editing/entries/read-kind-fields.ts';
import { wholeEntry } from '../../domain/editing/entries/whole-entry.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { addedPage } from '../../domain/pages/added-page.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import type { EntryContent } from '../../domain/records/entry.ts';
import { maySee } from '../../domain/rules/embargo.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import { deniesWhat, standardsOf, type Warning } from '../../domain/rules/standards.ts';
import type { Answer, Asking, Outcome, Recording } from '../commands/verb.ts';
import { entryForm, readingAt } from '../forms/entry-form.ts';
import type { Form } from '../forms/form.ts';
import { accepting, recordAnyway, unaccepted, warningParts } from '../forms/warned.ts';
import { answering } from './answering.ts';

interface From {
  about: Form['about'];
  /** Nobody was asked which claim a response answers, as a form asks. */
  mayGuess?: boolean;
}

/** What comes of adding what these fields say: one decision behind the line, the form, the mention and the message. */
export function addOutcome(asking: Asking, fields: EntryFields, { about, mayGuess = false }: From): Outcome {
  if (isOffTheRecord(fields)) return { problem: 'off-the-record' };
  const { values, faults, notes } = readEntry(
    asking.newsroom,
    fields,
    readingAt(asking, about, { mayGuess }),
  );
  if (faults.length > 0) return entryForm(asking, fields, { about, faults });
  const content = { ...wholeEntry(values), ...originOf(asking, about) };
  const warnings = unaccepted([...standardsOf(content), ...answerless(asking, content)], about);
  if (warnings.length > 0) {
    return entryForm(asking, fields, {
      about: accepting(about, warnings),
      notice: warningParts(warnings),
      submit: recordAnyway,
    });
  }
  const recording = adding(asking, content, {
    notes,
    instead: (problem) => entryForm(asking, fields, { about, notice: problemPage(problem).parts }),
  });
  return answering(recording, about);
}

function answerless({ newsroom, viewer, now }: Asking, content: EntryContent): Warning[] {
  if (content.kind !== 'response') return [];
  const look = { viewer, now };
  return deniesWhat(content, claimsAbout(newsroom, content.response.entity, look, content.stories));
}

/** A form says what it came from since it was opened; it may have been sent back more than once. */
function originOf({ origin }: Asking, about: Form['about']): Pick<EntryContent, 'origin'> {
  const key = about['origin'] ?? origin?.key;
  const permalink = about['origin'] ? about['permalink'] : origin?.permalink;
  return key === undefined ? {} : { origin: { key, ...(permalink ? { permalink } : {}) } };
}

function adding(
  asking: Asking,
  content: EntryContent,
  { notes, instead }: Pick<Recording, 'instead'> & { notes: readonly string[] },
): Recording {
  const { viewer, person: by, now } = asking;
  const key = content.origin?.key;
  let id: string | undefined;
  let isNew = true;
  return {
    decide: (newsroom, at) => {
      const changes = addEntry({ content, viewer, by })(newsroom, at);
      const [added] = Array.isArray(changes) ? changes : [];
      isNew = added !== undefined;
      id = added?.type === 'entry-added' ? added.id : recordedBefore(newsroom, { key, viewer, by }, at)?.id;
      return changes;
    },
    told: (newsroom) => told(newsroom, { ...asking, now }, { id, isNew, notes }),
    ...(instead ? { instead } : {}),
  };
}

function told(
  newsroom: Newsroom,
  { viewer, now, zone }: Asking,
  { id, isNew, notes }: { id: string | undefined; isNew: boolean; notes: readonly string[] },
): Answer {
  const entry = newsroom.entries.get(id ?? '');
  if (!entry) throw new Error(`an entry was recorded and then was not there: ${id}`);
  const isSeen = maySee(entry, viewer, now);
  const page = addedPage(entry, newsroom, { zone, isNew, notes, isSeen });
  return { page, topics: isSeen ? entry.stories.slice(0, 1).map((slug) => ({ kind: 'story', slug })) : [] };
}
