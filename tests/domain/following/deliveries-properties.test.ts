import fc from 'fast-check';
import { applyAct } from '../../../src/domain/apply.ts';
import type { Act, Change } from '../../../src/domain/change.ts';
import { tellingsOf } from '../../../src/domain/following/tellings.ts';
import { pause, untilResumed } from '../../../src/domain/following/unsubscribe.ts';
import { createNewsroom, type Newsroom } from '../../../src/domain/newsroom.ts';
import { type Delivery, deliveryKey, isMessage } from '../../../src/domain/records/delivery.ts';
import type { Post } from '../../../src/domain/records/thread.ts';
import { newsroomFrom, snapshotSchema, takeSnapshot } from '../../../src/domain/snapshot.ts';
import { nextDelivery } from '../../../src/services/publishing/next-delivery.ts';
import { adds, corrects, follows, posts, withdraws } from '../../support/following.ts';
import { changesFor } from '../../support/newsroom-builder.ts';

const at = '2026-02-02T09:30:00.000Z';
const channels = ['C1', 'C2'];
const stories = ['ford-xiaomi', 'tariffs'];

/** What somebody, or the publisher, does next: to the how-manieth record, in which channel. */
const aStep = fc.record({
  does: fc.constantFrom(
    ...['subscribe', 'unsubscribe', 'pause', 'resume', 'add', 'add', 'hold', 'lift', 'correct', 'withdraw'],
    ...['post', 'post', 'merge', 'tag', 'try', 'settle', 'embargo', 'verify', 'land'],
  ),
  which: fc.nat(20),
  channel: fc.constantFrom(...channels),
  kind: fc.constantFrom('fact' as const, 'background' as const),
});
type Step = ReturnType<(typeof aStep)['generate']>['value'];

function changesOf(newsroom: Newsroom, { does, which, channel, kind }: Step): Change[] {
  const pick = <Row>(rows: Iterable<Row>): Row | undefined => {
    const all = [...rows];
    return all[which % all.length];
  };
  const subscription = pick(newsroom.subscriptions.all());
  const entry = pick(newsroom.entries.all());
  const slug = stories[which % 2] ?? '';
  const isFree = ![...newsroom.subscriptions.all()].some(
    (one) => one.channel === channel && one.topic.slug === slug,
  );
  const steps: { [what: string]: () => Change[] } = {
    subscribe: () =>
      isFree ? [{ ...follows(newsroom, { kind: 'story', slug }, { channel }), announce: {} }] : [],
    unsubscribe: () => (subscription ? [{ type: 'unsubscribed', id: subscription.id, announce: {} }] : []),
    pause: () => (subscription ? pause([subscription.id], untilResumed)(newsroom) : []),
    resume: () =>
      subscription ? [{ type: 'subscription-changed', id: subscription.id, set: { pausedUntil: null } }] : [],
    add: () => [adds(newsroom, { stories: [slug], kind } as object)],
    hold: () => [adds(newsroom, { stories: [slug], embargoedUntil: '2027-01-01T00:00:00.000Z' })],
    embargo: () =>
      entry && !entry.withdrawn
        ? [{ type: 'entry-embargoed', id: entry.id, until: `2027-01-${10 + (which % 9)}T00:00:00.000Z` }]
        : [],
    verify: () =>
      entry && !entry.withdrawn
        ? [{ type: 'entry-verified', id: entry.id, verification: which % 2 ? 'confirmed' : 'reported' }]
        : [],
    // An answer that was drawn some acts ago and is on record only now.
    land: () => {
      if (!entry) return [];
      const late = posts(newsroom, [entry.id], { channel, as: 'answer', threadTs: '1760000000.000000' });
      const [shown] = late.post.shows;
      const revision = Math.max(0, (shown?.revision ?? 0) - (which % 4));
      return [{ ...late, post: { ...late.post, shows: [{ entry: entry.id, revision }] } }];
    },
    lift: () => (entry?.embargoedUntil ? [{ type: 'embargo-lifted', id: entry.id }] : []),
    correct: () => (entry && !entry.withdrawn ? [corrects(entry.id, `Said ${which}.`)] : []),
    withdraw: () => (entry && !entry.withdrawn ? [withdraws(entry.id)] : []),
    tag: () => (entry ? [{ type: 'entry-tagged', id: entry.id, stories: [slug], entities: [] }] : []),
    post: () => {
      const delivery = pick(newsroom.deliveries.where(newsroom.deliveries.by.channel, channel));
      if (!delivery) return [];
      const settles = deliveryKey(delivery);
      const drawnSeq = newsroom.seq;
      const known = 'ts' in delivery ? newsroom.posts.get(`${channel}:${delivery.ts}`) : undefined;
      const shows = known?.shows.map(({ entry: id }) => id) ?? ('entry' in delivery ? [delivery.entry] : []);
      const as = known?.as ?? ('ts' in delivery ? 'entry' : delivery.what);
      const where = known ? { ts: known.ts, ...(known.threadTs ? { threadTs: known.threadTs } : {}) } : {};
      const said = posts(newsroom, shows, { channel, as, ...where, settles, drawnSeq });
      if (delivery.what !== 'notice') return [said];
      const { entry: id, revision, threadTs } = delivery;
      return [{ ...said, post: { ...said.post, threadTs, shows: [{ entry: id, revision }] } }];
    },
    try: () => {
      const delivery = pick(newsroom.deliveries.where(newsroom.deliveries.by.channel, channel));
      if (!delivery || 'ts' in delivery || delivery.isVoid) return [];
      const key = deliveryKey(delivery);
      return [{ type: 'delivery-tried', delivery: key, trial: { key, shows: [], drawnSeq: newsroom.seq } }];
    },
    settle: () => {
      const tried = pick(newsroom.deliveries.where(newsroom.deliveries.by.tried, channel));
      return tried ? [{ type: 'delivery-settled', delivery: deliveryKey(tried) }] : [];
    },
    merge: () =>
      which === 0 && !newsroom.stories.get('tariffs')?.mergedInto
        ? [{ type: 'story-merged', slug: 'tariffs', into: 'ford-xiaomi' }]
        : [],
  };
  return steps[does]?.() ?? [];
}

