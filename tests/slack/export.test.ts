import fc from 'fast-check';
import { codeBlocks } from '../../src/slack/views/code-blocks.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeAll(async () => {
  app = await startSlugline();
});
afterAll(() => app.stop());

test('an export answers whoever asks and nobody else, page by page in the same message', async () => {
  const { message } = await app.slack.types(ana, autos, '/brief export ford-xiaomi ninjs');
  expect(message.ephemeralFor).toBe(ana);
  expect(shownText(message)).toContain('"slugline": "ford-xiaomi"');

  const before = message.shownAt;
  await app.slack.clicks(ana, message, 'Next page');
  await app.slack.until(() => message.shownAt > before);

  expect(shownText(message)).toContain('page 2 of 3');
});

test('a block of code is within Slack’s limit whatever is in it, and has all of it', () => {
  const anyText = fc
    .array(fc.constantFrom('&', '<', '>', '`', '```', '\n', 'word ', '比', '👩🏽‍🚀', '*'), { maxLength: 60 })
    .chain((words) => fc.constantFrom(1, 20, 200).map((times) => words.join('').repeat(times)));

  fc.assert(
    fc.property(anyText, (text) => {
      const blocks = codeBlocks(text).map((block) => block.text?.text ?? '');

      for (const block of blocks) {
        expect(block.length).toBeLessThanOrEqual(3000);
        expect(block.slice(3, -3)).not.toMatch(/```|[<>]|&(?!amp;|lt;|gt;)/);
      }
      const bare = (words: string) => words.replace(/[\s`ˋ]/g, '');
      const shown = blocks.map((block) => block.slice(3, -3)).join('');
      const read = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(bare(read)).toBe(bare(text));
    }),
    { numRuns: 60 },
  );
});
