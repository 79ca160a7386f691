import { aloud, asForm, officeWith, people, valuesOf } from '../support/office.ts';

const sketch = {
  stories: [{ slug: 'ford-xiaomi', entities: [{ entity: 'ford', role: 'carmaker' }] }],
  entities: [
    { slug: 'ford', aliases: ['Ford Motor'] },
    { slug: 'xiaomi' },
    { slug: 'jim-farley', schema: 'Person' as const },
  ],
};

describe('adding an entity', () => {
  test.each([
    [
      'entity add "Lei Jun" person aliases: Lei, "Jun, Lei"',
      { name: 'Lei Jun', schema: 'Person', aliases: ['Lei', 'Jun, Lei'] },
    ],
    ['entity add Lei Jun, person', { slug: 'lei-jun', name: 'Lei Jun', schema: 'Person' }],
    [
      'Entity Add “House Committee” public body weak: the Committee',
      { schema: 'PublicBody', weakAliases: ['the Committee'] },
    ],
    [
      'entity add BYD company country:CN slug:byd-auto website:https://byd.com',
      { slug: 'byd-auto', country: 'cn', website: 'https://byd.com' },
    ],
    [
      'entity add "Person of Interest" type:organisation',
      { slug: 'person-of-interest', schema: 'Organization' },
    ],
    ['entity add "Ford" person', { slug: 'ford-2', name: 'Ford' }],
    ['entity add "Export" company', { slug: 'export-entity' }],
    ['entity add "小米" company', { slug: 'new-entity', name: '小米' }],
  ])('%s', async (words, expected) => {
    const { says, newsroom } = await officeWith(sketch);

    const said = await says(words);

    expect(said).toContain('Entity added');
    expect([...newsroom.entities.all()].at(-1)).toMatchObject(expected);
  });

  test.each([
    ['entity add', {}],
    ['entity add "Lei Jun"', { name: 'Lei Jun' }],
    ['entity add "Lei Jun" country:us aliases: Lei', { name: 'Lei Jun', country: 'us', aliases: 'Lei' }],
  ])('%s leaves the rest to a form', async (words, standing) => {
    const { types } = await officeWith(sketch);

    const form = asForm(await types(words));

    expect([form.title, valuesOf(form)]).toEqual(['Add an entity', standing]);
  });

  test('faults stand beside their fields', async () => {
    const { types, journal } = await officeWith(sketch);

    const back = asForm(await types('entity add "Lei" person country:china website:xiaomi.com wikidata:12'));

    const faulty = back.fields.flatMap(({ name, error }) => (error ? [name] : []));
    expect(faulty).toEqual(['country', 'website', 'wikidataId']);
    expect(journal.acts).toHaveLength(1);
  });

  test('a slug that is taken is refused with one that is free', async () => {
    const { says } = await officeWith(sketch);

    expect(await says('entity add "Henry" person slug:ford')).toContain(
      '/brief entity add "Henry" slug:ford-2',
    );
  });
});

describe('editing an entity', () => {
  test('a new name leaves the old one as a former one that still leads here', async () => {
    const { says, newsroom } = await officeWith(sketch);

    const said = await says('entity edit Ford Motor name:"Blue Oval"');

    expect(said).toContain('• Name: Ford → Blue Oval');
    expect(newsroom.entities.get('ford')?.previousNames).toEqual([]);
    expect(await says('ford')).toMatch(/^Blue Oval/);
  });

  test('a name that no slug or alias keeps joins the former ones', async () => {
    const { says, newsroom } = await officeWith({ entities: [{ slug: 'x-platform', name: 'Twitter' }] });

    await says('entity edit twitter name:X');

    expect(newsroom.entities.get('x-platform')?.previousNames).toEqual(['Twitter']);
    expect(await says('twitter')).toMatch(/^X\n/);
  });

  test.each([
    ['entity edit ford', 'Edit an entity'],
    ['edit ford', 'Edit an entity'],
    ['edit ford country:us', 'Entity edited'],
    ['edit ford countr:us', 'I don’t know what countr: means. Did you mean country:?'],
    ['entity edit ford-xiaomi', 'ford-xiaomi is a story:'],
    ['entity edit nobody', 'Nothing on record is called nobody.'],
    ['entity edit ford aliases: Ford Motor', 'That is what stands on record already.'],
  ])('%s: %s', async (words, expected) => {
    const { says } = await officeWith(sketch);

    expect(await says(words)).toContain(expected);
  });

  test('of two editors the second sees what the first wrote and keeps their own words', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('entity edit ford'));
    await submits(form, { ...valuesOf(form), summary: 'A carmaker.' });

    const mine = { ...valuesOf(form), summary: 'A US carmaker.' };
    const back = asForm(await submits(form, mine, { person: people.second }));

    expect(aloud(back)).toContain('• Summary: A carmaker.');
    expect([back.submit, valuesOf(back)['summary']]).toEqual(['Save over it', 'A US carmaker.']);
    expect(aloud(await submits(back, valuesOf(back)))).toContain('• Summary: A carmaker. → A US carmaker.');
  });
});

