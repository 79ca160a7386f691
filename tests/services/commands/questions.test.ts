import { isOpenTo, isOverdue } from '../../../src/domain/briefing/questions.ts';
import { aloud, asForm, officeWith, people, valuesOf } from '../support/office.ts';

const later = '2026-02-12T06:00:00.000Z';
const sketch = {
  stories: [{ slug: 'ford-xiaomi', headline: 'They talked' }],
  entities: [{ slug: 'ford' }],
  entries: [
    { stories: ['ford-xiaomi'], text: 'Ford confirms it.' },
    { stories: ['ford-xiaomi'], text: 'Under wraps.', embargoedUntil: later },
  ],
  questions: [{ story: 'ford-xiaomi', text: 'Does Ford confirm it?', due: '2026-02-09' }],
};

describe('asking', () => {
  test.each([
    ['ask ford-xiaomi "Has Commerce been notified?"', { text: 'Has Commerce been notified?' }],
    ['ask ford-xiaomi: Has Commerce been notified?', { text: 'Has Commerce been notified?' }],
    ['ask They talked “Who’s next?”', { text: 'Who’s next?' }],
    ['ask ford-xiaomi Did he say "no"', { text: 'Did he say "no"' }],
    [
      'ask ford-xiaomi "Who is the owner: Ford?" owner:me',
      { text: 'Who is the owner: Ford?', owner: people.contributor },
    ],
    ['ask ford-xiaomi owner:<@U0ED|ed> "Why now?"', { text: 'Why now?', owner: 'U0ED' }],
    ['ask ford-xiaomi owner:<@U0ED> Why now?', { text: 'Why now?', owner: 'U0ED' }],
    ['ask ford-xiaomi Why now? due:2026-03-01', { text: 'Why now?', due: '2026-03-01' }],
    ['ask ford-xiaomi "Why now?" due: 26 Sep 2026', { due: '2026-09-26' }],
    ['ask ford-xiaomi "Why now?" due:friday', { due: '2026-02-13' }],
    ['ask ford-xiaomi "Why now?" due:today owner:me', { due: '2026-02-10' }],
  ])('%s', async (words, expected) => {
    const { says, newsroom } = await officeWith(sketch);

    const said = await says(words, { person: people.contributor });

    expect(said).toContain('Question asked');
    expect(newsroom.questions.get('Q-2')).toMatchObject({ story: 'ford-xiaomi', ...expected });
  });

  test('what is off the record is no question either, and is not kept', async () => {
    const { says, journal } = await officeWith(sketch);

    const said = await says('ask ford-xiaomi "Off the record, who is the buyer?"');

    expect(said).toContain('That is off the record');
    expect(said).not.toContain('buyer');
    expect(journal.acts).toHaveLength(1);
  });

  test('in a thread about the story the text is enough', async () => {
    const { says, newsroom } = await officeWith(sketch);
    const threadTopics = [{ kind: 'story', slug: 'ford-xiaomi' } as const];

    await says('ask Ford knew when?', { threadTopics });
    await says('ask: "Why now?"', { threadTopics });

    expect([...newsroom.questions.all()].map(({ text }) => text).slice(1)).toEqual([
      'Ford knew when?',
      'Why now?',
    ]);
  });

  test.each([
    ['ask ford-xiaomi "Why?" owner:@ana', 'I can’t tell who “@ana” is: type @ and pick the person'],
    ['ask ford-xiaomi "Why?" due:yesterday', '9 Feb 2026 is past: give a date to come.'],
    ['ask ford-xiaomi "Why?" due:2025', '2025 is past: give a date to come.'],
    ['ask ford-xiaomi "Why?" due:soon', '“soon” is no date I can read'],
    ['ask ford-xiaomi', 'Ask a question'],
    ['ask', 'Ask a question'],
    [`ask ford-xiaomi "${'x'.repeat(501)}"`, 'at most 500 characters, and this is 501'],
    ['ask ford "Why?"', 'ford is an entity, no story'],
    ['ask nothing "Why?"', 'Nothing on record is called nothing.'],
    ['ask ford-xiaomi "Why?" onwer:me', 'Did you mean owner:?'],
  ])('%s: %s', async (words, expected) => {
    const { says, journal } = await officeWith(sketch);

    expect(await says(words)).toContain(expected);
    expect(journal.acts).toHaveLength(1);
  });

  test('a form in which the story is wrong keeps the question', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('ask'));

    const back = asForm(await submits(form, { story: 'fort', text: 'Why now?', owner: people.editor }));

    expect(back.fields.filter(({ error }) => error).map(({ name }) => name)).toEqual(['story']);
    expect(valuesOf(back)).toEqual({ story: 'fort', text: 'Why now?', owner: people.editor });
  });
});

