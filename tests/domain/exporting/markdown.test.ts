import fc from 'fast-check';
import { exportStory } from '../../../src/domain/exporting/export-story.ts';
import { anySketch } from '../../slack/views/any-newsroom.ts';
import { newsroomWith, now, type Sketch } from '../../support/newsroom-builder.ts';

const reader = { viewer: { role: 'reader' }, now, zone: 'UTC' } as const;
const markdownOf = (sketch: Sketch): string =>
  exportStory(newsroomWith({ stories: [{ slug: 'talks' }], ...sketch }), 'talks', 'md', reader);
const lineWith = (text: string): string =>
  markdownOf({ entries: [{ text, stories: ['talks'], attribution: 'Ana' }] })
    .split('\n')
    .find((line) => line.startsWith('- ') && line.includes('E-1')) ?? '';

test('a briefing is a document: a title, its sections, a line for each entry', () => {
  const markdown = markdownOf({
    stories: [{ slug: 'talks', headline: 'They talk', nutGraf: 'It matters.' }],
    entries: [
      { text: 'Ford said so.', stories: ['talks'], verification: 'confirmed', attribution: 'an SEC filing' },
      { text: 'They met.', stories: ['talks'], verification: 'reported', attribution: 'citing two people' },
    ],
    questions: [{ story: 'talks', text: 'When?', owner: 'U0ANA', due: '2026-03-01' }],
  });

  expect(markdown).toBe(`# They talk

It matters.

*talks · developing · updated 1 Feb 2026, 09:30 UTC*

## What we know

- Ford said so. — *an SEC filing* · confirmed · E-1

## Reported, by whom

- They met. — *citing two people* · E-2

## What we don’t know

- When? (due 1 Mar 2026) · Q-1
`);
});

test('what its sources agreed to goes along: there is no entry to look it up in', () => {
  const talked = (label: string, groundRules: 'record' | 'background' | 'deep-background') => ({
    ...{ text: `${label} talked.`, stories: ['talks'] },
    sources: [{ kind: 'unnamed' as const, label, count: 2, groundRules }],
  });

  const markdown = markdownOf({
    entries: [
      talked('officials', 'background'),
      talked('officials', 'background'),
      talked('aides', 'deep-background'),
      talked('guards', 'record'),
    ],
  });

  const [, rules = ''] = markdown.split('## Ground rules\n\n');
  expect(rules).toBe('- officials: on background · E-1, E-2\n- aides: on deep background · E-3\n');
});

test.each([
  ['# no heading', '- \\# no heading — '],
  ['1. no list', '- 1\\. no list — '],
  ['- no list', '- \\- no list — '],
  ['no *stress*, no _other_', '- no \\*stress\\*, no \\_other\\_ — '],
  ['no [link](https://evil.example)', '- no \\[link\\](https://evil.example) — '],
  ['<script>x</script> &lt;', '- \\<script\\>x\\</script\\> \\&lt; — '],
  ['a `code` and ```fence```', '- a \\`code\\` and \\`\\`\\`fence\\`\\`\\` — '],
  ['two\n\nparagraphs\n# and', '- two paragraphs # and — '],
  ['~~struck~~ | cell', '- \\~\\~struck\\~\\~ \\| cell — '],
  ['a back\\slash', '- a back\\\\slash — '],
])('%j is text and nothing else', (typed, line) => {
  expect(lineWith(typed)).toMatch(new RegExp(`^${line.replace(/[\\[\](){}*+?.|^$]/g, '\\$&')}`));
});

test('nothing is cut, however long the story', () => {
  const entries = Array.from({ length: 200 }, (_, at) => ({
    text: `${at} ${'long '.repeat(400)}`,
    stories: ['talks'],
  }));

  const markdown = markdownOf({ entries });

  expect(markdown).not.toContain('…');
  for (const at of [1, 100, 200]) expect(markdown).toMatch(new RegExp(` E-${at}$`, 'm'));
});

test('an address leads where it says; what would end it is written in other signs', () => {
  const url = 'https://x.org/a_(b)?c=%3E';
  const sources = [{ kind: 'document' as const, label: 'A [paper]', url }];

  const markdown = markdownOf({ entries: [{ text: 'So.', stories: ['talks'], sources }] });

  expect(markdown).toContain('- [A \\[paper\\]](<https://x.org/a_(b)?c=%3E>)\n');
});

test('whatever was typed, every line is one that we meant: a heading of ours, a list item, a paragraph', () => {
  const ours =
    /^(?:# .+|## (?:What we|Reported|Disputed|Figures|Who is|Background|Sources).*|- .+|\*[^*]+\*|[^#\->+=\s].*|\\.+|)$/u;

  fc.assert(
    fc.property(anySketch, (sketch) => {
      const newsroom = newsroomWith(sketch);
      for (const { slug } of newsroom.stories.all()) {
        const lines = exportStory(newsroom, slug, 'md', reader).split('\n');
        const bare = lines.map((line) => line.replace(/\\[^\w\s]/g, ''));

        expect(bare.filter((line) => /`|<[a-z/!@#]/i.test(line.replace(/\]\(<[^<>\s]*>\)/g, '')))).toEqual(
          [],
        );
        expect(lines.filter((line) => !ours.test(line))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
