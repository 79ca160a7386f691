import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { searchPage } from '../../../src/domain/pages/search-page.ts';
import { act, newsroomWith, now } from '../../support/newsroom-builder.ts';

const until = '2999-01-01T00:00:00.000Z';

/** A newsroom that has changed since the index looked: it still names all three entries. */
function lateIndex() {
  const newsroom = newsroomWith({
    stories: [{ slug: 'talks' }],
    entries: ['First', 'Second', 'Third'].map((text) => ({
      text: `${text} plant opens`,
      stories: ['talks'],
    })),
  });
  const hits = ['E-1', 'E-2', 'E-3'].map((id) => ({ key: `entry:${id}`, words: ['plant'] }));
  return { newsroom, result: { found: { total: 3, hits, near: [] }, page: 1, asked: 'plant' } };
}

describe('an index that is a moment behind', () => {
  test('shows a reader nothing that was held back or withdrawn meanwhile, and does not count it', () => {
    const { newsroom, result } = lateIndex();
    act(newsroom, [
      { type: 'entry-embargoed', id: 'E-1', until },
      { type: 'entry-withdrawn', id: 'E-2', reason: 'wrong' },
    ]);

    const reader = plainText(searchPage(newsroom, result, { viewer: { role: 'reader' }, now, zone: 'UTC' }));
    const editor = plainText(searchPage(newsroom, result, { viewer: { role: 'editor' }, now, zone: 'UTC' }));

    expect(reader).toContain('1 found');
    expect(reader).not.toMatch(/First|Second/);
    expect(editor).toContain('2 found');
    expect(editor).toContain('EMBARGOED');
    expect(editor).not.toContain('Second');
  });
});
