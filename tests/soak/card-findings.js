/** At rest every living card that is followed says what the newsroom says. */
export function cardsOutOfDate({ threads, subscriptions }, { messages, gone }, drawn) {
  const living = new Map();
  for (const thread of threads.all()) {
    const where = `${thread.channel} ${thread.topic.slug}`;
    const other = living.get(where);
    if (!thread.isBound && !(other && other.openedAt > thread.openedAt)) living.set(where, thread);
  }
  return [...living.values()].flatMap(({ channel, ts, topic }) => {
    const here = [...subscriptions.where(subscriptions.by.channel, channel)];
    const message = messages.find((one) => one.channel === channel && one.ts === ts);
    const isFollowed = here.some((one) => one.topic.slug === topic.slug);
    if (!isFollowed || gone.has(ts)) return [];
    const wrong = drawn({ channel, topic })
      .split('\n')
      .filter((line) => !message?.text.includes(line));
    return wrong.length === 0 ? [] : [`${channel} ${topic.slug} ${ts} does not say: ${wrong.join(' / ')}`];
  });
}
