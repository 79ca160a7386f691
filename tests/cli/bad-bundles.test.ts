import { checkFiles } from '../../src/cli/check-data.ts';
import { inUtf8, mostOfImport, readWhole } from '../../src/cli/read-whole.ts';

const head = { format: 'slugline-bundle/1', name: 'test' };

async function complaints(text: string | Uint8Array): Promise<string[]> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  await checkFiles(['x.json'], { readFile: async () => Buffer.from(text), say });
  return said;
}

async function* inChunks(...chunks: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

describe('a file that is no bundle', () => {
  test.each([
    ['', 'line 1, column 1: found the end of the file; expected a value'],
    [
      '{\n  "format": "slugline-bundle/1",\n  "name": test\n}',
      'line 3, column 11: found test; expected a value',
    ],
    ['{"entries": [1, 2,]}', 'line 1, column 19: found ]; expected no comma before the closing bracket'],
    ['\u0000\u0001PNG', 'line 1, column 1: found \u0000; expected a value'],
    ['[]', 'the whole file: found a list; expected an object'],
    ['null', 'the whole file: found null; expected an object'],
    ['"text"', 'the whole file: found "text"; expected an object'],
    ['{"uri": "urn:x", "type": "text"}', 'format: found nothing; expected "slugline-bundle/1"'],
  ])('%j is told by place, with what is expected', async (text, complaint) => {
    expect((await complaints(text))[0]).toBe(`x.json: ${complaint}`);
  });

  test('of 50 MB, torn at its end, is told by line and column', async () => {
    const line = `${' '.repeat(8)}"${'word '.repeat(200)}",\n`;
    const text = `{"entries": [\n${line.repeat(50_000)}`;

    expect((await complaints(text))[0]).toBe(
      'x.json: line 50002, column 1: found the end of the file; expected a value',
    );
  });

  test.each([
    ['brackets', '['.repeat(5_000_000)],
    ['escapes', `{"a": "${'\\n'.repeat(5_000_000)}`],
  ])('made of millions of %s is told, too', async (_, text) => {
    expect((await complaints(text))[0]).toMatch(
      /^x\.json: line 1, column \d+: found the end of the file; expected/,
    );
  });
});

describe('a bundle of the wrong shape', () => {
  test('with __proto__ anywhere is refused, and every such place named', async () => {
    const text = JSON.stringify({
      ...head,
      sources: { PROTO: { kind: 'document', label: 'A paper' } },
      stories: [{ slug: 'talks', headline: 'Talks', PROTO: { status: 'closed' } }],
      entries: [{ key: 'a', kind: 'fact', text: 'So.', sources: ['PROTO'] }],
      PROTO: { polluted: true },
    }).replaceAll('PROTO', '__proto__');

    const told = (await complaints(text)).join('\n');

    for (const path of ['sources.__proto__', 'stories[0].__proto__', '__proto__:', 'entries[0].sources[0]'])
      expect(told).toContain(`x.json: ${path}`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('may name a source or a line “constructor”: it is a word like any other', async () => {
    const text = JSON.stringify({
      ...head,
      sources: { constructor: { kind: 'document', label: 'A paper' } },
      entries: [{ key: 'constructor', kind: 'fact', text: 'So.', sources: ['constructor'] }],
    });

    expect(await complaints(text)).toEqual(['x.json: in order, 1 entry']);
  });

  test('with more faults than anybody reads names the first 200 and counts the rest', async () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => ({
      ...{ key: `line-${at}`, kind: 'fact', text: 'So.', stories: [`story-${at}`] },
    }));

    const told = await complaints(JSON.stringify({ ...head, entries }));

    expect(told).toHaveLength(201);
    expect(told.at(-1)).toBe('x.json: and 19,800 more faults');
  });

  test('in which two lines are of one origin is refused: one of them would be lost', async () => {
    const line = (key: string) => ({ key, kind: 'fact', text: 'So.', origin: { key: 'message:1' } });

    const told = await complaints(JSON.stringify({ ...head, entries: [line('a'), line('b')] }));

    expect(told).toEqual([
      'x.json: entries[1].origin.key: found "message:1"; expected another than entries[0].origin.key',
    ]);
  });
});

describe('reading a file', () => {
  test('joins what comes in pieces, a letter in two of them, too', async () => {
    const [first, second] = [
      Buffer.from('Cafe\u0301é').subarray(0, 7),
      Buffer.from('Cafe\u0301é').subarray(7),
    ];

    expect(inUtf8(await readWhole(inChunks(first, second)))).toBe('Cafe\u0301é');
  });

  test('ends at the limit, before memory does', async () => {
    const most = { bytes: 8, mend: 'split it' };

    await expect(readWhole(inChunks('1234', '5678', '9'), () => most)).rejects.toThrow(
      'larger than 0.000008 MB: split it',
    );
  });

  test.each([
    ['a text', ['Ford left the talks'], 'larger than 0.000008 MB: shorten it'],
    ['a text behind blanks', [' ', '\n', 'Ford left the talks'], 'larger than 0.000008 MB: shorten it'],
    ['a list', ['\n', '[1, 2, 3, 4, 5]'], undefined],
    ['a bundle with a byte order mark', ['\ufeff{"format": 1}'], undefined],
    ['a bundle in UTF-16', [Buffer.from('\ufeff {"format": 1}', 'utf16le')], undefined],
  ])('reads as much of %s as there may be', async (_, chunks, expected) => {
    const read = readWhole(inChunks(...chunks), mostOfImport({ bytes: 8, mend: 'shorten it' }));

    const refused = await read.then(
      () => undefined,
      (error: Error) => error.message,
    );

    expect(refused).toBe(expected);
  });

  test('takes no more from a pipe than it has to, to refuse it', async () => {
    let taken = 0;
    async function* pipe(): AsyncIterable<Uint8Array> {
      for (; taken < 50; taken += 1) yield Buffer.alloc(1_000_000, 'Ford left. ');
    }

    const read = readWhole(pipe(), mostOfImport({ bytes: 5_000_000, mend: 'shorten it' }));

    await expect(read).rejects.toThrow('larger than 5 MB');
    expect(taken).toBe(5);
  });

  test('refuses what is not UTF-8: its letters would be lost', async () => {
    expect(await complaints(Buffer.from('{"name": "é"}', 'latin1'))).toEqual([
      'x.json: cannot be read (not text in UTF-8: save it in that encoding)',
    ]);
  });
});
