import fc from 'fast-check';
import { newsroomAsOf } from '../../../src/domain/briefing/as-of.ts';
import { type View, views } from '../../../src/domain/language/topic-request.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import type { Button, Page } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import type { Viewer } from '../../../src/domain/rules/embargo.ts';
import { topicPage } from '../../../src/services/commands/topic-page.ts';
import { actAt, lived, minute } from '../../support/lived-newsroom.ts';
import { act, ask, newsroomWith, type Sketch } from '../../support/newsroom-builder.ts';
import { someActs } from '../any-change.ts';

const editor: Viewer = { role: 'editor' };
const reader: Viewer = { role: 'reader' };

const asked: (View | undefined)[] = [undefined, ...views];

const topicsOf = ({ stories, entities }: Newsroom): Topic[][] => {
  const all: Topic[] = [
    ...[...stories.all()].map(({ slug }): Topic => ({ kind: 'story', slug })),
    ...[...entities.all()].map(({ slug }): Topic => ({ kind: 'entity', slug })),
  ];
  return [...all.map((topic) => [topic]), ...all.slice(1).map((topic, at) => [all[at]!, topic])];
};

/** Everything a viewer may read: each briefing, each connection, each view of them. */
function everyPage(newsroom: Newsroom, topics: Topic[][], viewer: Viewer, now: string): (Page | undefined)[] {
  return topics.flatMap((about) =>
    asked.map((view) =>
      topicPage(
        about,
        { about: [], page: 1, ...(view ? { view } : {}) },
        { newsroom, viewer, now, zone: 'UTC' },
      ),
    ),
  );
}

const story = (sketch: Sketch = {}): Newsroom =>
  newsroomWith({
    stories: [{ slug: 'ford-xiaomi' }],
    entries: [{ text: 'Talks are on.', stories: ['ford-xiaomi'] }],
    ...sketch,
  });

/** Stories and companies enough for a random act to merge, file and answer. */
const furnished = (): Newsroom =>
  newsroomWith({
    stories: [
      { slug: 'talks', entities: [{ entity: 'ford', role: 'buyer' }] },
      { slug: 'tariffs' },
      { slug: 'batteries', entities: [{ entity: 'catl', role: 'maker' }] },
    ],
    entities: [{ slug: 'ford' }, { slug: 'xiaomi' }, { slug: 'catl' }],
    relations: [{ subject: 'ford', role: 'partner of', object: 'catl' }],
    entries: [
      { key: 'talks', text: 'Talks.', stories: ['talks'], entities: ['ford', 'xiaomi'] },
      { text: 'Tariffs.', stories: ['tariffs', 'talks'], entities: ['ford'] },
      { text: 'Batteries.', stories: ['batteries'], entities: ['catl', 'ford'] },
      {
        kind: 'response',
        text: 'No talks.',
        stories: ['talks'],
        response: { entity: 'ford', respondsTo: 'talks', stance: 'denies' },
      },
    ],
    questions: [{ story: 'talks', text: 'When?' }],
  });

const words = (newsroom: Newsroom, typed: string, more: Parameters<typeof ask>[2] = {}): string =>
  plainText(ask(newsroom, typed, more).page);

