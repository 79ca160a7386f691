import fc from 'fast-check';
import { actSchema } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { newsroomFrom, snapshotSchema, takeSnapshot } from '../../../src/domain/snapshot.ts';
import { verbs } from '../../../src/services/commands/commands.ts';
import { type Came, Person } from '../../support/acting.ts';
import { act, ask, newsroomWith } from '../../support/newsroom-builder.ts';

const desk = (): Newsroom =>
  newsroomWith({
    stories: [{ slug: 'ford-xiaomi' }, { slug: 'tariffs' }, { slug: 'old', status: 'closed' }],
    entities: [
      { slug: 'ford' },
      { slug: 'xiaomi' },
      { slug: 'catl', name: 'Contemporary, Limited', aliases: ['CATL'] },
    ],
    entries: [
      { text: 'Ford has held talks with Xiaomi.', stories: ['ford-xiaomi'], entities: ['ford', 'xiaomi'] },
      { text: 'CATL grew.', stories: ['tariffs'], entities: ['catl'] },
    ],
  });

const words = fc.constantFrom(
  ...[
    'Ford',
    'Xiaomi',
    'denied',
    'it',
    '“Yes,” said Farley',
    'E-1',
    'E-2',
    'E-3',
    'E-99',
    'confirmed',
    'reported',
    '400',
  ],
  ...[
    '|',
    'src:',
    'src: FT',
    'reason:"so"',
    'reason: x',
    '| reason: why',
    'until:"2026-03-02 06:00"',
    'kind: quote',
    '| kind: response',
  ],
  ...[
    '| on: monday',
    '| on: x',
    '| who: Ford',
    '| stance: denies',
    '| re: E-1',
    '| tags: CATL',
    '| rules: record',
    '| attribution: x',
  ],
  ...[
    'ford-xiaomi',
    'tariffs',
    'old',
    'tariffs:',
    '"',
    '“',
    ':',
    '\n',
    '🚗',
    '\u200b',
    '\u0000',
    'constructor',
    '__proto__',
  ],
);
const rest = fc
  .array(fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
    maxLength: 7,
  })
  .map((all) => all.join(' '));
const verb = fc.constantFrom('add', 'correct', 'clarify', 'verify', 'withdraw', 'kill', 'embargo', 'lift');
const likely = fc.constantFrom(
  'add ford-xiaomi Ford denied it | src: FT',
  'add tariffs They rise | src: memo | embargo: 2026-03-02 06:00',
  'add tariffs CATL grew by 40 | kind: figure | metric: growth | amount: 40% | src: memo',
  'correct E-1 Ford met Xiaomi | reason: so',
  'correct E-3 | kind: fact | src: Reuters | reason: so',
  'clarify E-2 CATL has grown.',
  'verify E-1 confirmed src:"SEC filing"',
  'verify E-1 unverified',
  'embargo E-1 until:"2026-03-02 06:00"',
  'embargo E-2 until:"2026-04-02 06:00"',
  'lift E-1',
  'withdraw E-2 reason:"wrong"',
);
const command = fc.oneof(
  likely,
  fc.tuple(verb, rest).map(([name, text]) => `${name} ${text}`),
);

describe('whatever is done to entries', () => {
  test('replaying it gives the same newsroom, and the store takes every row', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const newsroom = desk();
        const editor = new Person(newsroom, 'editor');
        for (const typed of commands) {
          const { form } = editor.types(typed);
          if (form) editor.sends(form, { reason: 'so', text: 'Ford met Xiaomi.' });
        }

        const replayed = desk();
        for (const { changes, at, by } of editor.acts) {
          const written = JSON.parse(JSON.stringify({ seq: replayed.seq + 1, at, by, changes }));
          act(replayed, actSchema.parse(written).changes, { at, by });
        }

        const snapshot = takeSnapshot(newsroom);
        expect(takeSnapshot(replayed)).toEqual(snapshot);
        expect(
          takeSnapshot(newsroomFrom(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot))))),
        ).toEqual(snapshot);
      }),
      { numRuns: 150 },
    );
  });
});

/** Everything that a person has in hand after it: what is recorded, what the form holds, what they read. */
const inHand = ({ form, changes, text }: Came): string => {
  const values = [
    ...(form?.fields ?? []).flatMap(({ value = '' }) => [value]),
    ...changes.map((change) => JSON.stringify(change)),
  ];
  return [text, JSON.stringify(form?.notice ?? []), ...values].join('\n');
};

