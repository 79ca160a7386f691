import type { Change } from '../../src/domain/change.ts';
import { plainText } from '../../src/domain/pages/plain-text.ts';
import type { Topic } from '../../src/domain/records/identifiers.ts';
import { actOnCommand, type Office } from '../../src/services/act-on-command.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { ReaderMarks } from '../../src/services/reader-marks.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { changesFor } from '../support/newsroom-builder.ts';
import { readerHere } from '../support/reader-here.ts';
import { StandingClock } from '../support/standing-clock.ts';

const talks: Topic = { kind: 'story', slug: 'talks' };
const tariffs: Topic = { kind: 'story', slug: 'tariffs' };

const added = (id: string, text: string): Change => ({
  type: 'entry-added',
  id,
  entry: { kind: 'fact', text, sources: [], verification: 'unverified', stories: ['talks'], entities: [] },
});

async function desk() {
  const clock = new StandingClock('2026-02-02T09:00:00.000Z');
  const journal = new JournalInMemory();
  const service = new NewsroomService(journal, clock);
  const sketch = {
    stories: [{ slug: 'talks' }, { slug: 'tariffs' }],
    entries: [{ text: 'Talks are on.', stories: ['talks'] }],
  };
  await service.record('import', () => changesFor(sketch));
  const marks = new ReaderMarks(service, clock);
  const standing = 'member' as const;
  const directory: Office['directory'] = {
    person: (id) => Promise.resolve({ id, standing, role: 'reader' }),
    editors: () => Promise.resolve([]),
    standing: () => Promise.resolve({ standing }),
    members: () => Promise.resolve([]),
    channel: () => Promise.resolve(undefined),
    audienceOf: () => Promise.resolve(undefined),
  };
  const reader = readerHere(clock);
  const office = { newsroom: service, directory, clock, zone: 'UTC', marks, reader };
  const reads = async (words: string, person = 'UED', more: { isPublic?: boolean } = {}): Promise<string> => {
    const answered = await actOnCommand(office, words, { person, ...more });
    return 'page' in answered ? plainText(answered.page) : '';
  };
  const looks = () =>
    journal.acts.flatMap(({ by, changes }) => {
      const marked = changes.flatMap((change) => (change.type === 'looked' ? [change.mark] : []));
      return marked.length > 0 ? [{ by, marked }] : [];
    });
  return { clock, journal, service, marks, reads, looks };
}

describe('who has read what', () => {
  test('is written behind within a second, together, as one act', async () => {
    const { clock, marks, looks } = await desk();

    marks.look('UED', [talks]);
    marks.look('UANA', [talks]);
    marks.look('UED', [tariffs]);
    marks.look('UED', [talks]);
    await clock.pass(999);
    const before = looks();
    await clock.pass(1);

    expect(before).toEqual([]);
    expect(looks()).toEqual([
      {
        by: 'reader-marks',
        marked: [
          { person: 'UED', topic: talks, seenSeq: 1 },
          { person: 'UANA', topic: talks, seenSeq: 1 },
          { person: 'UED', topic: tariffs, seenSeq: 1 },
        ],
      },
    ]);
  });

  test('is known at once, before it is written', async () => {
    const { marks } = await desk();

    const before = marks.seen('UED', talks);
    marks.look('UED', [talks]);

    expect(before).toBeUndefined();
    expect(marks.seen('UED', talks)).toBe(1);
  });

  test('is not written again while nothing new came, other people’s looks included', async () => {
    const { clock, marks, looks } = await desk();
    marks.look('UED', [talks]);
    await clock.pass(1000);
    marks.look('UANA', [talks]);
    await clock.pass(1000);

    marks.look('UED', [talks]);
    await clock.pass(5000);

    expect(looks()).toHaveLength(2);
    expect(clock.armed).toBe(0);
  });

  test('is written again when something came', async () => {
    const { clock, marks, service, looks } = await desk();
    marks.look('UED', [talks]);
    await clock.pass(1000);
    await service.record('UANA', () => [added('E-2', 'Ford declined to comment.')]);

    marks.look('UED', [talks]);
    await clock.pass(1000);

    expect(looks().at(-1)?.marked).toEqual([{ person: 'UED', topic: talks, seenSeq: 3 }]);
  });

  test('is written when the app closes', async () => {
    const { clock, marks, looks } = await desk();
    marks.look('UED', [talks]);

    await marks.close();

    expect(looks()).toHaveLength(1);
    expect(clock.armed).toBe(0);
  });

  test('waits, without a word, for a full disk to have room', async () => {
    const { clock, journal, marks, looks } = await desk();
    journal.isFull = true;
    marks.look('UED', [talks]);
    await clock.pass(1000);
    journal.isFull = false;

    const meanwhile = marks.seen('UED', talks);
    await clock.pass(60_000);

    expect(meanwhile).toBe(1);
    expect(looks()).toHaveLength(1);
  });
});

describe('a person who reads a briefing', () => {
  test('sees nothing marked the first time, what came since the second, and nothing the third', async () => {
    const { service, reads } = await desk();

    const first = await reads('talks');
    await service.record('UANA', () => [added('E-2', 'Ford declined to comment.')]);
    const second = await reads('talks');
    const third = await reads('talks');

    expect(first).not.toContain('since you looked');
    expect(second).toContain('1 new since you looked');
    expect(second).toContain('NEW Ford declined to comment.');
    expect(third).not.toMatch(/NEW|since you looked/);
  });

  test.each(['talks timeline', 'talks as-of:today', 'catchup talks', 'help'])(
    'has not read it by asking for “%s”',
    async (words) => {
      const { marks, reads } = await desk();

      await reads(words);

      expect(marks.seen('UED', talks)).toBeUndefined();
    },
  );

  test('where everybody reads along is neither marked nor told what is new', async () => {
    const { service, marks, reads } = await desk();
    await reads('talks');
    await service.record('UANA', () => [added('E-2', 'Ford declined to comment.')]);

    const text = await reads('talks', 'UED', { isPublic: true });

    expect(text).not.toMatch(/NEW|since you looked/);
    expect(marks.seen('UED', talks)).toBe(1);
  });

  test('who marks a topic as seen has nothing to catch up on', async () => {
    const { service, reads } = await desk();
    await reads('talks');
    await service.record('UANA', () => [added('E-2', 'Ford declined to comment.')]);

    const news = await reads('catchup talks');
    const after = await reads('catchup talks seen:2');

    expect(news).toContain('1 new');
    expect(after).toContain('Nothing new since you last looked.');
  });
});
