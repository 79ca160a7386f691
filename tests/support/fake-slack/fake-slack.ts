import type { Chosen } from './acts/element-value.ts';
import { mentionApp, openHome, redeliverEvent, sendEvent } from './acts/events.ts';
import { elementsIn } from './acts/find-element.ts';
import { type UseOptions, useElement, useShortcut } from './acts/interactions.ts';
import { closeModal, lookUpOptions, submitModal } from './acts/modals.ts';
import { canSee, Seen } from './acts/seen.ts';
import { type TypingOptions, typeCommand } from './acts/slash-command.ts';
import type { Values } from './acts/view-values.ts';
import { wireText } from './acts/wire-text.ts';
import { FakeSlackEdge } from './fake-slack-edge.ts';
import type { DeliveryAnswer, DeliveryOptions } from './network/delivery.ts';
import { botUserId } from './settings.ts';
import { type SlackObject, textOf } from './slack-object.ts';
import type { Message } from './state/timeline.ts';
import type { OpenView } from './state/view-stacks.ts';

/** A workspace and what its people do and see. `startFakeSlack` makes one. */
export class FakeSlack extends FakeSlackEdge {
  readonly botUserId = botUserId;
  private lastEvent: SlackObject | undefined;

  /** `slack.types('U0ANA', 'C0AUTOS', '/brief ford-xiaomi')` */
  async types(user: string, channel: string, typed: string, options: TypingOptions = {}): Promise<Seen> {
    return await typeCommand(this.state, this.delivers, { user, channel, typed }, options);
  }

  /** Writes a message that names the app, and sends `app_mention`. */
  async mentions(
    user: string,
    channel: string,
    text: string,
    { threadTs, delivery = {} }: { threadTs?: string; delivery?: DeliveryOptions } = {},
  ): Promise<Seen> {
    const mention = { user, channel, text, threadTs };
    return this.remember(await mentionApp(this.state, this.delivers, mention, delivery));
  }

  /** Writes a message that the app hears nothing of. */
  says(user: string, channel: string, text: string, { threadTs }: { threadTs?: string } = {}): Message {
    const content = { text: wireText(text, this.state.directory, { withNames: false }) };
    return this.state.timeline.post({ channel, user, content, threadTs });
  }

  /** A button by its label, action_id or block_id/action_id, in a message, a modal or the App Home. */
  async clicks(
    user: string,
    target: Message | OpenView,
    button: string,
    options: UseOptions = {},
  ): Promise<Seen> {
    return await useElement(this.state, this.delivers, { user, target, element: button }, options);
  }

  /** An entry of a select, an overflow menu, radio buttons or checkboxes; a date or a time. */
  async chooses(
    user: string,
    target: Message | OpenView,
    element: string,
    chosen: Chosen,
    options: UseOptions = {},
  ): Promise<Seen> {
    return await useElement(this.state, this.delivers, { user, target, element, chosen }, options);
  }

  /** Fills in fields by label, action_id or block_id, leaves the others as they stand, and submits. */
  async submits(
    user: string,
    view: OpenView,
    values: Values = {},
    { delivery = {} }: { delivery?: DeliveryOptions } = {},
  ): Promise<Seen> {
    return await submitModal(this.state, this.delivers, { user, view, values }, delivery);
  }

  /** Resolves with nothing where the app did not ask to hear of it. */
  async closes(user: string, view: OpenView): Promise<Seen | undefined> {
    return await closeModal(this.state, this.delivers, { user, view });
  }

  /** What the app answers to letters typed into an external select. */
  async looksUp(user: string, view: OpenView, element: string, typed: string): Promise<DeliveryAnswer> {
    return await lookUpOptions(this.state, this.delivers, { user, view, element, typed });
  }

  async opensHome(user: string): Promise<Seen> {
    return this.remember(await openHome(this.state, this.delivers, user));
  }

  /** A global shortcut, or with `message` one in that message's menu. */
  async shortcut(
    user: string,
    callbackId: string,
    { message, delivery = {} }: { message?: Message; delivery?: DeliveryOptions } = {},
  ): Promise<Seen> {
    return await useShortcut(this.state, this.delivers, { user, callbackId, message }, delivery);
  }

  /** The app's invitation, unless another user is named. */
  async joins(channel: string, user: string = botUserId): Promise<Seen> {
    this.state.directory.channel(channel).members.add(user);
    return await this.sends({ type: 'member_joined_channel', user, channel, channel_type: 'C' });
  }

  removesApp(channel: string): void {
    this.state.directory.channel(channel).members.delete(botUserId);
  }

  archives(channel: string): void {
    this.state.directory.channel(channel).is_archived = true;
  }

  /** Any other event: `slack.sends({ type: 'app_uninstalled' })` */
  async sends(event: SlackObject, options: DeliveryOptions = {}): Promise<Seen> {
    const act = { user: String(event.user ?? botUserId), did: `caused ${String(event.type)}`, event };
    return this.remember(new Seen(this.state, await sendEvent(this.state, this.delivers, act, options)));
  }

  /** The same event_id again; the last event, where none is given. */
  async redelivers(
    event: Seen | SlackObject | undefined = this.lastEvent,
    { attempt = 1, reason = 'timeout' } = {},
  ): Promise<Seen> {
    const payload = event instanceof Seen ? event.event : event;
    return await redeliverEvent(this.state, this.delivers, payload, { attempt, reason });
  }

  /** All messages of a channel in order, ephemeral ones too; with `seenBy` only what that person sees. */
  transcript(channel: string, { seenBy }: { seenBy?: string } = {}): Message[] {
    const messages = this.state.timeline.in(channel);
    if (seenBy === undefined) return [...messages];
    return messages.filter((message) => canSee(this.state, seenBy, message));
  }

  /** The parent, then its replies. */
  thread(parent: Pick<Message, 'channel' | 'ts'>): Message[] {
    return this.state.timeline.thread(parent.channel, parent.ts);
  }

  /** The conversation between the app and one person. */
  directMessages(user: string): Message[] {
    return this.transcript(this.state.directory.directChannel(user).id);
  }

  /** The modal on top, if one is open. */
  modal(user: string): OpenView | undefined {
    return this.state.views.modalsOf(user).at(-1);
  }

  home(user: string): OpenView | undefined {
    return this.state.views.homeOf(user);
  }

  /** The labels of the buttons that a person finds there. */
  buttons(target: Message | OpenView): string[] {
    return elementsIn(target.blocks)
      .filter(({ element }) => element.type === 'button')
      .map(({ element }) => textOf(element.text) ?? '');
  }

  private remember(seen: Seen): Seen {
    this.lastEvent = seen.event;
    return seen;
  }
}
