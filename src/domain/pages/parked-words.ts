import { code, type Inline } from './page.ts';

interface Parked {
  says: string;
  /** What would let it go on. */
  mend: Inline[];
}

const invite: Inline[] = ['Type ', code('/invite @slugline'), ' there, and it goes on by itself.'];
const restricted: Parked = {
  says: 'who may post there is restricted',
  mend: ['Ask whoever runs the channel to let me post, then resume it.'],
};

/** Slack's errors, and our own reason, as causes for which nothing is posted in a channel. */
const words: { readonly [error: string]: Parked } = {
  not_in_channel: { says: 'I am not in the channel', mend: invite },
  channel_not_found: { says: 'I cannot see the channel: it is private, or gone', mend: invite },
  no_permission: { says: 'I am not in the channel', mend: invite },
  is_archived: {
    says: 'the channel is archived',
    mend: ['It goes on when somebody unarchives the channel.'],
  },
  channel_shared: {
    says: 'the channel was shared with another organization',
    mend: [
      'It goes on when an editor agrees: press Resume, or type ',
      code('/brief resume TOPIC'),
      ' there.',
    ],
  },
  ekm_access_denied: {
    says: 'the workspace withholds its encryption keys',
    mend: ['Ask whoever runs the workspace, then resume it.'],
  },
};

/** Why nothing is posted there, and what to do about it. */
export function parkedWords(error: string): Parked {
  if (error.startsWith('restricted_action')) return restricted;
  return (
    words[error] ?? { says: `Slack does not let me post there (${error})`, mend: ['Resume it to try again.'] }
  );
}
