import type { Change } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { cardPage } from '../../../src/domain/pages/card-page.ts';
import { editedPost } from '../../../src/domain/pages/edited-post.ts';
import { entryPostPage } from '../../../src/domain/pages/entry-post-page.ts';
import { noticeOf } from '../../../src/domain/pages/notice-page.ts';
import { entriesOn, type Page } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Entry, EntryContent } from '../../../src/domain/records/entry.ts';
import type { SubscriptionContent } from '../../../src/domain/records/subscription.ts';
import type { Thread } from '../../../src/domain/records/thread.ts';
import { lineMrkdwn } from '../../../src/slack/views/mrkdwn.ts';
import { pageMessage } from '../../../src/slack/views/page-message.ts';
import { assertWithinSlackLimits } from '../../support/fake-slack/limits/assert-within-slack-limits.ts';
import { adds, corrects, desk, follows, posts, talks, withdraws } from '../../support/following.ts';
import { act, now } from '../../support/newsroom-builder.ts';

const zone = 'UTC';
const posted = '1770000000.000000';

/** The talks, followed in a channel, with an entry of this kind. */
function withEntry(more: Partial<EntryContent> | object = {}): Newsroom {
  const newsroom = desk();
  act(newsroom, [follows(newsroom, talks)]);
  act(newsroom, [adds(newsroom, more as Partial<EntryContent>)]);
  return newsroom;
}

const entryOf = (newsroom: Newsroom, id = 'E-2'): Entry => newsroom.entries.get(id)!;
const said = (page: Page): string => plainText(page);
const marked = (page: Page): string =>
  page.parts
    .map((part) => ('text' in part && typeof part.text !== 'string' ? lineMrkdwn(part.text) : ''))
    .join('\n');
const card = (newsroom: Newsroom, predecessor?: string): Page =>
  cardPage(newsroom, { topic: talks, channel: 'C1', now, zone, predecessor });

describe('an entry as a channel gets it', () => {
  test.each([
    [{}, 'Adds a fact', 'Fact'],
    [{ kind: 'background' }, 'Adds background', 'Background'],
    [{ kind: 'event', occurred: { date: '2026-01-30' } }, 'Adds an event: 30 Jan 2026', 'Event'],
    [
      { kind: 'figure', figure: { metric: 'cars a year', amount: 9, unit: 'million' } },
      'Adds a figure: cars a year',
      'Figure',
    ],
    [{ kind: 'quote', speaker: 'ford' }, 'Adds a quote: Ford', 'Quote'],
    [
      { kind: 'response', response: { entity: 'ford', respondsTo: 'E-1', stance: 'declines' } },
      'Adds Ford response',
      'Response · declined to comment',
    ],
  ])('%j says what it adds', (more, adding, kind) => {
    const newsroom = withEntry({ attribution: 'Ford’s spokesperson', ...more });

    const text = said(entryPostPage(newsroom, entryOf(newsroom), { now, zone }));

    expect(text).toContain(adding);
    expect(text).toContain(kind);
    expect(text).toContain('reported · E-2');
  });

  test('leads to its story, and names it where it stands by itself', () => {
    const newsroom = withEntry();

    const page = entryPostPage(newsroom, entryOf(newsroom), { now, zone, topic: talks });

    expect(page.parts.at(-1)).toMatchObject({
      buttons: [{ label: 'Briefing', command: 'story:ford-xiaomi' }, { command: 'E-2' }],
    });
    expect(said(page)).toMatch(/^Ford talked to Xiaomi · Adds a fact/);
  });

  test('names the claim it answers, and shows only itself', () => {
    const newsroom = withEntry({
      kind: 'response',
      response: { entity: 'ford', respondsTo: 'E-1', stance: 'denies' },
    });

    const page = entryPostPage(newsroom, entryOf(newsroom), { now, zone });

    expect(said(page)).toContain('answers E-1');
    expect(entriesOn(page)).toEqual(['E-2']);
  });
});

