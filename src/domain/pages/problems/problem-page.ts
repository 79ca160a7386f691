import { askFor } from '../../language/topic-request.ts';
import type { Problem } from '../../problem.ts';
import { bold, code, type Inline, joined, type Page, type Part } from '../page.ts';
import { draftExplanations } from './draft-problems.ts';
import { entryExplanations } from './entry-problems.ts';
import { followingExplanations } from './following-problems.ts';
import { inputExplanations } from './input-problems.ts';
import { postExplanations } from './post-problems.ts';
import { choiceButtons, type Explain, help, say, typed } from './problem-parts.ts';
import { recordExplanations } from './record-problems.ts';
import { timeExplanations } from './time-problems.ts';
import { unknownTopic } from './unknown-topic.ts';

/** Every expected failure, in words for the person who met it, with the next step to take. */
const explanations: { [T in Problem['problem']]: Explain<T> } = {
  ...entryExplanations,
  ...draftExplanations,
  'unknown-topic': unknownTopic,
  'ambiguous-topic': (problem) => [
    say(typed(problem.typed), ' can mean more than one thing. Which one?'),
    ...choiceButtons(problem.choices),
    {
      part: 'context',
      text: [
        'To say it in one go: ',
        code(`/brief ${askFor(problem.choices.slice(0, 1).map((choice) => choice.topic))}`),
      ],
    },
  ],
  'too-many-topics': (problem) => [
    say('I can compare two topics at a time, and you named ', bold(`${problem.typed.length} or more`), '.'),
    { part: 'context', text: ['For example: ', code('/brief entity:ford entity:xiaomi')] },
  ],
  'no-topic-here': (problem) => [
    problem.typed === ''
      ? say('Which story or entity? This thread is about none, so name it.')
      : say('I don’t know whose ', typed(problem.typed), ' you want: name a story or an entity.'),
    {
      part: 'context',
      text: [
        'For example: ',
        code(`/brief ford-xiaomi ${problem.typed}`.trim()),
        ' or, in a thread, ',
        code(`@slugline ford-xiaomi ${problem.typed}`.trim()),
      ],
    },
  ],
  'only-in-slack': (problem) => [
    say(code(problem.typed), ' records something: that is done in Slack, where I know who you are.'),
  ],
  'unknown-entry': (problem) => [
    say('There is no entry ', typed(problem.id), '.'),
    { part: 'context', text: ['The number of an entry stands at the end of its line in a briefing.'] },
  ],
  'unknown-help': (problem) => [
    say('There is no command ', typed(problem.typed), '.'),
    ...(problem.nearVerbs.length
      ? [say('Did you mean ', code(`/brief help ${problem.nearVerbs[0]}`), '?')]
      : []),
    help,
  ],
  'search-not-ready': (problem) => [
    say('I could not look for ', typed(problem.typed), ' just now: the index is being started again.'),
    {
      part: 'context',
      text: ['Try again in a minute. Topics can be asked for meanwhile: ', code('/brief ford-xiaomi')],
    },
  ],
  ...recordExplanations,
  ...timeExplanations,
  ...postExplanations,
  ...followingExplanations,
  ...inputExplanations,
  'already-shared': () => [say('This briefing is already in the channel: it was shared a moment ago.')],
  'no-access': (problem) => [
    say(
      problem.standing === 'guest'
        ? 'Slugline is for the newsroom’s staff: guests of this workspace have no access.'
        : 'Slugline is for the newsroom’s staff: people from other workspaces have no access.',
    ),
    ...whoCanHelp(problem.editors),
  ],
  'unknown-person': () => [
    say('Slack could not tell me who you are just now, so I show nothing. Try again in a moment.'),
  ],
  'not-allowed': (problem) => [
    say(
      problem.needed === 'editor'
        ? 'That is for editors.'
        : 'That is for those who contribute to the record.',
    ),
    ...whoCanHelp(problem.editors),
  ],
  'role-unknown': ({ needed }) => [
    say(
      needed === 'editor' ? 'That is for editors' : 'That is for those who contribute to the record',
      ', and Slack does not tell me just now whether you are one. Nothing was changed.',
    ),
    { part: 'context', text: ['Try again in a minute. Reading works meanwhile.'] },
  ],
  'not-saved': (problem) => [
    say(
      problem.reason === 'disk-full'
        ? 'Not saved: the disk that holds the newsroom is full. Nothing was changed.'
        : 'Not saved: the newsroom’s folder cannot be written. Nothing was changed.',
    ),
    {
      part: 'context',
      text: ['Tell whoever runs Slugline, then try again; it recovers by itself when there is room.'],
    },
  ],
  'bundle-unreadable': (problem) => [say(`${problem.file}: not a readable bundle: ${problem.detail}`)],
  'bundle-faulty': (problem) => [
    say(`${problem.file}: nothing was imported.`),
    {
      part: 'list',
      heading: 'To mend',
      lines: problem.faults.map(({ path, found, expected }) => [
        code(path),
        `: found ${found}; expected ${expected}`,
      ]),
    },
  ],
};

function whoCanHelp(editors: readonly string[]): Part[] {
  if (editors.length === 0) {
    return [
      {
        part: 'context',
        text: ['No editors are known: whoever runs Slugline names them in ', code('EDITORS'), '.'],
      },
    ];
  }
  const named = editors.slice(0, 5).map((person): Inline => ({ person }));
  return [{ part: 'context', text: ['Who can help: ', ...joined(named, ', ')] }];
}

export function problemPage(problem: Problem): Page {
  const explain = explanations[problem.problem] as Explain<Problem['problem']>;
  return { parts: explain(problem as never) };
}
