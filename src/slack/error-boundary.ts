import { randomBytes } from 'node:crypto';
import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Logger } from 'pino';
import { isAcknowledged } from './noted-ack.ts';

export type Happened = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * The same listener, with every exception of its seen: the person is told, with a reference that stands in the log,
 * too; nothing of what they typed is logged.
 */
export const errorBoundary =
  (log: Logger, listen: (args: Happened) => Promise<void>) =>
  async (args: Happened): Promise<void> => {
    try {
      await listen(args);
    } catch (bug) {
      const reference = randomBytes(3).toString('hex');
      log.error({ reference, kind: args.body.type ?? 'command', err: bug }, 'a listener failed');
      await tell(args, reference, log);
    }
  };

async function tell(args: Happened, reference: string, log: Logger): Promise<void> {
  const text = `Something went wrong in Slugline. Look whether it was recorded before you try again, and if it stays, give this reference to whoever runs it: ${reference}`;
  try {
    const isLate = isAcknowledged(args);
    if ('command' in args && !isLate) await args.ack({ response_type: 'ephemeral', text });
    else if ('command' in args) await tellInPerson(args, args.command.user_id, text);
    else if ('view' in args && !isLate) await tellInForm(args as FormArgs, text);
    else if ('respond' in args)
      await args.respond({ response_type: 'ephemeral', replace_original: false, text });
    // Whoever archives a channel or invites us asked nothing, and is told nothing.
    else if ('event' in args && args.event.type === 'app_mention') {
      const { channel, user } = args.event;
      if (typeof channel !== 'string' || typeof user !== 'string') return;
      await args.client.chat.postEphemeral({ channel, user, text });
    } else if (hasPerson(args.body)) await tellInPerson(args, args.body.user.id, text);
  } catch (err) {
    log.error({ reference, err }, 'the person could not be told of a failure');
  }
}

type FormArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Below the first field: the form stays open, and everything typed in it. */
async function tellInForm({ ack, view }: FormArgs, text: string): Promise<void> {
  const field = view.blocks.find((block) => block.type === 'input')?.block_id;
  if (field) await ack({ response_action: 'errors', errors: { [field]: text } });
}

/** Forms that were acknowledged, the App Home and shortcuts have no place of their own for it. */
async function tellInPerson({ client }: AllMiddlewareArgs, person: string, text: string): Promise<void> {
  await client.chat.postMessage({ channel: person, text });
}

const hasPerson = (body: object): body is { user: { id: string } } =>
  'user' in body && typeof body.user === 'object' && body.user !== null && 'id' in body.user;