describe('word to a thread', () => {
  const notice = (newsroom: Newsroom, revision = 1): Page =>
    noticeOf(newsroom, { entry: 'E-2', revision }, zone);

  test('strikes what was wrong, says what is right, and why', () => {
    const newsroom = withEntry();
    act(newsroom, [corrects('E-2')]);

    const page = notice(newsroom);

    expect(marked(page)).toBe(
      '*Corrected*: ~Ford confirmed it.~ → Ford denied it. `E-2`\nReason: _Misheard._',
    );
  });

  test('of a new verification says which entry is surer now', () => {
    const newsroom = withEntry();
    act(newsroom, [{ type: 'entry-verified', id: 'E-2', verification: 'confirmed' }]);

    expect(said(notice(newsroom))).toContain(
      'Verification changed: reported → confirmed — Ford confirmed it. E-2',
    );
  });

  test('of a correction stays what it was when the entry is corrected again', () => {
    const newsroom = withEntry();
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [corrects('E-2', 'Ford said nothing.')]);

    expect(said(notice(newsroom, 1))).toContain('Ford confirmed it. → Ford denied it.');
    expect(said(notice(newsroom, 2))).toContain('Ford denied it. → Ford said nothing.');
  });

  test('of a withdrawal repeats not a word, not even in word of an earlier correction', () => {
    const newsroom = withEntry();
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [withdraws('E-2')]);

    for (const revision of [1, 2]) {
      expect(said(notice(newsroom, revision))).toBe(
        'Withdrawn: do not use. E-2 · Fact added 2 Feb 2026, 09:30 UTC\n\nReason: Another deal.',
      );
    }
  });
});

describe('a message that showed the entry', () => {
  function edited(newsroom: Newsroom, changes: Change[], shows = ['E-2'], redrawn?: Page): Page {
    const { post } = posts(newsroom, shows, { threadTs: posted, ts: posted });
    act(newsroom, [{ type: 'posted', post }]);
    for (const change of changes) act(newsroom, [change], { at: '2026-02-09T08:00:00.000Z' });
    return editedPost(newsroom, post, { now, zone, redrawn });
  }

  test('has what was wrong struck and what is right below it', () => {
    const page = edited(withEntry(), [corrects('E-2')]);

    expect(marked(page)).toContain('~Ford confirmed it.~\nFord denied it.');
    expect(said(page)).toContain('Corrected 9 Feb 2026, 08:00 UTC');
    expect(entriesOn(page)).toEqual(['E-2']);
  });

  test('has what was badly put replaced, and nothing struck', () => {
    const page = edited(withEntry(), [
      { type: 'entry-clarified', id: 'E-2', set: { text: 'Ford says yes.' } },
    ]);

    expect(said(page)).toContain('Ford says yes.');
    expect(said(page)).toContain('Clarified 9 Feb 2026, 08:00 UTC');
    expect(said(page)).not.toContain('Ford confirmed it.');
  });

  test('has no word left of what was withdrawn', () => {
    const page = edited(withEntry(), [corrects('E-2'), withdraws('E-2')]);

    expect(said(page)).toBe(
      'Withdrawn: do not use. E-2 · Fact added 2 Feb 2026, 09:30 UTC\n\nReason: Another deal.',
    );
  });

  test('says nothing of what is under embargo again', () => {
    const until = '2027-01-01T00:00:00.000Z';
    const page = edited(withEntry(), [corrects('E-2'), { type: 'entry-embargoed', id: 'E-2', until }]);

    expect(said(page)).toBe('Held back for now: do not use it. E-2');
    expect(entriesOn(page)).toEqual(['E-2']);
  });

  test('that is a briefing keeps the number of what is held back, by which it is found when that ends', () => {
    const until = '2027-01-01T00:00:00.000Z';
    const redrawn: Page = { parts: [{ part: 'title', text: 'Ford talked to Xiaomi' }] };
    const page = edited(
      withEntry(),
      [{ type: 'entry-embargoed', id: 'E-2', until }],
      ['E-1', 'E-2'],
      redrawn,
    );

    expect(said(page)).toContain('• Held back for now: do not use it. E-2');
    expect(entriesOn(page)).toEqual(['E-2']);
  });

  test('tells what was done under one embargo as one, and no wording that nobody was to read', () => {
    const until = '2027-01-01T00:00:00.000Z';
    const page = edited(withEntry(), [
      { type: 'entry-embargoed', id: 'E-2', until },
      corrects('E-2', 'Ford wavers.'),
      corrects('E-2', 'Ford denied it.'),
      { type: 'embargo-lifted', id: 'E-2' },
    ]);

    expect(said(page)).toContain('Ford confirmed it. → Ford denied it.');
    expect(said(page)).not.toContain('wavers');
    expect(said(page).match(/Corrected/g)).toHaveLength(1);
  });

  test('and was word of a correction stays that when the entry is corrected again', () => {
    const newsroom = withEntry();
    act(newsroom, [corrects('E-2')]);
    const { post } = posts(newsroom, ['E-2'], { as: 'notice', threadTs: posted });
    const first = said(noticeOf(newsroom, { entry: 'E-2', revision: 1 }, zone));

    act(newsroom, [corrects('E-2', 'Ford said nothing.')]);

    expect(said(editedPost(newsroom, post, { now, zone }))).toBe(first);
  });

  test('and was word of a correction says nothing while the entry is held back', () => {
    const newsroom = withEntry();
    act(newsroom, [corrects('E-2')]);
    const { post } = posts(newsroom, ['E-2'], { as: 'notice', threadTs: posted });

    act(newsroom, [{ type: 'entry-embargoed', id: 'E-2', until: '2027-01-01T00:00:00.000Z' }]);

    expect(said(editedPost(newsroom, post, { now, zone }))).toBe('Held back for now: do not use it. E-2');
  });

  test('that was a briefing is drawn anew below what changed', () => {
    const redrawn: Page = { parts: [{ part: 'title', text: 'Ford talked to Xiaomi' }] };
    const page = edited(
      withEntry(),
      [corrects('E-1', 'They met.'), withdraws('E-2')],
      ['E-1', 'E-2'],
      redrawn,
    );

    expect(said(page)).toBe(
      [
        'Changed since this was posted',
        '• Corrected 9 Feb 2026, 08:00 UTC: They talked. → They met. — Misheard. E-1',
        '• Withdrawn: do not use. E-2 · Fact added 2 Feb 2026, 09:30 UTC\n\nFord talked to Xiaomi',
      ].join('\n'),
    );
  });
});

