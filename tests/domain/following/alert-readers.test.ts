import fc from 'fast-check';
import type { Change } from '../../../src/domain/change.ts';
import { acknowledge } from '../../../src/domain/following/alert-readers.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { newsroomFrom, takeSnapshot } from '../../../src/domain/snapshot.ts';
import { lived } from '../../support/lived-newsroom.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';
import { someActs } from '../any-change.ts';

const desk = () =>
  newsroomWith({
    stories: [{ slug: 'ford-xiaomi' }, { slug: 'other' }],
    entities: [{ slug: 'ford' }],
    entries: [{ stories: ['ford-xiaomi'], entities: ['ford'], text: 'They talked.' }],
  });
const looks = (
  newsroom: Newsroom,
  person: string,
  kind: 'story' | 'entity' = 'story',
  slug = 'ford-xiaomi',
) => act(newsroom, [{ type: 'looked', mark: { person, topic: { kind, slug }, seenSeq: newsroom.seq } }]);
const corrects = (newsroom: Newsroom, text = 'They wrote.', by = 'UED') =>
  act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text }, reason: 'They did not talk.' }], {
    by,
  });
const alerted = (newsroom: Newsroom) => [...newsroom.alerts.all()].map(({ person }) => person);

test('everybody who read the story or the entity before is alerted, each once', () => {
  const newsroom = desk();
  looks(newsroom, 'UANA');
  looks(newsroom, 'UANA', 'entity', 'ford');
  looks(newsroom, 'UBEN', 'entity', 'ford');

  corrects(newsroom);

  expect(alerted(newsroom)).toEqual(['UANA', 'UBEN']);
});

test('who read something else, who read it before the entry was there, and who corrects it are not', () => {
  const newsroom = desk();
  looks(newsroom, 'UOTHER', 'story', 'other');
  looks(newsroom, 'UED');
  act(newsroom, [
    { type: 'looked', mark: { person: 'UEARLY', topic: { kind: 'story', slug: 'ford-xiaomi' }, seenSeq: 0 } },
  ]);

  corrects(newsroom);

  expect(alerted(newsroom)).toEqual([]);
});

test('an entry that was under embargo counts as read only from its lift on', () => {
  const newsroom = desk();
  act(newsroom, [{ type: 'entry-embargoed', id: 'E-1', until: '2026-03-01T06:00:00.000Z' }]);
  looks(newsroom, 'UBEFORE');
  act(newsroom, [{ type: 'embargo-lifted', id: 'E-1' }]);
  looks(newsroom, 'UAFTER');

  corrects(newsroom);

  expect(alerted(newsroom)).toEqual(['UAFTER']);
});

test('a mark that is written after the correction of what it saw alerts all the same', () => {
  const newsroom = desk();
  const seenSeq = newsroom.seq;
  corrects(newsroom);

  for (const person of ['UANA', 'UED'])
    act(newsroom, [
      { type: 'looked', mark: { person, topic: { kind: 'story', slug: 'ford-xiaomi' }, seenSeq } },
    ]);

  expect([...newsroom.alerts.all()]).toMatchObject([{ person: 'UANA', entry: 'E-1', first: 1, revision: 1 }]);
});

test('a mark that is written after it and saw it alerts nobody', () => {
  const newsroom = desk();
  corrects(newsroom);

  looks(newsroom, 'UANA');

  expect(alerted(newsroom)).toEqual([]);
});

test('two corrections make one alert, from what was read to what stands now', () => {
  const newsroom = desk();
  looks(newsroom, 'UANA');

  corrects(newsroom);
  corrects(newsroom, 'They phoned.');

  expect([...newsroom.alerts.all()]).toMatchObject([{ person: 'UANA', entry: 'E-1', first: 1, revision: 2 }]);
});

test('acknowledging the first does not acknowledge the second', () => {
  const newsroom = desk();
  looks(newsroom, 'UANA');
  corrects(newsroom);
  corrects(newsroom, 'They phoned.');

  expect(acknowledge(newsroom, { person: 'UANA', entry: 'E-1', revision: 1 })).toEqual([]);
  act(newsroom, acknowledge(newsroom, { person: 'UANA', entry: 'E-1', revision: 2 }));

  expect(alerted(newsroom)).toEqual([]);
});

test('acts that leave what was read as it was alert nobody', () => {
  const quiet: Change[] = [
    { type: 'entry-tagged', id: 'E-1', stories: ['ford-xiaomi'], entities: [] },
    { type: 'entry-embargoed', id: 'E-1', until: '2026-03-01T06:00:00.000Z' },
    { type: 'embargo-lifted', id: 'E-1' },
  ];
  const newsroom = desk();
  looks(newsroom, 'UANA');

  for (const change of quiet) act(newsroom, [change]);

  expect(alerted(newsroom)).toEqual([]);
});

test('whatever happens, an alert names an act on its entry, and a restart keeps it', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const newsroom = lived(acts).at(-1)?.newsroom ?? desk();

      for (const { entry, first, revision } of newsroom.alerts.all()) {
        const count = newsroom.entries.get(entry)?.revisions.length ?? 0;
        expect(first).toBeLessThanOrEqual(revision);
        expect(revision).toBeLessThanOrEqual(count);
      }
      expect([...newsroomFrom(takeSnapshot(newsroom)).alerts.all()]).toEqual([...newsroom.alerts.all()]);
    }),
  );
});
