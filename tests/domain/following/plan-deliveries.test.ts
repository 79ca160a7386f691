import type { Change } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import {
  adds,
  corrects,
  desk,
  does,
  follows,
  ford,
  owed,
  posts,
  talks,
  tariffs,
  withdraws,
} from '../../support/following.ts';
import { act } from '../../support/newsroom-builder.ts';

const later = '2026-03-01T06:00:00.000Z';
const cardTs = '1770000000.000000';

/** A channel that follows the talks. */
const followed = (...topics: Topic[]): Newsroom => {
  const newsroom = desk();
  for (const topic of topics.length > 0 ? topics : [talks]) does(newsroom, () => follows(newsroom, topic));
  return newsroom;
};

const openCard = (newsroom: Newsroom, topic = talks): void => {
  act(newsroom, [
    { type: 'thread-opened', thread: { topic, channel: 'C1', ts: cardTs, openedAt: later, lastAt: later } },
    posts(newsroom, ['E-1'], { as: 'card', ts: cardTs, topics: [topic] }),
  ]);
};

describe('a new entry', () => {
  test('is owed to the channel that follows its story, and what was on record before is not', () => {
    const newsroom = followed();

    does(newsroom, adds);

    expect([...newsroom.deliveries.all()]).toEqual([
      {
        ...{ what: 'entry', channel: 'C1', entry: 'E-2', subscription: 'S-2', topic: talks },
        ...{ seq: 3, urgency: 5 },
      },
    ]);
  });

  test('is owed once to a channel that follows story and entity, in the story’s thread', () => {
    const newsroom = followed(ford, talks);

    does(newsroom, () => adds(newsroom, { entities: ['ford'] }));

    expect([...newsroom.deliveries.all()]).toMatchObject([{ topic: talks, subscription: 'S-3' }]);
  });

  test('comes by the entity when the story’s subscription does not want its kind', () => {
    const newsroom = desk();
    does(
      newsroom,
      () => follows(newsroom, talks, { kinds: ['quote'] }),
      () => follows(newsroom, ford),
    );

    does(newsroom, () => adds(newsroom, { entities: ['ford'] }));

    expect([...newsroom.deliveries.all()]).toMatchObject([{ topic: ford }]);
  });

  test('that an editor files under what a channel asks for is news there, once', () => {
    const newsroom = desk();
    does(newsroom, () => follows(newsroom, talks, { withEntities: ['catl'] }), adds);
    const before = owed(newsroom);
    const files = (...entities: string[]): Change => ({
      type: 'entry-tagged',
      id: 'E-2',
      stories: ['ford-xiaomi'],
      entities,
    });

    act(newsroom, [files('catl')]);
    const then = owed(newsroom);
    act(newsroom, [posts(newsroom, ['E-2'], { settles: 'entry:E-2:C1' })]);
    act(newsroom, [files()]);
    act(newsroom, [files('catl')]);

    expect(before).toEqual([]);
    expect(then).toEqual(['entry:E-2:C1']);
    expect(owed(newsroom).filter((key) => key.startsWith('entry:'))).toEqual([]);
  });

  test('filed anew under what a channel asks for is no news where it was passed over in a pause', () => {
    const newsroom = desk();
    does(
      newsroom,
      () => follows(newsroom, talks, { withEntities: ['catl'], pausedUntil: later }),
      () => adds(newsroom, { entities: ['catl'] }),
      () => ({ type: 'subscription-changed', id: 'S-2', set: { pausedUntil: null } }),
    );

    act(newsroom, [
      { type: 'entry-tagged', id: 'E-2', stories: ['ford-xiaomi'], entities: ['catl', 'ford'] },
    ]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('a correction goes past the filter, though the entry is no longer on what was asked for', () => {
    const newsroom = desk();
    does(
      newsroom,
      () => follows(newsroom, talks, { withEntities: ['catl'] }),
      () => adds(newsroom, { entities: ['catl'] }),
    );
    act(newsroom, [posts(newsroom, ['E-2'], { settles: 'entry:E-2:C1' })]);
    act(newsroom, [{ type: 'entry-tagged', id: 'E-2', stories: ['ford-xiaomi'], entities: [] }]);

    act(newsroom, [corrects('E-2')]);

    expect(owed(newsroom)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^notice:E-2:/), expect.stringMatching(/^edit:C1:/)]),
    );
  });

  test('is owed to every channel that follows it', () => {
    const newsroom = desk();
    for (const channel of ['C1', 'C2', 'C3']) does(newsroom, () => follows(newsroom, talks, { channel }));

    does(newsroom, adds);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1', 'entry:E-2:C2', 'entry:E-2:C3']);
  });

  test('is kept for a channel in which nothing can be posted just now', () => {
    const newsroom = followed();
    act(newsroom, [{ type: 'subscription-parked', id: 'S-2', error: 'is_archived' }]);

    does(newsroom, adds);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1']);
  });

  test('under embargo is owed to nobody, and to those who follow when it is lifted', () => {
    const newsroom = followed();
    does(newsroom, () => adds(newsroom, { embargoedUntil: later }));
    const before = owed(newsroom);
    does(newsroom, () => follows(newsroom, talks, { channel: 'C2' }));

    act(newsroom, [{ type: 'embargo-lifted', id: 'E-2' }]);

    expect(before).toEqual([]);
    expect(owed(newsroom)).toEqual(['entry:E-2:C1', 'entry:E-2:C2']);
  });

  test('whose embargo was over when it was added is owed at once, and the lift owes it to nobody else', () => {
    const newsroom = followed();
    does(newsroom, () => adds(newsroom, { embargoedUntil: '2026-02-01T06:00:00.000Z' }));
    does(newsroom, () => follows(newsroom, talks, { channel: 'C2' }));

    act(newsroom, [{ type: 'embargo-lifted', id: 'E-2' }]);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1']);
  });

  test('that is filed under a followed story later is owed then; one from before is not', () => {
    const newsroom = followed();
    does(newsroom, () => adds(newsroom, { stories: ['tariffs'] }));

    act(newsroom, [
      { type: 'entry-tagged', id: 'E-2', stories: ['tariffs', 'ford-xiaomi'], entities: [] },
      { type: 'entry-tagged', id: 'E-1', stories: ['ford-xiaomi'], entities: [] },
    ]);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1']);
  });
});

