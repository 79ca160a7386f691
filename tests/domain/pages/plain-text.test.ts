import { views } from '../../../src/domain/language/topic-request.ts';
import type { Page, Part } from '../../../src/domain/pages/page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { pageMessage } from '../../../src/slack/views/page-message.ts';
import { shownText, wordsOf } from '../../slack/views/slack-words.ts';
import { ask, newsroomWith, sampleNewsroom } from '../../support/newsroom-builder.ts';

const newsroom = sampleNewsroom();

/** The words of `some` that are missing from `all`, read in order. */
function missing(some: readonly string[], all: readonly string[]): string[] {
  let at = 0;
  return some.filter((word) => {
    const found = all.indexOf(word, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

describe('the plain text of a page', () => {
  const topics = ['ford-xiaomi', 'catl', 'jim farley', 'ford xiaomi', 'catl michigan', 'ford-xiaomi catl'];

  test.each([
    ...[
      '',
      'help',
      'help timeline',
      'E-1',
      'E-2',
      'E-99',
      'nothing of that name',
      'xiaomy',
      'timeline',
      'help hlep',
    ],
    ...['entity:ford entity:xiaomi entity:catl', ...topics],
    ...topics.flatMap((topic) => views.map((view) => `${topic} ${view}`)),
  ])('of “%s” has every word that Slack shows, in the same order', (words) => {
    const { page } = ask(newsroom, words);

    const shown = wordsOf(shownText(pageMessage(page, 'private')));
    const read = wordsOf(plainText(page));

    expect(shown.length).toBeGreaterThan(3);
    expect(missing(shown, read)).toEqual([]);
  });

  test('says how much more there is of a list', () => {
    expect(plainText(ask(newsroom, 'ford-xiaomi').page)).toMatch(/^… \d+ more$/m);
  });

  test('reads out choices, each with what to type', () => {
    const twins = newsroomWith({
      stories: [{ slug: 'ford', headline: 'The carmaker' }],
      entities: [{ slug: 'ford' }, { slug: 'gerald-ford', aliases: ['Ford'] }],
    });

    expect(plainText(ask(twins, 'ford').page)).toBe(
      [
        'ford can mean more than one thing. Which one?',
        [
          '• Story: The carmaker: /brief story:ford',
          '• Ford: /brief entity:ford',
          '• Gerald Ford: /brief entity:gerald-ford',
        ].join('\n'),
        'To say it in one go: /brief story:ford',
      ].join('\n\n'),
    );
  });

  test('reads out what was perhaps meant', () => {
    expect(plainText(ask(newsroom, 'xiaomy').page)).toContain(
      'Did you mean:\n\n• Xiaomi: /brief entity:xiaomi',
    );
  });

  test('shows an address behind its words, and a person by their id', () => {
    const line: Part = {
      part: 'paragraph',
      text: [{ text: 'SEC filing', url: 'https://sec.gov/1' }, ', seen by ', { person: 'U0ED' }],
    };

    expect(plainText({ parts: [line] })).toBe('SEC filing (https://sec.gov/1), seen by @U0ED');
  });

  test('of the longest page is cut between words and says so', () => {
    const page: Page = { parts: [{ part: 'paragraph', text: ['word '.repeat(10_000)] }] };

    const text = plainText(page);

    expect(text.length).toBeLessThanOrEqual(12_000);
    expect(text).toMatch(/ word…$/);
  });
});
