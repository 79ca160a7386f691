import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Role } from '../../../src/domain/rules/permissions.ts';
import { act, ask, importedAt, newsroomWith, type Sketch } from '../../support/newsroom-builder.ts';

const until = '2026-02-10T13:00:00.000Z';
const secret = {
  ...{ key: 'secret', stories: ['ford-xiaomi'], entities: ['ford', 'catl'], embargoedUntil: until },
  ...{ text: 'Zanzibar deal signed.', attribution: 'said Quillfeather', occurred: { date: '1987' } },
  sources: [{ kind: 'named' as const, label: 'Quillfeather', publisher: 'Zanzibar Gazette' }],
};
const open: Sketch = {
  stories: [{ slug: 'ford-xiaomi', entities: [{ entity: 'ford', role: 'carmaker' }] }],
  entities: [{ slug: 'ford' }, { slug: 'xiaomi' }, { slug: 'catl' }],
  relations: [{ subject: 'ford', role: 'talked to', object: 'xiaomi' }],
  entries: [
    { key: 'talks', text: 'They talked.', stories: ['ford-xiaomi'], entities: ['ford', 'xiaomi'] },
    { key: 'plans', text: 'They plan.', stories: ['ford-xiaomi'], entities: ['ford', 'xiaomi'] },
  ],
};
const answer: NonNullable<Sketch['entries']>[number] = {
  ...{
    key: 'denial',
    kind: 'response',
    text: 'Zanzibar denies.',
    stories: ['ford-xiaomi'],
    embargoedUntil: until,
  },
  response: { entity: 'xiaomi', respondsTo: 'talks', stance: 'denies' },
};
const withoutIt = newsroomWith(open);
const withIt = newsroomWith({ ...open, entries: [...open.entries!, secret, answer] });

const everywhere = [
  ...[
    '',
    'ford-xiaomi',
    'ford-xiaomi timeline',
    'ford-xiaomi claims',
    'ford-xiaomi gaps',
    'ford-xiaomi sources',
  ],
  ...[
    'ford-xiaomi people',
    'ford',
    'ford timeline',
    'ford claims',
    'ford people',
    'ford sources',
    'catl',
    'ford catl',
  ],
  ...['ford catl claims', 'ford xiaomi', 'ford-xiaomi catl', 'E-1', 'zanzibar', 'quillfeather'],
];
const seenBy = (role: Role, words: string, newsroom = withIt, now = '2026-02-10T12:59:59.999Z') =>
  ask(newsroom, words, { viewer: { role }, now });

describe('an embargoed entry', () => {
  test.each(everywhere)(
    'leaves no trace for a reader of “%s”: all is as if it had never been added',
    (words) => {
      expect(seenBy('reader', words)).toEqual(seenBy('reader', words, withoutIt));
    },
  );

  test('cannot be told from a number that was never given', () => {
    const told = plainText(seenBy('reader', 'E-3').page);

    expect(told).toBe(plainText(seenBy('reader', 'E-99').page).replace('E-99', 'E-3'));
  });

  test.each(['ford-xiaomi', 'ford-xiaomi timeline', 'ford', 'catl', 'ford catl', 'E-3', ''])(
    'is there for an editor of “%s”',
    (words) => {
      expect(plainText(seenBy('editor', words).page)).toMatch(/Zanzibar|4 entries/);
    },
  );

  test('is there for everybody from the very moment it ends', () => {
    expect(plainText(seenBy('reader', 'ford-xiaomi', withIt, until).page)).toContain('Zanzibar deal signed.');
  });

  test('that answers a question does not make the story’s briefing look newer', () => {
    const asked = { ...open, questions: [{ story: 'ford-xiaomi', text: 'When?' }] };
    const newsroom = newsroomWith({ ...asked, entries: [...open.entries!, secret] });
    act(newsroom, [{ type: 'question-answered', id: 'Q-1', entry: 'E-3' }]);

    for (const words of ['ford-xiaomi', 'ford-xiaomi changes', 'ford-xiaomi gaps', 'Q-1', 'home', '']) {
      expect(seenBy('reader', words, newsroom)).toEqual(seenBy('reader', words, newsroomWith(asked)));
    }
    expect(plainText(seenBy('editor', 'ford-xiaomi', newsroom).page)).toContain('updated 2 Feb 2026');
  });

  test('that answers a question is shown as any other once its minute has come', () => {
    const asked = { ...open, questions: [{ story: 'ford-xiaomi', text: 'When?' }] };
    const newsroom = newsroomWith({ ...asked, entries: [...open.entries!, secret] });
    act(newsroom, [{ type: 'question-answered', id: 'Q-1', entry: 'E-3' }]);

    const told = plainText(seenBy('reader', 'Q-1', newsroom, until).page);

    expect(told).toContain('Zanzibar deal signed.');
    expect(told).not.toContain('EMBARGOED');
  });

  test('that was withdrawn before anybody could read it is never heard of', () => {
    const newsroom = newsroomWith({ ...open, entries: [...open.entries!, secret] });
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-3', reason: 'Zanzibar is not a party.' }]);

    expect(plainText(seenBy('reader', 'E-3', newsroom, until).page)).toContain('There is no entry E-3');
  });

  test('does not make its story move', () => {
    expect(plainText(seenBy('reader', '').page)).toContain('2 entries · 1 Feb 2026, 09:30 UTC');
    expect(importedAt).toBe('2026-02-01T09:30:00.000Z');
  });
});
