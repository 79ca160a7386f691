import type { App } from '@slack/bolt';
import { buttonActions } from './actions/button-actions.ts';
import { briefCommand } from './commands/brief-command.ts';
import type { Desk } from './desk.ts';
import { appHomeOpened } from './events/app-home-opened.ts';
import { appMention } from './events/app-mention.ts';
import { channelEvents } from './events/channel-events.ts';
import { installEvents } from './events/install-events.ts';
import { peopleEvents } from './events/people-events.ts';
import { formCallback } from './modals/form-modal.ts';
import { formSubmission } from './modals/form-submission.ts';
import { notingAck } from './noted-ack.ts';
import { shortcutListener } from './shortcuts/shortcuts.ts';

/** The one slash command; what comes after it is for the table of verbs. */
export const command = '/brief';

/** Every event that Slack sends us. manifest.yml subscribes to these, no more and no fewer. */
const events = {
  app_home_opened: appHomeOpened,
  app_mention: appMention,
  ...channelEvents,
  ...peopleEvents,
  ...installEvents,
} as const;
export const eventTypes = Object.keys(events) as (keyof typeof events)[];

/** One listener of each kind: Bolt walks every one of them at every request. */
export function registerListeners(app: App, desk: Desk): void {
  app.command(command, notingAck(briefCommand(desk)));
  app.event(/./, eventListener(desk));
  app.action({ type: 'block_actions' }, buttonActions(desk));
  app.shortcut(/./, shortcutListener(desk));
  app.view(formCallback, notingAck(formSubmission(desk)) as never);
}

type Listen = (happened: unknown) => Promise<void>;

/** Routes an event by its type, in one look. What we did not ask for is left alone. */
function eventListener(desk: Desk) {
  const listeners = new Map(
    Object.entries(events).map(([type, listen]) => [type, (listen as (desk: Desk) => Listen)(desk)]),
  );
  return async (happened: { event: { type: string } }): Promise<void> => {
    await listeners.get(happened.event.type)?.(happened);
  };
}
