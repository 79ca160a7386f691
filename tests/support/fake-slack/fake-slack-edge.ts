import type { Deliver } from './network/delivery.ts';
import { deliverOverHttp } from './network/signed-request.ts';
import type { SlackServer } from './network/slack-server.ts';
import type { SocketMode } from './network/socket-mode.ts';
import type { SlackObject } from './slack-object.ts';
import type { Fault } from './state/faults.ts';
import type { Call, SlackState } from './state/slack-state.ts';

/** The side of the fake that an app connects to, and everything that can go wrong there. */
export class FakeSlackEdge {
  /** Directory, timeline, views and clock, for what the methods below do not say. */
  readonly state: SlackState;
  private readonly server: SlackServer;
  private readonly socketMode: SocketMode;

  constructor(state: SlackState, server: SlackServer, socketMode: SocketMode) {
    this.state = state;
    this.server = server;
    this.socketMode = socketMode;
  }

  /** Give this to Bolt as `slackApiUrl`. */
  get apiUrl(): string {
    return `${this.state.origin}/api/`;
  }

  get botToken(): string {
    return this.state.settings.botToken;
  }

  get appToken(): string {
    return this.state.settings.appToken;
  }

  get signingSecret(): string {
    return this.state.settings.signingSecret;
  }

  /** Every call so far, `response_url` among the methods, tokens left out. */
  get calls(): readonly Call[] {
    return this.state.calls;
  }

  callsTo(method: string): Call[] {
    return this.state.calls.filter((call) => call.method === method);
  }

  /** From now on Slack posts signed requests there, instead of using Socket Mode. */
  postsTo(requestUrl: string): void {
    this.state.settings.requestUrl = requestUrl;
  }

  /** One raw delivery, by HTTP or Socket Mode, with the app's answer whatever it is. */
  readonly delivers: Deliver = async (kind, payload, options = {}) => {
    const { requestUrl: url, signingSecret, ackTimeoutMs: timeoutMs } = this.state.settings;
    if (url === undefined) return await this.socketMode.deliver(timeoutMs, kind, payload, options);
    const now = Math.floor(this.state.clock.now() / 1000);
    return await deliverOverHttp({ url, signingSecret, now, timeoutMs }, kind, payload, options);
  };

  /** The next call of this method goes wrong. */
  failNext(method: string, fault: Fault): void {
    this.state.faults.plan(method, () => true, fault, 1);
  }

  /** Every call that matches goes wrong, until the returned function or `heals` is called. */
  fail(method: string, matches: (args: SlackObject) => boolean, fault: Fault): () => void {
    return this.state.faults.plan(method, matches, fault);
  }

  heals(): void {
    this.state.faults.clear();
  }

  /** Lets time pass for triggers, response_urls, rates and timestamps. */
  advanceClock(ms: number): void {
    this.state.clock.advance(ms);
  }

  get connectionCount(): number {
    return this.socketMode.connectionCount;
  }

  /** Resolves when an app has opened its `count`-th socket since the start: 2 means that it reconnected. */
  async connected(count = 1, { timeoutMs = 5000 } = {}): Promise<void> {
    await this.until(() => this.socketMode.openedCount >= count && this.socketMode.connectionCount > 0, {
      what: `socket ${count}`,
      timeoutMs,
    });
  }

  /** Resolves when no socket is left: `app.stop()` resolves before that. */
  async disconnected({ timeoutMs = 5000 } = {}): Promise<void> {
    await this.until(() => this.socketMode.connectionCount === 0, {
      what: 'the last socket to close',
      timeoutMs,
    });
  }

  /** Slack's announced goodbye. */
  disconnects(
    reason: 'refresh_requested' | 'warning' | 'link_disabled' = 'refresh_requested',
    which: 'all' | 'newest' = 'all',
  ): void {
    this.socketMode.disconnect(reason, which);
  }

  /** From now on whoever opens a socket waits so long for Slack's hello. */
  greetsAfter(ms: number): void {
    this.socketMode.greetsAfterMs = ms;
  }

  /** The network goes, without a close frame. */
  cutsSockets(): void {
    this.socketMode.cut();
  }

  /** The probe's first true answer, looked at after every change in the workspace and every call. */
  async until<T>(
    probe: () => T | undefined | null | false,
    { what = 'the workspace to change', timeoutMs = 3000 } = {},
  ): Promise<T> {
    return await this.state.signal.until(probe, { what, timeoutMs });
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}
