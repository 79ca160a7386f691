import fc from 'fast-check';
import { freeSlug, slugProblem } from '../../../src/domain/editing/choose-slug.ts';
import { slugSchema } from '../../../src/domain/records/identifiers.ts';
import { newsroomWith } from '../../support/newsroom-builder.ts';

const newsroom = newsroomWith({
  stories: [{ slug: 'ford' }, { slug: 'ford-2', aliases: ['Old Name'] }],
  entities: [{ slug: 'xiaomi' }],
});
const problemOf = (slug: string, own?: string) => slugProblem(newsroom, 'story', slug, (near) => near, own);

describe('the slug of a new story', () => {
  test.each([
    ['ford', 'taken', 'ford-3'],
    ['old-name', 'taken', 'old-name-2'],
    ['help', 'reserved', 'help-story'],
    ['q-3', 'reserved', 'q-3-story'],
    ['Ford', 'shape', 'ford-3'],
    ['a--b', 'shape', 'a-b'],
    ['-', 'shape', 'new-story'],
    ['x'.repeat(90), 'shape', 'x'.repeat(60)],
  ])('%s is refused (%s), and %s would do', (typed, why, near) => {
    expect(problemOf(typed)).toMatchObject({ problem: 'bad-slug', why, near });
  });

  test('a slug that only an entity has is free', () => {
    expect(problemOf('xiaomi')).toBeUndefined();
  });

  test('a story may have back what it had', () => {
    expect(problemOf('old-name', 'ford-2')).toBeUndefined();
    expect(problemOf('old-name', 'ford')).toMatchObject({ why: 'taken', holder: { name: 'About ford-2' } });
  });

  test('whatever is typed, the slug offered is one that would be taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const slug = freeSlug(newsroom, 'story', typed);

        expect(slugSchema.safeParse(slug).success).toBe(true);
        expect(problemOf(slug)).toBeUndefined();
      }),
    );
  });
});
