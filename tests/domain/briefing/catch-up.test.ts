import fc from 'fast-check';
import { catchUpOn, newsCount } from '../../../src/domain/briefing/catch-up.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import { verbFor } from '../../../src/services/commands/commands.ts';
import type { Recording } from '../../../src/services/commands/verb.ts';
import { actAt, lived, minute } from '../../support/lived-newsroom.ts';
import { act, ask, newsroomWith, now } from '../../support/newsroom-builder.ts';
import { someActs } from '../any-change.ts';

const talks: Topic = { kind: 'story', slug: 'ford-xiaomi' };
const entry = (text: string) => ({ text, stories: ['ford-xiaomi'], entities: ['ford'] });

const desk = (): Newsroom =>
  newsroomWith({
    stories: [
      { slug: 'ford-xiaomi', headline: 'Ford talks' },
      { slug: 'ev-tariffs', headline: 'Tariffs' },
    ],
    entities: [{ slug: 'ford' }],
    entries: [
      { ...entry('Talks are on.'), verification: 'reported' },
      entry('In Detroit.'),
      entry('For a month.'),
      { text: 'Tariffs stay.', stories: ['ev-tariffs'] },
    ],
    questions: [{ story: 'ford-xiaomi', text: 'When?' }],
  });

const fact = (id: string, text: string, more: object = {}): Change => ({
  type: 'entry-added',
  id,
  entry: { kind: 'fact', sources: [], verification: 'unverified', ...entry(text), ...more },
});

/** Ed, who has seen the newsroom up to the first act. */
const asEd = (since = 1) => ({ person: 'UED', seen: () => since });
const read = (newsroom: Newsroom, words: string, asking: object = asEd()): string =>
  plainText(ask(newsroom, words, asking).page);

