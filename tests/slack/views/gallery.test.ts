import { pageMessage } from '../../../src/slack/views/page-message.ts';
import { ask, newsroomWith, sampleNewsroom } from '../../support/newsroom-builder.ts';

/** Whole messages, to be looked at: the one place for snapshots. */
describe('gallery', () => {
  const sample = sampleNewsroom();
  const twoFords = newsroomWith({
    entities: [
      { slug: 'ford', name: 'Ford' },
      { slug: 'ford-foundation', name: 'Ford Foundation', schema: 'Organization', aliases: ['Ford'] },
    ],
  });

  test.each([
    ['a story', sample, 'ford-xiaomi'],
    ['an entity', sample, 'catl'],
    ['a connection', sample, 'ford xiaomi'],
    ['an unknown word', sample, 'xiaomy'],
    ['an ambiguous word', twoFords, 'ford'],
  ])('%s', (_, newsroom, words) => {
    const message = pageMessage(ask(newsroom, words).page, 'private');

    expect(message).toMatchSnapshot();
  });
});
