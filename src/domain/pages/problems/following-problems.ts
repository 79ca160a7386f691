import { askFor } from '../../language/topic-request.ts';
import type { Problem } from '../../problem.ts';
import { code } from '../page.ts';
import { parkedWords } from '../parked-words.ts';
import { type Explain, next, say, typed } from './problem-parts.ts';

type Explained =
  | 'no-channel-here'
  | 'audience-unknown'
  | 'shared-channel'
  | 'cannot-follow-here'
  | 'not-followed'
  | 'nothing-followed'
  | 'other-channel'
  | 'unreadable-filter'
  | 'no-kinds-left'
  | 'nothing-left'
  | 'no-thread-here';

const usualExample = 'subscribe ford-xiaomi quote response -entity:catl thread:milestones';

/** Why a channel does not follow something, or goes on following it, and the next step. */
export const followingExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'no-channel-here': ({ example }) => [
    say('Which channel? I can’t tell from here.'),
    next('Type it in the channel: ', code(`/brief ${example}`)),
  ],
  'audience-unknown': () => [
    say('Slack does not tell me just now who reads this channel. Nothing was changed.'),
    next('Try again in a minute.'),
  ],
  'shared-channel': () => [
    say(
      'This channel is shared with another organization: whether it follows anything is for an editor to say.',
    ),
    next('Ask an editor to type it here: ', code('/brief subscribe ford-xiaomi')),
  ],
  'cannot-follow-here': ({ error }) => {
    const { says, mend } = parkedWords(error);
    const isInvited = ['not_in_channel', 'channel_not_found', 'no_permission'].includes(error);
    return [
      say(`I can’t post here, so nothing was changed: ${says}.`),
      isInvited ? next('Type ', code('/invite @slugline'), ' here, then send it again.') : next(...mend),
    ];
  },
  'not-followed': ({ name }) => [
    say('This channel does not follow ', typed(name), '.'),
    next('What it follows: ', code('/brief subscribe list')),
  ],
  'nothing-followed': () => [
    say('This channel follows nothing.'),
    next('To follow a story: ', code('/brief subscribe ford-xiaomi')),
  ],
  'other-channel': ({ id }) => [
    say(typed(id), ' belongs to another channel, and is for its owner or an editor to change.'),
    next('What this channel follows: ', code('/brief subscribe list')),
  ],
  'unreadable-filter': ({ part, expected, example = usualExample }) => [
    say('I can’t read ', typed(part), `: write ${expected}.`),
    next('For example: ', code(`/brief ${example}`)),
  ],
  'no-kinds-left': () => [
    say('That leaves no kind of entry to follow. Nothing was changed.'),
    next(
      'To end it: ',
      code('/brief unsubscribe ford-xiaomi'),
      ' or, for a while, ',
      code('/brief pause ford-xiaomi'),
    ),
  ],
  'nothing-left': ({ entity }) => [
    say('That leaves nothing to follow: ', typed(entity), ' is both asked for and left out.'),
    next('To leave nobody out, end with ', code('-entity:none'), '.'),
  ],
  'no-thread-here': ({ topic }) => [
    say('A thread is bound in the thread itself, and commands can’t be typed there: mention me.'),
    next(
      'In the thread: ',
      code(`@slugline follow ${askFor([topic])}`),
      ' · For the whole channel: ',
      code(`/brief subscribe ${askFor([topic])}`),
    ),
  ],
};
