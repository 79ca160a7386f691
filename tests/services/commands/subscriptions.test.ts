import fc from 'fast-check';
import type { Audience } from '../../../src/domain/following/audience.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { deliveryKey } from '../../../src/domain/records/delivery.ts';
import type { Subscription } from '../../../src/domain/records/subscription.ts';
import type { Role } from '../../../src/domain/rules/permissions.ts';
import { respond, verbFor } from '../../../src/services/commands/commands.ts';
import type { Asking } from '../../../src/services/commands/verb.ts';
import { newsroomPages } from '../../../src/services/publishing/newsroom-pages.ts';
import { Person } from '../../support/acting.ts';
import { desk } from '../../support/following.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';

const audience: Audience = {
  ...{ channel: 'C1', name: 'autos', isPrivate: false, isShared: false, people: 12 },
  ...{ guests: 0, outsiders: 0, isPartial: false },
};
const shared: Audience = { ...audience, isShared: true, outsiders: 3 };

const inChannel = (newsroom: Newsroom, more: Partial<Asking> = {}, role: Role = 'contributor'): Person =>
  new Person(newsroom, role, { channel: 'C1', audience, zone: 'UTC', ...more });

const followed = (newsroom: Newsroom): Subscription[] => [...newsroom.subscriptions.all()];

interface Told {
  channel: string;
  threadTs?: string | undefined;
  text: string;
}

/** What the channel is to be told beside the answer, as it would be told now. */
function announced(newsroom: Newsroom, words: string, more: Partial<Asking> = {}): Told[] {
  const before = new Set(newsroom.deliveries.rowKeys());
  inChannel(newsroom, more).types(words);
  return [...newsroom.deliveries.all()].flatMap((one) => {
    if (one.what !== 'announcement' || before.has(deliveryKey(one))) return [];
    const text = plainText(newsroomPages('UTC').announcement(newsroom, one));
    return [{ channel: one.channel, threadTs: one.threadTs, text }];
  });
}

