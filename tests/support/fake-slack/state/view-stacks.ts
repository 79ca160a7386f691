import { appId, botId, teamId } from '../settings.ts';
import { asText, objectsIn, type SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { ChangeSignal } from './change-signal.ts';
import { withIds } from './with-ids.ts';

export interface OpenView {
  id: string;
  user: string;
  type: 'modal' | 'home';
  callback_id: string;
  private_metadata: string;
  external_id: string;
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  blocks: SlackObject[];
  /** The view as the app sent it: title, submit, close, notify_on_close. */
  body: SlackObject;
  shownAt: number;
}

/** What each person has open: a stack of at most three modals, and the App Home. */
export class ViewStacks {
  private readonly modals = new Map<string, OpenView[]>();
  private readonly homes = new Map<string, OpenView>();
  private readonly signal: ChangeSignal;
  private count = 0;

  constructor(signal: ChangeSignal) {
    this.signal = signal;
  }

  modalsOf(user: string): readonly OpenView[] {
    return this.modals.get(user) ?? [];
  }

  homeOf(user: string): OpenView | undefined {
    return this.homes.get(user);
  }

  open(user: string, body: SlackObject): OpenView {
    const view = this.create(user, 'modal', body);
    this.modals.set(user, [view]);
    return this.show(view);
  }

  push(user: string, body: SlackObject): OpenView {
    const stack = this.modalsOf(user);
    const [root] = stack;
    const below = stack.at(-1);
    if (root === undefined || below === undefined) throw new SlackRefusal('not_found');
    if (stack.length >= 3) throw new SlackRefusal('push_limit_reached');
    const view = this.create(user, 'modal', body);
    view.root_view_id = root.id;
    view.previous_view_id = below.id;
    this.modals.set(user, [...stack, view]);
    return this.show(view);
  }

  update(view: OpenView, body: SlackObject, hash: unknown = view.hash): OpenView {
    if (hash !== view.hash) throw new SlackRefusal('hash_conflict');
    const { id, root_view_id, previous_view_id } = view;
    Object.assign(view, this.create(view.user, view.type, body), { id, root_view_id, previous_view_id });
    return this.show(view);
  }

  publishHome(user: string, body: SlackObject, hash?: unknown): OpenView {
    const known = this.homes.get(user);
    if (known !== undefined) return this.update(known, body, hash);
    const view = this.create(user, 'home', body);
    this.homes.set(user, view);
    return this.show(view);
  }

  close(user: string, { all = false }: { all?: boolean } = {}): void {
    this.modals.set(user, all ? [] : this.modalsOf(user).slice(0, -1));
    this.signal.raise();
  }

  find({ id, externalId }: { id: unknown; externalId: unknown }): OpenView {
    const views = [...this.modals.values()].flat().concat([...this.homes.values()]);
    const view = views.find((open) => open.id === id || (externalId && open.external_id === externalId));
    if (view === undefined) throw new SlackRefusal('not_found');
    return view;
  }

  /** The view as Slack sends it to the app. */
  describe(view: OpenView, values: SlackObject = {}): SlackObject {
    const { user: _user, shownAt: _shownAt, body, ...fields } = view;
    return { ...body, ...fields, team_id: teamId, app_id: appId, bot_id: botId, state: { values } };
  }

  private create(user: string, type: 'modal' | 'home', body: SlackObject): OpenView {
    this.count += 1;
    const id = `V${String(this.count).padStart(8, '0')}`;
    return {
      id,
      user,
      type,
      callback_id: asText(body.callback_id) ?? '',
      private_metadata: asText(body.private_metadata) ?? '',
      external_id: asText(body.external_id) ?? '',
      hash: `${this.count}.hash`,
      root_view_id: id,
      previous_view_id: null,
      blocks: withIds(objectsIn(body.blocks)),
      body,
      shownAt: 0,
    };
  }

  private show(view: OpenView): OpenView {
    view.shownAt = this.signal.raise();
    return view;
  }
}