describe('assigning', () => {
  test('says who had it and who has it now', async () => {
    const { says } = await officeWith(sketch);
    await says('assign Q-1 owner:<@U0ANA> due:friday');

    const said = await says('assign q-1 owner:me');

    expect(said).toContain('• Owner: @U0ANA → @U0ED');
    expect(said).not.toContain('Due');
    expect(await says('Q-1')).toContain('Owner: @U0ED · due 13 Feb 2026');
  });

  test('nobody owns it again', async () => {
    const { says, newsroom } = await officeWith(sketch);
    await says('assign Q-1 owner:me');

    await says('assign Q-1 owner:nobody due:none');

    expect(newsroom.questions.get('Q-1')).not.toHaveProperty('owner');
    expect(newsroom.questions.get('Q-1')).not.toHaveProperty('due');
  });

  test('by a form, which sets only what was touched', async () => {
    const { types, submits, newsroom } = await officeWith(sketch);
    const form = asForm(await types('assign Q-1'));

    const told = await submits(form, { ...valuesOf(form), owner: people.contributor });

    expect(aloud(told)).toContain('• Owner: @U0ANA');
    expect(newsroom.questions.get('Q-1')).toMatchObject({ owner: people.contributor, due: '2026-02-09' });
  });

  test.each([
    ['assign Q-9 owner:me', 'There is no question Q-9.'],
    ['assign owner:me', 'What is missing: the number of the question.'],
    ['assign Q-1 due:2026-02-09', '9 Feb 2026 is past'],
    ['assign Q-1 owner:ana', 'I can’t tell who “ana” is'],
    ['assign Q-1 owner:nobody', 'That is how Q-1 stands already.'],
  ])('%s: %s', async (words, expected) => {
    const { says, journal } = await officeWith(sketch);

    expect(await says(words)).toContain(expected);
    expect(journal.acts).toHaveLength(1);
  });
});

