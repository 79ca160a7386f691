import fc from 'fast-check';
import { tableOf } from '../../src/domain/table.ts';

interface Note {
  id: string;
  about: readonly string[];
}

const noteTable = () => tableOf<Note>()({ about: (note) => note.about });
const note = (id: string, ...about: string[]): Note => ({ id, about });
const idsAbout = (notes: ReturnType<typeof noteTable>, topic: string) =>
  [...notes.where(notes.by.about, topic)].map(({ id }) => id);

describe('a table of a newsroom', () => {
  test('finds the one row of a topic, a few of another and many of a third, oldest first', () => {
    const notes = noteTable();
    const ids = Array.from({ length: 200 }, (_, at) => `N-${at}`);
    for (const id of ids) notes.put(id, note(id, 'many', ...(id.endsWith('0') ? ['few'] : [])));
    notes.put('N-last', note('N-last', 'one'));

    expect(idsAbout(notes, 'one')).toEqual(['N-last']);
    expect(idsAbout(notes, 'few')).toEqual(ids.filter((id) => id.endsWith('0')));
    expect(idsAbout(notes, 'many')).toEqual(ids);
    expect(idsAbout(notes, 'none')).toEqual([]);
  });

  test('a row that is found twice under one topic is found once', () => {
    const notes = noteTable();

    notes.put('N-1', note('N-1', 'ford', 'ford'));
    notes.put('N-2', note('N-2', 'ford', 'ford'));

    expect(idsAbout(notes, 'ford')).toEqual(['N-1', 'N-2']);
    expect(notes.by.about.at('ford').size).toBe(2);
  });

  test('rows that leave while somebody goes through them are gone through all the same', () => {
    const notes = noteTable();
    for (const id of ['N-1', 'N-2', 'N-3']) notes.put(id, note(id, 'ford'));

    const seen: string[] = [];
    for (const { id } of notes.where(notes.by.about, 'ford')) {
      seen.push(id);
      notes.put(id, undefined);
    }

    expect(seen).toEqual(['N-1', 'N-2', 'N-3']);
    expect([...notes.by.about.values()]).toEqual([]);
  });

  test('a table filled at the start finds what one that was put row by row finds', () => {
    const rows = Array.from({ length: 150 }, (_, at) => note(`N-${at}`, 'ford', `topic-${at % 7}`));
    const put = noteTable();
    for (const row of rows) put.put(row.id, row);

    const filled = noteTable();
    filled.fill(rows, ({ id }) => id);

    expect([...filled.all()]).toEqual([...put.all()]);
    for (const topic of put.by.about.values()) expect(idsAbout(filled, topic)).toEqual(idsAbout(put, topic));
    expect(() => filled.fill(rows, ({ id }) => id)).toThrow('empty');
  });

  test('of two rows of one key, in a file that somebody edited, the later one is found, and under its words only', () => {
    const filled = noteTable();

    filled.fill([note('N-1', 'ford'), note('N-2', 'ford'), note('N-1', 'catl')], ({ id }) => id);

    expect([...filled.all()]).toEqual([note('N-1', 'catl'), note('N-2', 'ford')]);
    expect([idsAbout(filled, 'ford'), idsAbout(filled, 'catl')]).toEqual([['N-2'], ['N-1']]);
  });

  test('whatever is put, filed elsewhere and taken out, every topic finds its rows in order of arrival', () => {
    const topic = fc.constantFrom('ford', 'xiaomi', 'catl');
    // More rows than a list holds: the ids repeat, so rows come, move and go.
    const step = fc.record({ id: fc.nat(120), about: fc.option(fc.array(topic, { maxLength: 3 })) });

    fc.assert(
      fc.property(fc.array(step, { maxLength: 400, size: 'max' }), (steps) => {
        const notes = noteTable();
        const expected = new Map<string, Note>();
        for (const { id: number, about } of steps) {
          const id = `N-${number}`;
          const row = about === null ? undefined : note(id, ...about);
          notes.put(id, row);
          if (row) expected.set(id, row);
          else expected.delete(id);
        }

        for (const one of ['ford', 'xiaomi', 'catl']) {
          const there = [...expected.values()].filter(({ about }) => about.includes(one));
          expect(idsAbout(notes, one)).toEqual(there.map(({ id }) => id));
          expect(notes.by.about.count(one)).toBe(there.length);
          expect([...notes.by.about.values()].includes(one)).toBe(there.length > 0);
        }
      }),
    );
  });
});