interface Lived {
  newsroom: Newsroom;
  acts: Act[];
}

/** `look` sees the newsroom after each act, and what the act changed. */
function lived(
  steps: readonly Step[],
  look: (newsroom: Newsroom, changes: Change[]) => void = () => {},
): Lived {
  const newsroom = createNewsroom();
  const acts: Act[] = [];
  const take = (changes: Change[]) => {
    if (changes.length === 0) return;
    const act = { seq: newsroom.seq + 1, at, by: 'UANA', changes };
    applyAct(newsroom, act);
    acts.push(act);
    look(newsroom, changes);
  };
  take(changesFor({ stories: stories.map((slug) => ({ slug })) }));
  for (const step of steps) take(changesOf(newsroom, step));
  return { newsroom, acts };
}

const isTried = (delivery: Delivery): boolean => isMessage(delivery) && delivery.tried !== undefined;
const settledBy = (change: Change): string[] => {
  if (change.type === 'delivery-settled') return [change.delivery];
  return change.type === 'posted' && change.settles !== undefined ? [change.settles] : [];
};

const someSteps = fc.array(aStep, { maxLength: 40 });
const entryKeys = (newsroom: Newsroom): string[] =>
  [...newsroom.deliveries.all()].filter(({ what }) => what === 'entry').map(deliveryKey);
const timesPosted = (newsroom: Newsroom): string[] =>
  [...newsroom.posts.all()].flatMap(({ as, channel, shows }) =>
    as === 'entry' ? shows.map(({ entry }) => `entry:${entry}:${channel}`) : [],
  );

