import fc from 'fast-check';
import { splitSentences } from '../../../src/domain/articles/sentences/split-sentences.ts';

describe('the sentences of a paragraph', () => {
  test.each([
    ['an initial', ['J. R. Ortiz spoke.', 'Nobody answered.']],
    ['a title', ['Dr. Lena Fox met Gov. Ray Hill.', 'They agreed.']],
    ['a country in initials', ['The U.S. Army moved.', 'Prices in the U.S.', 'The army stayed.']],
    [
      'the form of a company',
      ['Contemporary Amperex Technology Co., Limited (CATL) grew.', 'It sells cells.'],
    ],
    ['a company before its chief', ['Tandem Inc. Chief Executive Ann Lee left.', 'She was 50.']],
    ['a decimal number', ['It rose 3.5 percent to $1.2 billion.', 'Costs fell.']],
    ['a date', ['The vote is on Feb. 3 in Ohio.', 'It may be close.']],
    ['a numbered thing', ['He lives at No. 10 now.', 'She does not.']],
    ['a time of day', ['It opened at 6 a.m. on Monday.', 'Few came.']],
    ['several sentences in one quotation', ['“We tried. We failed. We go on,” said Roe.', 'He left.']],
    ['straight quotation marks', ['"It broke. Nobody knows why," she said.', '"We will see."']],
    ['a question that somebody asks', ['“Why now?” Roe asked.', 'Nobody knew.']],
    ['a quotation that ends before another sentence', ['“I saw it.”', 'Baker Ray Dunphy ran.']],
    ['a sentence of its own behind a quotation', ['He said: “It is over.”', 'She said: “It is not.”']],
    ['Chinese', ['小米说不。', '福特没有回答。']],
  ])('%s does not part what belongs together', (_, sentences) => {
    const joined = /[。]$/.test(sentences[0] ?? '') ? sentences.join('') : sentences.join(' ');

    expect(splitSentences(joined)).toEqual(sentences);
  });

  test('nothing of a paragraph is lost, whatever stands in it', () => {
    const piece = fc.constantFrom(
      'Roe',
      'said',
      '.',
      '!',
      '?',
      '“',
      '”',
      '"',
      ' ',
      ' ',
      'U.S.',
      'Co.',
      '3.5',
      '。',
      '(',
      ')',
    );
    const letters = (text: string) => text.replace(/\s+/g, '');

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const paragraph = pieces.join('');
        expect(letters(splitSentences(paragraph).join(''))).toBe(letters(paragraph));
      }),
    );
  });
});
