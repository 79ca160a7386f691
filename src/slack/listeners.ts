import type {
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt';
import { buttonActions } from './actions/button-actions.ts';
import { briefCommand } from './commands/brief-command.ts';
import type { Desk } from './desk.ts';
import type { Happened } from './error-boundary.ts';
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

/** Takes everything that Slack sends. Bolt walks every listener that it knows of at every request: it knows of none. */
export function listeners(desk: Desk): (happened: Happened) => Promise<void> {
  const routes = routesTo(desk);
  return async (happened) => {
    const route = routes.find(
      ({ kind, isOurs }) => kind in happened && (isOurs === undefined || isOurs(happened as never)),
    );
    // What nobody takes is left to Bolt, which says that it was not acknowledged.
    await (route ? route.listen(happened as never) : happened.next());
  };
}

interface EventHappened {
  event: { type: string; user?: unknown };
  context: { botUserId?: string };
}

/** Routes an event by its type, in one look. What we did not ask for is left alone, and so is what we did ourselves. */
function eventListener(desk: Desk) {
  const byType = new Map(
    Object.entries(events).map(([type, listen]) => [type, (listen as (desk: Desk) => Listen)(desk)]),
  );
  return async (happened: EventHappened): Promise<void> => {
    if (!isOurOwn(happened)) await byType.get(happened.event.type)?.(happened as never);
  };
}

/** That we joined or left a channel is news all the same. Bolt's own rule, which it applies in one middleware more. */
const isOurOwn = ({ event: { type, user }, context: { botUserId } }: EventHappened): boolean =>
  botUserId !== undefined && user === botUserId && !/^member_(?:joined|left)_channel$/.test(type);