describe('subscribing a channel', () => {
  test('follows every kind but background, and says so, with who reads along', () => {
    const newsroom = desk();

    const { text } = inChannel(newsroom).types('subscribe ford-xiaomi');

    expect(followed(newsroom)).toMatchObject([
      {
        ...{ id: 'S-2', channel: 'C1', owner: 'UANA', threading: 'thread', withoutEntities: [] },
        topic: { kind: 'story', slug: 'ford-xiaomi' },
        kinds: ['fact', 'figure', 'quote', 'event', 'response'],
      },
    ]);
    expect(text).toContain('Subscribed\n\nFord talked to Xiaomi story:ford-xiaomi');
    expect(text).toContain('facts, figures, quotes, events, responses · without background · in one thread');
    expect(text).toContain('Read here by 12 members.');
  });

  test.each([
    [
      'subscribe entity:catl quote response',
      { topic: { kind: 'entity', slug: 'catl' }, kinds: ['quote', 'response'] },
    ],
    ['subscribe Ford talked to Xiaomi quotes', { kinds: ['quote'] }],
    ['subscribe ford-xiaomi quote -kind:quote fact', { kinds: ['fact'] }],
    ['subscribe ford-xiaomi -kind:figure -kind:event', { kinds: ['fact', 'quote', 'response'] }],
    ['subscribe ford-xiaomi -entity:catl -entity:Ford', { withoutEntities: ['catl', 'ford'] }],
    ['subscribe ford-xiaomi entity:catl entity:Ford', { withEntities: ['catl', 'ford'] }],
    ['subscribe ford-xiaomi kind:quote entity:catl', { kinds: ['quote'], withEntities: ['catl'] }],
    [
      'subscribe entity:catl entity:ford -entity:xiaomi',
      { topic: { slug: 'catl' }, withEntities: ['ford'], withoutEntities: ['xiaomi'] },
    ],
    ['subscribe ford-xiaomi urgency:1-3 thread:milestones', { urgencyAtMost: 3, threading: 'milestones' }],
  ])('%s', (words, expected) => {
    const newsroom = desk();

    inChannel(newsroom).types(words);

    expect(followed(newsroom)).toMatchObject([expected]);
  });

  test('tells the channel who had it follow what, once', () => {
    const newsroom = desk();

    const first = announced(newsroom, 'subscribe ford-xiaomi');
    const again = announced(newsroom, 'subscribe ford-xiaomi');

    expect(first).toMatchObject([{ channel: 'C1' }]);
    expect(first[0]?.text).toContain('@UANA has this channel follow Ford talked to Xiaomi story:ford-xiaomi');
    expect(again).toEqual([]);
  });

  test('says in the answer that the channel is told, and not when there is nothing to tell', () => {
    const newsroom = desk();

    const first = inChannel(newsroom).types('subscribe ford-xiaomi');
    const again = inChannel(newsroom).types('subscribe ford-xiaomi');

    expect(first.text).toContain('Read here by 12 members. The channel is told of it.');
    expect(again.text).not.toContain('The channel is told');
  });

  test('tried again where it was parked, it is told to nobody: who has it follow that is known there', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    ana.types('subscribe ford-xiaomi');
    act(newsroom, [{ type: 'subscription-parked', id: 'S-2', error: 'not_in_channel' }]);

    const { text, changes } = ana.types('subscribe ford-xiaomi');

    expect(changes).toEqual([{ type: 'subscription-parked', id: 'S-2', error: null }]);
    expect(text).not.toContain('The channel is told');
  });

  test('is told to the channel as it stands when that is told, and not at all once it ended', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    ana.types('subscribe ford-xiaomi');

    ana.types('subscribe ford-xiaomi quote');
    const owed = [...newsroom.deliveries.all()];
    ana.types('unsubscribe ford-xiaomi');

    expect(owed).toMatchObject([
      { what: 'announcement', seq: 2 },
      { what: 'announcement', seq: 3 },
    ]);
    expect([...newsroom.deliveries.all()]).toMatchObject([{ what: 'announcement', seq: 4 }]);
  });

  test('again changes what is named and leaves the rest', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    ana.types('subscribe ford-xiaomi quote urgency:1-3 -entity:catl thread:channel');

    const { text } = ana.types('subscribe ford-xiaomi fact urgency:any');

    expect(text).toMatch(/^Changed/);
    expect(followed(newsroom)).toMatchObject([
      { id: 'S-2', kinds: ['fact'], withoutEntities: ['catl'], threading: 'channel' },
    ]);
    expect(followed(newsroom)[0]).not.toHaveProperty('urgencyAtMost');
  });

  test('narrowed to some entities says so, in the list too, and a second time replaces them', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);

    const first = ana.types('subscribe ford-xiaomi entity:catl entity:ford');
    const second = ana.types('subscribe ford-xiaomi entity:xiaomi');
    const listed = ana.types('subscribe list');
    const wide = ana.types('subscribe ford-xiaomi entity:any');

    expect(first.text).toContain('only entries on CATL or Ford · without background');
    expect(second.text).toContain('only entries on Xiaomi · without background');
    expect(listed.text).toContain('only entries on Xiaomi');
    expect(wide.text).not.toContain('only entries');
    expect(followed(newsroom)[0]).not.toHaveProperty('withEntities');
  });

  test.each([
    ['subscribe ford-xiaomi entity:catl -entity:catl', 'catl'],
    ['subscribe entity:catl -entity:catl', 'catl'],
    ['subscribe tariffs -entity:ford', 'ford'],
  ])('%s would leave nothing to follow', (words, entity) => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe tariffs entity:ford');

    const { text, changes } = inChannel(newsroom).types(words);

    expect(text).toContain(`That leaves nothing to follow: ${entity} is both asked for and left out.`);
    expect(changes).toEqual([]);
  });

  test('takes no more entities than a subscription holds', () => {
    const entities = Array.from({ length: 21 }, (_, at) => ({ slug: `body-${at}` }));
    const newsroom = newsroomWith({ stories: [{ slug: 'tariffs' }], entities });
    const names = entities.map(({ slug }) => slug).join(',');

    const only = inChannel(newsroom).types(`subscribe tariffs entity:${names}`);
    const without = inChannel(newsroom).types(`subscribe tariffs -entity:${names}`);

    expect(only.text).toContain('entity:… 21 times: write 20 of them at most');
    expect(without.text).toContain('-entity:… 21 times: write 20 of them at most');
    expect(followed(newsroom)).toEqual([]);
  });

  test('again as it is changes nothing and says how it is', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    ana.types('subscribe ford-xiaomi quote');

    const { text, changes } = ana.types('subscribe ford-xiaomi');

    expect(changes).toEqual([]);
    expect(text).toMatch(/^Followed already/);
    expect(text).toContain('only quotes · in one thread');
  });

  test('to something unknown offers what it may be, and not the command that was understood', () => {
    const { text } = inChannel(desk()).types('subscribe tarifs');

    expect(text).toContain('Nothing on record is called tarifs.');
    expect(text).not.toContain('If you meant the command');
  });

  test('after unsubscribing gets a new number, so that nothing owed to the old one comes', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);

    for (const words of ['subscribe tariffs', 'unsubscribe tariffs', 'subscribe tariffs']) ana.types(words);

    expect(followed(newsroom).map(({ id }) => id)).toEqual(['S-4']);
  });

  test('that nobody of the newsroom stands behind any more takes it over', () => {
    const newsroom = desk();
    inChannel(newsroom, { person: 'UBEN' }).types('subscribe ford-xiaomi');
    act(newsroom, [{ type: 'subscription-changed', id: 'S-2', set: { goneOwner: 'UBEN' } }]);

    inChannel(newsroom).types('subscribe ford-xiaomi');

    expect(followed(newsroom)[0]).toMatchObject({ owner: 'UANA' });
    expect(followed(newsroom)[0]).not.toHaveProperty('goneOwner');
  });

  test.each([
    ['subscribe', {}, 'name it'],
    ['subscribe ford tariffs', {}, 'names two'],
    ['subscribe nothing', {}, 'Nothing on record is called nothing.'],
    ['subscribe ford-xiaomi kind:rumour', {}, 'I can’t read kind:rumour: write one of fact,'],
    ['subscribe ford-xiaomi kinds:quote', {}, 'write kind:quote, if that is what you mean'],
    ['subscribe ford-xiaomi fact -kind:fact', {}, 'That leaves no kind of entry to follow.'],
    ['subscribe ford-xiaomi -entity:tariffs', {}, 'tariffs is a story'],
    ['subscribe ford-xiaomi entity:tariffs', {}, 'tariffs is a story'],
    ['subscribe ford-xiaomi', { channel: undefined }, 'Type it in the channel: /brief subscribe ford-xiaomi'],
    [
      'subscribe ford-xiaomi',
      { audience: undefined },
      'Slack does not tell me just now who reads this channel.',
    ],
    [
      'subscribe ford-xiaomi',
      { audience: { ...audience, closed: 'not_in_channel' } },
      'Type /invite @slugline here, then send it again.',
    ],
    [
      'subscribe ford-xiaomi',
      { audience: { ...audience, closed: 'is_archived' } },
      'I can’t post here, so nothing was changed: the channel is archived.',
    ],
    ['subscribe ford-xiaomi anyway', { audience: shared }, 'is for an editor to say'],
  ])('%s %j: %s', (words, more, expected) => {
    const newsroom = desk();

    const { text } = inChannel(newsroom, more as Partial<Asking>).types(words);

    expect(text).toContain(expected);
    expect(followed(newsroom)).toEqual([]);
  });

  test('that another organization shares asks an editor first, and the button carries the words', () => {
    const newsroom = desk();
    const editor = inChannel(newsroom, { audience: shared }, 'editor');
    const outcome = respond('subscribe ford-xiaomi quote', editor.asking);
    const [warning, buttons] = 'page' in outcome ? outcome.page.parts : [];

    editor.types('subscribe ford-xiaomi quote anyway');

    expect(plainText({ parts: warning ? [warning] : [] })).toBe(
      'Not subscribed yet. This channel is shared with another organization. Read here by 9 members and 3 people from outside. They would get every entry.',
    );
    expect(buttons).toMatchObject({
      buttons: [{ label: 'Subscribe anyway', command: 'subscribe ford-xiaomi quote anyway' }],
    });
    expect(followed(newsroom)).toHaveLength(1);
  });

  test.each([
    [{ people: 30, guests: 2, outsiders: 1 }, 'Read here by 27 members, 2 guests and 1 person from outside.'],
    [{ people: 1 }, 'Read here by 1 member.'],
    [
      { people: 400, guests: 1, isPartial: true },
      'Read here by 399 members, at least 1 guest and at least 0 people from outside.',
    ],
  ])('before the first post it says who reads: %j', (more, expected) => {
    const { text } = inChannel(desk(), { audience: { ...audience, ...more } }).types('subscribe ford-xiaomi');

    expect(text).toContain(expected);
  });
});

