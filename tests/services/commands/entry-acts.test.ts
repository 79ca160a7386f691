import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { before } from '../../../src/domain/records/revise.ts';
import { errorIn, Person, valueIn } from '../../support/acting.ts';
import { act, ask, newsroomWith } from '../../support/newsroom-builder.ts';

const until = '2026-03-02 06:00';
const untilInFull = 'Monday 2 March 2026, 06:00 EST (America/New_York)';

const deskNewsroom = (): Newsroom =>
  newsroomWith({
    stories: [
      { slug: 'ford-xiaomi', aliases: ['Xiaomi JV'] },
      { slug: 'tariffs' },
      { slug: 'old', status: 'closed' },
    ],
    entities: [
      { slug: 'ford' },
      { slug: 'xiaomi' },
      { slug: 'jim-farley', name: 'Jim Farley', schema: 'Person' },
      { slug: 'catl', name: 'Contemporary Amperex Technology Co., Limited', aliases: ['CATL'] },
    ],
    entries: [
      {
        text: 'Ford has held talks with Xiaomi.',
        stories: ['ford-xiaomi'],
        entities: ['ford', 'xiaomi'],
        sources: [{ kind: 'publication', label: 'FT report', publisher: 'Financial Times' }],
        verification: 'reported',
      },
      {
        text: 'Tariffs stand at 100 percent.',
        stories: ['tariffs'],
        attribution: 'according to the committee',
        verification: 'reported',
      },
    ],
  });

let newsroom: Newsroom;
let editor: Person;
let contributor: Person;
beforeEach(() => {
  newsroom = deskNewsroom();
  editor = new Person(newsroom, 'editor');
  contributor = new Person(newsroom, 'contributor', { person: 'UREP' });
});
const entry = (id: string) => newsroom.entries.get(id)!;

