import { aloud, asForm, officeWith, people, valuesOf } from '../support/office.ts';

const sketch = {
  stories: [
    { slug: 'ford-xiaomi', headline: 'Ford and Xiaomi talked', aliases: ['Xiaomi JV'] },
    { slug: 'catl-list', headline: 'CATL is listed' },
  ],
  entities: [{ slug: 'ford' }, { slug: 'xiaomi' }],
  entries: [{ stories: ['ford-xiaomi'], text: 'Talks were held.' }],
};

describe('opening a story', () => {
  test.each([
    ['open ford-recall "Ford recalls pickups"', 'ford-recall', 'Ford recalls pickups'],
    ['open ford-recall “Ford’s recall”', 'ford-recall', 'Ford’s recall'],
    ['open #Ford-Recall: Ford says “never”', 'ford-recall', 'Ford says “never”'],
    ['open recall "Ford recalls pickups" desk:Autos', 'recall', 'Ford recalls pickups'],
  ])('%s', async (words, slug, headline) => {
    const { says, newsroom } = await officeWith(sketch);

    const said = await says(words);

    expect(said).toContain(`Story opened\n\n${headline} ${slug}`);
    expect(newsroom.stories.get(slug)).toMatchObject({ headline, by: people.editor });
  });

  test.each([
    ['open ford-recall', { slug: 'ford-recall', status: 'developing' }],
    ['open', { status: 'developing' }],
    ['open "Ford recalls pickups"', { slug: 'ford-recalls-pickups', headline: 'Ford recalls pickups' }],
    ['open ford recalls pickups', { slug: 'ford-recalls-pickups', headline: 'ford recalls pickups' }],
  ])('%s leaves the rest to a form', async (words, standing) => {
    const { types, journal } = await officeWith(sketch);

    const form = asForm(await types(words));

    expect(form.title).toBe('Open a story');
    expect(valuesOf(form)).toMatchObject(standing);
    expect(journal.acts).toHaveLength(1);
  });

  test.each([
    ['open timeline "X"', 'timeline is a word of the commands', 'open timeline-story "X"'],
    ['open E-12 "X"', 'e-12 is a word of the commands', 'open e-12-story "X"'],
    [
      'open ford-xiaomi "X"',
      'ford-xiaomi is taken: it leads to Ford and Xiaomi talked',
      'open ford-xiaomi-2 "X"',
    ],
    ['open xiaomi-jv "X"', 'xiaomi-jv is taken: it leads to Ford and Xiaomi talked', 'open xiaomi-jv-2 "X"'],
    ['open ford_recall-2 "X"', 'ford_recall-2 can’t be a slug', 'open ford-recall-2 "X"'],
    ['open Ford Recall "X"', 'ford recall can’t be a slug', 'open ford-recall "X"'],
    ['open ford-überfall "X"', 'can’t be a slug', 'open ford-uberfall "X"'],
    ['open 福特 "X"', 'can’t be a slug', 'open new-story "X"'],
    ['open ford-xiaomi', 'ford-xiaomi is taken', 'open ford-xiaomi-2 "Headline"'],
  ])('%s is refused with the nearest slug that would do', async (words, why, retry) => {
    const { says, journal } = await officeWith(sketch);

    const said = await says(words);

    expect(said).toContain(why);
    expect(said).toContain(`/brief ${retry}`);
    expect(journal.acts).toHaveLength(1);
    expect(await says(retry)).toMatch(/Story opened|Open a story/);
  });

  test('a mistyped option is named, and nothing is recorded', async () => {
    const { says, journal } = await officeWith(sketch);

    const said = await says('open ford-recall "Ford recalls" dsk:autos');

    expect(said).toContain('I don’t know what dsk: means. Did you mean desk:?');
    expect(journal.acts).toHaveLength(1);
  });

  test('faults stand beside their fields, with everything typed', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('open ford-recall'));
    const typed = { ...valuesOf(form), nutGraf: 'n'.repeat(1001), cast: 'Ford — carmaker\nNobody — ghost' };

    const back = asForm(await submits(form, typed));

    const errors = Object.fromEntries(
      back.fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])),
    );
    expect(errors).toEqual({
      headline: 'Say in a line what the story is.',
      nutGraf: 'Why it matters: at most 1000 characters, and this is 1001.',
      cast: '“Nobody” is no entity on record, or more than one: use its slug.',
    });
    expect(valuesOf(back)).toMatchObject(typed);
  });

  test('who is involved is read name by name', async () => {
    const { types, submits, newsroom } = await officeWith(sketch);
    const form = asForm(await types('open ford-recall'));

    await submits(form, {
      ...valuesOf(form),
      headline: 'H',
      cast: 'Ford — carmaker: the first\n\nxiaomi: partner',
    });

    expect(newsroom.stories.get('ford-recall')?.entities).toEqual([
      { entity: 'ford', role: 'carmaker: the first' },
      { entity: 'xiaomi', role: 'partner' },
    ]);
  });
});

