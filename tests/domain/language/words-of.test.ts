import { wordsOf } from '../../../src/domain/language/words-of.ts';

describe('the words of a text', () => {
  test.each([
    ['Ford’s talks', ['ford', 'talks']],
    ['小米', ['小', '米']],
    ['Ford 小米 talks', ['ford', '小', '米', 'talks']],
    ['…', []],
  ])('%s has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
