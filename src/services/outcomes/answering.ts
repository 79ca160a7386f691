import type { Page } from '../../domain/pages/page.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Outcome } from '../commands/verb.ts';
import type { Form } from '../forms/form.ts';

/** The recording of a new entry that also answers the question named in `about.answers`: one act, or neither. */
export function answering(outcome: Outcome, { answers: id }: Form['about']): Outcome {
  if (id === undefined || !('decide' in outcome)) return outcome;
  return {
    ...outcome,
    decide: (newsroom, now) => {
      const changes = outcome.decide(newsroom, now);
      if (isProblem(changes)) return changes;
      if (!newsroom.questions.get(id)) return { problem: 'unknown-question', id };
      // Sent twice, the entry is there already and so is the answer.
      const added = changes.flatMap((change) => (change.type === 'entry-added' ? [change.id] : []));
      return [...changes, ...added.map((entry) => ({ type: 'question-answered', id, entry }) as const)];
    },
    told: (newsroom) => {
      const answer = outcome.told(newsroom);
      const asked = newsroom.questions.get(id)?.text ?? '';
      return { ...answer, page: withNote(answer.page, `It answers ${id}: ${asked}`) };
    },
  };
}

/** The note below all that is said, above the buttons. */
function withNote({ parts }: Page, note: string): Page {
  const at = parts.findLastIndex(({ part }) => part === 'buttons');
  const end = at < 0 ? parts.length : at;
  return { parts: [...parts.slice(0, end), { part: 'context', text: [note] }, ...parts.slice(end)] };
}
