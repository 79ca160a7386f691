import { schemaText, writeSchema } from '../../src/cli/write-schema.ts';

test('the schema is written to the file that bundles name', async () => {
  const written: string[] = [];
  const said: string[] = [];

  const code = await writeSchema('data/schema.json', {
    writeFile: async (file, text) => void written.push(file, text),
    say: (line) => said.push(line),
  });

  expect(code).toBe(0);
  expect(written).toEqual(['data/schema.json', schemaText()]);
  expect(said).toEqual(['data/schema.json: written']);
});

test('a schema that cannot be written is said, not thrown', async () => {
  const said: string[] = [];

  const code = await writeSchema('data/schema.json', {
    writeFile: () => Promise.reject(new Error('EROFS: read-only file system')),
    say: (line) => said.push(line),
  });

  expect(code).toBe(1);
  expect(said).toEqual(['data/schema.json: cannot be written (EROFS: read-only file system)']);
});
