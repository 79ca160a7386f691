import { randomBytes } from 'node:crypto';
import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  GlobalShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Sees every listener's exception, because it awaits all that comes after it. The person is told, with a
 * reference that stands in the log, too; nothing of what they typed is logged.
 */
export const errorBoundary =
  (log: Logger) =>
  async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } catch (bug) {
      const reference = randomBytes(3).toString('hex');
      log.error({ reference, kind: args.body.type ?? 'command', err: bug }, 'a listener failed');
      await tell(args, reference, log);
    }
  };

async function tell(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
  reference: string,
  log: Logger,
): Promise<void> {
  const text = `Something went wrong in Slugline; nothing was changed. Try again, and if it stays, give this reference to whoever runs it: ${reference}`;
  try {
    if ('command' in args) await args.ack({ response_type: 'ephemeral', text });
    else if ('view' in args) await tellInForm(args as FormArgs, text);
    else if (args.body.type === 'shortcut') await tellInPerson(args as ShortcutArgs, text);
    else if ('respond' in args)
      await args.respond({ response_type: 'ephemeral', replace_original: false, text });
    else if ('event' in args && 'channel' in args.event && 'user' in args.event) {
      const { channel, user } = args.event;
      if (typeof channel !== 'string' || typeof user !== 'string') return;
      await args.client.chat.postEphemeral({ channel, user, text });
    }
  } catch (err) {
    log.error({ reference, err }, 'the person could not be told of a failure');
  }
}

type FormArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type ShortcutArgs = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** Below the first field: the form stays open, and everything typed in it. */
async function tellInForm({ ack, view }: FormArgs, text: string): Promise<void> {
  const field = view.blocks.find((block) => block.type === 'input')?.block_id;
  if (field) await ack({ response_action: 'errors', errors: { [field]: text } });
}

async function tellInPerson({ client, body }: ShortcutArgs, text: string): Promise<void> {
  await client.chat.postMessage({ channel: body.user.id, text });
}
