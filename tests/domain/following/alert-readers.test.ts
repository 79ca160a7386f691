import fc from 'fast-check';
import { correctedSince } from '../../../src/domain/briefing/corrected-since.ts';
import type { Change } from '../../../src/domain/change.ts';
import { acknowledge } from '../../../src/domain/following/alert-readers.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { correctedRow } from '../../../src/domain/pages/home-rows.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { newsroomFrom, takeSnapshot } from '../../../src/domain/snapshot.ts';
import { adds } from '../../support/following.ts';
import { lived } from '../../support/lived-newsroom.ts';
import { act, newsroomWith, now } from '../../support/newsroom-builder.ts';
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
const corrects = (newsroom: Newsroom, text = 'They wrote.', by = 'UED', id = 'E-1') =>
  act(newsroom, [{ type: 'entry-corrected', id, set: { text }, reason: 'They did not talk.' }], {
    by,
  });
const embargo = (id: string): Change => ({
  type: 'entry-embargoed',
  id,
  until: '2026-03-01T06:00:00.000Z',
});
const lift = (id: string): Change => ({ type: 'embargo-lifted', id });
/** The desk, with an entry E-2 that nobody could read yet. */
const held = (): Newsroom => {
  const newsroom = desk();
  act(newsroom, [adds(newsroom, { embargoedUntil: '2026-03-01T06:00:00.000Z' })]);
  return newsroom;
};
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

test('an entry that came under embargo counts as read only from its lift on', () => {
  const newsroom = held();
  looks(newsroom, 'UBEFORE');
  act(newsroom, [lift('E-2')]);
  looks(newsroom, 'UAFTER');

  corrects(newsroom, 'They wrote.', 'UED', 'E-2');

  expect(alerted(newsroom)).toEqual(['UAFTER']);
});

test('what was corrected before its embargo ended alerts nobody: no reader saw what was wrong', () => {
  const newsroom = held();
  looks(newsroom, 'UBEN');

  corrects(newsroom, 'They wrote.', 'UED', 'E-2');
  act(newsroom, [lift('E-2')]);

  expect(alerted(newsroom)).toEqual([]);
});

test.each([
  ['before it was held back', ['UBEN', 'embargo', 'lift']],
  ['before, and again meanwhile', ['UBEN', 'embargo', 'UBEN', 'lift']],
])('who read an entry %s is told of what is corrected when that is over', (_, happens) => {
  const newsroom = desk();
  const acts: { [name: string]: () => unknown } = {
    embargo: () => act(newsroom, [embargo('E-1')]),
    lift: () => act(newsroom, [lift('E-1')]),
    UBEN: () => looks(newsroom, 'UBEN'),
  };
  for (const name of happens) acts[name]?.();

  corrects(newsroom);

  expect(alerted(newsroom)).toEqual(['UBEN']);
});

test('of two corrections under one embargo all is told from what everybody could read', () => {
  const newsroom = desk();
  act(newsroom, [embargo('E-1')]);
  corrects(newsroom, 'They wrote.');
  looks(newsroom, 'UBEN');

  corrects(newsroom, 'They phoned.');
  act(newsroom, [lift('E-1')]);

  const [told] = correctedSince(newsroom, 'UBEN', { viewer: { role: 'reader' }, now });
  expect(told?.alert).toMatchObject({ first: 2, revision: 3 });
  expect(
    plainText({ parts: [{ part: 'paragraph', text: correctedRow(told!, { zone: 'UTC' }).text }] }),
  ).toMatch(/^Corrected: E-1 They talked\. → They phoned\./);
});

test('a mark that comes late does not read out what was written under an embargo alone', () => {
  const newsroom = desk();
  act(newsroom, [embargo('E-1')]);
  corrects(newsroom, 'They wrote.');
  const seenSeq = newsroom.seq;
  corrects(newsroom, 'They phoned.');

  act(newsroom, [
    { type: 'looked', mark: { person: 'UBEN', topic: { kind: 'story', slug: 'ford-xiaomi' }, seenSeq } },
  ]);

  expect([...newsroom.alerts.all()]).toMatchObject([{ person: 'UBEN', first: 2, revision: 3 }]);
});

test('under an embargo Home says of what was read only that it is withdrawn', () => {
  const newsroom = desk();
  looks(newsroom, 'UBEN');
  act(newsroom, [embargo('E-1')]);
  const told = () => correctedSince(newsroom, 'UBEN', { viewer: { role: 'reader' }, now }).length;
  corrects(newsroom);
  const afterCorrection = told();

  act(newsroom, [{ type: 'entry-withdrawn', id: 'E-1', reason: 'Another deal.' }], { by: 'UED' });

  expect([afterCorrection, told()]).toEqual([0, 1]);
});

test('a correction is called one in Home, though the entry was verified after it', () => {
  const newsroom = desk();
  looks(newsroom, 'UBEN');
  corrects(newsroom);
  act(newsroom, [{ type: 'entry-verified', id: 'E-1', verification: 'confirmed' }], { by: 'UED' });

  const [told] = correctedSince(newsroom, 'UBEN', { viewer: { role: 'reader' }, now });

  const said = plainText({ parts: [{ part: 'paragraph', text: correctedRow(told!, { zone: 'UTC' }).text }] });
  expect(said).toMatch(/^Corrected: /);
  expect(said).toContain('They did not talk.');
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
