/** What Slack's refusal of a message asks of us. */
export type Remedy =
  /** Nothing can be posted in this channel until somebody there changes that. */
  | 'park'
  /** This thread takes no more replies: the topic gets a new card. */
  | 'new-thread'
  /** Our bug: the words are sent without the blocks, once. */
  | 'plain-text'
  | 'without-metadata'
  /** Nothing can be posted anywhere until somebody mends the app's access. */
  | 'halt';

/** Slack's words and what they ask for; the first row that fits. https://docs.slack.dev/reference/methods/chat.postMessage/ */
const remedies: readonly (readonly [said: RegExp, remedy: Remedy])[] = [
  [/_thread_locked$/, 'new-thread'],
  [/^(cannot_reply_to_message|thread_not_found|message_not_found)$/, 'new-thread'],
  [/^(not_in_channel|channel_not_found|no_permission)$/, 'park'],
  [/^(is_archived|restricted_action.*|ekm_access_denied)$/, 'park'],
  [/^(invalid_blocks.*|msg_blocks_too_long|msg_too_long)$/, 'plain-text'],
  [/^(metadata_too_large|invalid_metadata.*)$/, 'without-metadata'],
  [/^(token_revoked|token_expired|account_inactive|invalid_auth|not_authed)$/, 'halt'],
  [/^missing_scope$/, 'halt'],
];

/** `undefined`: a word that Slack has never said to us. */
export const knownRemedy = (said: string): Remedy | undefined =>
  remedies.find(([pattern]) => pattern.test(said))?.[1];

/** Of a message. An unknown word parks the channel: nothing is lost, and it is seen. */
export const remedyFor = (said: string): Remedy => knownRemedy(said) ?? 'park';

/** Why a message cannot be edited any more, ever: it is gone, or it is not ours to change. */
export const isBeyondEditing = (said: string): boolean =>
  /^(message_not_found|thread_not_found|cant_update_message|edit_window_closed|cant_broadcast_message)$/.test(
    said,
  );