describe('whatever is done and posted, in whatever order', () => {
  test('an entry stands in a channel, or is owed to it, once at most', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        lived(steps, (newsroom) => {
          const all = [...entryKeys(newsroom), ...timesPosted(newsroom)];

          expect(all).toHaveLength(new Set(all).size);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('what is withdrawn or under embargo is owed to nobody, and what is owed has a subscription of that channel', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        lived(steps, ({ deliveries, entries, subscriptions }) => {
          for (const delivery of deliveries.all()) {
            if (delivery.what !== 'entry' || delivery.isVoid) continue;
            const entry = entries.get(delivery.entry);
            expect([entry?.withdrawn, entry?.embargoedUntil]).toEqual([undefined, undefined]);
            expect(subscriptions.get(delivery.subscription)).toMatchObject({
              channel: delivery.channel,
              topic: delivery.topic,
            });
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test('what may stand in Slack is not forgotten before somebody knows what came of it', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        let before: string[] = [];
        lived(steps, ({ deliveries }, changes) => {
          const now = [...deliveries.all()].filter(isTried).map(deliveryKey);
          const gone = before.filter((key) => !now.includes(key));
          before = now;

          expect(changes.flatMap(settledBy)).toEqual(expect.arrayContaining(gone));
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a channel is owed no word of following what it does not follow', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { newsroom } = lived(steps.filter(({ does }) => does !== 'merge'));

        for (const delivery of newsroom.deliveries.all()) {
          if (delivery.what !== 'announcement' || delivery.isVoid) continue;
          const { subscription: id, ended, channel } = delivery;
          expect(ended.length > 0).toBe(id === undefined);
          if (id !== undefined) expect(newsroom.subscriptions.get(id)).toMatchObject({ channel });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a new entry that a channel wants is owed to it until it is posted', () => {
    fc.assert(
      fc.property(someSteps, fc.constantFrom(...channels), (steps, channel) => {
        const { newsroom } = lived(steps);
        const { subscriptions } = newsroom;
        const topic = { kind: 'story', slug: 'ford-xiaomi' } as const;
        const known = [...subscriptions.where(subscriptions.by.topic, 'story:ford-xiaomi')];
        const wants = known.some((one) => one.channel === channel && one.pausedUntil === undefined);
        const take = (changes: Change[]) =>
          applyAct(newsroom, { seq: newsroom.seq + 1, at, by: 'UANA', changes });

        const added = adds(newsroom, { stories: [topic.slug] });
        take([added]);
        const isOwed = entryKeys(newsroom).includes(`entry:${added.id}:${channel}`);
        take([posts(newsroom, [added.id], { channel, settles: `entry:${added.id}:${channel}` })]);
        take([corrects(added.id)]);

        expect(isOwed).toBe(wants);
        expect(entryKeys(newsroom)).not.toContain(`entry:${added.id}:${channel}`);
      }),
      { numRuns: 150 },
    );
  });

  test('a message that shows what no longer stands is to be put right', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { newsroom } = lived(steps);
        const isTold = (act: string) => /corrected|withdrawn/.test(act);

        for (const post of newsroom.posts.all()) {
          for (const { entry: id, revision } of post.shows) {
            const entry = newsroom.entries.get(id);
            const later = entry?.revisions.slice(revision).filter(({ act }) => isTold(act)) ?? [];
            const { as } = post;
            // What a notice said of an act stays true; what is held back is put right when that ends.
            const isRight = entry?.withdrawn ? false : as === 'notice' || entry?.embargoedUntil !== undefined;
            if (later.length === 0 || isRight) continue;
            expect(newsroom.deliveries.get(`edit:${post.channel}:${post.ts}`)).toBeDefined();
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('word of every act is given or owed to each thread that showed the entry before it, once it is let go', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const first = new Map<string, { post: Post; entry: string; revision: number }>();
        const { newsroom } = lived(steps, ({ posts: all }) => {
          for (const post of all.all()) {
            for (const { entry, revision } of post.shows) {
              const key = `${post.ts} ${entry}`;
              if (!first.has(key)) first.set(key, { post, entry, revision });
            }
          }
        });
        const held = [...newsroom.entries.all()].filter((one) => one.embargoedUntil && !one.withdrawn);
        const changes = held.map(({ id }): Change => ({ type: 'embargo-lifted', id }));
        if (changes.length > 0) applyAct(newsroom, { seq: newsroom.seq + 1, at, by: 'UED', changes });

        const given = new Set(
          [...newsroom.posts.all()].flatMap(({ as, channel, threadTs, shows: [one] }) =>
            as === 'notice' ? [`notice:${one?.entry}:${one?.revision}:${channel}:${threadTs}`] : [],
          ),
        );
        for (const { post, entry: id, revision } of first.values()) {
          const entry = newsroom.entries.get(id);
          const all = entry ? tellingsOf(entry).filter((telling) => telling.revision > revision) : [];
          for (const telling of entry?.withdrawn ? all.slice(-1) : all) {
            const thread = `${post.channel}:${post.threadTs ?? post.ts}`;
            const key = `notice:${id}:${telling.revision}:${thread}`;
            expect([key, given.has(key) || newsroom.deliveries.get(key) !== undefined]).toEqual([key, true]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a message that shows a held entry is to be put right, and nothing of that entry goes out', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        lived(steps, (newsroom) => {
          for (const channel of channels) {
            const next = nextDelivery(newsroom, channel);
            const entry = next && 'entry' in next ? newsroom.entries.get(next.entry) : undefined;
            expect(entry?.withdrawn ? undefined : entry?.embargoedUntil).toBeUndefined();
          }
          for (const post of newsroom.posts.all()) {
            for (const { entry: id, revision } of post.shows) {
              const entry = newsroom.entries.get(id);
              const hides = entry?.revisions.findLastIndex(({ act }) => act === 'entry-embargoed') ?? -1;
              // A second embargo hides what the first one has hidden already.
              const moved = entry?.revisions[hides]?.was['embargoedUntil'] !== null;
              if (!entry?.embargoedUntil || entry.withdrawn || hides < revision || moved) continue;
              expect(newsroom.deliveries.get(`edit:${post.channel}:${post.ts}`)).toBeDefined();
            }
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a replay, and a snapshot with the acts after it, owe the same', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(40), (steps, cut) => {
        const { newsroom, acts } = lived(steps);
        const again = createNewsroom();
        for (const act of acts.slice(0, cut)) applyAct(again, act);

        const restarted = newsroomFrom(snapshotSchema.parse(structuredClone(takeSnapshot(again))));
        for (const act of acts.slice(cut)) applyAct(restarted, act);

        expect(new Set(restarted.deliveries.all())).toEqual(new Set(newsroom.deliveries.all()));
      }),
      { numRuns: 100 },
    );
  });
});