describe('whatever a newsroom lived through', () => {
  test('as of any time it reads as it did then', () => {
    fc.assert(
      fc.property(someActs, fc.constantFrom(editor, reader), (intentions, viewer) => {
        const newsroom = furnished();
        const moments = lived(intentions, newsroom);
        // Readers never see what is embargoed now, whenever they look: without embargoes nothing else is hidden.
        const embargoed = [...newsroom.entries.where(newsroom.entries.by.embargoed, 'yes')];
        actAt(
          newsroom,
          100,
          embargoed.map(({ id }) => ({ type: 'embargo-lifted', id })),
        );

        for (const { at, newsroom: then } of moments) {
          const past = newsroomAsOf(newsroom, at, { viewer, now: minute(101) });

          const topics = topicsOf(then);
          expect(everyPage(past, topics, viewer, at)).toEqual(everyPage(then, topics, viewer, at));
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  test('as of now it reads as it does', () => {
    fc.assert(
      fc.property(someActs, fc.constantFrom(editor, reader), (intentions, viewer) => {
        const newsroom = furnished();
        lived(intentions, newsroom);
        const now = minute(200);

        const present = newsroomAsOf(newsroom, now, { viewer, now });

        const topics = topicsOf(newsroom);
        expect(everyPage(present, topics, viewer, now)).toEqual(everyPage(newsroom, topics, viewer, now));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  test('what is embargoed now shows to no reader, as of no time, by no word and no number', () => {
    fc.assert(
      fc.property(someActs, fc.nat(14), fc.boolean(), (intentions, middle, wasPublic) => {
        const newsroom = story({ entities: [{ slug: 'ford' }] });
        const { seq } = newsroom;
        lived(intentions.slice(0, middle), newsroom);
        const id = `E-${newsroom.entries.size + 1}`;
        const secret = {
          kind: 'fact' as const,
          text: 'SECRET',
          stories: ['ford-xiaomi'],
          entities: ['ford'],
        };
        const rest = { sources: [], verification: 'unverified' as const };
        const until = '2026-03-01T00:00:00.000Z';
        actAt(newsroom, 60, [
          {
            type: 'entry-added',
            id,
            entry: { ...secret, ...rest, ...(wasPublic ? {} : { embargoedUntil: until }) },
          },
        ]);
        actAt(newsroom, 61, [
          { type: 'entry-corrected', id, set: { text: 'SECRET 2' }, reason: 'SECRET 3' },
          { type: 'entry-embargoed', id, until },
        ]);
        const now = minute(90);

        for (const at of [minute(60), minute(61), now]) {
          const past = newsroomAsOf(newsroom, at, { viewer: reader, now });
          const pages = everyPage(past, topicsOf(newsroom), reader, at);

          const text = pages.map((page) => (page ? plainText(page) : '')).join('\n');
          expect(text).not.toContain('SECRET');
          expect(text).not.toMatch(new RegExp(`\\b${id}\\b`));
        }
        expect(newsroom.seq).toBeGreaterThan(seq);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('/brief ford-xiaomi as-of', () => {
  const corrected = (): Newsroom => {
    const newsroom = story();
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text: 'No talks.' }, reason: 'Misheard.' }]);
    return newsroom;
  };

  test.each([
    ['as-of:2026-02-01', 'Talks are on.'],
    ['as-of:2026-02-02T09:29', 'Talks are on.'],
    ['as-of:2026-02-02T09:30', 'No talks.'],
    ['as-of:"2026-02-02 09:29"', 'Talks are on.'],
    ['as-of:2026-02-02 09:29', 'Talks are on.'],
    ['as-of:1 Feb 2026', 'Talks are on.'],
    ['AS-OF:yesterday', 'No talks.'],
    ['as-of:today', 'No talks.'],
  ])('%s shows “%s”', (asOf, text) => {
    expect(words(corrected(), `ford-xiaomi ${asOf}`)).toContain(text);
  });

  test('a date means the end of that day where the newsroom is', () => {
    const newsroom = corrected();

    const inNewYork = words(newsroom, 'ford-xiaomi as-of:2026-02-01', { zone: 'America/New_York' });

    expect(inNewYork).toContain('As it stood on Sunday 1 February 2026, 23:59 EST. Not the latest.\n\n');
  });

  test.each([
    ['as-of:2027-01-01', 'still to come'],
    ['as-of:tomorrow', 'Wednesday 11 February 2026'],
    ['as-of:2026-02-30', 'There is no 2026-02-30'],
    ['as-of:nonsense', 'as-of:nonsense'],
    ['as-of:', 'yesterday'],
  ])('%s is refused, saying why: %s', (asOf, why) => {
    expect(words(story(), `ford-xiaomi ${asOf}`)).toContain(why);
  });

  test('before the story was there, it says since when it is', () => {
    const text = words(story(), 'ford-xiaomi as-of:2026-01-15');

    expect(text).toContain('was not on record on Thursday 15 January 2026, 23:59 UTC');
    expect(text).toContain('first recorded on Sunday 1 February 2026, 09:30 UTC');
  });

  test('its buttons stay in the past but for the one to the latest; none changes the record', () => {
    const { page } = ask(story(), 'ford-xiaomi claims as-of:2026-02-02T12:00');

    const commands = page.parts
      .flatMap(buttonsOf)
      .map((button) => ('share' in button ? button.share : button.command));
    expect(commands.shift()).toBe('story:ford-xiaomi claims');
    expect(commands).toContain('story:ford-xiaomi timeline as-of:2026-02-02T12:00Z');
    expect(commands.every((command) => /^(story|entity):.* as-of:2026-02-02T12:00Z$/.test(command))).toBe(
      true,
    );
  });

  test('a merge, a new name and what was filed elsewhere since are undone', () => {
    const newsroom = story({
      stories: [
        { slug: 'ford-xiaomi', headline: 'Ford talks' },
        { slug: 'ev-tariffs', headline: 'Tariffs' },
      ],
    });
    act(newsroom, [{ type: 'story-edited', slug: 'ford-xiaomi', set: { headline: 'Ford walks' } }]);
    act(newsroom, [{ type: 'story-merged', slug: 'ford-xiaomi', into: 'ev-tariffs' }]);

    const then = words(newsroom, 'ford-xiaomi as-of:2026-02-01');
    const other = words(newsroom, 'ev-tariffs as-of:2026-02-01');

    expect(then).toContain('Ford talks');
    expect(then).toContain('Talks are on.');
    expect(other).toContain('No entries yet.');
  });

  test('an entry that was embargoed then and is not now is left out for readers only', () => {
    const newsroom = story();
    act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until: '2026-03-01T00:00:00.000Z' }]);
    act(newsroom, [{ type: 'embargo-lifted', id: 'E-1' }], { at: '2026-02-05T00:00:00.000Z' });

    const asked = 'ford-xiaomi as-of:2026-02-03';

    expect(words(newsroom, asked)).not.toContain('Talks are on.');
    expect(words(newsroom, asked, { viewer: editor })).toContain('Talks are on.');
  });

  test('a name that means two things is asked back about the same time', () => {
    const newsroom = newsroomWith({
      stories: [{ slug: 'xiaomi-cars', aliases: ['Xiaomi'] }],
      entities: [{ slug: 'xiaomi' }],
    });

    const { page } = ask(newsroom, 'xiaomi as-of:2026-02-03T10:00');

    const choices = page.parts.flatMap((part) => (part.part === 'choices' ? part.choices : []));
    expect(choices.map(({ command }) => command)).toEqual([
      'story:xiaomi-cars as-of:2026-02-03T10:00Z',
      'entity:xiaomi as-of:2026-02-03T10:00Z',
    ]);
  });
});

function buttonsOf(part: Page['parts'][number]): Button[] {
  if (part.part === 'buttons') return part.buttons;
  if (part.part === 'paragraph') return part.button ? [part.button] : [];
  return part.part === 'list' && part.more ? [part.more] : [];
}
