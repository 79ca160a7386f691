import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';
import { createNewsroom } from '../../src/domain/newsroom.ts';

const bundle = (more: string): string => `{"format":"slugline-bundle/1","name":"x",${more}}`;
const story = '{"slug":"a","headline":"x"}';
const entry = (more: string): string => `[{"key":"e","kind":"fact","text":"x","stories":["a"],${more}}]`;

describe('a bundle written to do harm', () => {
  test.each([
    ['a prototype at the top', bundle('"__proto__":{"isEditor":true}'), '__proto__'],
    [
      'a prototype in a record',
      bundle(`"stories":[{"__proto__":{"x":1},"slug":"a","headline":"x"}]`),
      'stories[0]',
    ],
    ['a prototype as a slug', bundle('"stories":[{"slug":"__proto__","headline":"x"}]'), 'stories[0].slug'],
    [
      'a prototype as a source',
      bundle(`"stories":[${story}],"entries":${entry('"sources":["__proto__"]')}`),
      'sources[0]',
    ],
    [
      'a constructor as a source',
      bundle(`"stories":[${story}],"entries":${entry('"sources":["constructor"]')}`),
      'sources[0]',
    ],
    [
      'an address that runs a script',
      bundle(
        `"stories":[${story}],"entries":${entry('"sources":[{"kind":"document","label":"x","url":"javascript:alert(1)"}]')}`,
      ),
      'url',
    ],
    ['lists in lists without end', '['.repeat(100_000), 'line 1'],
  ])('with %s is refused at its place', (_, text, place) => {
    const read = parseBundle(text, 'hostile.json');
    const outcome = 'problem' in read ? read : importBundle(createNewsroom(), read);

    expect(outcome).toHaveProperty('problem');
    expect(JSON.stringify(outcome)).toContain(place);
    expect({}).not.toHaveProperty('isEditor');
  });

  test('that names things like JavaScript’s own is imported like any other', () => {
    const text = bundle('"stories":[{"slug":"constructor","headline":"toString"}]');

    const read = parseBundle(text, 'odd.json');

    expect('problem' in read ? read : importBundle(createNewsroom(), read)).toMatchObject({
      added: { stories: 1 },
    });
  });
});
