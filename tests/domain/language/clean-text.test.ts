import fc from 'fast-check';
import { cleanText } from '../../../src/domain/language/clean-text.ts';

describe('what Slack sends, as the person meant it', () => {
  test.each([
    ['stray spaces', '   ford-xiaomi \t  timeline\n', 'ford-xiaomi timeline'],
    ['no-break spaces', 'ford-xiaomi\u00a0timeline', 'ford-xiaomi timeline'],
    [
      'zero-width spaces around a word',
      '\u200bford-xiaomi\ufeff \u2060timeline\u200b',
      'ford-xiaomi timeline',
    ],
    ['a channel of the story’s name', '<#C01|ford-xiaomi> timeline', 'ford-xiaomi timeline'],
    ['a channel that we may not see', '<#C01|> timeline', 'timeline'],
    ['a plain hash', '#ford-xiaomi', '#ford-xiaomi'],
    ['a pasted link', '<https://www.ft.com/content/1?a=b&amp;c=d>', 'https://www.ft.com/content/1?a=b&c=d'],
    ['a pasted link with its label', 'src: <http://ft.com|ft.com>', 'src: http://ft.com'],
    ['smart quotes', '“Has Ford’s board met?”', '"Has Ford\'s board met?"'],
    ['French quotes', '«Ford»', '"Ford"'],
    ['Slack’s escapes', 'Johnson &amp; Johnson &lt;tips&gt;', 'Johnson & Johnson <tips>'],
    ['an escape that was typed itself', '&amp;lt;', '&lt;'],
    ['nothing', ' \u200b ', ''],
  ])('%s', (_, sent, meant) => {
    expect(cleanText(sent)).toBe(meant);
  });

  test('whatever was sent, words are parted by single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const cleaned = cleanText(sent);

        expect(cleaned).toBe(cleaned.split(/\s+/).filter(Boolean).join(' '));
      }),
    );
  });
});
