import type { App, Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';

/** Slack wants a socket back after some hours: opened so long after the other, hardly ever both in the same seconds. */
const usuallyAfterMs = 60_000;

/**
 * Two sockets; Slack sends each message by one of them. When it wants one back, or one is cut, Slack's client waits at
 * least five seconds before it opens another: until then everything comes by the other one.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketPair implements Receiver {
  private readonly first: SocketModeReceiver;
  private readonly second: SocketModeReceiver;
  private readonly secondAfterMs: number;
  private readonly log: Logger;
  private waiting: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(open: () => SocketModeReceiver, options: { secondAfterMs?: number | undefined; log: Logger }) {
    this.first = open();
    this.second = open();
    this.secondAfterMs = options.secondAfterMs ?? usuallyAfterMs;
    this.log = options.log;
  }

  init(app: App): void {
    this.first.init(app);
    this.second.init(app);
  }

  async start(): Promise<unknown> {
    const started = await this.first.start();
    this.waiting = setTimeout(() => void this.openSecond(), this.secondAfterMs);
    return started;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.waiting);
    await Promise.all([this.first.stop(), this.second.stop()]);
  }

  /** One socket hears everything, too: without the second one Slugline goes on. */
  private async openSecond(): Promise<void> {
    try {
      await this.second.start();
      // Told to stop while it asked for the address, Slack's client opens the socket all the same.
      if (this.isStopped) await this.second.stop();
    } catch (err) {
      if (!this.isStopped)
        this.log.warn({ err }, 'no second socket: when the first is renewed, nothing is heard for seconds');
    }
  }
}
