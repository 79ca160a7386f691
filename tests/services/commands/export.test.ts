import { parseBundle } from '../../../src/domain/editing/bundle/parse-bundle.ts';
import { exportStory } from '../../../src/domain/exporting/export-story.ts';
import type { Page } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { ask, newsroomWith, now, sampleNewsroom } from '../../support/newsroom-builder.ts';

const copied = (page: Page): string =>
  page.parts.map((part) => (part.part === 'preformatted' ? part.text : '')).join('');
const nextOf = (page: Page): string | undefined =>
  page.parts
    .flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
    .flatMap((button) => ('command' in button && button.label === 'Next page' ? [button.command] : []))[0];

/** All pages, turned one after the other, as somebody copies them. */
function copiedWhole(newsroom: ReturnType<typeof sampleNewsroom>, words: string): string {
  const pages: string[] = [];
  for (let next: string | undefined = words; next !== undefined; ) {
    const { page } = ask(newsroom, next);
    pages.push(copied(page));
    next = nextOf(page);
  }
  return pages.join('\n');
}
const reader = { viewer: { role: 'reader' }, now, zone: 'UTC' } as const;

describe('export', () => {
  test.each(['ninjs', 'md', 'json'] as const)('%s copied page after page is the whole export', (format) => {
    const newsroom = sampleNewsroom();

    const whole = copiedWhole(newsroom, `export ford-xiaomi ${format}`);

    const exported = exportStory(newsroom, 'ford-xiaomi', format, reader).trimEnd();
    if (format === 'md') expect(whole).toBe(exported);
    else expect(JSON.parse(whole)).toEqual(JSON.parse(exported));
  });

  test('with backticks in the text is still one block of code, and the same JSON', () => {
    const text = 'They wrote ```rm -rf``` and `so on`.';
    const newsroom = newsroomWith({ stories: [{ slug: 'talks' }], entries: [{ text, stories: ['talks'] }] });

    const { page } = ask(newsroom, 'export talks json');

    expect(copied(page)).not.toContain('`');
    expect(parseBundle(copied(page), 'copied')).toMatchObject({ entries: [{ text }] });
  });

  test('a reader’s has nothing of what is under embargo, an editor’s has it', () => {
    const held = {
      text: 'Signed on Friday.',
      stories: ['talks'],
      embargoedUntil: '2026-03-01T00:00:00.000Z',
    };
    const newsroom = newsroomWith({ stories: [{ slug: 'talks' }], entries: [held] });
    const shownTo = (role: 'reader' | 'editor', format: string) =>
      copied(ask(newsroom, `export talks ${format}`, { viewer: { role } }).page);

    for (const format of ['ninjs', 'md', 'json']) {
      expect(shownTo('reader', format)).not.toContain('Signed on Friday');
      expect(shownTo('editor', format)).toContain('Signed on Friday');
    }
  });

  test('an editor is told that it holds what is under embargo, nobody else that there is any', () => {
    const newsroom = newsroomWith({
      stories: [{ slug: 'talks' }, { slug: 'plant' }],
      entities: [{ slug: 'ford' }],
      entries: [
        { key: 'held', text: 'Signed.', stories: ['plant'], embargoedUntil: '2026-03-01T00:00:00.000Z' },
        {
          ...{ kind: 'response' as const, text: 'Ford declined to comment.', stories: ['talks'] },
          response: { entity: 'ford', respondsTo: 'held', stance: 'declines' as const },
        },
        { text: 'Out long ago.', stories: ['talks'], embargoedUntil: '2026-02-05T00:00:00.000Z' },
      ],
    });
    const said = (role: 'reader' | 'editor', words: string) =>
      plainText(ask(newsroom, `export ${words}`, { viewer: { role } }).page);

    for (const words of ['plant md', 'plant ninjs', 'talks json'])
      expect(said('editor', words)).toContain('1 entry in it is under embargo');
    expect(said('editor', 'talks md')).not.toContain('under embargo');
    for (const words of ['plant md', 'talks json'])
      expect(said('reader', words)).not.toContain('under embargo');
  });

  test.each([
    ['export ford-xiaomi MARKDOWN.', 'ford-xiaomi as Markdown'],
    ['export xiaomi jv bundle', 'ford-xiaomi as Slugline’s bundle'],
    ['export ford-xiaomi', 'What is missing: the format, which is ninjs, md or json.'],
    ['export ford-xiaomi pdf', 'What is missing: the format, which is ninjs, md or json.'],
    ['export all json', 'npm run export -- all json'],
    ['export ford md', 'is an entity, no story'],
    ['export nobody-knows md', 'Nothing on record is called nobody-knows'],
    ['export md', 'Which story'],
  ])('%j is understood, or answered with what is missing', (words, told) => {
    expect(plainText(ask(sampleNewsroom(), words).page)).toContain(told);
  });

  test('in a thread about a story the format is enough', () => {
    const threadTopics = [{ kind: 'story' as const, slug: 'ford-xiaomi' }];

    const { page } = ask(sampleNewsroom(), 'export md', { threadTopics });

    expect(plainText(page)).toContain('ford-xiaomi as Markdown');
  });
});
