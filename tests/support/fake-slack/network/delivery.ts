import type { SlackObject } from '../slack-object.ts';

export type DeliveryKind = 'slash_commands' | 'events_api' | 'interactive';

export interface DeliveryOptions {
  /** HTTP only: what a forger would send. */
  signature?: 'bad' | 'missing';
  /** HTTP only: ten minutes old, with a signature that fits it. */
  timestamp?: 'old';
  /** Slack's second, third and fourth try of the same event. */
  retry?: { num: number; reason: string };
  /** The connection goes so long after the delivery was sent, without a goodbye. */
  cutAfterMs?: number;
}

/** How the app answered one delivery. */
export interface DeliveryAnswer {
  transport: 'socket' | 'http';
  /** HTTP only. */
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  /** The acknowledgement's payload: an object, a text, or nothing. */
  body: unknown;
  /** What Slack would show the person instead of an answer. */
  problem: 'operation_timeout' | 'dispatch_failed' | undefined;
}

export type Deliver = (
  kind: DeliveryKind,
  payload: SlackObject,
  options?: DeliveryOptions,
) => Promise<DeliveryAnswer>;