describe('anything typed after add', () => {
  test('has an outcome and loses no word', () => {
    fc.assert(
      fc.property(rest, fc.boolean(), (typed, inThread) => {
        const contributor = new Person(desk(), 'contributor');
        const threadTopics = inThread ? [{ kind: 'story', slug: 'tariffs' } as const] : [];

        const came = contributor.types(`add tariffs UNIQUE ${typed}`, { threadTopics });

        expect(came.form !== undefined || came.changes.length > 0).toBe(true);
        expect(inHand(came)).toContain('UNIQUE');
      }),
      { numRuns: 300 },
    );
  });

  test('without a topic there is an outcome, too', () => {
    fc.assert(
      fc.property(command, (typed) => {
        const came = new Person(desk(), 'editor').types(typed);

        expect(came.text !== '' || came.form !== undefined).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is embargoed', () => {
  const secret = 'zebra';
  const views = ['', 'timeline', 'claims', 'gaps', 'sources', 'people', 'changes'];
  const topics = ['ford-xiaomi', 'tariffs', 'ford', 'xiaomi', 'catl', 'ford xiaomi', 'ford catl', 'zebra'];
  const others = [
    '',
    'page:2',
    'help',
    'E-1',
    'E-2',
    'E-3',
    'E-4',
    'E-5',
    'E-6',
    'catchup',
    'home',
    'search zebra',
    'search ford',
  ];
  const asked = [
    ...topics.flatMap((topic) => views.map((view) => `${topic} ${view}`.trim())),
    ...topics.flatMap((topic) => ['as-of:2026-02-05', 'as-of:today'].map((time) => `${topic} ${time}`)),
    ...others,
    ...verbs.map(({ name }) => `help ${name}`),
  ];

  /** Two newsrooms, alike but for what editors did under embargo in one of them. */
  function alike(): { plain: Newsroom; withSecret: Newsroom } {
    const [plain, withSecret] = [desk(), desk()];
    const editor = new Person(withSecret, 'editor');
    const until = '| embargo: 2026-03-02 06:00';
    editor.types(`add ford-xiaomi ${secret} talks between Ford and CATL | src: ${secret} memo ${until}`);
    editor.types(`add ford-xiaomi Ford denied the ${secret} | src: ${secret} memo | re: E-1 ${until}`);
    editor.types(
      `add tariffs ${secret}s cost 40 | kind: figure | metric: ${secret} | amount: 40 | unit: ${secret}s | src: FT ${until}`,
    );
    editor.types(`correct E-3 ${secret} talks between Ford, CATL and Xiaomi | reason: ${secret}`);
    editor.types(`verify E-3 confirmed src:"${secret} filing" reason:"${secret}"`);
    editor.types('embargo E-3 until:"2026-03-03 06:00"');
    expect([...withSecret.entries.all()].filter(({ embargoedUntil }) => embargoedUntil)).toHaveLength(3);
    return { plain, withSecret };
  }
  const { plain, withSecret } = alike();

  test.each(['reader', 'contributor'] as const)('a %s reads exactly what they would without it', (role) => {
    const viewer = { role };

    for (const typed of asked) {
      const answered = ask(withSecret, typed, { viewer });
      const expected = ask(plain, typed, { viewer });

      expect({ typed, text: plainText(answered.page) }).toEqual({ typed, text: plainText(expected.page) });
    }
  });

  test('an editor reads it', () => {
    expect(plainText(ask(withSecret, 'ford-xiaomi', { viewer: { role: 'editor' } }).page)).toContain(secret);
  });

  test.each([
    'add ford-xiaomi Ford said no | re: E-3 | src: FT | kind: response | who: Ford | stance: denies',
    'add tariffs A source says so | src: FT',
    'add',
    'add zebra: x',
  ])('a contributor who types “%s” learns nothing of it', (typed) => {
    const [with_, without] = [new Person(withSecret, 'contributor'), new Person(plain, 'contributor')];

    expect(with_.types(typed)).toEqual(without.types(typed));
  });

  test('an editor who acts on it where everybody reads along is told of no entry', () => {
    const inPublic = new Person(withSecret, 'reader');

    for (const typed of [
      'correct E-3 x | reason: y',
      'clarify E-3',
      'verify E-3 confirmed',
      'withdraw E-3 reason:"x"',
      'lift E-3',
      'embargo E-3',
    ]) {
      expect(inPublic.types(typed).problem).toEqual({ problem: 'unknown-entry', id: 'E-3' });
    }
  });

  test('the same message added by somebody else is not “already recorded” to them', () => {
    const newsroom = desk();
    const origin = { origin: { key: 'message:C1:1' } };
    new Person(newsroom, 'editor').types(
      'add tariffs They rise | src: memo | embargo: 2026-03-02 06:00',
      origin,
    );

    const { text } = new Person(newsroom, 'contributor', { person: 'UREP' }).types(
      'add tariffs They rise | src: memo',
      origin,
    );

    expect(text).toMatch(/^Recorded\n/);
  });

  test('an embargo set where everybody reads along shows nothing of the entry', () => {
    const newsroom = desk();

    const { text, changes } = new Person(newsroom, 'reader').types('embargo E-1 until:"2026-03-02 06:00"');

    expect(changes).toHaveLength(1);
    expect(text).not.toMatch(/Ford|E-1/);
  });
});