describe('ending, pausing and resuming', () => {
  const twice = (): Newsroom => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    for (const topic of ['ford-xiaomi', 'entity:ford']) ana.types(`subscribe ${topic}`);
    return newsroom;
  };

  test.each([
    ['unsubscribe ford-xiaomi', 1],
    ['unfollow ford-xiaomi', 1],
    ['unsubscribe S-2', 1],
    ['unsubscribe *', 0],
    ['unsubscribe all', 0],
  ])('%s', (words, left) => {
    const newsroom = twice();

    const { text } = inChannel(newsroom).types(words);

    expect(text).toContain('No longer followed: Ford talked to Xiaomi');
    expect(followed(newsroom)).toHaveLength(left);
  });

  test('all that is ended at once is told in one message', () => {
    const newsroom = twice();
    const all = followed(newsroom).map(({ topic }) => topic.slug);

    const told = announced(newsroom, 'unsubscribe *');

    expect(told).toHaveLength(1);
    for (const slug of all) expect(told[0]?.text).toContain(slug);
  });

  test('a pause is told to nobody but whoever asked', () => {
    expect(announced(twice(), 'pause ford-xiaomi')).toEqual([]);
  });

  test('the channel is told who ended it', () => {
    const told = announced(twice(), 'unsubscribe ford-xiaomi');

    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('@UANA ended what this channel followed');
  });

  test.each([
    ['pause ford-xiaomi', '9999-12-31T23:59:59.999Z', 'until somebody resumes it'],
    ['pause ford-xiaomi until:mon', '2026-02-16T09:00:00.000Z', 'until 16 Feb 2026, 09:00 UTC'],
    ['pause ford-xiaomi until:"2026-03-02 06:00"', '2026-03-02T06:00:00.000Z', 'until 2 Mar 2026, 06:00 UTC'],
  ])('%s', (words, pausedUntil, expected) => {
    const newsroom = twice();

    const { text } = inChannel(newsroom).types(words);

    expect(text).toContain(`Paused ${expected}`);
    expect(followed(newsroom)[0]).toMatchObject({ pausedUntil });
    expect(followed(newsroom)[1]).not.toHaveProperty('pausedUntil');
  });

  test('resume and subscribe both end a pause', () => {
    const newsroom = twice();
    const ana = inChannel(newsroom);
    ana.types('pause *');

    ana.types('resume ford-xiaomi');
    ana.types('subscribe entity:ford');

    for (const one of followed(newsroom)) expect(one).not.toHaveProperty('pausedUntil');
  });

  test('resume tries again where nothing could be posted; what an editor has to agree to waits for one', () => {
    const newsroom = twice();
    act(newsroom, [
      { type: 'subscription-parked', id: 'S-2', error: 'is_archived' },
      { type: 'subscription-parked', id: 'S-3', error: 'channel_shared' },
    ]);

    inChannel(newsroom).types('resume ford-xiaomi');
    const refused = inChannel(newsroom).types('resume entity:ford');
    const parked = followed(newsroom).map((one) => one.parked);
    inChannel(newsroom, {}, 'editor').types('resume entity:ford');

    expect(refused.text).toContain('is for an editor to say');
    expect(parked).toEqual([undefined, 'channel_shared']);
    expect(followed(newsroom).map((one) => one.parked)).toEqual([undefined, undefined]);
  });

  test.each([
    ['unsubscribe tariffs', {}, 'This channel does not follow About tariffs.'],
    ['pause tariffs', { channel: 'C9' }, 'This channel does not follow'],
    ['unsubscribe *', { channel: 'C9' }, 'This channel follows nothing.'],
    ['unsubscribe S-2', { channel: 'C9', person: 'UBEN' }, 'belongs to another channel'],
    ['pause ford-xiaomi until:yesterday', {}, 'I can’t read until:yesterday'],
    ['pause ford-xiaomi untl:mon', {}, 'Did you mean until:?'],
    ['resume ford-xiaomi', { channel: undefined }, 'Type it in the channel'],
  ])('%s %j: %s', (words, more, expected) => {
    const newsroom = twice();

    const { text, changes } = inChannel(newsroom, more as Partial<Asking>).types(words);

    expect(text).toContain(expected);
    expect(changes).toEqual([]);
  });

  test('its owner and editors may end a subscription from anywhere', () => {
    const newsroom = twice();

    inChannel(newsroom, { channel: 'C9' }).types('unsubscribe S-2');
    inChannel(newsroom, { channel: 'C9', person: 'UED' }, 'editor').types('unsubscribe S-3');

    expect(followed(newsroom)).toEqual([]);
  });
});

