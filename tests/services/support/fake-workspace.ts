import { instantOf } from '../../../src/domain/language/dates.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Announced, Announcement, Announcer, Clock, Found, Timer } from '../../../src/services/ports.ts';

export interface FakeMessage {
  channel: string;
  ts: string;
  threadTs?: string;
  key?: string;
  text: string;
  at: string;
  edits: number;
  isBroadcast: boolean;
  isPlainText: boolean;
}

export type Fault =
  | { error: string }
  | { waitSeconds: number }
  /** Slack does not answer; `lands` says whether it did what was asked. */
  | { lands: boolean }
  /** No answer at all, and it is done so much later. */
  | { landsAfterMs: number }
  /** The answer comes when the test lets it. */
  | { until: Promise<void> };

export interface Call {
  method: 'post' | 'edit' | 'find';
  channel: string;
  key?: string | undefined;
  at: string;
}

type Matches = (call: Call) => boolean;

/** What an announcer reaches, in memory: channels, threads, and everything that can go wrong with them. */
export class FakeWorkspace implements Announcer {
  readonly messages: FakeMessage[] = [];
  readonly calls: Call[] = [];
  readonly unreadable = new Set<string>();
  /** Channels that take no message, and Slack's word for it. */
  readonly closed = new Map<string, string>();
  readonly deletedThreads = new Map<string, string>();
  private faults: { method: Call['method']; fault: Fault; matches: Matches; times: number }[] = [];
  private last = 0;
  private readonly clock: Clock & Timer;

  constructor(clock: Clock & Timer) {
    this.clock = clock;
  }

  fail(method: Call['method'], fault: Fault, { matches = () => true, times = 1 }: Partial<Plan> = {}): void {
    this.faults.push({ method, fault, matches, times });
  }

  heal(): void {
    this.faults = [];
  }

  async post(message: Announcement): Promise<Announced> {
    return this.answer('post', message, () => this.land(message));
  }

  async edit(message: Announcement & { ts: string }): Promise<Announced> {
    return this.answer('edit', message, () => {
      const there = this.messages.find(({ channel, ts }) => channel === message.channel && ts === message.ts);
      if (!there) return { outcome: 'refused', error: 'message_not_found' };
      there.text = plainText(message.page);
      there.edits += 1;
      return { outcome: 'posted', ts: there.ts };
    });
  }

  async find(sought: { channel: string; threadTs?: string; key: string; since: string }): Promise<Found> {
    const came = await this.answer('find', sought, () => ({ outcome: 'posted', ts: '' }));
    if (came.outcome === 'wait') return came;
    if (came.outcome !== 'posted') return { outcome: 'wait', seconds: 5 };
    if (this.unreadable.has(sought.channel)) return { outcome: 'unreadable' };
    const found = this.messages.find(
      ({ channel, threadTs, key, at }) =>
        channel === sought.channel &&
        threadTs === sought.threadTs &&
        key === sought.key &&
        Date.parse(at) >= Date.parse(sought.since) - 300_000,
    );
    return found ? { outcome: 'there', ts: found.ts } : { outcome: 'absent' };
  }

  async permalink(channel: string, ts: string): Promise<string | undefined> {
    return `https://newsroom.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  }

  in(channel: string): FakeMessage[] {
    return this.messages.filter((message) => message.channel === channel);
  }

  /** Keys of what was posted, `E-1` for an entry: what a channel got, in order. */
  keysIn(channel: string): string[] {
    return this.in(channel).map(({ key = 'no key' }) => short(key));
  }

  callsTo(method: Call['method']): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  private async answer(
    method: Call['method'],
    { channel, key }: { channel: string; key?: string },
    land: () => Announced,
  ): Promise<Announced> {
    const call: Call = { method, channel, key, at: this.clock.now() };
    this.calls.push(call);
    const plan = this.faults.find((one) => one.method === method && one.times > 0 && one.matches(call));
    if (!plan) return land();
    plan.times -= 1;
    const { fault } = plan;
    if ('error' in fault) return { outcome: 'refused', error: fault.error };
    if ('waitSeconds' in fault) return { outcome: 'wait', seconds: fault.waitSeconds };
    if ('until' in fault) {
      const landed = land();
      await fault.until;
      return landed;
    }
    if ('landsAfterMs' in fault) {
      this.clock.after(fault.landsAfterMs, land);
      return { outcome: 'unconfirmed', isUnanswered: true };
    }
    if (fault.lands) land();
    return { outcome: 'unconfirmed' };
  }

  private land({ channel, threadTs, page, key, isBroadcast, asPlainText }: Announcement): Announced {
    const error = this.closed.get(channel) ?? (threadTs && this.deletedThreads.get(threadTs));
    if (error) return { outcome: 'refused', error };
    const at = this.clock.now();
    // Slack's ids are unique in a channel and sort by time.
    this.last = Math.max(Date.parse(at) * 1000, this.last + 1);
    const digits = String(this.last);
    const ts = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    this.messages.push({
      ...{ channel, ts, ...(threadTs ? { threadTs } : {}), ...(key ? { key } : {}) },
      ...{ text: plainText(page), at: instantOf(Date.parse(at)), edits: 0 },
      ...{ isBroadcast: isBroadcast ?? false, isPlainText: asPlainText ?? false },
    });
    return { outcome: 'posted', ts };
  }
}

interface Plan {
  matches: Matches;
  times: number;
}

/** `entry:E-1:C1` is `E-1`, `open:story:talks:C1:4` is `card`, `announcement:S-1:C1:4` is `told`, `notice:E-1:2:C1:170.1` is `E-1/2`. */
function short(key: string): string {
  const [what, entry, revision] = key.split(':');
  if (what === 'open') return 'card';
  if (what === 'announcement') return 'told';
  return what === 'notice' ? `${entry}/${revision}` : (entry ?? key);
}