describe('adding an entry in one line', () => {
  test('a line that says it is a response need not say again who answers how', () => {
    contributor.types('add ford-xiaomi Ford declined to comment | src: Ford spokesperson | kind: response');

    expect(entry('E-3')).toMatchObject({ response: { entity: 'ford', stance: 'declines' } });
  });

  test('records it with what the line says and tells what was recorded', () => {
    const { text } = contributor.types(
      'add ford-xiaomi Ford declined to comment | src: Ford spokesperson | rules: record',
    );

    expect(entry('E-3')).toMatchObject({
      kind: 'response',
      text: 'Ford declined to comment',
      stories: ['ford-xiaomi'],
      entities: ['ford'],
      sources: [{ kind: 'named', label: 'Ford spokesperson', groundRules: 'record' }],
      verification: 'reported',
      response: { entity: 'ford', stance: 'declines', respondsTo: 'E-1' },
    });
    for (const told of [
      'Recorded',
      'E-3',
      'Response',
      'reported',
      'per Ford spokesperson',
      'answers E-1',
      'Tagged: Ford',
    ]) {
      expect(text).toContain(told);
    }
  });

  test.each([
    ['add ford-xiaomi CATL grew | attribution: CATL says', 'ford-xiaomi', 'CATL grew'],
    ['add FORD-XIAOMI: CATL grew | attribution: CATL says', 'ford-xiaomi', 'CATL grew'],
    ['add #ford-xiaomi CATL grew | attribution: CATL says', 'ford-xiaomi', 'CATL grew'],
    ['add <#C01|ford-xiaomi> CATL grew | attribution: CATL says', 'ford-xiaomi', 'CATL grew'],
    ['add Xiaomi JV: CATL grew | attribution: CATL says', 'ford-xiaomi', 'CATL grew'],
    ['add tariffs Two lines\nof “text” | attribution: x', 'tariffs', 'Two lines\nof “text”'],
  ])('%j goes into %s', (words, story, text) => {
    const { changes } = contributor.types(words);

    expect(changes).toMatchObject([{ type: 'entry-added', entry: { stories: [story], text } }]);
  });

  test('in a thread about a story the text follows at once', () => {
    const inThread = { threadTopics: [{ kind: 'story', slug: 'ford-xiaomi' } as const] };

    contributor.types('add: Ford: the plant is closed | src: Ford memo', inThread);
    contributor.types('add tariffs: They rise | src: Ford memo', inThread);

    expect(entry('E-3')).toMatchObject({ stories: ['ford-xiaomi'], text: 'Ford: the plant is closed' });
    expect(entry('E-4')).toMatchObject({ stories: ['tariffs'], text: 'They rise' });
  });

  test('without a source it is unverified, with one reported, confirmed only when somebody says so', () => {
    contributor.types('add tariffs They rise | attribution: the White House says');
    contributor.types('add tariffs They rise again | src: White House memo | status: confirmed');

    expect(entry('E-3').verification).toBe('reported');
    expect(entry('E-4').verification).toBe('confirmed');
  });

  test('a time without a zone is the newsroom’s', () => {
    contributor.types('add tariffs They rise | src: memo | on: yesterday 14:05');

    expect(entry('E-3').occurred).toEqual({ date: '2026-02-09T14:05', zone: 'America/New_York' });
  });

  test.each([
    ['add tariffs They rise | src: memo | on: someday', 'on', 'no date I can read'],
    ['add tariffs They rise | src: memo | kind: fakt', 'kind', 'Did you mean fact?'],
    ['add tariffs They rise | src: memo | rules: whispered', 'rules', 'none of'],
    ['add tariffs They rise | src: memo | urgency: 12', 'urgency', 'from 1'],
    ['add tariffs They rise | count: 4', 'source', 'Say who they are'],
    ['add tariffs They rise | src: people | count: many', 'count', 'as a number'],
    ['add tariffs They rise | src: memo | kind: figure', 'metric', 'What is counted'],
    ['add tariffs They rise | src: memo | kind: quote', 'speaker', 'Who said it'],
    [
      'add tariffs They rise | src: memo | kind: response | who: Nobody Known',
      'who',
      'no entity “Nobody Known”',
    ],
    ['add tariffs Ford denied it | src: memo | re: E-99', 'respondsTo', 'no entry E-99'],
    ['add tariffs They rise | src: memo | tags: Frod', 'entities', 'Near it: ford'],
    ['add tarifs They rise | src: memo', 'story', 'Near it: tariffs'],
    ['add old They rise | src: memo', 'story', 'old is closed'],
    ['add tariffs They rise | src: memo | embargo: 2026-02-01 06:00', 'embargo', 'is past'],
    [`add tariffs ${'x'.repeat(3001)} | src: memo`, 'text', '3,000 characters'],
  ])('%.60j comes back as a form with the fault beside its field', (words, field, message) => {
    const { form, changes } = contributor.types(words);

    expect(changes).toEqual([]);
    expect(form?.name).toBe('entry');
    expect(errorIn(form, field)).toContain(message);
    expect(valueIn(form, 'text')).toMatch(/^(They rise|Ford denied it|x{3000})$/);
  });

  test('a key that does not exist is named, and the text is in the form', () => {
    const { text, form } = contributor.types('add tariffs They rise | sorce: the memo');

    expect(text).toMatch(/I don’t know sorce:, did you mean src:\? It said: “the memo”/);
    expect(valueIn(form, 'text')).toBe('They rise');
  });

  test('the same message or submission makes one entry', () => {
    const origin = { origin: { key: 'message:C1:1' } };
    const first = contributor.types('add tariffs They rise | src: memo', origin);
    const second = contributor.types('add tariffs They rise | src: memo', origin);

    expect(first.text).toContain('Recorded');
    expect(second.changes).toEqual([]);
    expect(second.text).toMatch(/Already recorded\n\nE-3/);
    expect(newsroom.entries.size).toBe(3);
  });

  test('what was merged or renamed is filed where it went', () => {
    act(newsroom, [
      { type: 'story-merged', slug: 'tariffs', into: 'ford-xiaomi' },
      { type: 'entity-merged', slug: 'xiaomi', into: 'ford' },
    ]);

    contributor.types('add tariffs Xiaomi grew | src: memo');

    expect(entry('E-3')).toMatchObject({ stories: ['ford-xiaomi'], entities: ['ford'] });
  });

  test('a denial that says which claim it denies is recorded at once and disputes it', () => {
    contributor.types('add ford-xiaomi Ford plans a plant | src: memo');

    const recorded = contributor.types('add ford-xiaomi Ford denied it | src: memo | re: E-3');

    expect(recorded.text).toContain('Recorded');
    expect(entry('E-4')).toHaveProperty('response.respondsTo', 'E-3');
  });

  test('of two claims that it may deny, none is guessed: the form asks which, and one click goes on', () => {
    contributor.types('add ford-xiaomi Ford plans a plant | src: memo');

    const asked = contributor.types('add ford-xiaomi Ford denied it | src: memo');
    contributor.sends(asked.form);

    expect(asked.text).toMatch(/denies-what.*E-\d.*E-3/s);
    expect(entry('E-4')).toMatchObject({ kind: 'response', response: { entity: 'ford', stance: 'denies' } });
    expect(entry('E-4')).not.toHaveProperty('response.respondsTo');
  });
});

