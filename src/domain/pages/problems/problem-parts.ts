import { cutText } from '../../language/cut-text.ts';
import { askFor } from '../../language/topic-request.ts';
import type { Problem, ProblemOf, TopicChoice } from '../../problem.ts';
import { bold, code, type Inline, type Part } from '../page.ts';

export type Explain<T extends Problem['problem']> = (problem: ProblemOf<T>) => Part[];

export const say = (...text: Inline[]): Part => ({ part: 'paragraph', text });
export const help: Part = { part: 'context', text: [code('/brief help'), ' lists everything you can ask.'] };

/** What is typed in an answer, short enough to read: the rest of it says nothing more. */
export const typed = (text: string): Inline => bold(cutText(text, 80));

/** Choices by name, each with the words that would have asked for it. */
export const choiceButtons = (choices: readonly TopicChoice[]): Part[] =>
  choices.length === 0
    ? []
    : [
        {
          part: 'choices',
          choices: choices.slice(0, 10).map(({ topic, name }) => {
            return { label: topic.kind === 'story' ? `Story: ${name}` : name, command: askFor([topic]) };
          }),
        },
      ];

/** What to type next. */
export const next = (...text: Inline[]): Part => ({ part: 'context', text });
