import type { Newsroom } from '../newsroom.ts';
import { PastTable } from '../past-table.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { before } from '../records/revise.ts';
import type { History } from '../records/revision.ts';
import { maySee } from '../rules/embargo.ts';
import type { Look } from './standing.ts';

/** The record as it stood at `at`, every later act on it undone; `undefined` if it was not there yet. */
function asItStood<R extends History>(record: R, at: Instant): R | undefined {
  if (record.at > at) return undefined;
  const later = record.revisions.find((revision) => revision.at > at);
  return later ? before(record, (revision) => revision.seq >= later.seq) : record;
}

/**
 * The newsroom as it stood at `at`: renames, merges and filings undone. Only what is read is wound back, so asking
 * for one story costs that story. What is embargoed now stays hidden, even if it was not then; what was embargoed
 * then is hidden by whoever looks with `at` for a clock.
 */
export function newsroomAsOf(newsroom: Newsroom, at: Instant, { viewer, now }: Look): Newsroom {
  const { stories, entities, relations, entries, questions } = newsroom;
  const wind = <R extends History>(record: R): R | undefined => asItStood(record, at);
  const windEntry = (entry: Entry): Entry | undefined => {
    return maySee(entry, viewer, now) ? asItStood(entry, at) : undefined;
  };
  return {
    ...newsroom,
    stories: new PastTable(stories, [[stories.by.entity, stories.by.formerEntity]], wind),
    entities: new PastTable(entities, [], wind),
    relations: new PastTable(relations, [[relations.by.entity, relations.by.formerEntity]], wind),
    entries: new PastTable(
      entries,
      [
        [entries.by.story, entries.by.formerStory],
        [entries.by.entity, entries.by.formerEntity],
        [entries.by.respondsTo, entries.by.formerRespondsTo],
        [entries.by.figure, entries.by.formerFigure],
      ],
      windEntry,
    ),
    questions: new PastTable(questions, [[questions.by.story, questions.by.formerStory]], wind),
  };
}