describe('merging entities', () => {
  test('everything that named the one names the other, and each old name leads there', async () => {
    const { says, types, newsroom } = await officeWith({
      ...sketch,
      entities: [...sketch.entities, { slug: 'ford-motor', name: 'Ford Motor Company' }],
      relations: [{ subject: 'jim-farley', role: 'chief executive of', object: 'ford-motor' }],
      entries: [
        { kind: 'quote', stories: ['ford-xiaomi'], text: 'No.', speaker: 'ford-motor' },
        {
          kind: 'response',
          stories: ['ford-xiaomi'],
          text: 'No.',
          response: { entity: 'ford-motor', stance: 'denies' },
        },
      ],
    });

    const said = await says('merge entity:ford-motor into entity:ford');

    expect(said).toContain('Ford Motor Company is now part of Ford.');
    expect(newsroom.entries.get('E-1')).toMatchObject({ speaker: 'ford' });
    expect(newsroom.entries.get('E-2')).toMatchObject({ response: { entity: 'ford' } });
    for (const name of ['ford-motor', 'Ford Motor Company', 'entity:ford-motor']) {
      expect(await says(name)).toMatch(/^Ford\n/);
      expect(valuesOf(asForm(await types(`entity edit ${name}`)))['name']).toBe('Ford');
    }
  });
});

describe('relating two entities', () => {
  test('one of whom another editor merges in the same moment, it is told of the one that stands', async () => {
    const { says, newsroom } = await officeWith(sketch);

    const [, said] = await Promise.all([
      says('merge xiaomi into ford', { person: people.second }),
      says('relate jim-farley "adviser of" xiaomi'),
    ]);

    expect(said).toContain('Jim Farley — adviser of — Ford');
    expect(newsroom.relations.get('R-1')).toMatchObject({ object: 'ford' });
  });

  test.each([
    [
      'relate jim-farley "chief executive of" ford since:2020',
      'Jim Farley — chief executive of — Ford (2020–)',
    ],
    ['relate Jim Farley chief executive of Ford Motor', 'Jim Farley — chief executive of — Ford'],
    ['relate “Jim Farley” runs ford', 'Relate two entities'],
    ['relate jim-farley', 'Relate two entities'],
    ['relate', 'Relate two entities'],
    ['relate jim-farley "founder of" nobody', '“nobody” is no entity on record: add it first.'],
    ['relate ford "partner of" Ford Motor', 'the first and the second are the same'],
    ['relate jim-farley "head of" ford since:2026 until:2020', 'That is before it began.'],
    ['relate jim-farley "head of" ford since:someday', 'Relate two entities'],
  ])('%s: %s', async (words, expected) => {
    const { says } = await officeWith(sketch);

    expect(await says(words)).toContain(expected);
  });

  test('said again it sets the years of the same relation, and said once more it changes nothing', async () => {
    const { says, newsroom, journal } = await officeWith(sketch);
    await says('relate jim-farley "chief executive of" ford since:2020');

    const changed = await says('relate jim-farley "Chief Executive of" ford until:2026-01');
    const acts = journal.acts.length;
    const again = await says('relate jim-farley "chief executive of" ford until:2026-01');

    expect(changed).toContain('Relation changed');
    expect(again).toContain('On record already');
    expect(journal.acts).toHaveLength(acts);
    expect([...newsroom.relations.all()]).toMatchObject([{ since: '2020', until: '2026-01' }]);
  });
});