describe('the list', () => {
  test('says whose it is, what comes, and whether it goes on', () => {
    const newsroom = desk();
    const ana = inChannel(newsroom);
    ana.types('subscribe ford-xiaomi -entity:catl urgency:1-3');
    ana.types('subscribe entity:ford');
    ana.types('subscribe tariffs');
    ana.types('pause entity:ford until:2026-03-02');
    act(newsroom, [{ type: 'subscription-parked', id: 'S-4', error: 'is_archived' }]);

    const { text } = ana.types('subscribe list');

    expect(text).toContain(
      'without background, entries on CATL · urgency 1–3 · in one thread · Active · @UANA',
    );
    expect(text).toContain('Paused until 2 Mar 2026, 09:00 UTC · @UANA');
    expect(text).toContain('Parked: the channel is archived · @UANA');
  });

  test('is of the channel it is asked in; editors see the whole newsroom’s', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi');
    inChannel(newsroom, { channel: 'C2' }).types('subscribe tariffs');

    const here = inChannel(newsroom).types('subscribe list');
    const everywhere = inChannel(newsroom, {}, 'editor').types('subscribe list all');
    const refused = inChannel(newsroom).types('subscribe list all');

    expect(here.text).toContain('Ford talked to Xiaomi');
    expect(here.text).not.toContain('tariffs');
    expect(everywhere.text).toMatch(/Ford talked to Xiaomi[\s\S]*About tariffs/);
    expect(refused.text).toContain('That is for editors.');
  });

  test('is there for every reader, who is offered nothing that would be refused', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi');
    const reader = inChannel(newsroom, {}, 'reader');

    const outcome = respond('Subscribe LIST.', reader.asking);

    expect(verbFor('subscribe list').verb.needs).toBeUndefined();
    expect(verbFor('subscribe list all').verb.needs).toBe('editor');
    expect(reader.types('subscribe list').text).toContain('Ford talked to Xiaomi');
    expect('page' in outcome && outcome.page.parts.some(({ part }) => part === 'buttons')).toBe(false);
  });

  test.each(['subscribe list of suspects', 'subscribe list all of them'])(
    '%s names what it cannot read',
    (words) => {
      const { text } = inChannel(desk(), {}, 'editor').types(words);

      expect(text).toMatch(/I can’t read of (suspects|them): write subscribe list or subscribe list all/);
    },
  );

  test('names the owner who left', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi');
    act(newsroom, [{ type: 'subscription-changed', id: 'S-2', set: { goneOwner: 'UANA' } }]);

    expect(inChannel(newsroom).types('subscribe list').text).toContain('@UANA who left');
  });

  test('has its buttons name the subscription, and turns its pages', () => {
    const stories = Array.from({ length: 15 }, (_, at) => ({ slug: `story-${at + 1}` }));
    const newsroom = newsroomWith({ stories });
    const ana = inChannel(newsroom);
    for (let at = 1; at <= 15; at += 1) ana.types(`subscribe story-${at}`);

    const first = respond('subscribe list', ana.asking);
    const second = ana.types('subscribe list page:2');

    const buttons =
      'page' in first
        ? first.page.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
        : [];
    expect(buttons.map((button) => 'command' in button && button.command)).toEqual(
      expect.arrayContaining(['pause S-2', 'unsubscribe S-13', 'subscribe list page:2']),
    );
    expect(second.text).toContain('About story-15');
    expect(second.text).not.toContain('About story-12');
  });
});

