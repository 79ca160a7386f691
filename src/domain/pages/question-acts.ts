import { answerOf } from '../briefing/questions.ts';
import type { Look } from '../briefing/standing.ts';
import { formatMoment } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Question } from '../records/question.ts';
import { donePage } from './done-page.ts';
import { entryLine } from './entry-line.ts';
import { type Button, code, type Inline, type Page } from './page.ts';
import { lastBy, shiftsOf } from './shifts.ts';

const briefing = ({ story }: Question): Button => ({
  label: 'Briefing',
  command: askFor([{ kind: 'story', slug: story }]),
});

const says = ({ text, id }: Question): Inline[] => [text, ' ', code(id)];

export const questionAskedPage = (question: Question): Page =>
  donePage({
    title: 'Question asked',
    says: says(question),
    notes: [
      [
        ...(question.owner ? ['Owner: ', { person: question.owner }] : ['Nobody owns it yet']),
        question.due ? `, due ${formatMoment({ date: question.due })}.` : '.',
        ' It stands under “What we don’t know” until an entry answers it.',
      ],
    ],
    buttons: [
      { label: 'Answer', command: `answer ${question.id}`, primary: true },
      { label: 'Assign', command: `assign ${question.id}` },
      briefing(question),
    ],
  });

export function questionAssignedPage(newsroom: Newsroom, question: Question, by: string): Page {
  const revision = lastBy(question, by);
  return donePage({
    title: 'Question assigned',
    says: says(question),
    shifts: revision ? shiftsOf(question, revision, newsroom) : [],
    buttons: [{ label: 'Answer', command: `answer ${question.id}`, primary: true }, briefing(question)],
  });
}

/** The answer, and the one that stood there before where this person may see it. */
export function questionAnsweredPage(
  newsroom: Newsroom,
  question: Question,
  { look, by }: { look: Look; by: string },
): Page {
  const answer = answerOf(newsroom, question, look);
  const was = lastBy(question, by)?.was['answeredBy'];
  const earlier =
    typeof was === 'string' && was !== answer?.id
      ? answerOf(newsroom, { ...question, answeredBy: was }, look)
      : undefined;
  return donePage({
    title: 'Question answered',
    says: says(question),
    notes: [
      ...(answer ? [entryLine(answer, { ...newsroom, now: look.now })] : []),
      ...(earlier ? [['It was answered by ', { entry: earlier.id }, ' before.'] satisfies Inline[]] : []),
    ],
    buttons: [briefing(question), { label: 'Question', command: question.id }],
  });
}
