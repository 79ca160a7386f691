import fc from 'fast-check';
import { z } from 'zod';
import { exportStory } from '../../../src/domain/exporting/export-story.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { anySketch } from '../../slack/views/any-newsroom.ts';
import { act, newsroomWith, now, type Sketch, sampleNewsroom } from '../../support/newsroom-builder.ts';

const reader = { viewer: { role: 'reader' }, now, zone: 'UTC' } as const;
const editor = { ...reader, viewer: { role: 'editor' } } as const;

const words = z.string().min(1);
const dateTime = z.iso.datetime();
const uri = z.union([z.url(), z.string().regex(/^urn:slugline:story:[a-z0-9-]+$/)]);
const written = (contentType: string) =>
  z.strictObject({ role: words, contentType: z.literal(contentType), value: words });
const counted = { charCount: z.int().positive(), wordCount: z.int().positive() };
const relation = z.enum(['about', 'mentions']);
const contactInfo = z.tuple([z.strictObject({ type: z.literal('web'), value: z.url() })]).optional();
const named = { name: words, rel: relation, literal: words, uri: uri.optional() };

/** The part of ninjs 3.1 that we write, as the standard's guidelines describe it: https://iptc.org/std/ninjs/3.1/ */
const ninjs = z.strictObject({
  uri,
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: z.url() }),
  type: z.literal('text'),
  representationType: z.literal('full'),
  profile: words,
  firstCreated: dateTime,
  versionCreated: dateTime,
  embargoedUntil: dateTime.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  urgency: z.int().min(1).max(9).optional(),
  language: z.literal('en'),
  edNote: words,
  slugline: words,
  title: words,
  headlines: z.tuple([written('text/plain')]),
  descriptions: z.tuple([written('text/plain')]).optional(),
  bodies: z.tuple([written('text/plain').extend(counted), written('application/xhtml+xml').extend(counted)]),
  people: z.array(z.strictObject({ ...named, contactInfo })).optional(),
  organisations: z.array(z.strictObject({ ...named, contactInfo })).optional(),
  places: z.array(z.strictObject({ ...named, contactInfo })).optional(),
  objects: z.array(z.strictObject(named)).optional(),
  subjects: z.array(z.strictObject({ name: words, rel: z.literal('about') })).optional(),
  infoSources: z.array(z.strictObject({ name: words, role: z.enum(['originator', 'source']) })).optional(),
  associations: z
    .array(
      z.strictObject({
        name: words,
        rel: z.literal('source'),
        uri: z.url().regex(/^(?:[\w\-.~:/?#@!$&'()*+,;=[\]]|%[\da-f]{2})+$/i),
        type: z.literal('text'),
        infoSources: z.tuple([z.strictObject({ name: words, role: z.literal('publisher') })]).optional(),
      }),
    )
    .optional(),
  altIds: z.tuple([z.strictObject({ role: words, value: words })]).optional(),
});

const itemOf = (newsroom: Newsroom, slug: string, look: typeof reader | typeof editor = reader) =>
  ninjs.parse(JSON.parse(exportStory(newsroom, slug, 'ninjs', look)));
const itemAbout = (sketch: Sketch, look?: typeof reader | typeof editor) =>
  itemOf(newsroomWith({ stories: [{ slug: 'talks' }], ...sketch }), 'talks', look);

test('a story is a ninjs item, whatever was written in it', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const newsroom = newsroomWith(sketch);

      for (const { slug } of newsroom.stories.all()) expect(() => itemOf(newsroom, slug)).not.toThrow();
    }),
    { numRuns: 30 },
  );
});

test('the sample’s item names people, organisations and places, each in its list', () => {
  const item = itemOf(sampleNewsroom(), 'ford-xiaomi');

  expect(item.people?.map(({ name }) => name)).toContain('Jim Farley');
  expect(item.organisations?.find(({ name }) => name === 'Ford')).toMatchObject({ rel: 'about' });
  expect(item.places?.map(({ name }) => name)).toContain('Michigan');
  expect(item).toMatchObject({ slugline: 'ford-xiaomi', language: 'en', pubStatus: 'usable' });
});

