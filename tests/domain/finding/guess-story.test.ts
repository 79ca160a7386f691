import { guessStory } from '../../../src/domain/finding/guess-story.ts';
import { newsroomWith, now } from '../../support/newsroom-builder.ts';

const newsroom = newsroomWith({
  entities: [{ slug: 'ford' }, { slug: 'xiaomi' }, { slug: 'union' }, { slug: 'rail' }, { slug: 'ghost' }],
  stories: [
    {
      slug: 'ford-xiaomi',
      entities: [
        { entity: 'ford', role: 'carmaker' },
        { entity: 'xiaomi', role: 'partner' },
      ],
    },
    {
      slug: 'ford-strike',
      entities: [
        { entity: 'ford', role: 'employer' },
        { entity: 'union', role: 'strikes' },
      ],
    },
    { slug: 'old-strike', status: 'closed', entities: [{ entity: 'rail', role: 'employer' }] },
    { slug: 'secret' },
  ],
  entries: [
    { text: 'Xiaomi builds cars.', stories: ['ford-xiaomi'], entities: ['xiaomi'] },
    {
      text: 'Ghost moves.',
      stories: ['secret'],
      entities: ['ghost'],
      embargoedUntil: '2999-01-01T00:00:00.000Z',
    },
  ],
});

test.each([
  ['Ford and Xiaomi met again', 'ford-xiaomi'],
  ['The union says Ford walked out', 'ford-strike'],
  ['Xiaomi will not comment', 'ford-xiaomi'],
  ['Rail workers are back at work', undefined],
  ['It rained all day', undefined],
  ['', undefined],
])('“%s” is about %s', (text, story) => {
  expect(guessStory(newsroom, text, now)).toBe(story);
});

test('a story that only an embargoed entry ties to a name is not guessed', () => {
  expect(guessStory(newsroom, 'Ghost was seen', now)).toBeUndefined();
  expect(guessStory(newsroom, 'Ghost was seen', '2999-01-02T00:00:00.000Z')).toBe('secret');
});
