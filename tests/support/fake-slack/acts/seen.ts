import type { DeliveryAnswer } from '../network/delivery.ts';
import type { SlackObject } from '../slack-object.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Message } from '../state/timeline.ts';
import type { OpenView } from '../state/view-stacks.ts';

interface SeenDetails {
  user: string;
  /** What the person did, for the words of a failure. */
  did: string;
  /** The revision before the act: anything later is news. */
  since: number;
  answer: DeliveryAnswer;
  /** The message the acknowledgement itself carried. */
  acknowledged?: Message | undefined;
  /** A modal's fields that the app refused, by block_id. */
  errors?: Readonly<Record<string, string>>;
  /** The Events API payload, to be redelivered. */
  event?: SlackObject;
  /** What the person wrote, where the act was a message. */
  said?: Message;
}

/** What one person sees after one act. It stays live: messages that come later are seen too. */
export class Seen {
  readonly answer: DeliveryAnswer;
  readonly errors: Readonly<Record<string, string>>;
  readonly event: SlackObject | undefined;
  private readonly state: SlackState;
  private readonly details: SeenDetails;

  constructor(state: SlackState, details: SeenDetails) {
    this.state = state;
    this.details = details;
    this.answer = details.answer;
    this.errors = details.errors ?? {};
    this.event = details.event;
  }

  /** The acknowledgement's own message, or the newest one shown since. Throws when there is none. */
  get message(): Message {
    const message = this.details.acknowledged ?? this.messages.at(-1);
    if (message === undefined) throw this.nothing('no message');
    return message;
  }

  /** All messages shown to this person since, edited ones included; not their own. */
  get messages(): Message[] {
    const { user, since } = this.details;
    return this.state.timeline
      .all()
      .filter((message) => message.shownAt > since && message.user !== user)
      .filter((message) => canSee(this.state, user, message))
      .sort((one, other) => one.shownAt - other.shownAt);
  }

  /** The modal on top or the App Home, if either was shown since. Throws when there is none. */
  get view(): OpenView {
    const view = this.newestView();
    if (view === undefined) throw this.nothing('no view');
    return view;
  }

  /** The message the person wrote, in a mention. */
  get said(): Message {
    if (this.details.said === undefined) throw this.nothing('no message of their own');
    return this.details.said;
  }

  /**
   * Waits for a message: events are acknowledged before the app's listeners run. `matching` tells it from
   * what others cause meanwhile, since a channel shows everything to everyone in it.
   */
  async nextMessage({
    matching = () => true,
    timeoutMs = 3000,
  }: {
    matching?: (message: Message) => boolean;
    timeoutMs?: number;
  } = {}): Promise<Message> {
    // What never reached the app will never be answered.
    if (this.answer.problem === 'dispatch_failed') throw this.nothing('no message');
    const what = `a message to ${this.details.user}, who ${this.details.did}`;
    return await this.state.signal.until(() => this.messages.findLast(matching), { what, timeoutMs });
  }

  async nextView({ timeoutMs = 3000 } = {}): Promise<OpenView> {
    if (this.answer.problem === 'dispatch_failed') throw this.nothing('no view');
    const what = `a view for ${this.details.user}, who ${this.details.did}`;
    return await this.state.signal.until(() => this.newestView(), { what, timeoutMs });
  }

  private newestView(): OpenView | undefined {
    const { user, since } = this.details;
    const candidates = [this.state.views.modalsOf(user).at(-1), this.state.views.homeOf(user)];
    return candidates
      .filter((view) => view !== undefined)
      .filter((view) => view.shownAt > since)
      .sort((one, other) => other.shownAt - one.shownAt)[0];
  }

  private nothing(what: string): Error {
    const problem = this.answer.problem === undefined ? '' : ` (${this.answer.problem})`;
    return new Error(`${this.details.user}, who ${this.details.did}, sees ${what}${problem}`);
  }
}

export function canSee(state: SlackState, user: string, message: Message): boolean {
  if (message.ephemeralFor !== undefined) return message.ephemeralFor === user;
  return state.directory.channels.get(message.channel)?.members.has(user) ?? false;
}