describe('binding a thread', () => {
  test('has the entries answer in that thread, and says so there', () => {
    const newsroom = desk();

    const told = announced(newsroom, 'follow ford-xiaomi', { threadTs: '1770000000.000000' });

    expect(followed(newsroom)).toMatchObject([{ boundThread: '1770000000.000000' }]);
    expect([...newsroom.threads.all()]).toMatchObject([{ ts: '1770000000.000000', isBound: true }]);
    expect(told).toMatchObject([{ channel: 'C1', threadTs: '1770000000.000000' }]);
    expect(told[0]?.text).toContain('@UANA has this thread follow');
  });

  test('of a channel that follows it already moves its entries there', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi quote');

    inChannel(newsroom).types('follow ford-xiaomi', { threadTs: '1770000000.000000' });

    expect(followed(newsroom)).toMatchObject([{ kinds: ['quote'], boundThread: '1770000000.000000' }]);
  });

  test.each([
    ['channel', 'each a message of its own'],
    ['thread', 'in one thread'],
    ['milestones', 'in one thread; corrections'],
  ])(
    'is over when the channel asks for thread:%s, and the answer says how to bind it again',
    (way, words) => {
      const newsroom = desk();
      inChannel(newsroom).types('follow ford-xiaomi', { threadTs: '1770000000.000000' });

      const { text } = inChannel(newsroom).types(`subscribe ford-xiaomi thread:${way}`);

      expect(followed(newsroom)[0]).toMatchObject({ threading: way });
      expect(followed(newsroom)[0]).not.toHaveProperty('boundThread');
      expect(text).toContain(words);
      expect(text).toContain('say there: @slugline follow story:ford-xiaomi');
    },
  );

  test('that never was is not said to be over', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi');

    const { text } = inChannel(newsroom).types('subscribe ford-xiaomi thread:channel');

    expect(text).not.toContain('no longer bound');
  });

  test('lasts while other things are asked for, and nothing is said of it', () => {
    const newsroom = desk();
    inChannel(newsroom).types('follow ford-xiaomi', { threadTs: '1770000000.000000' });

    const { text } = inChannel(newsroom).types('subscribe ford-xiaomi quote');

    expect(followed(newsroom)).toMatchObject([{ kinds: ['quote'], boundThread: '1770000000.000000' }]);
    expect(text).not.toContain('no longer bound');
  });

  test('keeps the milestones that the channel had asked for, and says so', () => {
    const newsroom = desk();
    inChannel(newsroom).types('subscribe ford-xiaomi thread:milestones');

    inChannel(newsroom).types('follow ford-xiaomi', { threadTs: '1770000000.000000' });

    const { text } = inChannel(newsroom).types('subscribe list');
    expect(text).toContain('in the thread it was bound to; corrections, confirmations, withdrawals');
  });

  test('to another topic lets go of the one before, which gets a card of its own', () => {
    const newsroom = desk();
    const threadTs = '1770000000.000000';
    inChannel(newsroom).types('follow ford-xiaomi', { threadTs });

    inChannel(newsroom).types('follow tariffs', { threadTs });

    expect(followed(newsroom)[0]).not.toHaveProperty('boundThread');
    expect(followed(newsroom)[1]).toMatchObject({ topic: { slug: 'tariffs' }, boundThread: threadTs });
    expect(inChannel(newsroom).types('subscribe list').text).toContain('in one thread');
  });

  test('needs no name where the thread is about it', () => {
    const newsroom = desk();
    const threadTopics = [{ kind: 'story', slug: 'ford-xiaomi' } as const];

    inChannel(newsroom).types('follow', { threadTs: '1770000000.000000', threadTopics });

    expect(followed(newsroom)).toMatchObject([{ topic: { slug: 'ford-xiaomi' } }]);
  });

  test('from a command says how', () => {
    const { text } = inChannel(desk()).types('follow ford-xiaomi');

    expect(text).toContain('In the thread: @slugline follow story:ford-xiaomi');
    expect(text).toContain('For the whole channel: /brief subscribe story:ford-xiaomi');
  });
});

