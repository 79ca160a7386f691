import type { SlackObject } from '../slack-object.ts';

/**
 * `landed` says whether Slack did what was asked before it failed. A slow answer always lands at once:
 * only the answer is late.
 */
export type Fault =
  | { error: string }
  | { rateLimitedForSeconds: number }
  | { status: number; landed?: boolean }
  | { reset: 'before-landing' | 'after-landing' }
  | { slowMs: number };

/** `response_url` is a method here, so that an answer can be lost too. */
type Matches = (args: SlackObject) => boolean;

interface Plan {
  method: string;
  matches: Matches;
  fault: Fault;
  timesLeft: number;
}

export class Faults {
  private plans: Plan[] = [];

  /** Answers the function that ends the fault. */
  plan(method: string, matches: Matches, fault: Fault, times = Number.POSITIVE_INFINITY): () => void {
    const plan: Plan = { method, matches, fault, timesLeft: times };
    this.plans.push(plan);
    return () => {
      this.plans = this.plans.filter((other) => other !== plan);
    };
  }

  take(method: string, args: SlackObject): Fault | undefined {
    const plan = this.plans.find(
      (candidate) => candidate.method === method && candidate.timesLeft > 0 && candidate.matches(args),
    );
    if (plan !== undefined) plan.timesLeft -= 1;
    return plan?.fault;
  }

  clear(): void {
    this.plans = [];
  }
}
