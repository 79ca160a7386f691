import type { Problem } from '../../problem.ts';
import { code } from '../page.ts';
import { type Explain, next, say, typed } from './problem-parts.ts';

type Explained = 'nothing-read' | 'unknown-draft' | 'draft-unfiled' | 'no-such-line' | 'line-recorded';

/** Why nothing came of an article or of a line of its draft, and the next step. */
export const draftExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'nothing-read': () => [
    say('I find no statement in that text, so there is no draft.'),
    next(
      'Paste the article’s own sentences; what an address leads to, I do not fetch. Or add a line yourself: ',
      code('/brief add'),
    ),
  ],
  'unknown-draft': ({ id }) => [
    say('There is no draft ', typed(id), ' that you can see.'),
    next('Those that wait: ', code('/brief drafts')),
  ],
  'draft-unfiled': ({ id }) => [
    say(code(id), ' is filed under no story yet, so nothing of it was recorded.'),
    {
      part: 'choices',
      choices: [{ label: 'File it under a story', command: `file ${id}` }],
    },
    next('In one line: ', code(`/brief file ${id} ford-xiaomi`)),
  ],
  'no-such-line': ({ id, typed: words, lines }) => [
    say(
      code(id),
      ' has nothing called ',
      typed(words),
      lines > 0 ? `: its lines are 1 to ${lines}, names n1 …, questions q1 ….` : '.',
    ),
    next('All of it: ', code(`/brief ${id} all`)),
  ],
  'line-recorded': ({ id, line, entry }) => [
    say(`Line ${line} of `, code(id), ' is on record already, as ', { entry }, '.'),
    next('What is on record is corrected there: ', code(`/brief correct ${entry}`)),
  ],
};
