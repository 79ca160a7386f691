/** Slack waits three seconds for an acknowledgement; this leaves its way there and back. */
export const ackLimitMs = 2300;

/** The outcome if it comes in time; what comes later is still there in `work`. */
export async function settleWithin<T>(work: Promise<T>, ms: number = ackLimitMs): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