describe('editing a story', () => {
  test('says each field before and after, and leaves the others alone', async () => {
    const { types, submits, newsroom } = await officeWith(sketch);
    const form = asForm(await types('edit xiaomi jv'));

    const told = await submits(form, { ...valuesOf(form), headline: 'They talked', aliases: '' });

    expect(aloud(told)).toContain('• Headline: Ford and Xiaomi talked → They talked');
    expect(aloud(told)).toContain('• Other names: Xiaomi JV → taken off');
    const [revision] = newsroom.stories.get('ford-xiaomi')?.revisions ?? [];
    expect(revision?.was).toEqual({ headline: 'Ford and Xiaomi talked', aliases: ['Xiaomi JV'] });
  });

  test('in one line', async () => {
    const { says, newsroom } = await officeWith(sketch);

    const said = await says('edit ford-xiaomi status:active why:"It opens the market."');

    expect(said).toContain('• Status: developing → active');
    expect(newsroom.stories.get('ford-xiaomi')?.nutGraf).toBe('It opens the market.');
  });

  test.each([
    ['edit ford-xiaomi status:developing', 'That is what the story says already.'],
    ['edit ford-xiaomi staus:active', 'I don’t know what staus: means. Did you mean status:?'],
    ['edit nothing-here', 'Nothing on record is called nothing-here.'],
    ['edit ford xiaomi', 'That is done to one story or entity at a time, and ford xiaomi names two.'],
  ])('%s: %s', async (words, why) => {
    const { says, journal } = await officeWith(sketch);

    expect(await says(words)).toContain(why);
    expect(journal.acts).toHaveLength(1);
  });

  test('an alias that is another story’s name is refused, naming that story', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('edit catl-list'));

    const back = asForm(await submits(form, { ...valuesOf(form), aliases: 'CATL, xiaomi-jv' }));

    expect(aloud(back)).toContain('The name xiaomi-jv leads to another story: Ford and Xiaomi talked.');
    expect(valuesOf(back)['aliases']).toBe('CATL, xiaomi-jv');
  });

  test('of two editors the second sees what the first wrote, keeps their own words and decides', async () => {
    const { types, submits, newsroom } = await officeWith(sketch);
    const first = asForm(await types('edit ford-xiaomi'));
    const second = asForm(await types('edit ford-xiaomi', { person: people.second }));
    await submits(first, { ...valuesOf(first), headline: 'Ed’s headline', desk: 'autos' });

    const mine = { ...valuesOf(second), headline: 'Eve’s headline', subjects: 'cars' };
    const back = asForm(await submits(second, mine, { person: people.second }));

    expect(aloud(back)).toContain('@U0ED changed this while you were writing.');
    expect(aloud(back)).toContain('• Headline: Ford and Xiaomi talked → Ed’s headline');
    expect(back.submit).toBe('Save over it');
    expect(valuesOf(back)).toMatchObject({ headline: 'Eve’s headline', subjects: 'cars', desk: 'autos' });

    await submits(back, valuesOf(back), { person: people.second });

    expect(newsroom.stories.get('ford-xiaomi')).toMatchObject({
      headline: 'Eve’s headline',
      desk: 'autos',
      subjects: ['cars'],
    });
  });

  test('two editors who send in the same moment: the second still sees the first', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('edit ford-xiaomi'));
    const wrote = (headline: string) => ({ ...valuesOf(form), headline });

    const [first, second] = await Promise.all([
      submits(form, wrote('One')),
      submits(form, wrote('Two'), { person: people.second }),
    ]);

    const back = asForm(second);
    const sentAgain = await submits(back, valuesOf(back), { person: people.second });

    expect(aloud(first)).toContain('Story edited');
    expect(aloud(back)).toContain('One');
    expect(valuesOf(back)['headline']).toBe('Two');
    expect(back.submit).toBe('Save over it');
    expect(aloud(sentAgain)).toContain('Headline: One → Two');
  });

  test('a story merged away while somebody edits it says where it went', async () => {
    const { types, submits, says } = await officeWith(sketch);
    const form = asForm(await types('edit catl-list'));
    await says('merge catl-list into ford-xiaomi');

    const back = asForm(await submits(form, { ...valuesOf(form), headline: 'Kept' }));

    expect(aloud(back)).toContain('catl-list was merged into Ford and Xiaomi talked meanwhile.');
    expect(valuesOf(back)['headline']).toBe('Kept');
  });

  test('a value too long for a form is left out, said, and not lost', async () => {
    const aliases = Array.from({ length: 30 }, (_, index) => `${'long name '.repeat(11)}${index}`);
    const { types, submits, newsroom } = await officeWith({ stories: [{ slug: 'long-names', aliases }] });
    const form = asForm(await types('edit long-names'));

    await submits(form, { ...valuesOf(form), headline: 'New' });

    expect(aloud(form)).toContain('Other names: too long for a form; it stays as it is.');
    expect(newsroom.stories.get('long-names')).toMatchObject({ headline: 'New', aliases });
  });
});

/** Every command that takes a story, under each name that it had. */
const acts = [
  'NAME',
  'NAME timeline',
  'story:NAME',
  'edit NAME',
  'edit NAME desk:autos',
  'rename NAME a-new-slug',
  'close NAME',
  'reopen NAME',
  'merge NAME into catl-list',
  'merge catl-list into NAME',
  'ask NAME "Why now?"',
  'add NAME',
  'catchup NAME',
];

