import { readFileSync } from 'node:fs';
import { importFiles } from '../../src/cli/import.ts';
import { isBundle } from '../../src/cli/is-bundle.ts';
import { applyAct } from '../../src/domain/apply.ts';
import type { Bundle } from '../../src/domain/bundle.ts';
import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { draftMadeOf } from '../../src/domain/editing/drafts/find-draft.ts';
import { makeDraft } from '../../src/domain/editing/drafts/make-draft.ts';
import { createNewsroom } from '../../src/domain/newsroom.ts';
import { isProblem, type Problem } from '../../src/domain/problem.ts';
import type { Made } from '../../src/services/drafts.ts';
import { draftOfLines } from '../support/drafts.ts';

/** A reader of articles that takes each line for a statement. */
const draftIn = (text: string, story: string | undefined) =>
  draftOfLines(text.trim().split('\n'), { via: 'file', ...(story ? { story } : {}) });

const bundle = (lines: object) => JSON.stringify({ format: 'slugline-bundle/1', name: 'test', ...lines });
const ford = { slug: 'ford', schema: 'Company', name: 'Ford' };
const story = { slug: 'ford-recall', headline: 'Ford recalls vans' };

function terminal(files: Record<string, string | Uint8Array>) {
  const newsroom = createNewsroom();
  const said: string[] = [];
  return {
    newsroom,
    said,
    screen: { write: () => {} },
    isStopped: () => false,
    say: (line: string) => said.push(line),
    readFile: async (file: string) => {
      if (files[file] === undefined) throw new Error('ENOENT: no such file');
      return Buffer.from(files[file]);
    },
    record: async (read: Bundle, { file }: { file: string }) => {
      const outcome = importBundle(newsroom, read, file);
      if (isProblem(outcome)) return outcome;
      const { changes } = outcome;
      applyAct(newsroom, { seq: newsroom.seq + 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes });
      return outcome;
    },
    draft: async (bytes: Uint8Array, _file: string, story: string | undefined): Promise<Made | Problem> => {
      if (story !== undefined && !newsroom.stories.get(story))
        return { problem: 'unknown-topic', typed: story, near: [], nearCommands: [] };
      const draft = draftIn(bytes.toString(), story);
      const changes = makeDraft({ draft, leftOut: false })(newsroom);
      if (isProblem(changes)) return changes;
      const isNew = changes.length > 0;
      if (isNew)
        applyAct(newsroom, { seq: newsroom.seq + 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes });
      return { draft: draftMadeOf(newsroom, draft)!, isNew, leftOut: false };
    },
  };
}

describe('import', () => {
  test('the sample newsroom is recorded once and found the second time', async () => {
    const file = 'data/sample/ford-xiaomi.json';
    const desk = terminal({ [file]: readFileSync(file, 'utf8') });

    const codes = [await importFiles([file], desk), await importFiles([file], desk)];

    expect(codes).toEqual([0, 0]);
    expect(desk.said).toEqual([
      `${file}: 1 story, 14 entities, 7 relations, 25 entries, 9 questions recorded`,
      `${file}: already recorded, nothing new`,
    ]);
  });

  test('what is new in a file is told apart from what was there', async () => {
    const desk = terminal({
      one: bundle({ entities: [ford] }),
      two: bundle({ entities: [ford], stories: [story] }),
    });

    await importFiles(['one', 'two'], desk);

    expect(desk.said).toEqual(['one: 1 entity recorded', 'two: 1 story recorded (already there: 1 entity)']);
  });

  test('a bad file is refused whole; those before and after it stand', async () => {
    const bad = bundle({ stories: [story], questions: [{ key: 'why', story: 'ford-recal', text: 'Why?' }] });
    const desk = terminal({
      one: bundle({ entities: [ford] }),
      bad,
      torn: '{"format": ',
      last: bundle({ stories: [story] }),
    });

    const code = await importFiles(['one', 'bad', 'missing', 'torn', 'last'], desk);

    expect(code).toBe(1);
    expect(desk.said).toEqual([
      'one: 1 entity recorded',
      'bad: questions[0].story: found "ford-recal"; expected a story of this bundle or the newsroom; did you mean ford-recall?',
      'missing: cannot be read (ENOENT: no such file)',
      'torn: line 1, column 12: found the end of the file; expected a value',
      'last: 1 story recorded',
    ]);
  });

  test('a full disk is said, and the file counts as failed', async () => {
    const full = async (): Promise<Problem> => ({ problem: 'not-saved', reason: 'disk-full' });
    const desk = { ...terminal({ '-': bundle({ entities: [ford] }) }), record: full };

    const code = await importFiles(['-'], desk);

    expect(code).toBe(1);
    expect(desk.said).toEqual(['standard input: not recorded, the disk is full']);
  });

  test('without a file it says what to name', async () => {
    const desk = terminal({});

    expect(await importFiles([], desk)).toBe(1);
    expect(desk.said).toEqual([expect.stringContaining('import data/sample/ford-xiaomi.json')]);
  });
});

