import { bundleSchema } from '../../../src/domain/bundle.ts';
import type { Change } from '../../../src/domain/change.ts';
import { draftOf, makeDraft } from '../../../src/domain/editing/drafts/make-draft.ts';
import { bundleOf } from '../../../src/domain/exporting/bundle-of.ts';
import { mostNews } from '../../../src/domain/following/wants-entry.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import type { DraftContent } from '../../../src/domain/records/draft.ts';
import { Person, valueIn } from '../../support/acting.ts';
import { draftOfLines, line, somebodyNew } from '../../support/drafts.ts';
import { act, ask, newsroomWith, now } from '../../support/newsroom-builder.ts';

let newsroom: Newsroom;
let editor: Person;
let contributor: Person;
let reader: Person;

beforeEach(() => {
  newsroom = newsroomWith({
    stories: [
      { slug: 'talks', headline: 'The talks' },
      { slug: 'tariffs' },
      { slug: 'old', status: 'closed' },
    ],
    entities: [{ slug: 'ford' }, { slug: 'xiaomi' }],
    entries: [
      { stories: ['talks'], text: 'They met in June.', entities: ['ford'], verification: 'reported' },
    ],
  });
  editor = new Person(newsroom, 'editor', { person: 'UED' });
  contributor = new Person(newsroom, 'contributor', { person: 'UANA' });
  reader = new Person(newsroom, 'reader', { person: 'UREA' });
});

/** D-1, filed under the talks unless said otherwise. */
function drafted(proposals: Parameters<typeof draftOfLines>[0], more: Partial<DraftContent> = {}): void {
  const draft = { story: 'talks', ...draftOfLines(proposals, more) };
  act(newsroom, [{ type: 'draft-made', id: `D-${newsroom.drafts.size + 1}`, draft }]);
}
const unfiled = (proposals: Parameters<typeof draftOfLines>[0]): void => {
  act(newsroom, [
    { type: 'draft-made', id: `D-${newsroom.drafts.size + 1}`, draft: draftOfLines(proposals) },
  ]);
};

