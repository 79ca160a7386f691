import fc from 'fast-check';
import { foldName } from '../../../src/domain/language/fold-name.ts';

test('a name in plain letters folds as it does beside others', () => {
  const plain = fc.string({ unit: 'grapheme-ascii' });

  fc.assert(
    fc.property(plain, (name) => {
      // A quotation mark is dropped, and sends the name the long way.
      expect(foldName(name)).toBe(foldName(`“${name}`));
    }),
    { numRuns: 2000 },
  );
});
