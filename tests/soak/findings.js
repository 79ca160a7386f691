import { cardsOutOfDate } from './card-findings.js';
import { noticesAmiss } from './notice-findings.js';

/** Holds what stands in Slack against what the newsroom has: what is lost, there twice, out of order, out of date. */
export function findings(newsroom, slack, { isPaused, drawn }) {
  return {
    lost: lost(newsroom, slack, isPaused),
    duplicated: duplicated(slack),
    'out of order': outOfOrder(newsroom, slack),
    'out of date': outOfDate(newsroom, slack),
    ...noticesAmiss(newsroom, slack),
    'cards out of date': cardsOutOfDate(newsroom, slack, drawn),
    'still owed': [...newsroom.deliveries.all()].map((delivery) => JSON.stringify(delivery)),
  };
}

/** A subscription that was never paused has every entry since it began, held back or filed elsewhere in between or not. */
function lost({ subscriptions, entries, stories }, { byKey }, isPaused) {
  const announced = new Set([...byKey.keys()].flatMap(announcedBy));
  return [...subscriptions.all()].flatMap(({ id, seq, topic, channel }) => {
    const untold = announced.has(id) ? [] : [`${channel} was not told of ${id}`];
    if (isPaused(id)) return untold;
    const absorbed = [...stories.all()].filter(({ mergedInto }) => mergedInto === topic.slug);
    // What an absorbed story had before the merge is no news to those who followed the other.
    const since = Math.max(seq, ...absorbed.map(({ revisions }) => revisions.at(-1).seq));
    const missing = [...entries.where(entries.by.story, topic.slug)].filter(
      (entry) => entry.seq > since && !entry.withdrawn && !byKey.has(`entry:${entry.id}:${channel}`),
    );
    return [...untold, ...missing.map((entry) => `${entry.id} in ${channel} by ${id}`)];
  });
}

const announcedBy = (key) => (key.startsWith('announcement:') ? key.split(':').slice(1, 2) : []);

const duplicated = ({ byKey }) =>
  [...byKey].flatMap(([key, messages]) => (messages.length > 1 ? [`${key} ${messages.length} times`] : []));

/** In a channel the urgent come in their order, the others in theirs, and word of an entry after the entry. */
function outOfOrder({ entries }, { messages, byKey }) {
  const last = new Map();
  const found = [];
  for (const { channel, key, ts } of messages) {
    const [what, id] = (key ?? '').split(':');
    const entry = what === 'entry' ? entries.get(id) : undefined;
    if (entry && !cameAsItCame(entry)) {
      const lane = `${channel} ${(entry.urgency ?? 5) <= 3}`;
      if (entry.seq < (last.get(lane) ?? 0)) found.push(`${key} came late`);
      last.set(lane, Math.max(entry.seq, last.get(lane) ?? 0));
    }
    if (what === 'notice') {
      const [shown] = byKey.get(`entry:${id}:${channel}`) ?? [];
      // A card can show, and its thread correct, what only the end of an embargo made news in this channel.
      if (shown && shown.ts > ts && !cameAsItCame(entries.get(id)))
        found.push(`${key} came before its entry`);
    }
  }
  return found;
}
/** What was held back, or filed under another story later. */
const cameAsItCame = (entry) =>
  wasHeld(entry) || entry.revisions.some(({ act }) => /embargo|tagged|merged/.test(act));
const wasHeld = ({ revisions, embargoedUntil }) =>
  embargoedUntil !== undefined || revisions.some(({ was }) => 'embargoedUntil' in was);

function outOfDate({ entries }, { byKey, gone }) {
  return [...byKey].flatMap(([key, [message]]) => {
    const [what, id] = key.split(':');
    if (what !== 'entry' || gone.has(message.ts)) return [];
    const entry = entries.get(id);
    const isRight = entry.withdrawn
      ? message.text.includes('Withdrawn') && !/What E-\d+ (?:says|should)/.test(message.text)
      : message.text.includes(entry.text);
    return isRight ? [] : [`${key}: ${message.text}`];
  });
}
