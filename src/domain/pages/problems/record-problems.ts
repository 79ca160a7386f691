import { askFor } from '../../language/topic-request.ts';
import type { Problem, TopicChoice } from '../../problem.ts';
import { bold, code, type Inline, type Part } from '../page.ts';
import { personOrDoor } from '../person-or-door.ts';
import { choiceButtons, type Explain, next, say, typed } from './problem-parts.ts';

type Explained =
  | 'wrong-kind'
  | 'one-topic-at-a-time'
  | 'words-missing'
  | 'unknown-option'
  | 'bad-slug'
  | 'name-taken'
  | 'too-many-names'
  | 'nothing-changed'
  | 'same-topic'
  | 'was-merged'
  | 'changed-meanwhile'
  | 'unknown-question'
  | 'unusable-answer';

/** Why a story, an entity, a relation or a question was not recorded, and the next step. */
export const recordExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'wrong-kind': ({ typed: words, found }) => [
    say(
      typed(words),
      found.topic.kind === 'story' ? ' is a story: ' : ' is an entity, no story: ',
      bold(found.name),
      '.',
    ),
    ...choiceButtons([found]),
  ],
  'one-topic-at-a-time': ({ typed: words }) => [
    say('That is done to one story or entity at a time, and ', typed(words), ' names two.'),
    next('Name one, by its slug: ', code('/brief edit ford-xiaomi')),
  ],
  'words-missing': ({ missing, example }) => [
    say(`What is missing: ${missing}.`),
    next('For example: ', code(`/brief ${example}`)),
  ],
  'unknown-option': ({ typed: key, meant }) => [
    say(`I don’t know what `, typed(`${key}:`), ' means. Did you mean ', code(`${meant}:`), '?'),
    next('Nothing was recorded. To have it taken as text, put the text in quotation marks.'),
  ],
  'bad-slug': ({ typed: words, why, holder, near, retry }) => [
    say(...slugReasons[why](words, holder)),
    ...(holder ? choiceButtons([holder]) : []),
    next('With a slug that is free, ', code(near), ': ', code(`/brief ${retry}`)),
  ],
  'name-taken': ({ name, holder }) => [
    say('The name ', typed(name), ' leads to another story: ', bold(holder.name), '.'),
    ...choiceButtons([holder]),
    next('Choose another alias, or merge the two: ', code('/brief merge SLUG into OTHER-SLUG')),
  ],
  'too-many-names': ({ most }) => [
    say(`It has had ${most} names, and that is the most I keep.`),
    next('An editor can take some off: ', code('/brief edit ford-xiaomi')),
  ],
  'nothing-changed': ({ says, topic }) => [
    say(says),
    ...(topic ? [toTopic('Nothing was changed.', askFor([topic]))] : [next('Nothing was changed.')]),
  ],
  'same-topic': ({ name }) => [
    say(bold(name), ' cannot be merged into itself: both names lead to it.'),
    next('Name two: ', code('/brief merge OLD-SLUG into OTHER-SLUG')),
  ],
  'was-merged': ({ typed: words, into }) => [
    say(typed(words), ' was merged into ', bold(into.name), ' meanwhile.'),
    ...choiceButtons([into]),
  ],
  'changed-meanwhile': ({ name, by }) => [
    say(
      personOrDoor(by),
      ' changed ',
      bold(name),
      ' while you were writing. Nothing of yours is recorded yet.',
    ),
    next('Send it again to see what was changed.'),
  ],
  'unknown-question': ({ id }) => [
    say('There is no question ', typed(id), '.'),
    next('A question’s number stands at the end of its line: ', code('/brief ford-xiaomi gaps')),
  ],
  'unusable-answer': ({ id }) => [
    say(typed(id), ' was withdrawn, so it cannot answer a question.'),
    next(
      'Name another entry, or add one: ',
      code('/brief answer Q-3 Ford said yes | src: Ford spokesperson'),
    ),
  ],
};

const slugReasons = {
  shape: (words: string): Inline[] => [
    typed(words),
    ' can’t be a slug: that is lower-case letters and digits in words joined by hyphens, 80 characters at most.',
  ],
  reserved: (words: string): Inline[] => [
    typed(words),
    ' is a word of the commands, so nobody could ask for it.',
  ],
  taken: (words: string, holder: TopicChoice | undefined): Inline[] => [
    typed(words),
    ' is taken',
    ...(holder ? [': it leads to ', bold(holder.name)] : []),
    '.',
  ],
} as const;

const toTopic = (text: string, command: string): Part => ({
  part: 'paragraph',
  text: [text],
  button: { label: 'Briefing', command },
});
