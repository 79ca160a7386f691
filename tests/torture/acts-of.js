const scripts = ['Ford und Xiaomi', '小米与福特', 'Форд', 'ford “naïve” \u2028 \\ "', '🚗'];

/** What part `nth` of `parts` of the act with this name says: whoever reads it knows what the whole has to be. */
export function textOf(name, nth, parts) {
  const filler = scripts[(name.length + nth) % scripts.length].repeat(1 + ((nth * 7 + name.length) % 9));
  return `${name} part ${nth}/${parts} ${filler}`;
}

/** One to four entries at once, and now and then a correction that rests on what stands there. */
export function decideAct(name, parts) {
  return ({ entries }) => {
    const first = entries.size + 1;
    const changes = Array.from({ length: parts }, (_, at) => ({
      type: 'entry-added',
      id: `E-${first + at}`,
      entry: {
        ...{ kind: 'fact', stories: ['talks'], entities: [], sources: [], verification: 'reported' },
        text: textOf(name, at + 1, parts),
      },
    }));
    if (first > 1 && parts === 2) {
      const set = { text: `${name} corrects` };
      changes.push({ type: 'entry-corrected', id: `E-${first - 1}`, set, reason: 'We misheard.' });
    }
    return changes;
  };
}

/** The name of an act that is whole; undefined for one of which a part is missing or altered. */
export function nameOfWhole({ changes }) {
  const added = changes.filter(({ type }) => type === 'entry-added').map(({ entry }) => entry.text);
  const name = added[0]?.split(' ')[0];
  const isWhole = added.every((text, at) => text === textOf(name, at + 1, added.length));
  const corrects = changes.filter(({ type }) => type === 'entry-corrected');
  const wanted = added.length === 2 && changes[0]?.id !== 'E-1' ? 1 : 0;
  const isCorrected =
    corrects.length === wanted && corrects.every(({ set }) => set.text === `${name} corrects`);
  return name !== undefined && isWhole && isCorrected ? name : undefined;
}
