/**
 * Records to search: made up, the same at every run. Words are as often as in a language (Zipf, about 60,000 of
 * them), an entry has 15 to 40.
 */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo ga ge go ha he hi ho ja jo ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi ya yo za zo st tr ch sh th ing er on an al is ment ion'.split(
    ' ',
  );

export function madeUpVocabulary(count = 60_000) {
  const chance = random(7);
  const words = new Set();
  while (words.size < count) {
    const length = 1 + Math.floor(chance() * (words.size < 300 ? 2 : 4));
    let word = '';
    for (let at = 0; at <= length; at += 1) word += syllables[Math.floor(chance() * syllables.length)];
    words.add(word);
  }
  return [...words];
}

export function madeUpSource(vocabulary, seed = 11) {
  const chance = random(seed);
  // The sum of 1/rank up to each rank: one look says which word a number between 0 and 1 stands for.
  const sums = new Float64Array(vocabulary.length);
  let sum = 0;
  for (let rank = 0; rank < vocabulary.length; rank += 1) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  const word = () => {
    const wanted = chance() * sum;
    let [low, high] = [0, vocabulary.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low];
  };
  const words = (least, most) =>
    Array.from({ length: least + Math.floor(chance() * (most - least + 1)) }, word).join(' ');
  return { chance, word, words };
}

const kinds = ['fact', 'figure', 'quote', 'event', 'response', 'background'];
const verifications = ['unverified', 'reported', 'corroborated', 'confirmed'];
const at = (n) =>
  `2026-0${1 + (n % 6)}-${String(1 + (n % 28)).padStart(2, '0')}T09:${String(n % 60).padStart(2, '0')}:00.000Z`;

/** Documents as the index takes them in: 5,000 stories, 10,000 entities, 100,000 entries unless said otherwise. */
export function madeUpDocuments({ stories = 5000, entities = 10_000, entries = 100_000 } = {}) {
  const vocabulary = madeUpVocabulary();
  const { chance, words } = madeUpSource(vocabulary);
  const any = (count) => Math.floor(chance() * count);
  const documents = [];
  for (let n = 0; n < stories; n += 1) {
    const marks = [`story:s-${n}`, `entity:e-${any(entities)}`, 'by:U1'];
    documents.push({
      key: `story:s-${n}`,
      names: [words(4, 9), words(2, 3)],
      text: words(12, 30),
      marks,
      at: at(n),
    });
  }
  for (let n = 0; n < entities; n += 1) {
    const marks = [`entity:e-${n}`, 'by:U1'];
    documents.push({
      key: `entity:e-${n}`,
      names: [words(1, 3), words(1, 2)],
      text: words(6, 15),
      marks,
      at: at(n),
    });
  }
  for (let n = 0; n < entries; n += 1) {
    const marks = [
      ...[`story:s-${any(stories)}`, `entity:e-${any(entities)}`, `kind:${kinds[n % 6]}`],
      ...[`verification:${verifications[any(4)]}`, `by:U${any(40)}`],
    ];
    documents.push({ key: `entry:E-${n + 1}`, names: [], text: words(15, 40), marks, at: at(n) });
  }
  return { documents, vocabulary };
}

const mistyped = (word, chance) => {
  if (word.length < 5) return word;
  const place = 1 + Math.floor(chance() * (word.length - 2));
  const kindOf = chance();
  if (kindOf < 0.34) return word.slice(0, place) + word.slice(place + 1);
  if (kindOf < 0.67) return `${word.slice(0, place)}${word[place + 1]}${word[place]}${word.slice(place + 2)}`;
  return `${word.slice(0, place)}x${word.slice(place + 1)}`;
};

/** What people ask: one to four words out of the texts; of every ten two are beginnings, two mistyped, one a phrase, two filtered. */
export function madeUpQueries({ documents }, count = 1000) {
  const chance = random(23);
  return Array.from({ length: count }, (_, n) => {
    const { text } = documents[Math.floor(chance() * documents.length)];
    const words = text.split(' ');
    const start = Math.floor(chance() * (words.length - 4));
    const size = 1 + (n % 4);
    const chosen =
      n % 10 === 4
        ? [words.slice(start, start + 2)]
        : Array.from({ length: size }, () => [words[Math.floor(chance() * words.length)]]);
    const [first] = chosen[0];
    if (n % 10 < 2) chosen[0] = [first.slice(0, Math.max(3, first.length - 2))];
    else if (n % 10 < 4) chosen[0] = [mistyped(first, chance)];
    const marks =
      n % 10 === 8 ? [['kind:quote']] : n % 10 === 9 ? [['kind:fact', 'kind:event'], ['by:U3']] : [];
    const since = n % 10 === 8 ? { since: '2026-03-01T00:00:00.000Z' } : {};
    return { clauses: chosen, marks, ...since, seesHeld: false, from: 0, most: 8, sort: n % 10 };
  });
}
