import { beginningOf } from '../../language/cut-text.ts';
import { askFor } from '../../language/topic-request.ts';
import type { Problem } from '../../problem.ts';
import { bold, code } from '../page.ts';
import { type Explain, next, say, typed } from './problem-parts.ts';

type Explained = 'unreadable-time' | 'future-time' | 'not-yet-recorded' | 'catchup-is-private';

/** Why a question about another time, or about what is new, has no answer, and the next step. */
export const timeExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'unreadable-time': ({ part, typed: words, fault }) => [
    say(code(`${part}:${beginningOf(words, 60)}`), `: ${fault}.`),
    next(
      'For example: ',
      code(`/brief ${part === 'as-of' ? 'ford-xiaomi' : 'search'} ${part}:2026-02-01`),
      ' or ',
      code(`${part}:yesterday`),
    ),
  ],
  'future-time': ({ part, typed: words, meant }) => [
    say(code(`${part}:${beginningOf(words, 60)}`), ' is still to come: I read it as ', bold(meant), '.'),
    next('Give a time that has passed, like ', code(`${part}:yesterday`)),
  ],
  'not-yet-recorded': ({ topic, asOf, since }) => [
    say(typed(topic.name), ` was not on record on ${asOf}. It was first recorded on ${since}.`),
    {
      part: 'buttons',
      buttons: [{ label: 'Latest', command: askFor([topic.topic]), primary: true }],
    },
  ],
  'catchup-is-private': ({ typed: words }) => [
    say('What is new to you is for you alone, so I don’t tell it here.'),
    next('In Slack, type ', code(`/brief catchup ${words}`.trim())),
  ],
};
