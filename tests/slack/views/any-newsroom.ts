import fc from 'fast-check';
import { aText } from '../../support/any-text.ts';
import type { Sketch } from '../../support/newsroom-builder.ts';

const slugs = (of: string, most: number): string[] => Array.from({ length: most }, (_, at) => `${of}-${at}`);
const entitySlugs = slugs('entity', 6);
const storySlugs = slugs('story', 3);
const someOf = (all: readonly string[]) => fc.subarray([...all]);

/** The one Slack id that questions are owned by; other owners are names as typed. */
export const knownPerson = 'UANA0';

const aSource = fc.record(
  {
    kind: fc.constantFrom('named', 'unnamed', 'document', 'publication'),
    label: aText(300),
    count: fc.integer({ min: 1, max: 1000 }),
    publisher: aText(200),
    origin: fc.oneof(aText(200), fc.constantFrom('Financial Times', 'financial times')),
    url: fc.constantFrom(
      'https://ft.com/a?b=c&d=e',
      `https://ft.com/?${'&'.repeat(1900)}`,
      'http://x.org/a|b',
    ),
    publishedAt: fc.constant('2024-09'),
  },
  { requiredKeys: ['kind', 'label'] },
);

const shared = {
  text: aText(3000),
  stories: someOf(storySlugs),
  entities: someOf(entitySlugs),
  sources: fc.array(aSource, { maxLength: 12 }),
  verification: fc.constantFrom('unverified', 'reported', 'corroborated', 'confirmed'),
};
const optional = {
  attribution: aText(300),
  occurred: fc.constantFrom({ date: '2024' }, { date: '2024-09-26T14:05', zone: 'America/New_York' }),
  urgency: fc.integer({ min: 1, max: 9 }),
};
const kindOf = <T extends object>(own: { [Field in keyof T]: fc.Arbitrary<T[Field]> }) =>
  fc.record(
    { ...shared, ...optional, ...own },
    { requiredKeys: [...Object.keys(shared), ...Object.keys(own)] as never },
  );

const anEntry = fc.oneof(
  kindOf({ kind: fc.constantFrom('fact', 'event', 'background') }),
  kindOf({ kind: fc.constant('quote'), speaker: fc.oneof(aText(200), fc.constantFrom(...entitySlugs)) }),
  kindOf({
    kind: fc.constant('response'),
    response: fc.record({
      entity: fc.constantFrom(...entitySlugs),
      respondsTo: fc.constant('line-1'),
      stance: fc.constantFrom('denies', 'declines'),
    }),
  }),
);

const names = fc.array(aText(120), { maxLength: 50 });
const anEntity = (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    schema: fc.constantFrom('Person', 'Company', 'Place'),
    name: aText(200),
    aliases: names,
    previousNames: names,
    summary: aText(1000),
  });
const aStory = (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    headline: aText(250),
    nutGraf: aText(1000),
    entities: fc.array(fc.record({ entity: fc.constantFrom(...entitySlugs), role: aText(120) }), {
      maxLength: 12,
    }),
  });

const aSketch = fc.record({
  stories: fc.tuple(...storySlugs.map(aStory)),
  entities: fc.tuple(...entitySlugs.map(anEntity)),
  relations: fc.uniqueArray(
    fc.record({
      subject: fc.constantFrom(...entitySlugs),
      role: aText(120),
      object: fc.constantFrom(...entitySlugs),
    }),
    { maxLength: 12, selector: ({ subject, role, object }) => `${subject} ${role} ${object}` },
  ),
  entries: fc
    .array(anEntry, { maxLength: 60 })
    .map((entries) =>
      entries.map((entry, at) =>
        at === 0 ? { kind: 'fact', text: entry.text, stories: storySlugs } : entry,
      ),
    ),
  questions: fc.array(
    fc.record({
      story: fc.constantFrom(...storySlugs),
      text: aText(500),
      owner: fc.constantFrom(knownPerson, 'ana', '<!channel>', '<@U1>', 'U2 and U3'),
      due: fc.constant('2026-03'),
    }),
    { maxLength: 8 },
  ),
});

/** Up to 60 entries about three stories and six entities, in texts that people and mischief-makers type. */
export const anySketch = aSketch as unknown as fc.Arbitrary<Sketch>;

export const everyTopic = [
  ...storySlugs.map((slug) => `story:${slug}`),
  ...entitySlugs.map((slug) => `entity:${slug}`),
];