describe('/brief catchup ford-xiaomi', () => {
  test('is the difference of status since the person looked, then the lines', () => {
    const newsroom = desk();
    act(newsroom, [
      fact('E-5', 'Ford declined to comment.'),
      { type: 'entry-verified', id: 'E-1', verification: 'confirmed' },
      { type: 'entry-corrected', id: 'E-2', set: { text: 'In Dearborn.' }, reason: 'Wrong city.' },
      { type: 'entry-withdrawn', id: 'E-3', reason: 'Nobody stands by it.' },
      { type: 'question-answered', id: 'Q-1', entry: 'E-5' },
    ]);

    const text = read(newsroom, 'catchup ford-xiaomi');

    expect(text).toContain('1 new, 1 withdrawn, 1 reported → confirmed, 1 corrected, 1 question answered');
    expect(text).toContain('Withdrawn: stop using\n• For a month. E-3 — Nobody stands by it.');
    expect(text).toContain('Corrected\n• In Detroit. → In Dearborn. E-2 — Wrong city.');
    expect(text).toContain('reported → confirmed: Talks are on.');
    expect(text).toContain('New\n• Ford declined to comment.');
    expect(text).toContain('Questions answered\n• When? Q-1: Ford declined to comment. E-5');
  });

  test('tells the net difference: what moved and moved back, or came and went, is no news', () => {
    const newsroom = desk();
    act(newsroom, [
      fact('E-5', 'A rumour.'),
      { type: 'entry-verified', id: 'E-1', verification: 'confirmed' },
    ]);
    act(newsroom, [
      { type: 'entry-withdrawn', id: 'E-5', reason: 'False.' },
      { type: 'entry-verified', id: 'E-1', verification: 'reported' },
    ]);

    expect(read(newsroom, 'catchup ford-xiaomi')).toContain('Nothing new since you last looked.');
  });

  test('to whoever never looked it gives the briefing', () => {
    expect(read(desk(), 'catchup ford-xiaomi', { person: 'UED', seen: () => undefined })).toContain(
      'You have not read this one yet',
    );
  });

  test.each([
    ['readers, to whom it is new', 'reader', '1 new'],
    ['editors, who saw it all the time', 'editor', 'Nothing new'],
  ] as const)('when an embargo was lifted since, it tells %s', (_, role, said) => {
    const newsroom = desk();
    act(newsroom, [fact('E-5', 'Signed.', { embargoedUntil: '2026-03-01T00:00:00.000Z' })]);
    const since = newsroom.seq;
    act(newsroom, [{ type: 'embargo-lifted', id: 'E-5' }]);

    expect(read(newsroom, 'catchup ford-xiaomi', { ...asEd(since), viewer: { role } })).toContain(said);
  });

  test('an embargo whose minute has come is news before it is recorded as lifted', () => {
    const newsroom = desk();
    act(newsroom, [fact('E-5', 'Signed.', { embargoedUntil: now })]);

    const { news } = catchUpOn(
      newsroom,
      { topic: talks, since: newsroom.seq },
      { viewer: { role: 'reader' }, now },
    );

    expect(news.map(({ entry: { id } }) => id)).toEqual(['E-5']);
  });

  test('an open question is not answered, for readers, by an entry that they may not see', () => {
    const newsroom = desk();
    act(newsroom, [
      fact('E-5', 'Signed.', { embargoedUntil: '2026-03-01T00:00:00.000Z' }),
      { type: 'question-answered', id: 'Q-1', entry: 'E-5' },
    ]);

    expect(read(newsroom, 'catchup ford-xiaomi')).toContain('Nothing new since you last looked.');
  });

  test('a question whose answer was withdrawn is not told as answered', () => {
    const newsroom = desk();
    act(newsroom, [{ type: 'question-answered', id: 'Q-1', entry: 'E-1' }]);
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-1', reason: 'Nobody stands by it.' }]);

    const told = read(newsroom, 'catchup ford-xiaomi');

    expect(told).toContain('Withdrawn: stop using');
    expect(told).not.toContain('answered');
  });

  test('where others read along, it is refused', () => {
    expect(read(desk(), 'catchup ford-xiaomi', { person: 'UED' })).toContain('is for you alone');
  });

  test('no embargoed word and no count of it reaches a reader, whatever was done', () => {
    fc.assert(
      fc.property(someActs, fc.nat(40), fc.boolean(), (intentions, since, wasPublic) => {
        const newsroom = desk();
        const until = '2026-03-01T00:00:00.000Z';
        actAt(newsroom, 0, [fact('E-5', 'SECRET', wasPublic ? {} : { embargoedUntil: until })]);
        lived(intentions, newsroom);
        const hidden: Change[] = [
          { type: 'entry-corrected', id: 'E-5', set: { text: 'SECRET 2' }, reason: 'SECRET 3' },
          { type: 'entry-embargoed', id: 'E-5', until },
        ];
        actAt(newsroom, 60, hidden);
        const asking = { ...asEd(Math.min(since, newsroom.seq)), now: minute(90) };

        const pages = ['story:ford-xiaomi', 'entity:ford', 'ford-xiaomi', ''].map((topic) =>
          read(newsroom, `catchup ${topic}`, asking),
        );
        const briefing = read(newsroom, 'story:ford-xiaomi', asking);

        expect([...pages, briefing].join('\n')).not.toMatch(/SECRET|\bE-5\b/);
      }),
      { numRuns: 60 },
    );
  });

  test('whoever has seen everything has nothing to catch up on', () => {
    fc.assert(
      fc.property(someActs, (intentions) => {
        const newsroom = desk();
        lived(intentions, newsroom);
        const look = { viewer: { role: 'reader' } as const, now: minute(90) };

        for (const { slug } of newsroom.stories.all()) {
          const topic: Topic = { kind: 'story', slug };
          expect(newsCount(catchUpOn(newsroom, { topic, since: newsroom.seq }, look))).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('/brief catchup', () => {
  const marked = (): Newsroom => {
    const newsroom = desk();
    const seenSeq = newsroom.seq;
    act(newsroom, [
      { type: 'looked', mark: { person: 'UED', topic: talks, seenSeq } },
      { type: 'looked', mark: { person: 'UED', topic: { kind: 'story', slug: 'ev-tariffs' }, seenSeq } },
    ]);
    return newsroom;
  };

  test('lists what the person reads, the topic that changed most first', () => {
    const newsroom = marked();
    act(newsroom, [
      { type: 'entry-verified', id: 'E-4', verification: 'confirmed' },
      fact('E-5', 'Ford declined to comment.'),
      fact('E-6', 'So did Xiaomi.'),
    ]);

    const text = read(newsroom, 'catchup');

    expect(text).toContain('Ford talks\n2 new\n\nTariffs\n1 unverified → confirmed');
  });

  test('says so when nothing is new, and that nothing was read yet', () => {
    expect(read(marked(), 'catchup')).toContain('Nothing new since you last looked.');
    expect(read(desk(), 'catchup', { person: 'UANA', seen: () => undefined })).toContain(
      'You have not read a briefing yet.',
    );
  });

  test('a topic that was merged is caught up on where it went', () => {
    const newsroom = marked();
    act(newsroom, [{ type: 'story-merged', slug: 'ev-tariffs', into: 'ford-xiaomi' }]);

    expect(read(newsroom, 'catchup')).toContain('Ford talks\n1 new');
  });

  test('Mark as seen records how far the page told, no further, and never back', () => {
    const newsroom = marked();
    act(newsroom, [fact('E-5', 'Ford declined to comment.')]);
    const { page } = ask(newsroom, 'catchup ford-xiaomi', asEd());
    const buttons = page.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []));
    const pressed = buttons.find(({ label }) => label === 'Mark as seen') as { command: string };
    act(newsroom, [fact('E-6', 'So did Xiaomi.')]);

    const marks = (words: string): Change[] => {
      const { verb, words: rest } = verbFor(words);
      const asking = { newsroom, viewer: { role: 'reader' } as const, now, zone: 'UTC', ...asEd() };
      return (verb.answer(rest, asking) as Recording).decide(newsroom, now) as Change[];
    };
    const recorded = marks(pressed.command);

    expect(recorded).toEqual([{ type: 'looked', mark: { person: 'UED', topic: talks, seenSeq: 3 } }]);
    expect(marks('catchup story:ford-xiaomi seen:0')).toEqual([]);
    expect(marks('catchup seen:999999')).toHaveLength(2);
  });
});

describe('a briefing', () => {
  const added = (): Newsroom => {
    const newsroom = desk();
    act(newsroom, [fact('E-5', 'Ford declined to comment.')]);
    return newsroom;
  };

  test('marks and counts what is new to the person, with the way to it', () => {
    const { page } = ask(added(), 'ford-xiaomi', asEd());

    const text = plainText(page);
    expect(text).toContain('· 1 new since you looked');
    expect(text).toContain('• NEW Ford declined to comment.');
    expect(text).not.toContain('NEW Talks');
    expect(JSON.stringify(page)).toContain('"command":"catchup story:ford-xiaomi since:1"');
  });

  test.each([
    ['at the first look', { person: 'UED', seen: () => undefined }, 'ford-xiaomi'],
    ['when all was seen', asEd(2), 'ford-xiaomi'],
    ['where others read along', { person: 'UED' }, 'ford-xiaomi'],
    ['of the past', asEd(), 'ford-xiaomi as-of:2026-02-05'],
  ] as [string, object, string][])('marks nothing %s', (_, asking, words) => {
    expect(read(added(), words, asking)).not.toMatch(/NEW|since you looked/);
  });
});
