import type { Draft } from './draft.ts';
import type { Outline, Standing } from './outline.ts';

/** A message that left us, as it was drawn, and when. */
export interface Sent {
  draft: Draft;
  at: string;
  /** It may arrive yet: where it is not found, it is looked for once more. */
  mayComeLate?: true;
}

/** Posted, and not on record yet. */
export interface Landed {
  outline: Outline;
  standing: Omit<Standing, 'at'>;
  /** From before the start: it says nothing of whether we may post there now. */
  isOld?: true;
}

/** How a message is sent that Slack did not take as it was. */
export interface Manner {
  asPlainText?: true;
  withoutMetadata?: true;
}

/** What is known of the messages of a channel beside what is owed. It may be forgotten: a restart looks again. */
export interface ChannelState {
  readonly channel: string;
  /** Keys of deliveries that an earlier process tried: their messages may be there, unrecorded. */
  suspects: string[];
  /** Sent, and Slack did not say whether it has them. */
  doubts: Sent[];
  landed: Landed | undefined;
  /** Threads that take no more replies. */
  readonly lost: Set<string>;
  /** Topics, as keys, whose card Slack does not take: their messages stand by themselves. */
  readonly cardless: Set<string>;
  readonly manners: Map<string, Manner>;
  /** How often a delivery met a bug of ours. */
  readonly bugs: Map<string, number>;
  /** What met too many: it stays owed, and what stands behind it does not wait for it. */
  readonly setAside: Set<string>;
  /** Whether to find out if a channel where Slack refused us takes messages again. */
  triesParked: boolean;
  /** Slack refuses us here, and nobody follows anything there: no subscription says so. */
  isClosed: boolean;
}

/** How long before the next message; `undefined`: not at all. */
export type Wait = { ms: number } | { limitedForSeconds: number } | undefined;
