import { sharedNames } from '../../src/domain/finding/shared-names.ts';
import { includes, type Role } from '../../src/domain/rules/permissions.ts';
import { verbs } from '../../src/services/commands/commands.ts';
import { forms } from '../../src/services/forms/forms.ts';
import { withRoles } from '../../src/services/roles.ts';
import { aloud, asForm, directory, officeWith, people, valuesOf } from './support/office.ts';

const sketch = {
  stories: [{ slug: 'ford-xiaomi' }, { slug: 'ford-xiaomi-jv' }],
  entities: [{ slug: 'ford' }, { slug: 'jim-farley', schema: 'Person' as const }],
  entries: [{ stories: ['ford-xiaomi'], text: 'Talks were held.' }],
  questions: [{ story: 'ford-xiaomi', text: 'Does Ford confirm it?' }],
};

const rank: { readonly [who: string]: Role } = {
  reader: 'reader',
  contributor: 'contributor',
  editor: 'editor',
};
const everyVerb = verbs.map(
  ({ name, example, needs = 'reader' }) => [name || '(nothing)', example, needs] as const,
);

describe('every command, asked for by everybody', () => {
  test.each(everyVerb)('%s', async (_, words, needs) => {
    for (const who of ['reader', 'contributor', 'editor'] as const) {
      const { journal, says } = await officeWith(sketch);
      const before = journal.acts.length;

      const said = await says(words, { person: people[who] });

      const isAllowed = includes(rank[who] ?? 'reader', needs);
      const refusals = ['That is for editors.', 'That is for those who contribute to the record.'];
      expect([who, refusals.some((refusal) => said.startsWith(refusal))]).toEqual([who, !isAllowed]);
      if (!isAllowed) expect(said).toContain(`Who can help: @${people.editor}, @${people.second}`);
      if (!isAllowed) expect(journal.acts).toHaveLength(before);
    }
  });

  test.each(everyVerb)('%s, by a guest, an outsider and somebody Slack does not know', async (_, words) => {
    const { journal, says } = await officeWith(sketch);
    const before = journal.acts.length;

    const [guest, outsider, unknown] = [
      await says(words, { person: people.guest }),
      await says(words, { person: people.outsider }),
      await says(words, { person: people.unknown }),
    ];

    expect(guest).toMatch(/guests of this workspace have no access\.\n\nWho can help: @U0ED/);
    expect(outsider).toMatch(/people from other workspaces have no access\.\n\nWho can help: @U0ED/);
    expect(unknown).toMatch(/^Slack could not tell me who you are/);
    expect(journal.acts).toHaveLength(before);
  });

  test.each([
    'ask ford-xiaomi "Has Commerce been notified of it?"',
    'open ford-recall "Ford recalls pickups over brake fault"',
    'edit ford-xiaomi why:"Nobody in Detroit knew"',
    'relate jim-farley "chief executive of" ford',
    'withdraw E-1 reason:"the FT withdrew its report"',
  ])('%s, on a full disk: the text is given back', async (words) => {
    const { journal, types } = await officeWith(sketch);
    journal.refuses = true;

    const said = aloud(await types(words));

    const [, text = ''] = /"(.+)"/.exec(words) ?? [];
    expect(said).toContain('the disk that holds the newsroom is full');
    expect(said).toContain(text);
  });

  test('a text that was typed for an entry which is gone is given back, unless it is off the record', async () => {
    const { says } = await officeWith(sketch);

    expect(await says('correct E-9 Ford never talked | reason: misheard')).toContain(
      'You typed: E-9 Ford never talked | reason: misheard',
    );
    expect(await says('ask ford-xiaomi "Off the record, Ford did?"')).not.toContain('Ford did');
  });

  test('with no editors set, the refusal says who sets them', async () => {
    const { office, says } = await officeWith(sketch);
    office.directory = withRoles(directory, { editors: [], contributors: [] });

    const said = await says('close ford-xiaomi');

    expect(said).toMatch(
      /^That is for editors\.\n\nNo editors are known: whoever runs Slugline names them in EDITORS\./,
    );
  });

  test('while the group of editors cannot be read, nothing is changed and reading goes on', async () => {
    const { office, journal, says } = await officeWith(sketch);
    const silent = { ...directory, members: async () => undefined };
    office.directory = withRoles(silent, { editors: ['S0DESK'], contributors: [] });

    const refused = await says('close ford-xiaomi');

    expect(refused).toMatch(
      /^That is for editors, and Slack does not tell me just now whether you are one\./,
    );
    expect(journal.acts).toHaveLength(1);
    expect(await says('ford-xiaomi')).toContain('Talks were held.');
  });
});

