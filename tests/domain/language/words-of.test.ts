import fc from 'fast-check';
import { phraseOf, wordsByRule, wordsOf } from '../../../src/domain/language/words-of.ts';

describe('the words of a text', () => {
  test.each([
    ['Ford’s talks', ['ford', 'talks']],
    ['小米', ['小', '米']],
    ['Ford 小米 talks', ['ford', '小', '米', 'talks']],
    ['…', []],
    ['Citroën, QUÉBEC\u00a0and “AT&T”', ['citroen', 'quebec', 'and', 'at&t']],
    ['a rock ’n’ roll band’s', ['a', 'rock', 'n', 'roll', 'band']],
    ['ΝΟΣ 한국 ﬁve', ['νος', '한국', 'five']],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each(['BYD & Co. 7', 'Citroën’s', '小米 Xiaomi', 'ΝΟΣ', '…'])('make the phrase of %j', (name) => {
    expect(phraseOf(name)).toBe(wordsOf(name).join(' '));
  });

  test('are whole however long one of them is', () => {
    const endless = 'x'.repeat(200_000);

    expect(wordsOf(`an ${endless}`)).toEqual(['an', endless]);
  });
});

describe('read letter by letter, a text has the words that the rules give it', () => {
  test('with every character there is between two words, after an apostrophe and before a possessive', () => {
    const differing: string[] = [];
    for (let code = 0; code < 65_536; code += 1) {
      const one = String.fromCharCode(code);
      const text = `é${one}b A’${one} Ford’s${one} ’${one}s 小${one}`;
      if (wordsOf(text).join(' ') !== wordsByRule(text).join(' ')) differing.push(code.toString(16));
    }

    expect(differing).toEqual([]);
  });

  test('whatever stands beside what', () => {
    const tricky = fc.constantFrom(
      ...['’', "'", 's', 'S', ' ', '\n', 'a', 'é', '\u0301', '小', 'ｶ', 'ﾞ', 'Σ', 'ς', '가', 'ᄀ', 'ᅡ'],
      ...['-', '&', '+', '´', '½', 'ﬁ', 'İ', '\u00a0', 'ا', 'ً', '\ud83d', '😀'],
    );
    const drawn = fc.oneof(fc.array(tricky, { maxLength: 10 }), fc.array(fc.string({ unit: 'binary' })));

    fc.assert(
      fc.property(drawn, (pieces) => {
        const text = pieces.join('');
        expect(wordsOf(text)).toEqual(wordsByRule(text));
        expect(phraseOf(text)).toBe(wordsOf(text).join(' '));
      }),
      { numRuns: 1000 },
    );
  });
});
