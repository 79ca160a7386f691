import { answerOf, isOverdue } from '../briefing/questions.ts';
import type { Look } from '../briefing/standing.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Question } from '../records/question.ts';
import { entryLine } from './entry-line.ts';
import { type Button, bold, code, type Inline, type Page, type Part } from './page.ts';
import { shareButton } from './shared-parts.ts';

interface Wording {
  newsroom: Newsroom;
  look: Look;
  zone: string;
}

/** One question: who asked it of which story, who is to find out until when, and the answer if there is one. */
export function questionPage(question: Question, { newsroom, look, zone }: Wording): Page {
  const story: Topic = { kind: 'story', slug: question.story };
  const answer = answerOf(newsroom, question, look);
  const late = !answer && isOverdue(question, look.now, zone);
  const headline = newsroom.stories.get(question.story)?.headline ?? question.story;
  const facts: Inline[] = [
    question.owner ? ['Owner: ', { person: question.owner }] : ['Nobody owns it'],
    ...(question.due ? [[` · due ${formatMoment({ date: question.due })}`]] : []),
    ...(late ? [[' · ', bold('overdue')]] : []),
  ].flat();
  return {
    parts: [
      { part: 'title', text: answer ? 'Answered question' : 'Open question' },
      { part: 'paragraph', text: [question.text] },
      { part: 'context', text: facts },
      { part: 'context', text: [code(question.id), ...askedBy(question, zone), ' about ', bold(headline)] },
      ...(answer
        ? [
            {
              part: 'list',
              heading: 'Answer',
              lines: [entryLine(answer, { ...newsroom, now: look.now, zone })],
            } satisfies Part,
          ]
        : []),
      {
        part: 'buttons',
        buttons: [...waysOn(question, answer !== undefined, story), shareButton(question.id)],
      },
    ],
  };
}

function askedBy({ by, at }: Question, zone: string): Inline[] {
  const when = formatInstant(at, zone);
  // Imported questions were typed by nobody in particular.
  return /^[UW][A-Z0-9]{2,}$/.test(by) ? [' asked by ', { person: by }, `, ${when}`] : [` recorded ${when}`];
}

const waysOn = ({ id }: Question, isAnswered: boolean, story: Topic): Button[] => [
  ...(isAnswered
    ? []
    : [
        { label: 'Answer', command: `answer ${id}`, primary: true },
        { label: 'Assign', command: `assign ${id}` },
      ]),
  { label: 'Briefing', command: askFor([story]) },
  { label: 'All gaps', command: askFor([story], { view: 'gaps' }) },
];
