import { SlackRefusal } from '../slack-refusal.ts';
import type { Clock } from './clock.ts';

const lifetimeMs = 3000;

interface Trigger {
  user: string;
  issuedAt: number;
  isUsed: boolean;
}

/** A trigger opens one modal, within three seconds: https://docs.slack.dev/surfaces/modals */
export class Triggers {
  private readonly issued = new Map<string, Trigger>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  issue(user: string): string {
    const id = `${1000 + this.issued.size}.2000.${user.toLowerCase()}`;
    this.issued.set(id, { user, issuedAt: this.clock.now(), isUsed: false });
    return id;
  }

  /** Answers whose trigger it was. */
  redeem(id: unknown): string {
    const trigger = this.issued.get(String(id));
    if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id');
    if (trigger.isUsed) throw new SlackRefusal('exchanged_trigger_id');
    if (this.clock.now() - trigger.issuedAt > lifetimeMs) throw new SlackRefusal('expired_trigger_id');
    trigger.isUsed = true;
    return trigger.user;
  }
}