const textsAdded = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => (change.type === 'entry-added' ? [change.entry.text] : []));
const manyLines = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Line ${at + 1} of the article.`);
const following: Change = {
  type: 'subscribed',
  id: 'S-1',
  subscription: {
    ...{ topic: { kind: 'story', slug: 'talks' }, channel: 'C1', kinds: ['fact'], withoutEntities: [] },
    ...{ threading: 'thread', owner: 'UANA' },
  },
};
const owedEntries = () => [...newsroom.deliveries.all()].filter(({ what }) => what === 'entry');
const typesOf = (changes: readonly Change[]): string[] => changes.map(({ type }) => type);
const texts = (): string[] => [...newsroom.entries.all()].map(({ text }) => text);

describe('accepting a line', () => {
  test('puts it on record in the draft’s story, by today’s names, and settles it in the same act', () => {
    drafted(['Ford left the talks.', 'Nobody came.']);

    const came = editor.types('accept D-1 1');

    expect(typesOf(came.changes)).toEqual(['entry-added', 'draft-settled']);
    expect(newsroom.entries.get('E-2')).toMatchObject({
      ...{ text: 'Ford left the talks.', stories: ['talks'], entities: ['ford'], by: 'UED' },
      ...{ verification: 'reported', origin: { key: 'draft:D-1:1' } },
    });
    expect(newsroom.drafts.get('D-1')?.proposals.map(({ became }) => became)).toEqual(['E-2', undefined]);
    expect(came.text).toContain('Recorded: E-2.');
  });

  test('once more records nothing, and says where it is', () => {
    drafted(['Ford left the talks.', 'Nobody came.']);
    editor.types('accept D-1 1');

    const again = editor.types('accept D-1 1');

    expect(again.changes).toEqual([]);
    expect(again.text).toContain('Nothing was recorded: that is on record already, as E-2.');
    expect(editor.types('D-1 all').text).toContain('Recorded as E-2');
  });

  test('that somebody else has changed since it was shown records nothing unread; read again, it is theirs', () => {
    drafted(['Ford left.', 'Xiaomi stayed.']);
    contributor.sends(contributor.types('change D-1 1').form, { text: 'Ford stays.' });

    const unread = editor.types('accept D-1 all shown:0');
    const shown = editor.types('accept D-1 1 shown:1');

    expect(textsAdded(unread.changes)).toEqual(['Xiaomi stayed.']);
    expect(unread.text).toContain('1  @UANA changed it while you looked. Read it again');
    expect(unread.text).toContain('1  Ford stays.');
    expect(textsAdded(shown.changes)).toEqual(['Ford stays.']);
  });

  test('that one has changed oneself since it was shown, or that was only filed, is recorded', () => {
    drafted(['Ford left.']);
    editor.sends(editor.types('change D-1 1').form, { text: 'Ford left on Monday.' });
    contributor.types('file D-1 tariffs');

    const accepted = editor.types('accept D-1 1 shown:0');

    expect(textsAdded(accepted.changes)).toEqual(['Ford left on Monday.']);
  });

  test('several, a range or all of them are one act, in the order of the article', () => {
    drafted(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);

    const some = editor.types('accept D-1 5, 1-2');
    const rest = editor.types('accept D-1 all');

    expect(textsAdded(some.changes)).toEqual(['One.', 'Two.', 'Five.']);
    expect(textsAdded(rest.changes)).toEqual(['Three.', 'Four.']);
    expect(rest.text).toContain('All of it is decided');
  });

  test('with many others at once is history to the channels that follow, and that is said before and after', () => {
    act(newsroom, [following]);
    drafted(manyLines(mostNews + 1));

    const before = editor.types('D-1').text;
    const after = editor.types('accept D-1 all');

    expect(before).toMatch(/No channel is told when all 51 lines are accepted at once.*accept D-1 1-50/);
    expect(after.text).toContain('No channel is told of so many at once');
    expect(textsAdded(after.changes)).toHaveLength(mostNews + 1);
    expect(owedEntries()).toEqual([]);
  });

  test('with as many as are news is told to the channels that follow, and nothing else is said', () => {
    act(newsroom, [following]);
    drafted(manyLines(mostNews + 1));

    const after = editor.types(`accept D-1 1-${mostNews}`);
    const rest = editor.types('accept D-1 all');

    expect(owedEntries()).toHaveLength(mostNews + 1);
    expect(after.text + rest.text).not.toContain('No channel');
  });

  test('with many others stays history when it is corrected, and a bundle has it like any other', () => {
    act(newsroom, [following]);
    drafted(manyLines(mostNews + 1));
    editor.types('accept D-1 all');

    const corrected = editor.types('correct E-2 Line 1 said otherwise. | reason: we misheard');
    const bundle = bundleOf(newsroom, 'talks', { viewer: { role: 'reader' }, now });

    expect(typesOf(corrected.changes)).toEqual(['entry-corrected']);
    expect(owedEntries()).toEqual([]);
    expect(bundleSchema.safeParse(bundle).success).toBe(true);
    expect(bundle.entries.map(({ text }) => text)).toContain('Line 1 said otherwise.');
  });

  test('of a story that was merged files it where that story is now', () => {
    drafted(['Ford left the talks.']);
    act(newsroom, [{ type: 'story-merged', slug: 'talks', into: 'tariffs' }]);

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')?.stories).toEqual(['tariffs']);
  });

  test('is refused where the story is closed, or there is none, and nothing is half done', () => {
    drafted(['One.'], { story: 'old' });
    unfiled(['Two.']);

    const closed = editor.types('accept D-1 all');
    const storyless = editor.types('accept D-2 all');

    expect([closed.problem?.problem, storyless.problem?.problem]).toEqual(['story-closed', 'draft-unfiled']);
    expect(storyless.text).toContain('/brief file D-2 ford-xiaomi');
    expect(newsroom.entries.size).toBe(1);
  });

  test('that was said off the record is never recorded, however it is asked for; the others are', () => {
    drafted(['Off the record, Ford is out.', 'Ford left the talks.']);

    const came = editor.types('accept D-1 all anyway');

    expect(textsAdded(came.changes)).toEqual(['Ford left the talks.']);
    expect(came.text).toContain('1  It is off the record. Drop it.');
  });

  test('that breaks a rule of the house waits with the rule, and is recorded on a second word', () => {
    drafted([line('A source said Ford is out.', { sources: [] }), 'Ford left the talks.']);

    const first = editor.types('accept D-1 all');
    const second = editor.types('accept D-1 1 anyway');

    expect(textsAdded(first.changes)).toEqual(['Ford left the talks.']);
    expect(first.text).toMatch(/Not recorded yet: 1 line\n• 1 {2}Standards, bare-source/);
    expect(textsAdded(second.changes)).toEqual(['A source said Ford is out.']);
  });

  test('a denial of nobody knows which claim waits as it does when it is added by hand', () => {
    const response = { entity: 'ford', stance: 'denies' as const };
    drafted([line('Ford denied it.', { kind: 'response', response } as never)]);

    expect(editor.types('accept D-1 1').text).toContain('denies-what');
  });

  test('that answers an entry withdrawn meanwhile answers none', () => {
    const response = { entity: 'ford', stance: 'declines' as const, respondsTo: 'E-1' };
    drafted([line('Ford declined to comment.', { kind: 'response', response } as never)]);
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-1', reason: 'Wrong.' }]);

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')).toMatchObject({ response: { entity: 'ford', stance: 'declines' } });
    expect(newsroom.entries.get('E-2')).not.toHaveProperty('response.respondsTo');
  });

  test('made of a message leads back to the message', () => {
    drafted(['One.'], { permalink: 'https://desk.slack.com/archives/C1/p1' });

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')?.origin?.permalink).toBe('https://desk.slack.com/archives/C1/p1');
  });
});

describe('somebody whom the newsroom does not know', () => {
  const quote = line('“We are out,” she said.', {
    kind: 'quote',
    speaker: 'jane-roe',
    entities: ['jane-roe'],
  } as never);
  const jane = somebodyNew('Jane Roe', { aliases: ['Roe'] });

  test('goes on record with the line that refers to them, in the same act', () => {
    drafted([quote, 'Roe left.'], { entities: [jane, somebodyNew('John Doe')] });

    const came = editor.types('accept D-1 1');

    expect(typesOf(came.changes)).toEqual(['entity-added', 'entry-added', 'draft-settled']);
    expect(newsroom.entries.get('E-2')).toMatchObject({ speaker: 'jane-roe', entities: ['jane-roe'] });
    expect(newsroom.entities.get('jane-roe')).toMatchObject({
      name: 'Jane Roe',
      aliases: ['Roe'],
      by: 'UED',
    });
    expect(newsroom.drafts.get('D-1')?.entities.map(({ became }) => became)).toEqual(['jane-roe', undefined]);
    expect(came.text).toContain('New on record: Jane Roe.');
  });

  test('is found by the next line once they are on record, though it only says their name', () => {
    drafted([quote, 'Roe left.'], { entities: [jane] });
    editor.types('accept D-1 1');

    editor.types('accept D-1 2');

    expect(newsroom.entries.get('E-3')?.entities).toEqual(['jane-roe']);
  });

  test('who was put on record meanwhile under that name is not put there twice', () => {
    drafted([quote], { entities: [jane] });
    editor.types('entity add "Jane Roe" person slug:jane-d-roe');

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')).toMatchObject({ speaker: 'jane-d-roe', entities: ['jane-d-roe'] });
    expect(newsroom.entities.size).toBe(3);
  });

  test('whose slug somebody else has by now gets another one', () => {
    drafted([quote], { entities: [jane] });
    editor.types('entity add "Jane Q. Roe" company slug:jane-roe');

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')).toMatchObject({ speaker: 'jane-roe-2', entities: ['jane-roe-2'] });
  });

  test('who was dropped is quoted by name and not put on record', () => {
    drafted([quote], { entities: [jane] });
    editor.types('drop D-1 n1');

    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')).toMatchObject({ speaker: 'Jane Roe', entities: [] });
    expect(newsroom.entities.get('jane-roe')).toBeUndefined();
  });

  test('can be accepted alone, though the draft has no story yet', () => {
    act(newsroom, [{ type: 'draft-made', id: 'D-1', draft: draftOfLines(['One.'], { entities: [jane] }) }]);

    const came = editor.types('accept D-1 names');

    expect(typesOf(came.changes)).toEqual(['entity-added', 'draft-settled']);
  });
});

describe('a question that the article leaves open', () => {
  test('is asked of the story when it is accepted, once', () => {
    drafted(['One.'], { questions: [{ text: 'Did Xiaomi answer?' }] });

    const came = editor.types('accept D-1 q1');
    const again = editor.types('accept D-1 questions q1');

    expect(newsroom.questions.get('Q-1')).toMatchObject({ story: 'talks', text: 'Did Xiaomi answer?' });
    expect(came.text).toContain('Recorded: Q-1.');
    expect(again.changes).toEqual([]);
  });
});

describe('dropping', () => {
  test('makes nothing of a line, leaves what is on record, and can be thought better of', () => {
    drafted(['One.', 'Two.', 'Three.']);
    editor.types('accept D-1 1');

    const came = editor.types('drop D-1 all');
    editor.types('accept D-1 3');

    expect(came.text).toContain('Dropped: 2. What is dropped can still be accepted.');
    expect(texts()).toEqual(['They met in June.', 'One.', 'Three.']);
    expect(newsroom.drafts.get('D-1')?.proposals.map(({ became }) => became)).toEqual([
      'E-2',
      'dropped',
      'E-3',
    ]);
  });

  test('settles a draft, which then waits no longer', () => {
    drafted(['One.']);
    drafted(['Two, and more.']);

    editor.types('drop D-1 all');

    expect(editor.types('drafts').text).toMatch(/1 draft to decide on/);
    expect(editor.types('drafts').text).not.toContain('D-1');
  });
});

describe('changing a line', () => {
  test('shows it in the form of an entry; what is sent stands in the draft, and is recorded when it is accepted', () => {
    drafted(['Ford left the talks.']);

    const { form } = editor.types('change D-1 1');
    const same = editor.sends(form);
    const changed = editor.sends(form, {
      text: 'Ford left on Monday.',
      verification: 'confirmed',
      urgency: '2',
    });
    editor.types('accept D-1 1');

    expect(valueIn(form, 'text')).toBe('Ford left the talks.');
    expect(same.text).toContain('Line 1 stays as it was; it is not on record yet.');
    expect(valueIn(form, 'source')).toBe('Financial Times');
    expect(typesOf(changed.changes)).toEqual(['draft-edited']);
    expect(changed.text).toContain('Line 1 is changed; it is not on record yet.');
    expect(newsroom.entries.get('E-2')).toMatchObject({
      ...{ text: 'Ford left on Monday.', verification: 'confirmed', urgency: 2 },
      sources: [{ kind: 'publication', label: 'Financial Times' }],
    });
  });

  test('somebody who is not on record yet stands in it by name, and stays whom the line means', () => {
    const response = { entity: 'jane-roe', stance: 'denies' as const };
    drafted([line('Roe denied it.', { kind: 'response', response, entities: ['jane-roe'] } as never)], {
      entities: [somebodyNew('Jane Roe')],
    });

    const { form } = editor.types('change D-1 1');
    const changed = editor.sends(form, { text: 'Jane Roe denied it again.', respondsTo: 'E-1' });

    expect([valueIn(form, 'who'), valueIn(form, 'entities')]).toEqual(['Jane Roe', 'Jane Roe']);
    expect(changed.form).toBeUndefined();
    expect(newsroom.drafts.get('D-1')?.proposals[0]?.content).toMatchObject({
      response: { entity: 'jane-roe', respondsTo: 'E-1' },
      entities: ['jane-roe'],
    });
    expect(newsroom.entities.get('jane-roe')).toBeUndefined();
  });

  test('an entity taken out of the form is not tagged again when the line is accepted', () => {
    drafted([line('Ford met Xiaomi.', { entities: ['ford', 'xiaomi'] })]);

    editor.sends(editor.types('change D-1 1').form, { entities: 'Ford' });
    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')?.entities).toEqual(['ford']);
  });

  test('an embargo that is typed there holds the entry back from the start', () => {
    drafted(['Ford leaves.']);

    editor.sends(editor.types('change D-1 1').form, { embargo: '2026-03-02 06:00 America/New_York' });
    editor.types('accept D-1 1');

    expect(newsroom.entries.get('E-2')?.embargoedUntil).toBe('2026-03-02T11:00:00.000Z');
  });

  test('what cannot be read comes back with all that was typed and the fault beside its field', () => {
    drafted(['Ford left.']);

    const came = editor.sends(editor.types('change D-1 1').form, { text: 'Ford went.', on: 'sometime' });

    expect(came.changes).toEqual([]);
    expect(valueIn(came.form, 'text')).toBe('Ford went.');
    expect(came.form?.fields.find(({ name }) => name === 'on')?.error).toBeDefined();
  });

  test('off the record is refused, and not a word of it kept', () => {
    drafted(['Ford left.']);

    const came = editor.sends(editor.types('change D-1 1').form, { text: 'Off the record: Ford left.' });

    expect(came.problem?.problem).toBe('off-the-record');
    expect(newsroom.drafts.get('D-1')?.proposals[0]?.content.text).toBe('Ford left.');
  });

  test('of two at once the second sees what the first wrote, keeps their words, and decides', () => {
    drafted(['Ford left.']);
    const { form } = editor.types('change D-1 1');
    contributor.sends(contributor.types('change D-1 1').form, { text: 'Ford went.' });

    const second = editor.sends(form, { text: 'Ford quit.' });
    const saved = editor.sends(second.form);

    expect(second.text).toContain('It says now: Ford went.');
    expect(valueIn(second.form, 'text')).toBe('Ford quit.');
    expect(typesOf(saved.changes)).toEqual(['draft-edited']);
    expect(newsroom.drafts.get('D-1')?.proposals[0]?.content.text).toBe('Ford quit.');
  });

  test('a line on record is corrected there', () => {
    drafted(['Ford left.']);
    editor.types('accept D-1 1');

    expect(editor.types('change D-1 1').text).toContain('/brief correct E-2');
  });
});

describe('filing', () => {
  test('says which story the lines are for; the form offers the one it is most likely about', () => {
    unfiled(['Ford left the talks.']);

    const { form } = contributor.types('file D-1');
    const filed = contributor.sends(form);
    const elsewhere = contributor.types('file D-1 under tariffs');

    expect(valueIn(form, 'story')).toBe('talks');
    expect(filed.text).toContain('Filed under talks.');
    expect(newsroom.drafts.get('D-1')?.story).toBe('tariffs');
    expect(elsewhere.text).toContain('For tariffs');
  });

  test('under a closed story, or one that is not there, is refused', () => {
    unfiled(['One.']);

    expect(editor.types('file D-1 old').problem?.problem).toBe('story-closed');
    expect(editor.types('file D-1 nonesuch').problem?.problem).toBe('unknown-topic');
    expect(
      editor.sends(editor.types('file D-1').form, { story: 'nonesuch' }).form?.fields[0]?.error,
    ).toContain('write its slug');
  });
});

describe('importing', () => {
  const article = 'Ford leaves the talks\n\nFord left on Monday. Xiaomi declined to comment.';

  test('without the text a form asks for it, with the story filled in, and says how more of it gets in', () => {
    const { form } = contributor.types('import talks');

    expect(valueIn(form, 'story')).toBe('talks');
    expect(form?.fields.filter(({ type }) => type === 'text')).toHaveLength(4);
    expect(form?.fields.find(({ name }) => name === 'text')?.hint).toMatch(
      /3,000.*Import article.*npm run import/,
    );
  });

  test('what is pasted becomes a draft, and nothing is on record', () => {
    const came = contributor.sends(contributor.types('import talks').form, {
      ...{ text: article, publisher: 'Financial Times', url: 'https://ft.com/1' },
    });

    expect(typesOf(came.changes)).toEqual(['draft-made']);
    expect(newsroom.drafts.get('D-1')).toMatchObject({
      ...{ story: 'talks', via: 'paste', headline: 'Ford leaves the talks', by: 'UANA' },
      ...{ publisher: 'Financial Times', url: 'https://ft.com/1' },
    });
    expect(came.text).toContain('nothing of it is on record before an editor accepts it');
    expect(newsroom.entries.size).toBe(1);
  });

  test('an article in four parts is one article, its sentences whole', () => {
    const parts = { text: 'Ford left', text2: 'on Monday.', text3: 'Xiaomi stayed.', text4: 'Nobody spoke.' };

    contributor.sends(contributor.types('import talks').form, parts);

    const said = newsroom.drafts
      .get('D-1')
      ?.proposals.map(({ statement }) => statement)
      .join(' ');
    expect(said).toContain('Ford left on Monday.');
    expect(said).toContain('Nobody spoke.');
  });

  test('the same article makes one draft, whoever brings it, and takes the story that is named later', () => {
    contributor.sends(contributor.types('import').form, { text: article });

    const again = editor.sends(editor.types('import talks').form, { text: article });

    expect(newsroom.drafts.size).toBe(1);
    expect(typesOf(again.changes)).toEqual(['draft-edited']);
    expect(again.text).toContain('This article came before');
    expect(newsroom.drafts.get('D-1')?.story).toBe('talks');
  });

  test('a text after the story is imported as it is, in one go', () => {
    const came = contributor.types(`import talks ${article}`);

    expect(typesOf(came.changes)).toEqual(['draft-made']);
  });

  test('what is said off the record is in no draft, and it is said that it was left out', () => {
    const came = contributor.sends(contributor.types('import talks').form, {
      text: 'Ford left on Monday. Off the record, Farley is furious about it.',
    });

    expect(came.text).toContain('off the record was left out');
    expect(JSON.stringify(came.changes)).not.toContain('furious');
  });

  test.each([
    ['nothing', {}, 'text'],
    ['an unknown story', { text: article, story: 'nonesuch' }, 'story'],
    ['no address', { text: article, url: 'ft' }, 'url'],
  ])('with %s comes back with all that was typed', (_, typed, faulty) => {
    const came = contributor.sends(contributor.types('import').form, typed);

    expect(came.form?.fields.find(({ error }) => error)?.name).toBe(faulty);
    expect(came.form?.fields.flatMap(({ value }) => value ?? [])).toEqual(
      expect.arrayContaining(Object.values(typed)),
    );
  });

  test('into a closed story is refused, and the text comes back', () => {
    const closed = contributor.sends(contributor.types('import').form, { story: 'old', text: article });

    expect(closed.problem?.problem).toBe('story-closed');
    expect(valueIn(closed.form, 'text')).toBe(article);
    expect(contributor.types('import old').problem?.problem).toBe('story-closed');
  });

  test('an address alone is not fetched, and it is said so', () => {
    const came = contributor.types('import talks https://www.ft.com/content/1');

    expect(came.problem).toEqual({ problem: 'nothing-read' });
    expect(came.text).toContain('what an address leads to, I do not fetch');
  });

  test('a text without a statement makes no draft', () => {
    const reading = { fingerprint: 'none', proposals: [], entities: [], questions: [] };

    const decided = makeDraft(draftOf(reading, { via: 'paste', key: 'view:1' }))(newsroom);

    expect(decided).toEqual({ problem: 'nothing-read' });
  });
});

describe('whoever may not', () => {
  test('a reader sees no draft, and no sign that there is one', () => {
    drafted(['Ford left the talks with a secret.'], { entities: [somebodyNew('Jane Roe')] });

    const seen = ['D-1', 'D-9', 'accept D-1 1', 'change D-1 1'].map((words) => reader.types(words).text);

    expect(seen[0]).toBe(seen[1]?.replace('D-9', 'D-1'));
    for (const text of seen) expect(text).not.toContain('secret');
  });

  test('nothing of a draft is in a briefing, a catch-up, a home, a suggestion or a text that is tagged', () => {
    drafted(['Ford left the talks with a secret.'], { entities: [somebodyNew('Jane Roe')] });

    const shown = [
      'talks',
      'ford',
      'talks changes',
      'talks claims',
      'catchup talks',
      'home',
      '',
      'Jane Roe',
      'jane-row',
    ];

    for (const words of shown) {
      expect(reader.types(words).text).not.toMatch(/secret|D-1/);
      expect(editor.types(words).text).not.toMatch(/secret|n1/);
    }
    expect(editor.types('add talks Jane Roe left | src: FT').changes).toMatchObject([
      { entry: { entities: [] } },
    ]);
  });
});

describe('the pages', () => {
  test('a line stands there as it would be recorded', () => {
    const figure = {
      metric: 'share of output',
      amount: 80,
      unit: 'percent',
      bound: 'over' as const,
      asOf: '2024',
    };
    drafted([
      line('Ford makes over 80 percent.', {
        ...{ kind: 'figure', figure, entities: ['ford'], attribution: 'according to a filing' },
        sources: [{ kind: 'document', label: 'SEC filing', groundRules: 'record', url: 'https://sec.gov/1' }],
      } as never),
    ]);

    const { text } = editor.types('D-1');

    expect(text).toContain(
      'Figure · reported · according to a filing · share of output: over 80 percent, as of 2024',
    );
    expect(text).toContain('Source: SEC filing (https://sec.gov/1) — document');
    expect(text).toContain('Tagged: Ford');
  });

  test('a line that says nearly what is on record says where, but for what is withdrawn or under embargo', () => {
    const told = 'Ford has previously sought similar collaborations with Chinese firms.';
    drafted([
      'Ford, based in Michigan, has sought collaborations with other Chinese firms.',
      'They met again in May.',
    ]);
    const text = () => editor.types('D-1').text;
    const before = text();
    const { changes } = editor.types(`add talks ${told} | src: FT | rules: record`);
    const [added] = changes.flatMap((change) => (change.type === 'entry-added' ? [change.id] : []));
    const shown = text();
    editor.types(`embargo ${added} until:"2027-01-01 06:00"`);
    const held = text();
    editor.types(`lift ${added}`);
    editor.types(`withdraw ${added} reason:"the FT withdrew it"`);

    expect(shown.match(/Much the same is on record: (E-\d+)/g)).toEqual([
      `Much the same is on record: ${added}`,
    ]);
    expect([before, held, text()].join()).not.toContain('Much the same');
  });

  test('what Accept all asks back says whether channels are told: of so many lines not, of names neither', () => {
    drafted(['One.', 'Two.']);
    drafted(Array.from({ length: 51 }, (_, at) => `Ford met Xiaomi ${at} times.`));
    drafted(['Three.'], { entities: [somebodyNew('Jane Roe'), somebodyNew('Ann Lee')] });

    const asked = ['D-1', 'D-2', 'D-3 names'].map((words) => {
      const { page } = ask(newsroom, words, editor.asking);
      const buttons = page.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []));
      return buttons.flatMap((button) => ('confirm' in button ? (button.confirm ?? []) : []))[0];
    });

    expect(asked).toEqual([
      'Puts 2 on record; channels that follow the story are told of each line.',
      'Puts 51 on record; no channel is told.',
      'Puts 2 on record; no channel is told.',
    ]);
  });

  test('tells what is cut off, and that the language was not found out', () => {
    const many = Array.from({ length: 300 }, (_, at) => `Ford met Xiaomi ${at} times.`);
    drafted(many, { language: 'und' });
    drafted(many.slice(1), { language: 'en' });

    const [first, second] = ['D-1', 'D-2'].map((id) => editor.types(id).text);

    expect(first).toContain('in another language than English: its sentences stand as plain statements');
    expect(first).toContain('only its first 300 statements are here');
    expect(second).not.toMatch(/another language|only its first/);
  });

  test('an unnamed source that nobody counted is not said to be one', () => {
    const source = { kind: 'unnamed', label: 'experts', groundRules: 'unknown' } as const;
    drafted([
      line('Risks grow.', { sources: [source] }),
      line('They fall.', { sources: [{ ...source, count: 2 }] }),
    ]);

    const { text } = editor.types('D-1');

    expect(text).toContain('Source: experts — unnamed\n');
    expect(text).toContain('Source: experts — 2 unnamed sources');
  });

  test('says how it came, what is decided, and whom and what else it names', () => {
    drafted(['One.', 'Two.'], {
      ...{ via: 'feed', publisher: 'FT', language: 'de' },
      ...{ entities: [somebodyNew('Jane Roe')], questions: [{ text: 'Why?' }] },
    });
    editor.types('drop D-1 2');

    const { text } = editor.types('D-1');

    expect(text).toContain('D-1 · from a feed');
    expect(text).toContain('in another language (de)');
    expect(text).toContain('1 line, 1 name, 1 question to decide · 1 dropped');
    expect(text).toContain('New names\n• n1  Jane Roe — Person');
    expect(text).toContain('Questions it leaves open\n• q1  Why?');
  });

  test.each([
    'D-1 x',
    'accept D-1 7',
    'accept D-1 2-1',
    'drop D-1 n1',
    'accept D-1 0',
    'change D-1 constructor',
  ])('%j names what is not there, and is told so', (words) => {
    drafted(['One.', 'Two.']);

    const came = editor.types(words);

    expect(came.changes).toEqual([]);
    expect(came.text).toContain('D-1 has nothing called');
  });

  test('without a number, the command says what is missing', () => {
    for (const verb of ['accept', 'drop', 'change', 'file']) {
      expect(editor.types(verb).text).toContain(`/brief ${verb} D-1`);
    }
    drafted(['One.']);
    expect(editor.types('accept D-1').text).toContain('/brief accept D-1 1 2');
  });
});
