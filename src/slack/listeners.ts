import type { App } from '@slack/bolt';
import { buttonActions } from './actions/button-actions.ts';
import { briefCommand } from './commands/brief-command.ts';
import type { Desk } from './desk.ts';
import { appMention } from './events/app-mention.ts';

/** The one slash command; what comes after it is for the table of verbs. */
export const command = '/brief';

/** Every event that Slack sends us. manifest.yml subscribes to these, no more and no fewer. */
const events = { app_mention: appMention } as const;
export const eventTypes = Object.keys(events) as (keyof typeof events)[];

/** One listener of each kind: Bolt walks every one of them at every request. */
export function registerListeners(app: App, desk: Desk): void {
  app.command(command, briefCommand(desk));
  for (const type of eventTypes) app.event(type, events[type](desk));
  app.action({ type: 'block_actions' }, buttonActions(desk) as never);
}
