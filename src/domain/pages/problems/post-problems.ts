import type { Problem } from '../../problem.ts';
import { code } from '../page.ts';
import { type Explain, next, say } from './problem-parts.ts';

type Explained =
  | 'not-in-channel'
  | 'not-in-conversation'
  | 'cannot-post'
  | 'post-unconfirmed'
  | 'post-unrecorded'
  | 'slack-busy'
  | 'not-for-everybody';

/** Why something is not before everybody, or not known to be, and the next step. */
export const postExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'not-in-channel': ({ posting }) => [
    say('I can’t post here: I am not in this channel.'),
    next(
      'Type ',
      code('/invite @slugline'),
      posting === 'share' ? ' here, then press Share to channel again.' : ' here, then ask again.',
    ),
  ],
  'not-in-conversation': () => [
    say('I can’t post here: this conversation is between people, and I am not part of it.'),
    next('Ask for it in a channel that I am in, and share it there.'),
  ],
  'cannot-post': ({ posting, error }) => [
    say('Slack did not let me post here (', code(error), ').'),
    posting === 'share'
      ? next('Ask someone who runs this channel, or share in another one.')
      : next('For your eyes only, ', code('/brief'), ' with the same words answers everywhere.'),
  ],
  'post-unconfirmed': ({ posting }) => [
    posting === 'share'
      ? say('Slack did not confirm the message. Look whether it is in the channel before you share it again.')
      : say('Slack did not confirm my answer. Look whether it is in the thread before you ask again.'),
  ],
  'post-unrecorded': ({ posting, reason }) => [
    say(
      posting === 'share' ? 'It is in the channel, but ' : 'My answer is in the thread, but ',
      reason === 'disk-full'
        ? 'I could not note that: the disk that holds the newsroom is full.'
        : 'I could not note that: the newsroom’s folder cannot be written.',
    ),
    next('Corrections will not find that message. Tell whoever runs Slugline.'),
  ],
  'slack-busy': ({ posting, seconds }) => [
    say(
      `Slack asks to wait ${seconds} s. `,
      posting === 'share' ? 'Press the button again after that.' : 'Ask again after that.',
    ),
  ],
  'not-for-everybody': () => [
    say('Not shared: nothing on this page is for everybody.'),
    next('It can be shared once readers may see it.'),
  ],
};
