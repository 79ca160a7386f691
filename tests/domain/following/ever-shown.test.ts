import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { editedPost } from '../../../src/domain/pages/edited-post.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { adds, corrects, desk, does, owed, posts, withdraws } from '../../support/following.ts';
import { act, now } from '../../support/newsroom-builder.ts';

const ts = '1770000001.000000';

/** A briefing that was shared while it showed both entries. */
const shared = (): Newsroom => {
  const newsroom = desk();
  does(newsroom, adds);
  act(newsroom, [posts(newsroom, ['E-1', 'E-2'], { as: 'share', ts })]);
  return newsroom;
};

/** It is drawn anew, and these are what it still shows. */
const redraws = (newsroom: Newsroom, ...shows: string[]) =>
  act(newsroom, [
    posts(newsroom, shows, { as: 'share', ts, settles: `edit:C1:${ts}`, drawnSeq: newsroom.seq }),
  ]);

const shownBy = (newsroom: Newsroom): string[] =>
  [...newsroom.posts.all()].flatMap(({ shows }) => shows.map(({ entry }) => entry));

describe('a briefing that no longer shows an entry', () => {
  test('has its thread told when that is withdrawn, and says so itself', () => {
    const newsroom = shared();
    act(newsroom, [{ type: 'entry-embargoed', id: 'E-2', until: '2026-03-01T06:00:00.000Z' }]);
    act(newsroom, [corrects('E-1')]);
    redraws(newsroom, 'E-1');

    act(newsroom, [withdraws('E-2')]);

    const [post] = [...newsroom.posts.all()];
    expect(owed(newsroom)).toContain(`notice:E-2:2:C1:${ts}`);
    expect(plainText(editedPost(newsroom, post!, { now, zone: 'UTC' }))).toContain(
      'Withdrawn: do not use. E-2',
    );
  });

  test('is put right once for that, and then is owed nothing', () => {
    const newsroom = shared();
    redraws(newsroom, 'E-1');
    act(newsroom, [withdraws('E-2')]);

    redraws(newsroom, 'E-1');

    expect(owed(newsroom)).toEqual([`notice:E-2:1:C1:${ts}`]);
  });

  test('shows it again as it stands when it comes back', () => {
    const newsroom = shared();
    redraws(newsroom, 'E-1');
    act(newsroom, [corrects('E-2')]);

    redraws(newsroom, 'E-2');

    expect([...newsroom.posts.all()][0]?.shows).toEqual([
      { entry: 'E-2', revision: 1 },
      { entry: 'E-1', revision: 0 },
    ]);
  });
});

test('an entry that others pushed off a card, which its thread never had, is withdrawn there, too', () => {
  const newsroom = desk();
  act(newsroom, [posts(newsroom, ['E-1'], { as: 'card', ts })]);
  does(newsroom, adds, adds, adds);
  act(newsroom, [posts(newsroom, ['E-2', 'E-3', 'E-4'], { as: 'card', ts })]);

  act(newsroom, [withdraws('E-1')]);

  expect(owed(newsroom)).toContain(`notice:E-1:1:C1:${ts}`);
});

test('of a lively card the last fifty are remembered beside what it shows', () => {
  const newsroom = desk();
  for (let count = 0; count < 60; count += 1) does(newsroom, adds);

  for (let at = 1; at <= 60; at += 1) act(newsroom, [posts(newsroom, [`E-${at}`], { as: 'card', ts })]);

  const last = Array.from({ length: 51 }, (_, at) => `E-${60 - at}`);
  expect(shownBy(newsroom)).toEqual(last);
});