describe('answering', () => {
  test('with an entry, the question is no longer one of those we don’t know', async () => {
    const { says } = await officeWith(sketch);

    const said = await says('answer Q-1 e-1', { person: people.contributor });

    expect(said).toContain('Ford confirms it.');
    expect(await says('Q-1')).toMatch(/^Answered question/);
    expect(await says('ford-xiaomi')).not.toContain('What we don’t know');
  });

  test('with words, an entry is added and answers it in one act', async () => {
    const { says, journal, newsroom } = await officeWith(sketch);

    const said = await says('answer Q-1 Ford confirmed the talks | src: Ford spokesperson | rules: record');

    expect(said).toContain('It answers Q-1: Does Ford confirm it?');
    expect(journal.acts.at(-1)?.changes.map(({ type }) => type)).toEqual([
      'entry-added',
      'question-answered',
    ]);
    expect(newsroom.questions.get('Q-1')?.answeredBy).toBe('E-3');
  });

  test('with a form that goes through a standards warning', async () => {
    const { types, submits, newsroom } = await officeWith(sketch);
    const form = asForm(await types('answer Q-1 Ford confirmed the talks | src: a source'));

    await submits(form, valuesOf(form), { origin: { key: 'view:V1' } });

    expect(form.submit).toBe('Record anyway');
    expect(newsroom.questions.get('Q-1')?.answeredBy).toBe('E-3');
  });

  test('another entry takes the place of the first answer', async () => {
    const { says } = await officeWith({
      ...sketch,
      entries: [...sketch.entries, { stories: ['ford-xiaomi'], text: 'No.' }],
    });
    await says('answer Q-1 E-1');

    expect(await says('answer Q-1 E-3')).toContain('It was answered by E-1 before.');
  });

  test('an answer that is withdrawn opens its question again', async () => {
    const { says } = await officeWith(sketch);
    await says('answer Q-1 E-1');

    await says('withdraw E-1 reason:"It was about another deal"');

    expect(await says('Q-1')).toMatch(/^Open question/);
    expect(await says('ford-xiaomi gaps')).toContain('Does Ford confirm it?');
  });

  test('an embargoed answer leaves readers no trace until it is lifted', async () => {
    const { says, newsroom } = await officeWith(sketch);
    const unanswered = await says('Q-1', { person: people.reader });

    await says('answer Q-1 E-2');

    const [question] = [...newsroom.questions.all()];
    const opens = (role: 'reader' | 'editor', now: string) =>
      isOpenTo(newsroom, question!, { viewer: { role }, now });
    expect(await says('Q-1', { person: people.reader })).toBe(unanswered);
    expect(await says('Q-1')).toContain('Under wraps.');
    expect([
      opens('reader', '2026-02-12T05:59:00.000Z'),
      opens('reader', '2026-02-12T06:00:00.000Z'),
    ]).toEqual([true, false]);
  });

  test.each([
    ['answer Q-1 E-2', people.contributor, 'There is no entry E-2.'],
    ['answer Q-1 E-9', people.editor, 'There is no entry E-9.'],
    ['answer Q-9 E-1', people.editor, 'There is no question Q-9.'],
    ['answer E-1', people.editor, 'What is missing: the number of the question.'],
    ['answer Q-1', people.editor, 'Answers: Does Ford confirm it?'],
    ['answer Q-1 Yes | sorce: Ford', people.editor, 'I don’t know sorce:'],
  ])('%s by %s: %s', async (words, person, expected) => {
    const { says, journal } = await officeWith(sketch);

    expect(await says(words, { person })).toContain(expected);
    expect(journal.acts).toHaveLength(1);
  });

  test('a withdrawn entry answers nothing', async () => {
    const { says } = await officeWith(sketch);
    await says('withdraw E-1 reason:"Wrong deal"');

    expect(await says('answer Q-1 E-1')).toContain('E-1 was withdrawn, so it cannot answer a question.');
  });
});

describe('a question by its number', () => {
  test.each(['Q-1', 'q-1', '#Q-1.', 'Q-1?'])('%s shows it, and that it is overdue', async (words) => {
    const { says } = await officeWith(sketch);

    expect(await says(words, { person: people.reader })).toContain(
      'Nobody owns it · due 9 Feb 2026 · overdue',
    );
  });

  test('the briefing and its gaps say that it is overdue', async () => {
    const { says } = await officeWith(sketch);

    expect(await says('ford-xiaomi')).toContain('Does Ford confirm it? Q-1 · due 9 Feb 2026 · overdue');
    expect(await says('ford-xiaomi gaps')).toContain('due 9 Feb 2026 · overdue');
  });

  test.each([
    ['2026-02-10', '2026-02-10T23:59:00.000Z', 'UTC', false],
    ['2026-02-10', '2026-02-11T00:00:00.000Z', 'UTC', true],
    ['2026-02-10', '2026-02-11T04:59:00.000Z', 'America/New_York', false],
    ['2026-02-10', '2026-02-11T05:00:00.000Z', 'America/New_York', true],
    ['2026-02', '2026-02-28T23:59:00.000Z', 'UTC', false],
    ['2026-02', '2026-03-01T00:00:00.000Z', 'UTC', true],
    ['2026', '2026-12-31T23:59:00.000Z', 'UTC', false],
    ['2026-02-10T14:00', '2026-02-10T14:00:00.000Z', 'UTC', false],
    ['2026-02-10T14:00', '2026-02-10T14:01:00.000Z', 'UTC', true],
  ])('due %s, at %s in %s: overdue is %s', (due, now, zone, overdue) => {
    expect(isOverdue({ due }, now, zone)).toBe(overdue);
  });

  test('what has no due date is never overdue', () => {
    expect(isOverdue({}, '2999-01-01T00:00:00.000Z')).toBe(false);
  });
});