describe('standards', () => {
  test('a warning names the rule; one click goes on', () => {
    const warned = contributor.types('add tariffs A source says they rise | src: memo');
    const recorded = contributor.sends(warned.form);

    expect(warned.text).toContain('bare-source');
    expect(warned.form?.submit).toBe('Record anyway');
    expect(recorded.text).toContain('Recorded');
    expect(entry('E-3').text).toBe('A source says they rise');
  });

  test('mending it records without another word', () => {
    const { form } = contributor.types('add tariffs A source says they rise | src: memo');

    contributor.sends(form, { text: 'Two officials say they rise', count: '' });

    expect(entry('E-3').text).toBe('Two officials say they rise');
  });

  test('a rule that was broken only afterwards warns again', () => {
    const { form } = contributor.types('add tariffs A source says they rise | src: memo');

    const again = contributor.sends(form, { source: 'people in the White House' });

    expect(again.text).toContain('unnamed-without-count');
    expect(newsroom.entries.size).toBe(2);
  });

  test.each([
    ['add tariffs They rise | src: memo | rules: off the record'],
    ['add tariffs Off the record, they rise | src: memo'],
    ['add tariffs They rise | soucre: memo | rulse: off the record'],
    ['add tariffs They rise | src: memo | rules: OTR'],
    ['correct E-1 Off the record it is so | reason: x'],
    ['withdraw E-1 reason:"they said off the record it is wrong"'],
    ['verify E-1 confirmed src:"memo, off the record"'],
  ])('off the record nothing is kept and nothing repeated: %s', (words) => {
    const { problem, form, changes, text } = editor.types(words);

    expect(problem).toEqual({ problem: 'off-the-record' });
    expect([form, changes]).toEqual([undefined, []]);
    expect(text).not.toMatch(/rise|memo|wrong/);
  });

  test('a form with it comes back to the person with their words, and a reason', () => {
    const { form } = contributor.types('add tariffs');

    const sent = contributor.sends(form, { text: 'Off the record, they rise' });

    expect(valueIn(sent.form, 'text')).toBe('Off the record, they rise');
    expect(JSON.stringify(sent.form?.notice)).toContain('That is off the record');
  });
});

describe('the form that adds an entry', () => {
  test('opens without a text, with nothing wrong in it', () => {
    const { form, text } = contributor.types('add tariffs');

    expect(valueIn(form, 'story')).toBe('tariffs');
    expect(form?.fields.filter(({ error }) => error)).toEqual([]);
    expect(text).toBe('');
  });

  test('an entity taken out of its field stays out, one named in it comes in', () => {
    const { form } = contributor.types('add tariffs A source says Ford and Xiaomi talk | src: memo');

    contributor.sends(form, { entities: 'Ford, CATL' });

    expect(valueIn(form, 'entities')).toBe('Ford, Xiaomi');
    expect(entry('E-3').entities).toEqual(['ford', 'catl']);
  });

  test('asks for what its kind needs', () => {
    const { form } = contributor.types('add tariffs');
    const figure = contributor.sends(form, {
      kind: 'figure',
      text: 'They stand at 100 percent',
      source: 'memo',
    });

    contributor.sends(figure.form, { metric: 'tariffs', amount: 'over 100%', asOf: '2026-02' });

    expect(errorIn(figure.form, 'metric')).toContain('What is counted');
    expect(entry('E-3')).toMatchObject({
      figure: { metric: 'tariffs', amount: 100, unit: 'percent', bound: 'over', asOf: '2026-02' },
    });
  });

  test('sent twice makes one entry', () => {
    const { form } = contributor.types('add tariffs', { origin: { key: 'command:1' } });
    const typed = { text: 'They rise', source: 'memo' };
    contributor.sends(form, typed, { origin: { key: 'view:1' } });

    const second = contributor.sends(form, typed, { origin: { key: 'view:1' } });

    expect(second.text).toContain('Already recorded');
    expect(newsroom.entries.size).toBe(3);
  });

  test('a text longer than any field is given back whole', () => {
    const long = `${'They rise. '.repeat(400)}END`;

    const { form, text } = contributor.types(`add tariffs ${long} | src: memo`);

    expect(`${valueIn(form, 'text')}${text.replace(/.*goes on: /s, '').replaceAll('\n\n', '')}`).toContain(
      'END',
    );
    expect(valueIn(form, 'text')).toHaveLength(3000);
  });
});

