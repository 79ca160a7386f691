import fc from 'fast-check';
import { cleanText } from '../../../src/domain/language/clean-text.ts';
import { printTopicRequest, readTopicRequest } from '../../../src/domain/language/topic-request.ts';
import { createNewsroom } from '../../../src/domain/newsroom.ts';
import type { Button, Part } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import { respond, verbs } from '../../../src/services/commands/commands.ts';
import { aPlainLife, live } from '../../support/any-life.ts';
import { aText, fragments } from '../../support/any-text.ts';
import { now, sampleNewsroom } from '../../support/newsroom-builder.ts';
import { everyQuestion, surfaceOf } from '../../support/surfaces.ts';

const sample = sampleNewsroom();
const threadTopics = [{ kind: 'story', slug: 'ford-xiaomi' }] as const;

const words = [
  ...[
    'ford',
    'xiaomi',
    'ford-xiaomi',
    '#ford-xiaomi',
    'entity:ford',
    'story:',
    'entity:',
    'Jim Farley',
    'and',
  ],
  ...[
    'timeline',
    'claims',
    'page:1',
    'page:2',
    'page:3.',
    'as-of:',
    'as-of:today',
    'as-of:"2026-02-01 09:30"',
  ],
  ...['as-of:26 Sep 2024', 'as-of:2026-02-01', 'asof:x', '(', ')', '[', '"', '“', '’s', ',', '.', '…'],
  ...[
    'E-1',
    'Q-1',
    'S-1',
    'owner:me',
    'due:friday',
    '| src: FT',
    '| kind: quote',
    'into',
    'reason:"x"',
    'until:',
  ],
  ...['-kind:quote', 'urgency:1-3', 'thread:channel', 'anyway', 'list', 'all', '*', 'seen:2', 'since:1'],
];
/** A line that somebody types, or a block that they paste, in whatever script. */
const anythingTyped = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: aText(300) },
    ),
    { maxLength: 8 },
  )
  .chain((all) => fc.constantFrom(' ', '', '  ', '\n', '\t', '\u00a0').map((space) => all.join(space)));
const aVerb = fc.constantFrom('', ...verbs.map(({ name }) => name));

test('whatever is typed after whatever command, by anybody and anywhere, is answered in words', () => {
  fc.assert(
    fc.property(
      aVerb,
      anythingTyped,
      fc.constantFrom('reader' as const, 'contributor' as const, 'editor' as const),
      fc.boolean(),
      (verb, typed, role, inThread) => {
        const surface = surfaceOf(sample, `${verb} ${typed}`, {
          role,
          ...(inThread ? { threadTopics } : {}),
        });

        const said = 'page' in surface ? plainText(surface.page) : surface.form.title;
        expect(said.trim()).not.toBe('');
      },
    ),
    { numRuns: 500, interruptAfterTimeLimit: 10_000 },
  );
}, 40_000);

test('40,000 characters, as many as Slack lets a message have, keep nobody waiting', () => {
  const subjects = ['verify E-1 ', 'embargo E-1 until:', 'add ford-xiaomi x | on:', 'subscribe ford-xiaomi '];
  const shapes = ['.', ',', ', ', '"', '„', '| src:', 'reason:"x" ', 'entity:x '];

  for (const subject of [...subjects, 'ford-xiaomi as-of:', 'edit ford-xiaomi ', 'correct E-1 ']) {
    for (const shape of shapes) {
      const long = `${shape.repeat(Math.ceil(40_000 / shape.length))}x"`;

      // Read in quadratic time, these took minutes: jest gives up on them.
      expect(surfaceOf(sample, `${subject}${long}`, { role: 'editor' })).toBeDefined();
    }
  }
});

describe('what is printed', () => {
  test('of any request is read back as the same request', () => {
    fc.assert(
      fc.property(anythingTyped, (typed) => {
        const read = readTopicRequest(cleanText(typed));

        const again = readTopicRequest(printTopicRequest(read));

        expect(again).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  test('on any button, for any reader or editor, asks for something that there is', () => {
    fc.assert(
      fc.property(aPlainLife(25), fc.constantFrom('reader' as const, 'editor' as const), (steps, role) => {
        const newsroom = createNewsroom();
        live(newsroom, steps);

        for (const asked of everyQuestion(newsroom).filter((question) => !/^help|nothing/.test(question))) {
          const surface = surfaceOf(newsroom, asked, { role });
          if (!('page' in surface)) continue;
          for (const command of surface.page.parts.flatMap(commandsIn)) {
            // What is understood: the topic, the entry, the view are there, whether or not this person may.
            const outcome = respond(command, { newsroom, viewer: { role }, now, zone: 'UTC', channel: 'C1' });
            const problem =
              isProblem(outcome) && misunderstood.includes(outcome.problem) ? outcome : undefined;
            expect({ asked, command, problem }).toEqual({ asked, command, problem: undefined });
          }
        }
      }),
      { numRuns: 40, interruptAfterTimeLimit: 20_000 },
    );
  }, 40_000);

  test.each([
    'as-of:2026-02-01 ford as-of:today',
    'as-of:"2026-02-01 09:30" as-of: <!channel>',
    'ford page:3 page:1',
    'timeline entity:',
    'entity:" > ford',
    'as-of:"2026-02-01 09:30"as-of:today',
    '#as-of:today',
    'page:3. story: page:2',
    'timeline story:"',
  ])('of “%s” is read back as the same request', (typed) => {
    const read = readTopicRequest(typed);

    expect(readTopicRequest(printTopicRequest(read))).toEqual(read);
  });
});

const misunderstood = [
  'unknown-topic',
  'ambiguous-topic',
  'too-many-topics',
  'no-topic-here',
  'unreadable-time',
];

function commandsIn(part: Part): string[] {
  const of = (button: Button | undefined): string[] =>
    button ? ['share' in button ? button.share : button.command] : [];
  if (part.part === 'buttons') return part.buttons.flatMap(of);
  if (part.part === 'choices') return part.choices.map(({ command }) => command);
  if (part.part === 'paragraph') return of(part.button);
  return part.part === 'list' ? of(part.more) : [];
}
