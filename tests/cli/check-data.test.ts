import { readFileSync } from 'node:fs';
import { checkFiles } from '../../src/cli/check-data.ts';

const bundle = (lines: object) => JSON.stringify({ format: 'slugline-bundle/1', name: 'test', ...lines });
const ford = { slug: 'ford', schema: 'Company', name: 'Ford' };
const maker = { slug: 'vans', headline: 'Vans', entities: [{ entity: 'ford', role: 'maker' }] };

async function check(files: Record<string, string>) {
  const said: string[] = [];
  const code = await checkFiles(Object.keys(files), {
    readFile: async (file) => Buffer.from(files[file] ?? ''),
    say: (line) => said.push(line),
  });
  return { code, said };
}

describe('check-data', () => {
  test('the sample newsroom is in order', async () => {
    const checked = await check({ sample: readFileSync('data/sample/ford-xiaomi.json', 'utf8') });

    expect(checked).toEqual({
      code: 0,
      said: ['sample: in order, 1 story, 14 entities, 7 relations, 25 entries, 9 questions'],
    });
  });

  test('of more entries than are news it says that no channel will be told', async () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ key: `line-${at}`, kind: 'fact', text: `Line ${at}.` }));

    const { said } = await check({
      news: bundle({ entries: entries(50) }),
      archive: bundle({ name: 'archive', entries: entries(51) }),
    });

    expect(said).toEqual([
      'news: in order, 50 entries',
      'archive: in order, 51 entries. No channel is told: more than 50 new entries at once are history',
    ]);
  });

  test('a file may refer to those named before it, not to those after', async () => {
    const entities = bundle({ entities: [ford] });
    const stories = bundle({ stories: [maker] });

    expect((await check({ entities, stories })).code).toBe(0);
    expect((await check({ stories, entities })).code).toBe(1);
  });

  test('each fault has a line of its own', async () => {
    const { code, said } = await check({ bad: bundle({ entities: [{ slug: 'Ford', schema: 'Car' }] }) });

    expect(code).toBe(1);
    expect(said).toEqual([
      'bad: entities[0].slug: found "Ford"; expected a slug of lower-case words joined by hyphens, like ford-xiaomi',
      'bad: entities[0].schema: found "Car"; expected one of Person, Company, Organization, PublicBody, Place, Product',
      'bad: entities[0].name: found nothing; expected text',
    ]);
  });
});