test('both bodies have the whole briefing: every entry, every question, in text and in XHTML', () => {
  const newsroom = sampleNewsroom();

  const [text, html] = itemOf(newsroom, 'ford-xiaomi').bodies;

  for (const { id } of [...newsroom.entries.all(), ...newsroom.questions.all()]) {
    expect(text.value).toMatch(new RegExp(`\\b${id}\\b`));
    expect(html.value).toMatch(new RegExp(`\\b${id}\\b`));
  }
});

test('an item is as urgent as its most urgent entry; without any it says nothing of that', () => {
  const entry = (urgency?: number) => ({ text: 'So.', stories: ['talks'], ...(urgency ? { urgency } : {}) });

  const urgent = itemAbout({ entries: [entry(6), entry(2), entry()] });
  const silent = itemAbout({ entries: [entry()] });

  expect([urgent.urgency, silent.urgency]).toEqual([2, undefined]);
});

test('what is under embargo is not in a reader’s item; an editor’s is embargoed until the last of it is free', () => {
  const held = (text: string, embargoedUntil: string) => ({ text, stories: ['talks'], embargoedUntil });
  const sketch = {
    entries: [
      { text: 'Known to all.', stories: ['talks'] },
      held('Till March.', '2026-03-01T00:00:00.000Z'),
      held('Till April.', '2026-04-01T00:00:00.000Z'),
    ],
  };

  const [forReader, forEditor] = [itemAbout(sketch), itemAbout(sketch, editor)];

  expect(JSON.stringify(forReader)).not.toMatch(/Till|2026-0[34]/);
  expect(forReader.embargoedUntil).toBeUndefined();
  expect(forEditor.embargoedUntil).toBe('2026-04-01T00:00:00.000Z');
  expect(forEditor.bodies[0].value).toContain('EMBARGOED until 1 Mar 2026');
});

test('a source with an address is an association, once; unnamed people are no party', () => {
  const url = 'https://ft.com/a?b=1&c=2';
  const ft = { kind: 'publication' as const, label: 'FT report', publisher: 'Financial Times', url };
  const unnamed = { kind: 'unnamed' as const, label: 'two people close to it', count: 2 };

  const item = itemAbout({
    entries: [
      { text: 'One.', stories: ['talks'], sources: [ft] },
      { text: 'Two.', stories: ['talks'], sources: [ft, unnamed] },
    ],
  });

  expect(item.associations).toEqual([
    {
      ...{ name: 'FT report', rel: 'source', uri: url, type: 'text' },
      infoSources: [{ name: 'Financial Times', role: 'publisher' }],
    },
  ]);
  expect(item.infoSources).toEqual([{ name: 'Financial Times', role: 'source' }]);
});

test('line breaks that somebody typed make no lines of their own in the text', () => {
  const item = itemAbout({
    stories: [{ slug: 'talks', nutGraf: 'Why it\n\nSigned by all' }],
    entries: [{ text: 'They met.\n\nSigned by all\n• They signed.', stories: ['talks'] }],
  });

  const lines = item.bodies[0].value.split('\n');

  expect(lines.filter((line) => line.startsWith('• They'))).toHaveLength(1);
  expect(lines).not.toContain('Signed by all');
});

test('what somebody typed stays text in the XHTML: no tag of theirs, no script', () => {
  const typed = '<script>alert("x")</script> & <b>bold</b> \u0000\u0008';

  const item = itemAbout({ entries: [{ text: typed, stories: ['talks'] }] });

  const { value } = item.bodies[1];
  expect(value).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;');
  expect(value.replace(/<\/?(?:h1|h2|p|small|ul|li|i|b)>/g, '')).not.toMatch(/[<>]|(?![\n])\p{Cc}/u);
});

test('a renamed story keeps its uri and goes by its newest slug', () => {
  const newsroom = newsroomWith({ stories: [{ slug: 'talks' }] });
  act(newsroom, [{ type: 'story-renamed', slug: 'talks', to: 'venture' }]);

  const item = itemOf(newsroom, 'talks');

  expect(item).toMatchObject({ uri: 'urn:slugline:story:talks', slugline: 'venture' });
  expect(item.altIds).toEqual([{ role: 'first slug', value: 'talks' }]);
});
