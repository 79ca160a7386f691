import type { ProblemOf } from '../../problem.ts';
import { parkedWords } from '../parked-words.ts';
import { next, say } from './problem-parts.ts';

/** Why a channel cannot be posted in, found out when it was already to follow something. */
export const channelExplanations = {
  'channel-closed': ({ error }: ProblemOf<'channel-closed'>) => {
    const { says, mend } = parkedWords(error);
    return [say(`Nothing is posted in this channel yet: ${says}.`), next(...mend)];
  },
};
