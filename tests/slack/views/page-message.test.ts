import fc from 'fast-check';
import { views } from '../../../src/domain/language/topic-request.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { bold } from '../../../src/domain/pages/page.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import { respond } from '../../../src/services/commands/commands.ts';
import { type Audience, pageMessage, type SlackMessage } from '../../../src/slack/views/page-message.ts';
import { assertWithinSlackLimits } from '../../support/fake-slack/limits/assert-within-slack-limits.ts';
import { ask, newsroomWith, now, sampleNewsroom } from '../../support/newsroom-builder.ts';
import { anySketch, everyTopic, knownPerson } from './any-newsroom.ts';
import { buttonsOf, markedUp } from './slack-words.ts';

const messageFor = (
  newsroom: Newsroom,
  words: string,
  audience: Exclude<Audience, 'home'> = 'private',
): SlackMessage => pageMessage(ask(newsroom, words).page, audience);

test('bold words keep their distance from the next ones, and a mark never stands beside a space', () => {
  const text = [bold('Goes on: '), bold('Ford'), ' and ', bold(' Xiaomi')];

  const message = pageMessage({ parts: [{ part: 'paragraph', text }] }, 'private');

  expect(JSON.stringify(message.blocks)).toContain('*Goes on:* *Ford* and  *Xiaomi*');
});

const commands = [
  ...[
    '',
    'page:2',
    'help',
    'help timeline',
    'no such thing',
    'story:nowhere',
    'timeline',
    'E-1',
    'E-2',
    'E-60',
  ],
  ...everyTopic,
  ...[
    'story:story-0',
    'entity:entity-0',
    'entity:entity-0 entity:entity-1',
    'story:story-0 entity:entity-1',
  ].flatMap((topics) => views.flatMap((view) => [`${topics} ${view}`, `${topics} ${view} page:2`])),
  ...['entity:entity-0 entity:entity-1', 'story:story-0 entity:entity-2', 'story:story-1 story:story-2'],
];

/** Every `<` that is left once our own links and the one known person are taken away was typed by somebody. */
const withoutOurs = (text: string): string =>
  text.replace(/<https?:\/\/[^<>|\s]+\|[^<>|]*>/g, '').replaceAll(`<@${knownPerson}>`, '');

function expectHarmless(message: SlackMessage): void {
  for (const text of [...markedUp(message).map(withoutOurs), message.text]) {
    expect(text).not.toMatch(/[<>]/);
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
  }
  for (const text of markedUp(message)) expect(text).not.toContain('```');
  expect(JSON.stringify(message)).not.toMatch(/\\ud[89ab]|\\ud[c-f]/);
}

describe('whatever a newsroom holds', () => {
  test('every page fits into a Slack message and does what nobody typed', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const newsroom = newsroomWith(sketch);

        for (const words of commands) {
          for (const audience of ['private', 'public'] as const) {
            const message = messageFor(newsroom, words, audience);

            assertWithinSlackLimits(message, 'message');
            expectHarmless(message);
          }
        }
      }),
      { numRuns: 15, interruptAfterTimeLimit: 15_000 },
    );
  });

  test('every button, pressed, gives a page that answers it', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const newsroom = newsroomWith(sketch);

        for (const words of commands.filter((command) => !command.startsWith('help'))) {
          for (const { value, label } of buttonsOf(messageFor(newsroom, words))) {
            const outcome = respond(value, { newsroom, viewer: { role: 'reader' }, now, zone: 'UTC' });

            if (isProblem(outcome))
              throw new Error(`${label} of “${words}” asks “${value}”: ${outcome.problem}`);
          }
        }
      }),
      { numRuns: 8, interruptAfterTimeLimit: 15_000 },
    );
  });
});