describe('before it is posted', () => {
  const gone: [string, Change][] = [
    ['withdrawn', withdraws('E-2')],
    ['put under embargo', { type: 'entry-embargoed', id: 'E-2', until: later }],
    ['filed elsewhere', { type: 'entry-tagged', id: 'E-2', stories: ['tariffs'], entities: [] }],
  ];
  test.each(gone)('an entry that is %s is no longer owed', (_, change) => {
    const newsroom = followed();
    does(newsroom, adds);

    act(newsroom, [change]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('a corrected entry is owed as before: the channel never saw what was wrong', () => {
    const newsroom = followed();
    does(newsroom, adds);

    act(newsroom, [corrects('E-2')]);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1']);
  });

  test('an entry goes by the other subscription when its own ends, and nowhere when that ends, too', () => {
    const newsroom = followed(talks, ford);
    does(newsroom, () => adds(newsroom, { entities: ['ford'] }));

    act(newsroom, [{ type: 'unsubscribed', id: 'S-2' }]);
    const [byEntity] = [...newsroom.deliveries.all()];
    act(newsroom, [{ type: 'unsubscribed', id: 'S-3' }]);

    expect(byEntity).toMatchObject({ entry: 'E-2', subscription: 'S-3', topic: ford });
    expect(owed(newsroom)).toEqual([]);
  });

  test('a pause ends what was owed, too', () => {
    const newsroom = followed();
    does(newsroom, adds);

    act(newsroom, [{ type: 'subscription-changed', id: 'S-2', set: { pausedUntil: later } }]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('two followed stories that are merged owe it once, by the one that is left', () => {
    const newsroom = followed(talks, tariffs);
    does(newsroom, adds);

    act(newsroom, [{ type: 'story-merged', slug: 'ford-xiaomi', into: 'tariffs' }]);

    expect([...newsroom.deliveries.all()]).toMatchObject([{ subscription: 'S-3', topic: tariffs }]);
    expect([...newsroom.subscriptions.all()]).toMatchObject([{ id: 'S-3', seq: 2 }]);
  });
});

describe('an act on an entry that was shown', () => {
  const shownIn = (newsroom: Newsroom, more: Parameters<typeof posts>[2] = {}) => {
    does(newsroom, adds);
    act(newsroom, [posts(newsroom, ['E-2'], { threadTs: cardTs, settles: 'entry:E-2:C1', ...more })]);
  };

  test.each([
    ['a correction', corrects('E-2')],
    ['a clarification', { type: 'entry-clarified', id: 'E-2', set: { text: 'Ford says so.' } } as Change],
    ['a new verification', { type: 'entry-verified', id: 'E-2', verification: 'confirmed' } as Change],
    ['a withdrawal', withdraws('E-2')],
  ])('%s is told in its thread, and the message is put right', (_, change) => {
    const newsroom = followed();
    shownIn(newsroom);

    act(newsroom, [change]);

    expect(owed(newsroom)).toEqual(['edit:C1:1770000000.000000', `notice:E-2:1:C1:${cardTs}`]);
  });

  test('it is told past a pause, past kinds, and where nobody follows any more', () => {
    const newsroom = followed();
    shownIn(newsroom);
    act(newsroom, [{ type: 'unsubscribed', id: 'S-2' }]);

    act(newsroom, [corrects('E-2')]);

    expect(owed(newsroom)).toContain(`notice:E-2:1:C1:${cardTs}`);
  });

  test('a thread in which it stands three times is told once, and every message is put right', () => {
    const newsroom = followed();
    openCard(newsroom);
    shownIn(newsroom, { ts: '1770000001.000000' });
    act(newsroom, [
      posts(newsroom, ['E-1', 'E-2'], { as: 'answer', ts: '1770000002.000000', threadTs: cardTs }),
    ]);
    act(newsroom, [posts(newsroom, ['E-2'], { as: 'card', ts: cardTs, settles: `card:C1:${cardTs}` })]);

    act(newsroom, [corrects('E-2')]);

    expect(owed(newsroom).sort()).toEqual([
      `card:C1:${cardTs}`,
      'edit:C1:1770000001.000000',
      'edit:C1:1770000002.000000',
      `notice:E-2:1:C1:${cardTs}`,
    ]);
  });

  test('two changes of one act are told in one notice', () => {
    const newsroom = followed();
    shownIn(newsroom);

    act(newsroom, [corrects('E-2'), { type: 'entry-verified', id: 'E-2', verification: 'confirmed' }]);

    expect(owed(newsroom).filter((key) => key.startsWith('notice'))).toEqual([`notice:E-2:2:C1:${cardTs}`]);
  });

  test('a withdrawal takes the place of a correction that nobody was told of yet', () => {
    const newsroom = followed();
    shownIn(newsroom);
    act(newsroom, [corrects('E-2')]);

    act(newsroom, [withdraws('E-2')]);

    expect(owed(newsroom).filter((key) => key.startsWith('notice'))).toEqual([`notice:E-2:2:C1:${cardTs}`]);
  });

  test('a message that was on its way during the correction is put right as soon as it is on record', () => {
    const newsroom = followed();
    does(newsroom, adds);
    const onItsWay = posts(newsroom, ['E-2'], { threadTs: cardTs, settles: 'entry:E-2:C1' });
    act(newsroom, [corrects('E-2')]);

    act(newsroom, [onItsWay]);

    expect(owed(newsroom)).toEqual(['edit:C1:1770000000.000000', `notice:E-2:1:C1:${cardTs}`]);
  });

  test('an edit that was drawn before the next correction does not settle it', () => {
    const newsroom = followed();
    shownIn(newsroom);
    act(newsroom, [corrects('E-2')]);
    const { ts } = [...newsroom.posts.all()][0]!;
    const edit = posts(newsroom, ['E-2'], {
      ts,
      threadTs: cardTs,
      settles: `edit:C1:${ts}`,
      drawnSeq: newsroom.seq,
    });
    act(newsroom, [corrects('E-2', 'Ford denied it twice.')]);

    act(newsroom, [edit]);

    expect(owed(newsroom)).toContain(`edit:C1:${ts}`);
  });
});

describe('the living card', () => {
  const changes: [string, Change][] = [
    ['an entry', adds(desk())],
    ['a new headline', { type: 'story-edited', slug: 'ford-xiaomi', set: { headline: 'It is off' } }],
    ['a new name', { type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-talks' }],
    ['a question', { type: 'question-asked', id: 'Q-2', question: { story: 'ford-xiaomi', text: 'Why?' } }],
    ['an answer', { type: 'question-answered', id: 'Q-1', entry: 'E-1' }],
  ];
  test.each(changes)('is drawn anew after %s', (_, change) => {
    const newsroom = followed();
    openCard(newsroom);

    act(newsroom, [change]);

    expect(owed(newsroom)).toContain(`card:C1:${cardTs}`);
  });

  test('says nothing of an entry under embargo', () => {
    const newsroom = followed();
    openCard(newsroom);

    does(newsroom, () => adds(newsroom, { embargoedUntil: later }));

    expect(owed(newsroom)).toEqual([]);
  });

  test('is owed once, however many entries come', () => {
    const newsroom = followed();
    openCard(newsroom);

    does(newsroom, adds, adds, adds);

    expect(owed(newsroom).filter((key) => key.startsWith('card'))).toEqual([`card:C1:${cardTs}`]);
  });

  test('says so when its channel no longer follows, and is left alone after that', () => {
    const newsroom = followed();
    openCard(newsroom);
    act(newsroom, [{ type: 'unsubscribed', id: 'S-2' }]);
    const lastTime = owed(newsroom);
    act(newsroom, [posts(newsroom, ['E-1'], { as: 'card', ts: cardTs, settles: `card:C1:${cardTs}` })]);

    does(newsroom, adds);

    expect(lastTime).toEqual([`card:C1:${cardTs}`]);
    expect(owed(newsroom)).toEqual([]);
  });

  test('that was drawn before the last entry came is drawn once more', () => {
    const newsroom = followed();
    openCard(newsroom);
    does(newsroom, adds);
    const drawnSeq = newsroom.seq;
    does(newsroom, adds);

    act(newsroom, [
      posts(newsroom, ['E-1', 'E-2'], { as: 'card', ts: cardTs, settles: `card:C1:${cardTs}`, drawnSeq }),
    ]);

    expect(owed(newsroom)).toContain(`card:C1:${cardTs}`);
  });

  test('whose thread is closed is owed no more', () => {
    const newsroom = followed();
    openCard(newsroom);
    does(newsroom, adds);

    act(newsroom, [{ type: 'thread-closed', channel: 'C1', ts: cardTs }]);

    expect(owed(newsroom)).toEqual(['entry:E-2:C1']);
  });
});
