/**
 * Whether an acknowledgement reached Slack: a socket may be refreshed or cut while somebody's command is being carried
 * out. What they asked for is done all the same, and they hear of it in another way.
 */
export const isHeard = (acknowledged: Promise<void>): Promise<boolean> =>
  acknowledged.then(
    () => true,
    () => false,
  );