describe('every name a story had keeps working', () => {
  test.each(acts)('%s', async (act) => {
    for (const name of ['ford-xiaomi', 'first-new', 'second-new', 'Xiaomi JV', 'FORD-XIAOMI.', 'swallowed']) {
      const { says } = await officeWith({
        ...sketch,
        stories: [...sketch.stories, { slug: 'swallowed', headline: 'Gone' }],
      });
      await says('rename ford-xiaomi first-new');
      await says('rename ford-xiaomi second-new');
      await says('merge swallowed into first-new');

      const [said, asBySlug] = [await says(act.replace('NAME', name)), await says('second-new')];

      expect([name, said]).toEqual([name, expect.not.stringContaining('Nothing on record')]);
      expect(said).not.toContain('can mean more than one');
      expect(asBySlug).not.toContain('Nothing on record');
    }
  });
});

describe('renaming, closing, merging', () => {
  test('a story goes back to its first slug', async () => {
    const { says, newsroom } = await officeWith(sketch);
    await says('rename ford-xiaomi ford-talks');

    const said = await says('rename ford-talks to ford-xiaomi');

    expect(said).toContain('ford-talks → ford-xiaomi');
    expect(newsroom.stories.get('ford-xiaomi')?.renamedTo).toBe('ford-xiaomi');
  });

  test('a slug it had leads to it, also after its other names were written anew', async () => {
    const { says } = await officeWith(sketch);
    await says('rename ford-xiaomi ford-talks');
    await says('rename ford-talks ford-china');

    await says('edit ford-china aliases: Detroit deal');

    expect(await says('ford-talks')).toMatch(/^Ford and Xiaomi talked\n/);
    expect(await says('Detroit deal')).toMatch(/^Ford and Xiaomi talked\n/);
  });

  test.each([
    ['rename ford-xiaomi catl-list', 'catl-list is taken: it leads to CATL is listed.'],
    ['rename ford-xiaomi search', 'search is a word of the commands'],
    ['rename ford-xiaomi ford-xiaomi', 'That story’s slug is ford-xiaomi already.'],
    ['rename ford-xiaomi', 'What is missing: the story and its new slug.'],
    ['rename ford ford-motor', 'ford is an entity, no story: Ford.'],
    ['close ford', 'ford is an entity, no story: Ford.'],
    ['close', 'Which story or entity? This thread is about none, so name it.'],
    ['reopen ford-xiaomi', 'That story is open: developing.'],
    ['merge ford-xiaomi into ford', 'ford is an entity, no story: Ford.'],
    ['merge ford-xiaomi into xiaomi-jv', 'Ford and Xiaomi talked cannot be merged into itself'],
    ['merge ford-xiaomi', 'What is missing: what to merge into what.'],
  ])('%s: %s', async (words, why) => {
    const { says, journal } = await officeWith(sketch);

    expect(await says(words)).toContain(why);
    expect(journal.acts).toHaveLength(1);
  });

  test('in a thread about the story its name can be left out', async () => {
    const { says, newsroom } = await officeWith(sketch);
    const threadTopics = [{ kind: 'story', slug: 'ford-xiaomi' } as const];

    await says('rename ford-talks', { threadTopics });
    await says('close', { threadTopics });

    expect(newsroom.stories.get('ford-xiaomi')).toMatchObject({ renamedTo: 'ford-talks', status: 'closed' });
  });

  test('a closed story takes no entries, and reopened it is what it was', async () => {
    const { says, newsroom } = await officeWith(sketch);
    await says('edit ford-xiaomi status:active');

    await says('close ford-xiaomi');
    const refused = await says(
      'add ford-xiaomi Ford declined to comment | src: Ford spokesperson | rules: record',
    );
    await says('reopen ford-xiaomi');

    expect(refused).not.toContain('Recorded');
    expect(newsroom.entries.size).toBe(1);
    expect(newsroom.stories.get('ford-xiaomi')?.status).toBe('active');
  });

  test('a merged story brings its cast, its entries and its questions', async () => {
    const { says, newsroom } = await officeWith({
      ...sketch,
      stories: [
        {
          slug: 'ford-xiaomi',
          entities: [
            { entity: 'ford', role: 'carmaker' },
            { entity: 'xiaomi', role: 'partner' },
          ],
        },
        { slug: 'catl-list', entities: [{ entity: 'ford', role: 'customer' }] },
      ],
      questions: [{ story: 'ford-xiaomi', text: 'Why?' }],
    });

    await says('merge ford-xiaomi into catl-list');

    expect(newsroom.stories.get('catl-list')?.entities).toEqual([
      { entity: 'ford', role: 'customer' },
      { entity: 'xiaomi', role: 'partner' },
    ]);
    expect(newsroom.entries.get('E-1')?.stories).toEqual(['catl-list']);
    expect(newsroom.questions.get('Q-1')?.story).toBe('catl-list');
  });
});
