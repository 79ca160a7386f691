const storyCount = 40;
const channelCount = 20;
const storiesEach = 4;
/** So many stories stay as they are: the others may be merged into them. */
const lasting = 30;

export const channelsOf = () => Array.from({ length: channelCount }, (_, at) => `C${at}`);
const ways = ['thread', 'milestones', 'channel', 'thread'];

/** Stories, and channels that follow four of them each. */
export function opening() {
  const stories = Array.from({ length: storyCount }, (_, at) => `story-${at}`);
  const opened = stories.map((slug) => ({
    type: 'story-opened',
    story: { slug, headline: `About ${slug}`, status: 'active', subjects: [], aliases: [], entities: [] },
  }));
  const followed = channelsOf().flatMap((channel, at) =>
    Array.from({ length: storiesEach }, (_, nth) =>
      follows(`S-${at * storiesEach + nth + 1}`, channel, stories[(at + nth * 7) % storyCount], ways[at % 4]),
    ),
  );
  return [opened, followed];
}

const follows = (id, channel, slug, threading) => ({
  type: 'subscribed',
  id,
  subscription: {
    topic: { kind: 'story', slug },
    ...{ channel, kinds: ['fact'], withoutEntities: [], owner: 'UANA', threading },
  },
  announce: {},
});

/** A new entry; now and then it is urgent, or nobody is to read it yet. */
export function nextEntry(random, id, now) {
  const story = `story-${random.between(0, storyCount - 1)}`;
  const urgency = random.chance(0.05) ? { urgency: random.between(1, 3) } : {};
  const embargo = random.chance(0.02) ? { embargoedUntil: minutesFrom(now, random.between(1, 40)) } : {};
  return ({ stories }) => [
    {
      type: 'entry-added',
      id,
      entry: {
        ...{ kind: 'fact', text: `What ${id} says`, sources: [], verification: 'reported', entities: [] },
        ...{ stories: [stories.get(story).mergedInto ?? story], ...urgency, ...embargo },
      },
    },
  ];
}

/** What else is done beside so many entries: what, to how many of a hundred. */
const acts = [
  [30, corrected],
  [10, withdrawn],
  [15, verified],
  [10, embargoed],
  [6, lifted],
  [8, tagged],
  [6, paused],
  [6, resumed],
  [4, unfollowed],
  [4, followed],
  [2, bound],
  [1, merged],
];
const all = acts.reduce((sum, [share]) => sum + share, 0);

/** A decision about something that is there, or nothing. The dice are cast before it: it may be asked again. */
export function nextAct(random, made, now) {
  let left = random.between(1, all);
  const [, act] = acts.find(([share]) => {
    left -= share;
    return left <= 0;
  });
  const entry = `E-${random.between(Math.max(1, made - 200), Math.max(1, made))}`;
  const dice = { made, now, entry, nth: random.between(0, 999), minutes: random.between(1, 40) };
  return (newsroom) => act(newsroom, { ...dice, standing: standingEntry(newsroom, entry) }) ?? [];
}

function standingEntry({ entries }, id) {
  const entry = entries.get(id);
  return entry && !entry.withdrawn ? entry : undefined;
}
const minutesFrom = (now, minutes) => new Date(now + minutes * 60_000).toISOString();
const pick = (rows, nth) => rows[nth % rows.length];

function corrected(_, { standing, nth, made }) {
  if (!standing) return undefined;
  const set = { text: `What ${standing.id} should have said (${made}.${nth})` };
  return [{ type: 'entry-corrected', id: standing.id, set, reason: 'We misheard.' }];
}
function withdrawn(_, { standing }) {
  return standing && [{ type: 'entry-withdrawn', id: standing.id, reason: 'It is not so.' }];
}
function verified(_, { standing, nth }) {
  const verification = pick(['reported', 'corroborated', 'confirmed'], nth);
  const isNew = standing && standing.verification !== verification;
  return isNew ? [{ type: 'entry-verified', id: standing.id, verification }] : undefined;
}
function embargoed(_, { standing, now, minutes }) {
  return standing && [{ type: 'entry-embargoed', id: standing.id, until: minutesFrom(now, minutes) }];
}
function lifted({ entries }, { nth }) {
  const held = [...entries.where(entries.by.embargoed, 'yes')].filter((entry) => !entry.withdrawn);
  const entry = pick(held, nth);
  return entry && [{ type: 'embargo-lifted', id: entry.id }];
}
function tagged(_, { standing, nth }) {
  const slug = `story-${nth % lasting}`;
  if (!standing || standing.stories.includes(slug)) return undefined;
  const stories = nth % 3 === 0 ? [slug] : [...standing.stories, slug];
  return [{ type: 'entry-tagged', id: standing.id, stories, entities: [] }];
}
function paused({ subscriptions }, { nth, now, minutes }) {
  const one = pick([...subscriptions.all()], nth);
  const pausedUntil = minutesFrom(now, minutes);
  return [{ type: 'subscription-changed', id: one.id, set: { pausedUntil } }];
}
function resumed({ subscriptions }, { nth }) {
  const one = pick(
    [...subscriptions.all()].filter(({ pausedUntil }) => pausedUntil),
    nth,
  );
  return one && [{ type: 'subscription-changed', id: one.id, set: { pausedUntil: null } }];
}
function unfollowed({ subscriptions }, { nth }) {
  const one = pick([...subscriptions.all()], nth);
  return one && [{ type: 'unsubscribed', id: one.id, announce: {} }];
}
function followed({ subscriptions, seq }, { nth }) {
  const [channel, slug] = [pick(channelsOf(), nth), `story-${(nth * 7) % lasting}`];
  const here = [...subscriptions.where(subscriptions.by.channel, channel)];
  if (here.some(({ topic }) => topic.slug === slug)) return undefined;
  return [follows(`S-${seq + 1}`, channel, slug, pick(ways, nth))];
}
/** Somebody mentions the app in a thread of people and has it follow there. */
function bound({ subscriptions }, { nth, now }) {
  const one = pick([...subscriptions.all()], nth);
  if (!one || one.boundThread) return undefined;
  const [ts, at] = [`${Math.floor(now / 1000)}.00${1000 + nth}`, new Date(now).toISOString()];
  const thread = { topic: one.topic, channel: one.channel, ts, openedAt: at, lastAt: at, isBound: true };
  return [
    { type: 'thread-opened', thread },
    { type: 'subscription-changed', id: one.id, set: { boundThread: ts }, announce: { threadTs: ts } },
  ];
}
function merged({ stories }, { nth }) {
  const [slug, into] = [`story-${lasting + (nth % (storyCount - lasting))}`, `story-${nth % lasting}`];
  return stories.get(slug).mergedInto ? undefined : [{ type: 'story-merged', slug, into }];
}