describe('correcting and clarifying', () => {
  test('a correction keeps what stood there, who did it and why', () => {
    const { text } = editor.types('correct E-1 Ford has met Xiaomi. | reason: there were no talks yet');

    const corrected = entry('E-1');
    expect(corrected).toMatchObject({
      text: 'Ford has met Xiaomi.',
      revisions: [{ act: 'entry-corrected', by: 'UANA', reason: 'there were no talks yet' }],
    });
    expect(before(corrected, () => true).text).toBe('Ford has held talks with Xiaomi.');
    expect(text).toMatch(/Corrected.*has held talks.*→.*has met.*Reason: there were no talks yet/s);
  });

  test('only what was altered is altered', () => {
    const { form } = editor.types('correct E-1');

    const { changes } = editor.sends(form, { attribution: 'the FT reports', reason: 'it was missing' });

    expect(changes).toEqual([
      {
        type: 'entry-corrected',
        id: 'E-1',
        set: { attribution: 'the FT reports' },
        reason: 'it was missing',
      },
    ]);
    expect(entry('E-1').sources[0]?.publisher).toBe('Financial Times');
  });

  test('a source whose terms are corrected keeps the rest of what is known of it', () => {
    const { form } = editor.types('correct E-1');

    editor.sends(form, { rules: 'background', reason: 'it was on background' });

    expect(entry('E-1').sources).toEqual([
      { kind: 'publication', label: 'FT report', publisher: 'Financial Times', groundRules: 'background' },
    ]);
  });

  test('a correction without a reason comes back, with the text kept', () => {
    const { form, changes } = editor.types('correct E-1 Ford has met Xiaomi.');

    expect(changes).toEqual([]);
    expect(errorIn(form, 'reason')).toContain('what was wrong');
    expect(valueIn(form, 'text')).toBe('Ford has met Xiaomi.');
  });

  test.each([
    ['correct E-1 Ford has held talks with Xiaomi. | reason: none', 'entry-unchanged'],
    ['correct E-99 Ford | reason: x', 'unknown-entry'],
    ['correct Ford', 'entry-needed'],
    ['clarify', 'entry-needed'],
    ['verify E-1 reported', 'verification-unchanged'],
    ['lift E-1', 'not-embargoed'],
  ])('%s is refused: %s', (words, problem) => {
    const came = editor.types(words);

    expect(came.problem?.problem).toBe(problem);
    expect(came.changes).toEqual([]);
  });

  test('another kind needs its own fields and drops the old ones', () => {
    const { form } = editor.types('correct E-2');
    const asked = editor.sends(form, { kind: 'figure', reason: 'it is a number' });

    editor.sends(asked.form, { metric: 'tariffs', amount: '100', unit: 'percent' });
    editor.types('correct E-2 | kind: fact | reason: it is none');

    expect(errorIn(asked.form, 'amount')).toContain('How much');
    expect(entry('E-2')).not.toHaveProperty('figure');
    expect(entry('E-2')).toMatchObject({
      kind: 'fact',
      revisions: [{ was: { kind: 'fact' } }, { was: { kind: 'figure', figure: { amount: 100 } } }],
    });
  });

  test('a clarification that changes a figure warns; as a correction it goes through', () => {
    const warned = editor.types('clarify E-2 Tariffs stand at 50 percent.');

    editor.sends(warned.form, { act: 'correct', reason: 'they were halved' });

    expect(warned.text).toContain('clarify-changes-fact');
    expect(entry('E-2').revisions.map(({ act: name }) => name)).toEqual(['entry-corrected']);
  });

  test('better words for the same need no reason', () => {
    editor.types('clarify E-2 At 100 percent, tariffs stand high.');

    expect(entry('E-2').revisions).toMatchObject([{ act: 'entry-clarified' }]);
  });

  test('moving it to another story', () => {
    const { form } = editor.types('correct E-2');

    editor.sends(form, { story: 'tariffs, ford-xiaomi', reason: 'it is about both' });

    expect(entry('E-2').stories).toEqual(['tariffs', 'ford-xiaomi']);
  });

  test('the second of two editors sees the first’s version, keeps their own words and decides', () => {
    const bea = new Person(newsroom, 'editor', { person: 'UBEA' });
    const { form: mine } = editor.types('correct E-1');
    const { form: hers } = bea.types('correct E-1');
    bea.sends(hers, { text: 'Ford met Xiaomi twice.', attribution: 'per the FT', reason: 'twice' });

    const second = editor.sends(mine, { text: 'Ford met Xiaomi once.', reason: 'once' });
    editor.sends(second.form);

    expect(second.changes).toEqual([]);
    expect(second.text).toMatch(/@UBEA changed this.*Ford met Xiaomi twice/s);
    expect(second.form?.submit).toBe('Save over it');
    expect(valueIn(second.form, 'text')).toBe('Ford met Xiaomi once.');
    expect(valueIn(second.form, 'reason')).toBe('once');
    expect(entry('E-1')).toMatchObject({ text: 'Ford met Xiaomi once.', attribution: 'per the FT' });
    expect(entry('E-1').revisions).toHaveLength(2);
  });
});