describe('the living card', () => {
  test('says how the story stands, and has a way to everything', () => {
    const page = card(withEntry());

    expect(said(page)).toContain(
      'Ford talked to Xiaomi\n\nford-xiaomi · developing · 2 entries · 1 open question',
    );
    expect(said(page)).toContain('Added: Ford confirmed it. E-2');
    expect(page.parts.at(-1)).toMatchObject({
      buttons: [
        { label: 'Briefing', command: 'story:ford-xiaomi' },
        { label: 'Timeline', command: 'story:ford-xiaomi timeline' },
        { label: 'Catch up', command: 'catchup story:ford-xiaomi' },
        { label: 'Unfollow', command: 'unsubscribe story:ford-xiaomi' },
      ],
    });
  });

  test('of an entity says who it is', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'entity-edited', slug: 'ford', set: { summary: 'A carmaker.' } }]);

    const page = cardPage(newsroom, {
      ...{ topic: { kind: 'entity', slug: 'ford' }, channel: 'C1', now, zone },
    });

    expect(said(page)).toMatch(/^Ford\n\nentity:ford · 1 entry · updated .*\n\nA carmaker\./);
  });

  test('says nothing of an entry under embargo, nor of a withdrawn one', () => {
    const newsroom = withEntry({ embargoedUntil: '2027-01-01T00:00:00.000Z' });
    act(newsroom, [withdraws('E-1')]);

    expect(said(card(newsroom))).toContain('0 entries');
    expect(entriesOn(card(newsroom))).toEqual([]);
  });

  test('was not touched by an answer that is under embargo, as far as it says', () => {
    const newsroom = withEntry();
    act(newsroom, [adds(newsroom, { embargoedUntil: '2027-01-01T00:00:00.000Z' })]);
    const before = said(card(newsroom));

    act(newsroom, [{ type: 'question-answered', id: 'Q-1', entry: 'E-3' }], {
      at: '2026-02-08T08:00:00.000Z',
    });

    expect(said(card(newsroom))).toBe(before);
  });

  test('links back to the one before it, says when it is paused, and when it is followed no more', () => {
    const newsroom = withEntry();
    const [subscription] = [...newsroom.subscriptions.all()];
    const linked = card(newsroom, 'https://slack.com/archives/C1/p1');
    act(newsroom, [
      {
        type: 'subscription-changed',
        id: subscription!.id,
        set: { pausedUntil: '2026-03-01T00:00:00.000Z' },
      },
    ]);
    const paused = card(newsroom);
    act(newsroom, [{ type: 'unsubscribed', id: subscription!.id }]);

    expect(marked(linked)).toContain('<https://slack.com/archives/C1/p1|What came before>');
    expect(said(paused)).toContain('Paused until 1 Mar 2026, 00:00 UTC.');
    expect(said(card(newsroom))).toContain('No longer followed in this channel.');
    expect(JSON.stringify(card(newsroom))).not.toContain('Unfollow');
  });

  describe('says where new entries come', () => {
    const opened = '2026-02-02T09:30:00.000Z';
    const opens = (newsroom: Newsroom, ts: string, more: Partial<Thread> = {}) => {
      const thread = { topic: talks, channel: 'C1', ts, openedAt: opened, lastAt: opened, ...more };
      act(newsroom, [{ type: 'thread-opened', thread }]);
    };
    const sets = (newsroom: Newsroom, set: Partial<SubscriptionContent>) => {
      const [subscription] = [...newsroom.subscriptions.all()];
      act(newsroom, [{ type: 'subscription-changed', id: subscription!.id, set }]);
    };
    const standing = (newsroom: Newsroom, successor?: string): string =>
      said(cardPage(newsroom, { topic: talks, channel: 'C1', ts: posted, now, zone, successor }));

    test('below it, before it is posted and afterwards', () => {
      const newsroom = withEntry();
      const atFirst = said(card(newsroom));
      opens(newsroom, posted);

      expect(atFirst).toContain('New entries arrive in this thread.');
      expect(standing(newsroom)).toContain('New entries arrive in this thread.');
    });

    test('in the channel, when they are messages of their own', () => {
      const newsroom = withEntry();
      opens(newsroom, posted);

      sets(newsroom, { threading: 'channel' });

      expect(standing(newsroom)).toContain('New entries arrive in this channel, each a message of its own.');
    });

    test('in the thread that the topic was bound to', () => {
      const newsroom = withEntry();
      opens(newsroom, posted);

      sets(newsroom, { boundThread: '1770000009.000000' });
      opens(newsroom, '1770000009.000000', { isBound: true });

      expect(standing(newsroom)).toContain('New entries arrive in another thread of this channel.');
    });

    test('on the card that succeeded it, with the way there, followed or not', () => {
      const newsroom = withEntry();
      opens(newsroom, posted);
      opens(newsroom, '1770000009.000000', { openedAt: '2026-03-12T00:00:00.000Z' });

      const followed = standing(newsroom, 'https://slack.com/archives/C1/p9');
      act(newsroom, [{ type: 'unsubscribed', id: [...newsroom.subscriptions.all()][0]!.id }]);

      expect(followed).toContain('Continued below another card (https://slack.com/archives/C1/p9).');
      expect(standing(newsroom)).toContain('Continued below another card.');
    });

    test('below the next one, when its own thread takes no more', () => {
      const newsroom = withEntry();
      opens(newsroom, posted);

      act(newsroom, [{ type: 'thread-closed', channel: 'C1', ts: posted }]);

      expect(standing(newsroom)).toContain('New entries arrive below a new card.');
    });
  });
});

test('the longest entry, corrected again and again, fits a message wherever it stands', () => {
  const long = (letter: string) => `${letter}&<>~*_`.repeat(500).slice(0, 3000);
  const newsroom = withEntry({ text: long('a'), attribution: 'x'.repeat(300) });
  const { post } = posts(newsroom, ['E-2'], { ts: posted });
  for (let at = 0; at < 30; at += 1) {
    act(newsroom, [
      { type: 'entry-corrected', id: 'E-2', set: { text: long(`b${at}`) }, reason: 'r'.repeat(2000) },
    ]);
  }

  const pages = [
    entryPostPage(newsroom, entryOf(newsroom), { now, zone, topic: talks }),
    noticeOf(newsroom, { entry: 'E-2', revision: 30 }, zone),
    editedPost(newsroom, post, { now, zone }),
    card(newsroom),
  ];

  for (const page of pages) assertWithinSlackLimits(pageMessage(page, 'public'), 'message');
});
