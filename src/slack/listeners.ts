import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt';
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

type Happened = AnyMiddlewareArgs & AllMiddlewareArgs;
type Listen = (happened: never) => Promise<void>;

/** What Slack sends, by what Bolt makes of it, and who takes it. */
interface Route {
  kind: 'command' | 'event' | 'action' | 'shortcut' | 'view';
  /** Of its kind, those that are ours; without it, all. */
  isOurs?: (happened: never) => boolean;
  listen: Listen;
}

const routesTo = (desk: Desk): Route[] => [
  {
    kind: 'command',
    isOurs: ({ command: typed }: SlackCommandMiddlewareArgs) => typed.command === command,
    listen: notingAck(briefCommand(desk)),
  },
  { kind: 'event', listen: eventListener(desk) },
  {
    kind: 'action',
    isOurs: ({ body }: SlackActionMiddlewareArgs) => body.type === 'block_actions',
    listen: buttonActions(desk),
  },
  { kind: 'shortcut', listen: shortcutListener(desk) },
  {
    kind: 'view',
    isOurs: ({ body, view }: SlackViewMiddlewareArgs) =>
      body.type === 'view_submission' && view.callback_id === formCallback,
    listen: notingAck(formSubmission(desk)),
  },
];

/**
 * Takes everything in one middleware: of listeners, Bolt walks every one at every request, five of them took a
 * quarter of the time of a command.
 */
export function registerListeners(app: App, desk: Desk): void {
  const routes = routesTo(desk);
  app.use(async (happened: Happened) => {
    const route = routes.find(
      ({ kind, isOurs }) => kind in happened && (isOurs === undefined || isOurs(happened as never)),
    );
    // What nobody takes is left to Bolt, which says that it was not acknowledged.
    await (route ? route.listen(happened as never) : happened.next());
  });
}

/** Routes an event by its type, in one look. What we did not ask for is left alone. */
function eventListener(desk: Desk) {
  const listeners = new Map(
    Object.entries(events).map(([type, listen]) => [type, (listen as (desk: Desk) => Listen)(desk)]),
  );
  return async (happened: { event: { type: string } }): Promise<void> => {
    await listeners.get(happened.event.type)?.(happened as never);
  };
}