describe('what somebody types to be clever', () => {
  const nasty = '<!channel> <@U1> & `x` *y*';
  const newsroom = newsroomWith({
    stories: [{ slug: 'story-0', headline: nasty, nutGraf: nasty }],
    entities: [{ slug: 'ford', name: nasty }],
    entries: [
      {
        text: nasty,
        attribution: nasty,
        stories: ['story-0'],
        entities: ['ford'],
        sources: [{ kind: 'named', label: '```' }],
      },
    ],
    questions: [
      { story: 'story-0', text: nasty, owner: 'U0ED' },
      { story: 'story-0', text: nasty, owner: '<!here>' },
    ],
  });

  test('pings nobody', () => {
    const texts = markedUp(messageFor(newsroom, 'story-0'));

    expect(texts.join('\n')).toContain('&lt;!channel&gt; &lt;@U1&gt; &amp;');
    expect(texts.join('\n').replaceAll('<@U0ED>', '')).not.toMatch(/[<>`]{3}|<[!@#]/);
  });

  test('is shown as it was typed, in the name of whoever owns a question, too', () => {
    const texts = markedUp(messageFor(newsroom, 'story-0 gaps')).join('\n');

    expect(texts).toContain('· <@U0ED>');
    expect(texts).toContain('· &lt;!here&gt;');
  });
});

describe('an address that is too long for its line', () => {
  const url = `https://ft.com/?${'&'.repeat(1900)}`;
  const newsroom = newsroomWith({
    stories: [{ slug: 'story-0' }],
    entries: [
      {
        text: 'They talked.',
        stories: ['story-0'],
        sources: [{ kind: 'document', label: 'SEC filing', url }],
      },
    ],
  });

  test.each(['E-1', 'story-0 sources'])('leaves the words of %s standing', (words) => {
    const message = messageFor(newsroom, words);

    assertWithinSlackLimits(message, 'message');
    expect(markedUp(message).join('\n')).toContain('SEC filing — document');
  });
});

describe('a long text', () => {
  test('of signs that escape to five characters keeps as much as fits', () => {
    const newsroom = newsroomWith({ entries: [{ text: '&'.repeat(3000) }] });

    const longest = Math.max(...markedUp(messageFor(newsroom, 'E-1')).map((text) => text.length));

    expect(longest).toBeGreaterThan(2500);
    expect(longest).toBeLessThanOrEqual(3000);
  });

  test('of signs that escape to five characters is there to the last of them', () => {
    const newsroom = newsroomWith({ entries: [{ text: `${'<&>'.repeat(999)}end` }] });

    const words = markedUp(messageFor(newsroom, 'E-1')).join('');

    expect(words.match(/&lt;&amp;&gt;/g)).toHaveLength(999);
    expect(words).toContain('end');
  });

  test('of 3,000 plain characters is there to the last of them', () => {
    const text = `${'word '.repeat(599)}last.`;
    const newsroom = newsroomWith({ entries: [{ text }] });

    expect(markedUp(messageFor(newsroom, 'E-1'))).toContain(text);
  });
});

describe('a story of any size', () => {
  const sized = (count: number): Newsroom =>
    newsroomWith({
      stories: [{ slug: 'story-0' }],
      entities: Array.from({ length: Math.min(count, 40) }, (_, at) => ({ slug: `entity-${at}` })),
      entries: Array.from({ length: count }, (_, at) => ({
        text: `Entry ${at}. ${'It goes on. '.repeat(30)}`,
        stories: ['story-0'],
        entities: [`entity-${at % Math.min(count, 40)}`],
        verification: at % 3 === 0 ? 'confirmed' : 'reported',
        ...(at % 2 === 0 ? { occurred: { date: `${1900 + (at % 100)}` } } : {}),
        sources: [{ kind: 'publication', label: `Outlet ${at}`, origin: `Origin ${at % 7}` }],
      })),
    });
  const small = sized(5);
  const huge = sized(5000);
  const asked = [
    '',
    'story-0',
    ...views.map((view) => `story-0 ${view}`),
    'entity:entity-0',
    'entity:entity-0 entity:entity-1',
  ];

  test.each(asked)('“%s” fits with 5 and with 5,000 entries', (words) => {
    for (const newsroom of [small, huge]) assertWithinSlackLimits(messageFor(newsroom, words), 'message');
  });

  test('the briefing leads from what it leaves out to the rest', () => {
    const more = buttonsOf(messageFor(huge, 'story-0')).find(({ label }) => label === '1,662 more');

    expect(more?.value).toBe('story:story-0 claims');
  });

  test.each(['claims', 'timeline'])('turning the pages of %s shows every entry exactly once', (view) => {
    const newsroom = sized(57);
    const seen: string[] = [];
    let words: string | undefined = `story-0 ${view}`;
    while (words !== undefined) {
      const message: SlackMessage = messageFor(newsroom, words);
      seen.push(...markedUp(message).flatMap((text) => text.match(/`E-\d+`/g) ?? []));
      words = buttonsOf(message).find(({ label }) => label === 'Next page')?.value;
    }

    expect(seen).toHaveLength(57);
    expect(new Set(seen).size).toBe(57);
  });

  test('a page behind the last shows the last', () => {
    expect(messageFor(small, 'story-0 claims page:99')).toEqual(messageFor(small, 'story-0 claims page:1'));
  });
});

describe('a button', () => {
  const newsroom = sampleNewsroom();

  test('turns what one person sees, and answers who pressed below what everybody sees', () => {
    const actions = (audience: 'private' | 'public') =>
      new Set(
        buttonsOf(messageFor(newsroom, 'ford-xiaomi claims', audience)).map(
          ({ action }) => action.split(':')[0],
        ),
      );

    expect(actions('private')).toEqual(new Set(['turn', 'share']));
    expect(actions('public')).toEqual(new Set(['ask', 'share']));
  });

  test('has an id of its own', () => {
    const ids = buttonsOf(messageFor(newsroom, 'ford-xiaomi')).map(({ action }) => action);

    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of a choice asks for exactly that topic, whatever else has its name', () => {
    const twins = newsroomWith({
      stories: [{ slug: 'ford' }],
      entities: [{ slug: 'ford' }, { slug: 'ford-foundation', aliases: ['Ford'] }],
    });

    const topics = buttonsOf(messageFor(twins, 'ford')).map(({ value }) => ask(twins, value).topics);

    expect(topics).toEqual([
      [{ kind: 'story', slug: 'ford' }],
      [{ kind: 'entity', slug: 'ford' }],
      [{ kind: 'entity', slug: 'ford-foundation' }],
    ]);
  });

  test.each(['help timeline', 'help help', 'help E-31', 'help TOPIC'])(
    '“Try it” of %s works with the sample',
    (words) => {
      const [tryIt] = buttonsOf(messageFor(newsroom, words));

      const outcome = respond(tryIt!.value, { newsroom, viewer: { role: 'reader' }, now, zone: 'UTC' });

      expect(isProblem(outcome)).toBe(false);
    },
  );
});
