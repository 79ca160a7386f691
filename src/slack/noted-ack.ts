import type { AllMiddlewareArgs } from '@slack/bolt';

type Acknowledging = Pick<AllMiddlewareArgs, 'context'> & { ack: (response?: never) => Promise<void> };

/**
 * Notes that this listener acknowledged: a second acknowledgement reaches nobody (over HTTP it throws, over a socket
 * it is dropped), so what goes wrong later has to be told in another way.
 */
export const notingAck =
  <Args extends Acknowledging>(listener: (args: Args) => Promise<void>) =>
  (args: Args): Promise<void> => {
    const { ack: acknowledge, context } = args;
    const ack = (response?: never): Promise<void> => {
      acknowledged.add(context);
      return acknowledge(response);
    };
    // Bolt gives every middleware arguments of its own, which may be changed: see slack-app.ts for what a copy costs.
    return listener(Object.assign(args, { ack }));
  };

const acknowledged = new WeakSet<object>();

export const isAcknowledged = ({ context }: Pick<AllMiddlewareArgs, 'context'>): boolean =>
  acknowledged.has(context);