describe('verifying', () => {
  test('moves up with a source and down with a reason, and keeps both', () => {
    editor.types('verify E-1 confirmed src:"SEC filing"');
    editor.types('verify E-1 unverified reason:"the filing was a hoax"');

    expect(entry('E-1')).toMatchObject({
      verification: 'unverified',
      sources: [{ label: 'FT report' }, { kind: 'document', label: 'SEC filing' }],
      revisions: [
        { was: { verification: 'reported' } },
        { was: { verification: 'confirmed' }, reason: 'the filing was a hoax' },
      ],
    });
  });

  test('a new source alone is recorded', () => {
    const { changes } = editor.types('verify E-1 src:"SEC filing"');

    expect(changes).toMatchObject([
      { type: 'entry-verified', verification: 'reported', sources: [{ label: 'SEC filing' }] },
    ]);
  });

  test('without a level it asks, with a wrong one it says which there are', () => {
    expect(valueIn(editor.types('verify E-1').form, 'verification')).toBe('reported');
    expect(errorIn(editor.types('verify E-1 confrmed').form, 'verification')).toContain(
      'Did you mean confirmed?',
    );
  });

  test('a mistyped key is told', () => {
    expect(editor.types('verify E-1 confirmed sorce:"SEC filing"').problem).toEqual({
      problem: 'unknown-option',
      typed: 'sorce',
      meant: 'source',
    });
  });
});

describe('two editors with a form of the same entry open', () => {
  test('the second to verify does not take back unseen what the first confirmed', () => {
    const { form } = editor.types('verify E-1');
    new Person(newsroom, 'editor', { person: 'UEVE' }).types('verify E-1 confirmed src:"SEC filing"');

    const second = editor.sends(form, { source: 'Ford memo' });

    expect(second.changes).toEqual([]);
    expect(second.text).toContain('reported → confirmed');
    expect(valueIn(second.form, 'verification')).toBe('confirmed');
    expect(valueIn(second.form, 'source')).toBe('Ford memo');
    expect(editor.sends(second.form).changes).toMatchObject([{ verification: 'confirmed' }]);
  });

  test('the second to embargo learns that the first lifted it', () => {
    editor.types(`embargo E-1 until:"${until}"`);
    const { form } = editor.types('embargo E-1');
    new Person(newsroom, 'editor', { person: 'UEVE' }).types('lift E-1');

    const second = editor.sends(form);

    expect(second.text).toContain('UEVE changed this while you were writing');
    expect(entry('E-1').embargoedUntil).toBeUndefined();
  });

  test('what the clock did in between is told as the clock’s', () => {
    editor.types(`embargo E-1 until:"${until}"`);
    const { form } = editor.types('correct E-1');
    act(newsroom, [{ type: 'embargo-lifted', id: 'E-1' }], { by: 'embargo-clock' });

    expect(editor.sends(form, { text: 'Ford held talks.' }).text).toContain('The clock changed this');
  });
});

