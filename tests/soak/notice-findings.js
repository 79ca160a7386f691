/**
 * Each correction and withdrawal is told once in each thread in which the entry stood before it. Read from the words
 * that landed in Slack, not from what the newsroom believes of them.
 */
export function noticesAmiss({ entries }, { messages, byKey, gone }) {
  const missing = [];
  for (const message of messages) {
    const [what, id] = (message.key ?? '').split(':');
    const thread = message.threadTs ?? message.ts;
    if (what !== 'entry' || gone.has(thread)) continue;
    const entry = entries.get(id);
    const told = noticesOf(byKey, id, message.channel, thread);
    for (const revision of toTell(entry, message)) {
      if (!told.some((notice) => notice.revision >= revision))
        missing.push(`${id} revision ${revision} in ${message.channel} ${thread}`);
    }
  }
  return { 'told too little': [...new Set(missing)], 'told twice': toldTwice(messages) };
}

/** Corrections and withdrawals that the message did not show when it landed; of what is withdrawn only that. */
function toTell(entry, { firstText }) {
  const acts = entry.revisions.map(({ act }, index) => ({ act, revision: index + 1 }));
  const withdrawal = acts.find(({ act }) => act === 'entry-withdrawn');
  if (withdrawal) return [withdrawal.revision];
  const texts = textsOf(entry);
  const shown = texts.findLastIndex((text) => firstText.includes(text));
  return acts.flatMap(({ act, revision }) =>
    act === 'entry-corrected' && texts.indexOf(texts[revision]) > shown ? [revision] : [],
  );
}

/** What it said before its first revision, after it, after the second … */
function textsOf({ text, revisions }) {
  const texts = [text];
  for (const { was } of revisions.toReversed()) texts.unshift('text' in was ? was.text : texts[0]);
  return texts;
}

const noticesOf = (byKey, id, channel, thread) =>
  [...byKey.keys()].flatMap((key) => {
    const [what, entry, revision, where, ts] = key.split(':');
    const isOne = what === 'notice' && entry === id && where === channel && ts === thread;
    return isOne ? [{ revision: Number(revision) }] : [];
  });

function toldTwice(messages) {
  const seen = new Set();
  return messages.flatMap(({ key = '', channel, threadTs, firstText }) => {
    if (!key.startsWith('notice:')) return [];
    const said = `${channel} ${threadTs} ${firstText}`;
    if (seen.has(said)) return [said];
    seen.add(said);
    return [];
  });
}
