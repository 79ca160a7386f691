import type { Problem } from '../../problem.ts';
import { bold, code } from '../page.ts';
import { personOrDoor } from '../person-or-door.ts';
import { type Explain, next, say, typed } from './problem-parts.ts';

type Explained =
  | 'off-the-record'
  | 'entry-needed'
  | 'story-closed'
  | 'entry-withdrawn'
  | 'entry-unchanged'
  | 'entry-moved'
  | 'reason-missing'
  | 'verification-unchanged'
  | 'too-many-sources'
  | 'embargo-past'
  | 'not-embargoed';

/** Why an entry was not recorded or acted upon, and the next step. */
export const entryExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'off-the-record': () => [
    say('That is off the record, so I keep nothing of it: not the text, not the source, not in a log.'),
    next(
      'Record what somebody stands for: on the record, on background or deep background. Delete the message if others can read it.',
    ),
  ],
  'entry-needed': ({ act, typed: words }) => [
    words === ''
      ? say('Which entry? Its number stands at the end of its line in a briefing.')
      : say(typed(words), ' is no entry’s number. It stands at the end of its line in a briefing.'),
    next('For example: ', code(`/brief ${act} E-31`)),
  ],
  'story-closed': ({ slug }) => [
    say(code(slug), ' is closed, so nothing is added to it.'),
    next('An editor can open it again: ', code(`/brief edit ${slug}`)),
  ],
  'entry-withdrawn': ({ id, by }) => [
    say({ entry: id }, ' was withdrawn', ...(by ? [' by ', personOrDoor(by)] : []), '; it stays as it was.'),
    next('To put it on record again, add it as a new entry: ', code('/brief add')),
  ],
  'entry-unchanged': ({ id }) => [
    say({ entry: id }, ' says exactly that already, so nothing was changed.'),
    next('To change something, open it: ', code(`/brief correct ${id}`)),
  ],
  'entry-moved': ({ id, by }) => [
    say(
      personOrDoor(by),
      ' changed ',
      { entry: id },
      ' at this very moment. Nothing of yours is recorded yet.',
    ),
    next('Send it again to see what was changed.'),
  ],
  'reason-missing': ({ id, act }) => [
    say('Say why: whoever was shown ', { entry: id }, ' is told.'),
    next('For example: ', code(`/brief ${act} ${id} reason:"the FT corrected its report"`)),
  ],
  'verification-unchanged': ({ id, verification }) => [
    say({ entry: id }, ' is ', bold(verification), ' already, so nothing was changed.'),
    next('A new source is news, too: ', code(`/brief verify ${id} ${verification} src:"SEC filing"`)),
  ],
  'too-many-sources': ({ id, most }) => [
    say({ entry: id }, ` has as many sources as an entry can have: ${most}.`),
    next('Take some off first: ', code(`/brief correct ${id}`)),
  ],
  'embargo-past': ({ id }) => [
    say('That time has passed meanwhile, so ', { entry: id }, ' was left as it is.'),
    next('Give a later one, or show it now: ', code(`/brief lift ${id}`)),
  ],
  'not-embargoed': ({ id }) => [
    say({ entry: id }, ' is under no embargo: everybody on the staff can see it.'),
    next('To hold it back: ', code(`/brief embargo ${id} until:"2026-03-02 06:00 America/New_York"`)),
  ],
};
