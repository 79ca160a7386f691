import fc from 'fast-check';
import { cleanText } from '../../../src/domain/language/clean-text.ts';
import {
  askFor,
  printTopicRequest,
  readTopicRequest,
  type TopicRequest,
  views,
} from '../../../src/domain/language/topic-request.ts';
import type { Topic } from '../../../src/domain/records/identifiers.ts';
import { aSlug } from '../../support/newsroom-builder.ts';

const read = (typed: string) => readTopicRequest(cleanText(typed));
const one = (text: string, more: object = {}) => ({ about: [{ text }], page: 1, ...more });

describe('a request for a topic', () => {
  test.each<[string, string, object]>([
    ['a slug', 'ford-xiaomi', one('ford-xiaomi')],
    ['a hash before it', '#ford-xiaomi', one('ford-xiaomi')],
    ['a channel of its name', '<#C01|ford-xiaomi>', one('ford-xiaomi')],
    ['smart quotes around it', '“ford-xiaomi”', one('ford-xiaomi')],
    ['a trailing full stop', 'ford-xiaomi.', one('ford-xiaomi')],
    ['a question mark', 'what about ford?', one('what about ford')],
    ['brackets', '(ford-xiaomi)', one('ford-xiaomi')],
    ['a name of several words', 'Jim Farley', one('Jim Farley')],
    ['two topics in a row', 'ford xiaomi', one('ford xiaomi')],
    ['a view at the end', 'ford-xiaomi timeline', one('ford-xiaomi', { view: 'timeline' })],
    ['a view in capitals', 'FORD-XIAOMI TIMELINE', one('FORD-XIAOMI', { view: 'timeline' })],
    ['a view with a full stop', 'ford-xiaomi claims.', one('ford-xiaomi', { view: 'claims' })],
    ['a page', 'ford-xiaomi claims page:2', one('ford-xiaomi', { view: 'claims', page: 2 })],
    ['a page in capitals', 'ford-xiaomi CLAIMS PAGE:2', one('ford-xiaomi', { view: 'claims', page: 2 })],
    ['a page with a full stop', 'ford claims page:2.', one('ford', { view: 'claims', page: 2 })],
    ['a time', 'ford-xiaomi as-of:2026-02-01', one('ford-xiaomi', { asOf: '2026-02-01' })],
    ['a time of day', 'ford as-of:2026-02-01T14:00', one('ford', { asOf: '2026-02-01T14:00' })],
    ['a quoted time', 'ford as-of:"2026-02-01 14:00"', one('ford', { asOf: '2026-02-01 14:00' })],
    ['a time in two words', 'ford as-of:2026-02-01 14:00', one('ford', { asOf: '2026-02-01 14:00' })],
    ['a written date', 'ford as-of:26 Sep 2026', one('ford', { asOf: '26 Sep 2026' })],
    ['a time with a full stop', 'ford AS-OF:yesterday.', one('ford', { asOf: 'yesterday' })],
    ['a time before the view', 'ford as-of:monday claims', one('ford', { view: 'claims', asOf: 'monday' })],
    ['a time that stands first', 'as-of:monday ford', one('ford', { asOf: 'monday' })],
    ['no time after as-of', 'ford as-of:', one('ford', { asOf: '' })],
    ['no page 0', 'ford page:0', one('ford page:0')],
    ['a view that stands first', 'timeline ford', one('timeline ford')],
    ['a view alone', 'timeline', { about: [], view: 'timeline', page: 1 }],
    ['a page alone', 'page:3', { about: [], page: 3 }],
    ['nothing but signs', '… "" ?!', { about: [{ text: '…' }], page: 1 }],
    ['nothing at all', '', { about: [], page: 1 }],
    ['an entity, forced', 'entity:xiaomi', { about: [{ kind: 'entity', text: 'xiaomi' }], page: 1 }],
    ['a story, forced', 'Story:ford-xiaomi', { about: [{ kind: 'story', text: 'ford-xiaomi' }], page: 1 }],
    [
      'a forced name of several words',
      'entity:Jim Farley sources',
      { about: [{ kind: 'entity', text: 'Jim Farley' }], view: 'sources', page: 1 },
    ],
    [
      'a space after the colon',
      'entity: Jim Farley',
      { about: [{ kind: 'entity', text: 'Jim Farley' }], page: 1 },
    ],
    [
      'quotes around a forced name',
      'entity:"Jim Farley"',
      { about: [{ kind: 'entity', text: 'Jim Farley' }], page: 1 },
    ],
    [
      'two forced topics',
      'entity:jim farley story:ford-xiaomi',
      {
        about: [
          { kind: 'entity', text: 'jim farley' },
          { kind: 'story', text: 'ford-xiaomi' },
        ],
        page: 1,
      },
    ],
    [
      'a bare topic, then a forced one',
      'ford entity:xiaomi',
      { about: [{ text: 'ford' }, { kind: 'entity', text: 'xiaomi' }], page: 1 },
    ],
  ])('%s: %s', (_, typed, request) => {
    expect(read(typed)).toEqual(request);
  });

  test('printed and read again it is the same request', () => {
    const aTopic = fc.record({ kind: fc.constantFrom('story', 'entity'), text: aSlug });
    const first = fc.oneof(
      aTopic,
      aSlug.filter(isNoView).map((text) => ({ text })),
    );
    const about = fc.oneof(fc.tuple(first), fc.tuple(first, aTopic)) as fc.Arbitrary<TopicRequest['about']>;
    const aTime = fc.constantFrom(
      '',
      'yesterday',
      '2026-02-01T14:00Z',
      '2026-02-01 14:00',
      '26 Sep 2026, 14:05',
    );
    const aRequest: fc.Arbitrary<TopicRequest> = fc
      .record({
        about,
        view: fc.option(fc.constantFrom(...views)),
        page: fc.integer({ min: 1, max: 999_999 }),
        asOf: fc.option(aTime),
      })
      .map(({ view, asOf, ...request }) => ({
        ...request,
        ...(view ? { view } : {}),
        ...(asOf === null ? {} : { asOf }),
      }));

    fc.assert(
      fc.property(aRequest, (request) => {
        expect(read(printTopicRequest(request))).toEqual(request);
      }),
    );
  });

  test('what a button asks for names exactly its topics', () => {
    const topics: Topic[] = [
      { kind: 'entity', slug: 'ford' },
      { kind: 'story', slug: 'ford-xiaomi' },
    ];

    const command = askFor(topics, { view: 'claims', page: 3 });

    expect(command).toBe('entity:ford story:ford-xiaomi claims page:3');
  });
});

const isNoView = (slug: string): boolean => !views.some((view) => view === slug);

test.each([
  ['dots before a letter', `${'.'.repeat(40_000)}x`],
  ['opening quotes', '"('.repeat(20_000)],
  ['prefixes', 'entity:'.repeat(5000)],
  ['times', ' as-of:1 '.repeat(5000)],
  ['a time without an end', `as-of:1 jan 2026${' '.repeat(40_000)}x`],
])('%s are some request, however many', (_, text) => {
  expect(readTopicRequest(text).page).toBe(1);
});
