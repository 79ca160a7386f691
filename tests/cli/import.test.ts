import { readFileSync } from 'node:fs';
import { importFiles } from '../../src/cli/import.ts';
import { applyAct } from '../../src/domain/apply.ts';
import type { Bundle } from '../../src/domain/bundle.ts';
import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { createNewsroom } from '../../src/domain/newsroom.ts';
import { isProblem, type Problem } from '../../src/domain/problem.ts';

const bundle = (lines: object) => JSON.stringify({ format: 'slugline-bundle/1', name: 'test', ...lines });
const ford = { slug: 'ford', schema: 'Company', name: 'Ford' };
const story = { slug: 'ford-recall', headline: 'Ford recalls vans' };

function terminal(files: Record<string, string>) {
  const newsroom = createNewsroom();
  const said: string[] = [];
  return {
    newsroom,
    said,
    say: (line: string) => said.push(line),
    readFile: async (file: string) => {
      if (files[file] === undefined) throw new Error('ENOENT: no such file');
      return files[file];
    },
    record: async (read: Bundle, file: string) => {
      const outcome = importBundle(newsroom, read, file);
      if (isProblem(outcome)) return outcome;
      const { changes } = outcome;
      applyAct(newsroom, { seq: newsroom.seq + 1, at: '2026-02-01T09:30:00.000Z', by: 'import', changes });
      return outcome;
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
