import { type Publishing, recorded } from './publishing.ts';

/** Puts on record that these deliveries are not in Slack: a start need not look for them, and what is void goes. */
export function settled(publishing: Publishing, keys: readonly string[]): Promise<boolean> {
  return recorded(publishing, ({ deliveries }) =>
    keys
      .filter((key) => deliveries.get(key))
      .map((delivery) => ({ type: 'delivery-settled' as const, delivery })),
  );
}