describe('importing an article', () => {
  const article = 'Ford left the talks.\nXiaomi stayed.';

  test('makes a draft, prints what it proposes and how to accept it; nothing is on record', async () => {
    const desk = terminal({ stories: bundle({ stories: [story] }), 'ft.txt': article });

    const code = await importFiles(['stories', 'ft.txt', '--story', 'ford-recall'], desk);

    expect(code).toBe(0);
    expect(desk.said.slice(1)).toEqual([
      'ft.txt: draft D-1 for ford-recall: 2 lines to decide',
      '  1  Fact: Ford left the talks. — per Financial Times',
      '  2  Fact: Xiaomi stayed. — per Financial Times',
      'Nothing of it is on record. In Slack: /brief D-1, /brief accept D-1 all',
    ]);
    expect(desk.newsroom.entries.size).toBe(0);
  });

  test('again leads to the draft that is there; without a story it says how to file it', async () => {
    const desk = terminal({ '-': article });

    await importFiles(['-'], desk);
    await importFiles(['-'], desk);

    expect(desk.newsroom.drafts.size).toBe(1);
    expect(desk.said.filter((text) => text.startsWith('standard input'))).toEqual([
      'standard input: draft D-1 for no story yet: 2 lines to decide',
      'standard input: already imported as D-1 for no story yet: 2 lines to decide',
    ]);
    expect(desk.said.at(-1)).toContain('/brief file D-1 STORY');
  });

  test('under a story that is not there is refused in words; a forgotten story is asked for', async () => {
    const desk = terminal({ 'ft.txt': article });

    const codes = [
      await importFiles(['ft.txt', '--story=nonesuch'], desk),
      await importFiles(['ft.txt', '--story'], desk),
    ];

    expect(codes).toEqual([1, 1]);
    expect(desk.said[0]).toMatch(/^ft\.txt: not recorded: Nothing on record is called nonesuch/);
    expect(desk.said[1]).toContain('--story SLUG');
    expect(desk.newsroom.drafts.size).toBe(0);
  });

  test('in another language says so', async () => {
    const desk = terminal({ 'fr.txt': article });
    const draft = async (...given: Parameters<typeof desk.draft>) => {
      const made = await desk.draft(...given);
      return isProblem(made) ? made : { ...made, draft: { ...made.draft, language: 'fr' } };
    };

    await importFiles(['fr.txt'], { ...desk, draft });

    expect(desk.said).toContain(
      '  The article is in another language (fr): its sentences stand as plain statements.',
    );
  });

  test('control characters of the text do not reach the terminal', async () => {
    const desk = terminal({ 'ft.txt': 'Ford \u001b[2Jleft.' });

    await importFiles(['ft.txt'], desk);

    expect(desk.said.join('\n')).not.toContain('\u001b');
  });

  test.each([
    ['a text', 'Ford left.', false],
    ['a web page', '<html><body>Ford left.</body></html>', false],
    ['ninjs', '{"uri": "tag:1", "headlines": [{"value": "Ford left"}]}', false],
    ['a bundle', '{"format": "slugline-bundle/1"}', true],
    ['a bundle without its format', '{"stories": []}', true],
    ['broken JSON', '{"format": ', true],
    ['a list', '[1]', true],
    ['a bundle with a byte order mark', '\ufeff{"stories": []}', true],
    ['ninjs in Windows-1252', Buffer.from('{"uri": "tag:1", "headline": "Café"}', 'latin1'), false],
    ['a text in UTF-16', Buffer.from('\ufeffFord left.', 'utf16le'), false],
    ['nothing', '', false],
  ])('%s is told by its content', (_, text, expected) => {
    expect(isBundle(Buffer.from(text))).toBe(expected);
  });
});