describe('a form that is refused keeps what was typed', () => {
  test('when its sender may not', async () => {
    const { types, submits } = await officeWith(sketch);
    const form = asForm(await types('open'));
    const typed = {
      slug: 'ford-recall',
      headline: 'Ford recalls pickups',
      nutGraf: 'Brakes.',
      status: 'active',
    };

    const back = asForm(await submits(form, typed, { person: people.contributor }));

    expect(valuesOf(back)).toEqual(typed);
    expect(aloud(back)).toContain('That is for editors.');
  });

  test('when the disk is full', async () => {
    const { types, submits, journal } = await officeWith(sketch);
    const form = asForm(await types('entity add'));
    const typed = { name: 'Lei Jun', schema: 'Person', aliases: 'Lei' };
    journal.refuses = true;

    const back = asForm(await submits(form, typed));

    expect(valuesOf(back)).toEqual(typed);
    expect(aloud(back)).toContain('Not saved: the disk that holds the newsroom is full.');
  });

  test('when the slug was taken meanwhile', async () => {
    const { types, submits, says } = await officeWith(sketch);
    const form = asForm(await types('open ford-recall'));
    await says('open ford-recall "Somebody else’s"', { person: people.second });

    const back = asForm(await submits(form, { ...valuesOf(form), headline: 'Mine' }));

    expect(valuesOf(back)).toMatchObject({ slug: 'ford-recall', headline: 'Mine' });
    expect(aloud(back)).toContain('With a slug that is free, ford-recall-2:');
  });

  test.each(Object.keys(forms))(
    '%s: whoever may only read gets it back with nothing recorded',
    async (name) => {
      const { submits, journal } = await officeWith(sketch);
      const form = { name, title: '', submit: '', fields: [], about: { id: 'E-1' } };

      const back = await submits(form, { text: 'Kept.', headline: 'Kept.' }, { person: people.reader });

      expect(aloud(back)).toMatch(/That is for/);
      expect(journal.acts).toHaveLength(1);
    },
  );
});

test('a second click opens no second story, adds no second entity, asks no second question', async () => {
  const { types, submits, newsroom } = await officeWith(sketch);
  const story = asForm(await types('open ford-recall'));
  const entity = asForm(await types('entity add'));
  const question = asForm(await types('ask ford-xiaomi'));
  const origin = { key: 'view:V1' };

  const told = [];
  for (let click = 0; click < 2; click += 1) {
    told.push([
      await submits(story, { ...valuesOf(story), headline: 'Ford recalls pickups' }).then(aloud),
      await submits(entity, { name: 'Lei Jun', schema: 'Person' }).then(aloud),
      await submits(question, { ...valuesOf(question), text: 'Why now?' }, { origin }).then(aloud),
    ]);
  }

  expect(told[1]).toEqual(told[0]);
  expect([newsroom.stories.size, newsroom.entities.size, newsroom.questions.size]).toEqual([3, 3, 2]);
});

test('“ford” that leads to two is said when the second gets the name', async () => {
  const { says, newsroom } = await officeWith(sketch);

  const said = await says('entity add "Ford" person');

  expect(said).toContain('“Ford” now means two: this and Ford (entity:ford).');
  expect(sharedNames(newsroom, { kind: 'entity', slug: 'ford-2' })).toHaveLength(1);
});
