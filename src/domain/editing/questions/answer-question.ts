import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import { maySee, type Viewer } from '../../rules/embargo.ts';

/**
 * Closes a question with an entry; with another one later, that one answers it. What the viewer may not see
 * does not exist for them. An embargoed entry may answer: until it is lifted, readers see the question open.
 */
export const answerQuestion =
  (id: string, entryId: string, viewer: Viewer) =>
  (newsroom: Newsroom, now: string): Change[] | Problem => {
    const question = newsroom.questions.get(id);
    if (!question) return { problem: 'unknown-question', id };
    const entry = newsroom.entries.get(entryId);
    if (!entry || !maySee(entry, viewer, now)) return { problem: 'unknown-entry', id: entryId };
    if (entry.withdrawn) return { problem: 'unusable-answer', id: entryId, why: 'withdrawn' };
    if (question.answeredBy === entryId) return [];
    return [{ type: 'question-answered', id, entry: entryId }];
  };