describe('withdrawing', () => {
  test('leaves on record what the entry said, who took it back and why', () => {
    editor.types('withdraw E-1 reason:"the FT withdrew its report"');

    const told = ask(newsroom, 'E-1').page;

    expect(plainText(told)).toContain('Withdrawn: stop using');
    expect(plainText(told)).toContain('Ford has held talks with Xiaomi.');
    expect(plainText(told)).toContain('the FT withdrew its report');
  });

  test.each(['withdraw', 'kill'])('%s takes it back with the reason', (verb) => {
    editor.types(`${verb} E-1 reason:"the FT withdrew its report"`);

    expect(entry('E-1')).toMatchObject({
      withdrawn: true,
      revisions: [{ reason: 'the FT withdrew its report' }],
    });
  });

  test('without a reason it asks for one', () => {
    const { form } = editor.types('withdraw E-1 it is wrong');

    expect(valueIn(form, 'reason')).toBe('it is wrong');
    expect(editor.sends(form, { reason: '' }).form).toBeDefined();
    expect(editor.sends(form).text).toContain('Withdrawn');
  });

  test.each([
    'correct E-1 x | reason: y',
    'clarify E-1 x',
    'verify E-1 confirmed',
    'withdraw E-1 reason:"x"',
    `embargo E-1 until:"${until}"`,
    'lift E-1',
  ])('after that, %s is refused', (words) => {
    editor.types('withdraw E-1 reason:"wrong"');

    expect(editor.types(words).problem).toEqual({ problem: 'entry-withdrawn', id: 'E-1', by: 'UANA' });
  });
});

describe('an embargo', () => {
  test('is echoed in full, with its weekday and zone', () => {
    const { text } = editor.types(`embargo E-1 until:"${until} America/New_York"`);

    expect(entry('E-1').embargoedUntil).toBe('2026-03-02T11:00:00.000Z');
    expect(text).toContain(untilInFull);
    expect(text).toContain('could be seen until now');
  });

  test('is moved and lifted', () => {
    editor.types(`embargo E-1 until:"${until}"`);
    editor.types('embargo E-1 2026-03-03 06:00');
    const { text } = editor.types('lift E-1');

    expect(entry('E-1').revisions.map(({ act: name }) => name)).toEqual([
      'entry-embargoed',
      'entry-embargoed',
      'embargo-lifted',
    ]);
    expect(entry('E-1').embargoedUntil).toBeUndefined();
    expect(text).toContain('shown to everybody from now on');
  });

  test.each([
    ['embargo E-1 until:"2026-02-09 06:00"', 'is past'],
    ['embargo E-1 until:"2026-03-02"', 'ends at a minute'],
    ['embargo E-1 until:"2026-03-02 06:00 EST"', 'EST can mean several zones'],
  ])('%s comes back: %s', (words, message) => {
    expect(errorIn(editor.types(words).form, 'until')).toContain(message);
  });

  test('the form shows until when it is, and the same time again changes nothing', () => {
    editor.types(`embargo E-1 until:"${until}"`);
    const { form } = editor.types('embargo E-1');

    expect(valueIn(form, 'until')).toBe('2026-03-02 06:00 America/New_York');
    expect(editor.sends(form).problem).toEqual({ problem: 'entry-unchanged', id: 'E-1' });
  });

  test('of a contributor’s own entry hides it from them, too', () => {
    const { text } = contributor.types(`add tariffs They rise | src: memo | embargo: ${until}`);

    expect(text).toContain(untilInFull);
    expect(text).not.toContain('E-3');
    expect(contributor.types('E-3').problem).toEqual({ problem: 'unknown-entry', id: 'E-3' });
  });

  test('offers editors the ways to act on an entry, and nobody else', () => {
    editor.types(`embargo E-1 until:"${until}"`);
    const commands = (words: string, role: 'editor' | 'reader') =>
      ask(newsroom, words, { viewer: { role } }).page.parts.flatMap((part) =>
        part.part === 'buttons'
          ? part.buttons.flatMap((button) => ('command' in button ? [button.command] : []))
          : [],
      );

    expect(commands('E-1', 'editor')).toEqual(
      expect.arrayContaining(['correct E-1', 'withdraw E-1', 'lift E-1']),
    );
    expect(commands('E-2', 'editor')).not.toContain('lift E-2');
    expect(commands('E-2', 'reader')).not.toContain('correct E-2');
  });

  test('is marked wherever an editor reads the entry', () => {
    editor.types(`embargo E-1 until:"${until}"`);

    for (const words of ['ford-xiaomi', 'ford-xiaomi claims', 'ford-xiaomi timeline', 'ford xiaomi', 'E-1']) {
      expect(editor.types(words).text).toContain('EMBARGOED until 2 Mar 2026, 06:00');
    }
  });
});
