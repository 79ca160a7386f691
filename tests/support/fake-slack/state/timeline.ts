import { botId, botUserId } from '../settings.ts';
import { asObject, asText, objectsIn, type SlackObject } from '../slack-object.ts';
import type { ChangeSignal } from './change-signal.ts';
import type { Clock } from './clock.ts';
import { withIds } from './with-ids.ts';

export interface Message {
  channel: string;
  ts: string;
  user: string;
  /** Set when the app wrote it. */
  bot_id: string | undefined;
  text: string;
  blocks: SlackObject[];
  thread_ts: string | undefined;
  metadata: SlackObject | undefined;
  edited: { user: string; ts: string } | undefined;
  /** The only person who sees it. */
  ephemeralFor: string | undefined;
  /** A parent that was deleted stays in place for its replies. */
  isTombstone: boolean;
  /** The workspace's revision at which the message was last written. */
  shownAt: number;
}

export interface Draft {
  channel: string;
  /** The app, when left out. */
  user?: string;
  content: SlackObject;
  threadTs?: string | undefined;
  ephemeralFor?: string | undefined;
}

/** The messages of every channel, ephemeral ones included, in order. */
export class Timeline {
  private readonly messages = new Map<string, Message[]>();
  private readonly lastMicros = new Map<string, number>();
  private readonly clock: Clock;
  private readonly signal: ChangeSignal;

  constructor(clock: Clock, signal: ChangeSignal) {
    this.clock = clock;
    this.signal = signal;
  }

  in(channel: string): Message[] {
    return this.messages.get(channel) ?? [];
  }

  all(): Message[] {
    return [...this.messages.values()].flat();
  }

  /** The channel goes by another id, and all that was said in it. */
  moves(from: string, to: string): void {
    for (const message of this.in(from)) message.channel = to;
    this.messages.set(to, this.in(from));
    this.messages.delete(from);
  }

  find(channel: string, ts: unknown): Message | undefined {
    return this.in(channel).find((message) => message.ts === ts);
  }

  /** The parent and its replies, or nothing where no such thread can be read. */
  thread(channel: string, ts: unknown): Message[] {
    return this.in(channel).filter(
      (message) => (message.ts === ts || message.thread_ts === ts) && message.ephemeralFor === undefined,
    );
  }

  /** Seconds and microseconds; unique and increasing in a channel even when asked twice in a moment. */
  nextTs(channel: string): string {
    const micros = Math.max(this.clock.now() * 1000, (this.lastMicros.get(channel) ?? 0) + 1);
    this.lastMicros.set(channel, micros);
    const text = String(Math.floor(micros));
    return `${text.slice(0, -6)}.${text.slice(-6)}`;
  }

  post({ channel, user = botUserId, content, threadTs, ephemeralFor }: Draft): Message {
    const message: Message = {
      channel,
      ts: this.nextTs(channel),
      user,
      bot_id: user === botUserId ? botId : undefined,
      text: asText(content.text) ?? '',
      blocks: withIds(objectsIn(content.blocks)),
      thread_ts: threadTs,
      metadata: asObject(content.metadata),
      edited: undefined,
      ephemeralFor,
      isTombstone: false,
      shownAt: 0,
    };
    this.messages.set(channel, [...this.in(channel), message]);
    message.shownAt = this.signal.raise();
    return message;
  }

  /** What is not mentioned stays, blocks beside a new text as well: https://docs.slack.dev/reference/methods/chat.update */
  edit(message: Message, content: SlackObject): Message {
    const metadata = asObject(content.metadata);
    message.text = asText(content.text) ?? message.text;
    if (content.blocks !== undefined) message.blocks = withIds(objectsIn(content.blocks));
    if (metadata !== undefined) {
      message.metadata = Object.keys(metadata).length === 0 ? undefined : metadata;
    }
    message.edited = { user: botUserId, ts: this.nextTs(message.channel) };
    message.shownAt = this.signal.raise();
    return message;
  }

  remove(message: Message): void {
    const hasReplies = this.in(message.channel).some((other) => other.thread_ts === message.ts);
    if (hasReplies) {
      Object.assign(message, { isTombstone: true, text: 'This message was deleted.', blocks: [] });
      message.metadata = undefined;
    } else {
      this.messages.set(
        message.channel,
        this.in(message.channel).filter((other) => other !== message),
      );
    }
    this.signal.raise();
  }
}
