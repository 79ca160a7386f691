import { readFileSync } from 'node:fs';
import { generate, schemaText, withCommands } from '../../src/cli/generate.ts';

const readFile = async (file: string) => readFileSync(file, 'utf8');

test('the commands in the README are those in the table of verbs', () => {
  const readme = readFileSync('README.md', 'utf8');

  expect(withCommands(readme)).toBe(readme);
});

test('the schema and the README are written where people look for them', async () => {
  const written = new Map<string, string>();
  const said: string[] = [];

  const code = await generate({
    readFile,
    writeFile: async (file, text) => void written.set(file, text),
    say: (line) => said.push(line),
  });

  expect(code).toBe(0);
  expect(written.get('data/schema.json')).toBe(schemaText());
  expect(written.get('README.md')).toContain('| `/brief help [COMMAND]` |');
  expect(said).toHaveLength(1);
});

test('a file that cannot be written is said, not thrown', async () => {
  const said: string[] = [];

  const code = await generate({
    readFile,
    writeFile: () => Promise.reject(new Error('EROFS: read-only file system')),
    say: (line) => said.push(line),
  });

  expect(code).toBe(1);
  expect(said).toEqual(['cannot be written: EROFS: read-only file system']);
});
