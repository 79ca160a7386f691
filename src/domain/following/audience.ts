/** Who would read what is posted in a channel, as far as Slack tells just now. */
export interface Audience {
  channel: string;
  name: string;
  isPrivate: boolean;
  /** Shared with another organization, or about to be. */
  isShared: boolean;
  /** Everybody in it but bots; absent where Slack does not say. */
  people?: number;
  guests: number;
  outsiders: number;
  /** More people are in the channel than were looked at: there are at least so many guests and outsiders. */
  isPartial: boolean;
  /** Why the app cannot post there, in Slack's word (`not_in_channel`, `is_archived`); absent where it can. */
  closed?: string;
}
