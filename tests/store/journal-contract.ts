import type { Act } from '../../src/domain/change.ts';
import type { Journal } from '../../src/services/ports.ts';
import { entryAct, entryActs, newsroomLoaded, newsroomOf, rowsOf } from './support/newsroom-acts.ts';

/** One newsroom's place, which can be opened again and again. */
export interface JournalHome {
  open(): Promise<Journal>;
  remove(): Promise<void>;
}

/** What every adapter of `Journal` promises; each runs it from a test file of its own. */
export function describeJournal(name: string, makeHome: () => Promise<JournalHome>): void {
  describe(`${name}, as any journal`, () => {
    let home: JournalHome;
    let journal: Journal;

    const reopened = async () => {
      await journal.close();
      journal = await home.open();
      return journal.load();
    };
    const append = async (...acts: Act[]) =>
      expect(await journal.append(acts)).toEqual({ outcome: 'recorded' });

    beforeEach(async () => {
      home = await makeHome();
      journal = await home.open();
    });
    afterEach(async () => {
      await journal.close();
      await home.remove();
    });

    test('a new newsroom is empty', async () => {
      expect(await journal.load()).toEqual({ snapshot: undefined, acts: [], repairs: [] });
    });

    test('what was acknowledged is there after a restart, in order', async () => {
      await journal.load();
      await append(entryAct(1));
      await append(entryAct(2), entryAct(3));

      const loaded = await reopened();

      expect(rowsOf(newsroomLoaded(loaded))).toEqual(rowsOf(newsroomOf(entryActs(1, 3))));
      expect(loaded.repairs).toEqual([]);
    });

    test('reporters who file in the same moment all find their entries again', async () => {
      await journal.load();

      const answers = await Promise.all(entryActs(1, 200).map((act) => journal.append([act])));

      expect(answers.every((answer) => answer.outcome === 'recorded')).toBe(true);
      expect((await reopened()).acts.map((act) => act.seq)).toEqual(entryActs(1, 200).map((act) => act.seq));
    });

    test('recording goes on after a restart where it ended', async () => {
      await journal.load();
      await append(entryAct(1));
      await reopened();
      await append(entryAct(2));

      expect(newsroomLoaded(await reopened()).seq).toBe(2);
    });

    test.each([
      ['every script', 'Форд、小米、フォード, ‘Ford’ — “naïve” 🚗 \u2028 \u0000 \\ " \n\t'],
      ['half a surrogate pair', 'cut \ud83d off'],
      ['the longest text there may be', '長'.repeat(3000)],
      ['what looks like a line of a journal', '{"sum":"00000000","act":{}}\n],\n"sum":"edited"}'],
    ])('%s comes back as it was filed', async (_, text) => {
      await journal.load();
      await append(entryAct(1, text));

      const loaded = await reopened();

      expect(newsroomLoaded(loaded).entries.get('E-1')?.text).toBe(text);
    });

    test('an import of 10,000 acts is one append', async () => {
      await journal.load();
      await append(...entryActs(1, 10_000));

      expect(newsroomLoaded(await reopened()).entries.size).toBe(10_000);
    });

    test('appending nothing is recorded, and changes nothing', async () => {
      await journal.load();
      await append();

      expect((await reopened()).acts).toEqual([]);
    });

    test('an act that does not follow the last one is a bug, and not kept', async () => {
      await journal.load();
      await append(entryAct(1));

      await expect((async () => journal.append([entryAct(3)]))()).rejects.toThrow(/3/);

      expect(newsroomLoaded(await reopened()).seq).toBe(1);
    });

    test('asked for what came after an act, it answers with just that', async () => {
      await journal.load();
      await append(...entryActs(1, 5));

      expect((await journal.since(0)).map((act) => act.seq)).toEqual([1, 2, 3, 4, 5]);
      expect(await journal.since(3)).toEqual(entryActs(4, 5));
      expect(await journal.since(5)).toEqual([]);
    });

    test('loading twice is a bug', async () => {
      await journal.load();

      await expect(journal.load()).rejects.toThrow();
    });

    test('closing waits for what is being written', async () => {
      await journal.load();
      const writing = journal.append([entryAct(1)]);

      const loaded = await reopened();

      expect(await writing).toEqual({ outcome: 'recorded' });
      expect(newsroomLoaded(loaded).seq).toBe(1);
    });

    test('an act changed by its maker after it was handed over is kept as it was', async () => {
      await journal.load();
      const act = entryAct(1);
      const appending = journal.append([act]);
      act.by = 'U02SOMEBODYELSE';
      await appending;

      expect((await reopened()).acts[0]?.by).toBe('U01REPORTER');
    });
  });
}