test.each(['subscribe', 'unsubscribe', 'unfollow', 'pause', 'resume', 'follow'])(
  '%s is for those who contribute',
  (words) => {
    expect(verbFor(`${words} ford-xiaomi`).verb.needs).toBe('contributor');
  },
);

test('whatever follows a verb, it is answered in words', () => {
  const newsroom = desk();
  inChannel(newsroom).types('subscribe ford-xiaomi');
  const verb = fc.constantFrom('subscribe', 'unsubscribe', 'pause', 'resume', 'follow');
  const word = fc.constantFrom(
    ...[
      'ford-xiaomi',
      'S-2',
      'S-99',
      '*',
      'list',
      'all',
      'page:9',
      'kind:',
      '-kind:all',
      '-entity:ford',
      'entity:catl',
    ],
    ...['urgency:', 'until:', 'until:mon', 'thread:', '"', 'anyway', '__proto__:x', 'constructor'],
  );
  const scrap = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 }));

  fc.assert(
    fc.property(verb, fc.array(scrap, { maxLength: 6 }), fc.boolean(), (name, scraps, inThread) => {
      const more = inThread ? { threadTs: '1770000000.000000' } : {};

      expect(
        inChannel(newsroom, more)
          .types(`${name} ${scraps.join(' ')}`)
          .text.trim(),
      ).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
