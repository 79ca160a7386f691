import fc from 'fast-check';
import { applyAct } from '../../../src/domain/apply.ts';
import { actSchema } from '../../../src/domain/change.ts';
import { findTopics } from '../../../src/domain/finding/find-topic.ts';
import { createNewsroom } from '../../../src/domain/newsroom.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import { newsroomFrom, snapshotSchema, takeSnapshot } from '../../../src/domain/snapshot.ts';
import { aloud, officeWith, people } from '../support/office.ts';

const sketch = {
  stories: [{ slug: 'aa' }, { slug: 'bb', aliases: ['Bees'] }, { slug: 'cc' }],
  entities: [{ slug: 'ford' }, { slug: 'xiaomi', aliases: ['Mi'] }, { slug: 'catl' }],
  entries: [
    { stories: ['aa'], entities: ['ford'], text: 'One.' },
    { kind: 'quote' as const, stories: ['bb'], text: 'Two.', speaker: 'catl' },
  ],
  relations: [{ subject: 'ford', role: 'partner of', object: 'catl' }],
  questions: [{ story: 'aa', text: 'Why?' }],
};

const story = fc.constantFrom('aa', 'bb', 'cc', 'bees', 'dd', 'ee', 'new-1', 'new-2', 'story:aa');
const entity = fc.constantFrom('ford', 'xiaomi', 'mi', 'catl', 'entity:ford', 'lei-jun', 'Ford Motor');
const slug = fc.constantFrom('dd', 'ee', 'new-1', 'new-2', 'aa', 'help', 'Bad Slug', '');
const text = fc.constantFrom(
  '"A line"',
  '“Why now?”',
  'plain words',
  '',
  '"',
  'x'.repeat(600),
  '🚗 שלום',
  '<b>&amp;',
);
const person = fc.constantFrom('me', '<@U0ANA|ana>', '@ana', 'nobody');
const date = fc.constantFrom('friday', '2026-03-01', 'yesterday', '2026', 'soon');
const line = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(' '));

const articles = [
  'Ford met Jane Roe of Acme Corp. on Monday. “We left,” she said. Xiaomi declined to comment. A source said so.',
  'CATL makes over 80 percent of it. Nobody at the Bees answered.',
  'Off the record: nothing. Ford denied it.',
];
const draft = fc.constantFrom('D-1', 'D-2', 'D-9', '');

const anAct = fc.oneof(
  line('open', slug, text),
  line('edit', story, fc.constantFrom('headline:', 'why:', 'aliases:', 'desk:', 'status:'), text),
  line('rename', story, slug),
  line('close', story),
  line('reopen', story),
  line('merge', story, 'into', story),
  line('merge', entity, 'into', entity),
  line('entity add', text, fc.constantFrom('person', 'public body', 'aliases: Mi, "A, b"', '')),
  line('entity edit', entity, fc.constantFrom('name:', 'aliases:', 'former:', 'country:'), text),
  line('relate', entity, text, entity, fc.constantFrom('since:2020', 'until:2026', 'since:x', '')),
  line('ask', story, text, 'owner:', person, 'due:', date),
  line('assign', fc.constantFrom('Q-1', 'Q-2', 'Q-9', ''), 'owner:', person, 'due:', date),
  line(
    'answer',
    fc.constantFrom('Q-1', 'Q-2'),
    fc.constantFrom('E-1', 'E-2', 'E-9', 'Ford said so | src: Ford', ''),
  ),
  line('import', story, fc.constantFrom(...articles)),
  line('file', draft, story),
  line('accept', draft, fc.constantFrom('1', '1-2 anyway', 'all', 'all anyway', 'names', 'q1', '99', '')),
  line('drop', draft, fc.constantFrom('1', 'all', 'n1', 'lines', '')),
  line('change', draft, fc.constantFrom('1', '2', '')),
);

test('any sequence of acts is answered, replays to the same newsroom, and leaves every old slug leading somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 25 }), async (words) => {
      const { types, submits, newsroom, journal } = await officeWith(sketch);
      const slugs = new Set([
        'story:aa',
        'story:bb',
        'story:cc',
        'entity:ford',
        'entity:xiaomi',
        'entity:catl',
      ]);

      for (const typed of words) {
        const answered = await types(typed);
        expect(aloud(answered).trim()).not.toBe('');
        if ('fields' in answered) {
          const values = Object.fromEntries(
            answered.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])),
          );
          expect(aloud(await submits(answered, values, { person: people.second })).trim()).not.toBe('');
        }
        for (const { slug: key, renamedTo } of newsroom.stories.all())
          slugs.add(`story:${key}`).add(`story:${renamedTo ?? key}`);
        for (const { slug: key } of newsroom.entities.all()) slugs.add(`entity:${key}`);
      }

      const replayed = createNewsroom();
      for (const act of journal.acts) applyAct(replayed, actSchema.parse(JSON.parse(JSON.stringify(act))));
      expect(takeSnapshot(replayed)).toEqual(takeSnapshot(newsroom));
      const reloaded = newsroomFrom(snapshotSchema.parse(JSON.parse(JSON.stringify(takeSnapshot(newsroom)))));
      expect(takeSnapshot(reloaded)).toEqual(takeSnapshot(newsroom));
      for (const name of slugs) {
        const [kind, key = ''] = name.split(':');
        const found = findTopics(newsroom, [{ kind: kind as 'story' | 'entity', text: key }]);
        expect([name, isProblem(found) ? found : found.length]).toEqual([name, 1]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('whatever follows a command, it is answered in words', async () => {
  const { types } = await officeWith(sketch);
  const verb = fc.constantFrom(
    'open',
    'edit',
    'rename',
    'merge',
    'entity add',
    'entity edit',
    'relate',
    'ask',
    'assign',
    'answer',
  );
  const scrap = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '"',
      '“',
      'owner:',
      'aliases:',
      'into',
      'aa',
      'ford',
      'Q-1',
      'E-1',
      '|',
      'src:',
      'constructor',
      '__proto__',
    ),
  );

  await fc.assert(
    fc.asyncProperty(verb, fc.array(scrap, { maxLength: 8 }), async (name, scraps) => {
      const answered = await types(`${name} ${scraps.join(' ')}`);

      expect(aloud(answered).trim()).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
