/** Holds what stands in Slack against what the newsroom has: what is lost, there twice, out of order, out of date. */
export function findings(newsroom, slack) {
  return {
    lost: lost(newsroom, slack),
    duplicated: [...slack.byKey.values()].filter((messages) => messages.length > 1).length,
    outOfOrder: outOfOrder(newsroom, slack),
    outOfDate: outOfDate(newsroom, slack),
    stillOwed: newsroom.deliveries.size,
  };
}

function lost({ subscriptions, entries }, { byKey }) {
  let count = 0;
  const announced = new Set([...byKey.keys()].flatMap(announcedBy));
  for (const { id, topic, channel } of subscriptions.all()) {
    if (!announced.has(id)) count += 1;
    for (const entry of entries.where(entries.by.story, topic.slug)) {
      // Withdrawn before its turn came, it is not to be posted.
      if (!byKey.has(`entry:${entry.id}:${channel}`) && !entry.withdrawn) count += 1;
    }
  }
  return count;
}

const announcedBy = (key) => (key.startsWith('announcement:') ? key.split(':').slice(1, 2) : []);

/** In a channel the urgent come in their order, the others in theirs, and word of an entry after the entry. */
function outOfOrder({ entries }, { messages, byKey }) {
  const last = new Map();
  let count = 0;
  for (const { channel, key, ts } of messages) {
    const [what, id] = (key ?? '').split(':');
    if (what === 'entry') {
      const { urgency = 5, seq } = entries.get(id);
      const lane = `${channel} ${urgency <= 3}`;
      if (seq < (last.get(lane) ?? 0)) count += 1;
      last.set(lane, seq);
    }
    if (what === 'notice') {
      const [entry] = byKey.get(`entry:${id}:${channel}`) ?? [];
      if (entry && entry.ts > ts) count += 1;
    }
  }
  return count;
}

function outOfDate({ entries }, { byKey, gone }) {
  let count = 0;
  for (const [key, [message]] of byKey) {
    const [what, id] = key.split(':');
    if (what !== 'entry' || gone.has(message.ts)) continue;
    const entry = entries.get(id);
    if (!message.text.includes(entry.withdrawn ? 'Withdrawn' : entry.text)) count += 1;
  }
  return count;
}
