import { exportTo } from '../../src/cli/export.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';
import { newsroomWith, now, sampleNewsroom } from '../support/newsroom-builder.ts';

function terminal(newsroom = sampleNewsroom()) {
  const said: string[] = [];
  const files: Record<string, string> = {};
  const doors = {
    say: (line: string) => void said.push(line),
    writeFile: async (file: string, text: string) => {
      if (file.startsWith('/root-only')) throw new Error('EACCES: permission denied');
      files[file] = text;
    },
  };
  const exports = (...words: string[]) => exportTo(words, { newsroom, now, zone: 'UTC' }, doors);
  return { said, files, exports };
}

test('a story is printed and nothing else is, so that it can be piped', async () => {
  const desk = terminal();

  expect(await desk.exports('ford-xiaomi', 'json')).toBe(0);

  expect(desk.said).toHaveLength(1);
  expect(parseBundle(desk.said[0] ?? '', 'piped')).toMatchObject({ name: 'ford-xiaomi' });
});

test('with --out it is in the file, wherever the words stand, and the file is named', async () => {
  const desk = terminal();

  const codes = [
    await desk.exports('ford-xiaomi', 'md', '--out', 'a.md'),
    await desk.exports('--out', 'b.json', 'all', 'json'),
  ];

  expect(codes).toEqual([0, 0]);
  expect(desk.said).toEqual(['a.md: written', 'b.json: written']);
  expect(desk.files['a.md']).toMatch(/^# Ford and Xiaomi.*\n(?:.*\n)+$/);
  expect(parseBundle(desk.files['b.json'] ?? '', 'b.json')).toMatchObject({ name: 'newsroom' });
});

test('what is under embargo goes along only when that is asked for', async () => {
  const held = { text: 'Signed on Friday.', stories: ['talks'], embargoedUntil: '2026-03-01T00:00:00.000Z' };
  const desk = terminal(newsroomWith({ stories: [{ slug: 'talks' }], entries: [held] }));

  await desk.exports('all', 'json');
  await desk.exports('all', 'json', '--embargoed');

  expect(desk.said.map((text) => text.includes('Signed on Friday'))).toEqual([false, true]);
});

test.each([
  [[], 'Name a story and a format'],
  [['ford-xiaomi'], 'Name a story and a format'],
  [['ford-xiaomi', 'md', '--out'], 'Name a story and a format'],
  [['ford-xiaomi', '--pretty', 'md'], 'Name a story and a format'],
  [['ford-xiaomi', 'pdf'], 'pdf: no format that I know; there are ninjs, md and json'],
  [['all', 'md'], 'all: everything goes into one bundle'],
  [['xiomi', 'md'], 'Nothing on record is called xiomi'],
  [
    ['ford-xiaomi', 'md', '--out', '/root-only/x'],
    '/root-only/x: cannot be written (EACCES: permission denied)',
  ],
])('%j is refused with what is wrong, and the exit code says so', async (words, told) => {
  const desk = terminal();

  expect(await desk.exports(...words)).toBe(1);
  expect(desk.said.join('\n')).toContain(told);
});
