import { addEntity, repeatedEntity } from '../../domain/editing/entities/add-entity.ts';
import { editEntity } from '../../domain/editing/entities/edit-entity.ts';
import { entityAsTyped, entityPatch, readEntityFields } from '../../domain/editing/entities/entity-fields.ts';
import { typedSlug } from '../../domain/language/slug.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { entityAddedPage, entityEditedPage } from '../../domain/pages/entity-acts.ts';
import { schemaWords } from '../../domain/pages/entity-page.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { shiftsOf } from '../../domain/pages/shifts.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { type Entity, entitySchemata } from '../../domain/records/entity.ts';
import { before } from '../../domain/records/revise.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { type Blank, type Filling, fillForm, hiddenFields } from './fill-form.ts';
import type { Field, Form, FormReader, Typed } from './form.ts';
import { firstEditorNotice, isUntouched, keptWords, saveOver } from './second-editor.ts';

const byCommas = 'Parted by commas.';

const entityFields: Field[] = [
  { name: 'name', label: 'Name', type: 'line' },
  {
    name: 'schema',
    label: 'What it is',
    type: 'choice',
    options: entitySchemata.map((value) => ({ value, label: schemaWords[value] })),
  },
  {
    name: 'aliases',
    label: 'Other names',
    type: 'line',
    optional: true,
    hint: `What reporters type for it. ${byCommas}`,
  },
  { name: 'previousNames', label: 'Former names', type: 'line', optional: true, hint: byCommas },
  {
    name: 'weakAliases',
    label: 'Names too common alone',
    type: 'line',
    optional: true,
    hint: `Never matched by themselves: “the Committee”. ${byCommas}`,
  },
  { name: 'summary', label: 'Summary', type: 'text', optional: true },
  { name: 'country', label: 'Country', type: 'line', optional: true, placeholder: 'us' },
  { name: 'website', label: 'Website', type: 'line', optional: true, placeholder: 'https://…' },
  { name: 'wikidataId', label: 'Wikidata id', type: 'line', optional: true, placeholder: 'Q44294' },
];

const slugField: Field = {
  name: 'slug',
  label: 'Slug',
  type: 'line',
  optional: true,
  hint: 'Made from the name when left blank.',
};

const adding: Blank = {
  name: 'entity',
  title: 'Add an entity',
  submit: 'Add',
  fields: [...entityFields, slugField],
};
const editing: Blank = { name: 'entity', title: 'Edit an entity', submit: 'Save', fields: entityFields };

/** A new entity: `typed` is what the person has said of it so far. */
export const addEntityForm = (filling: Omit<Filling, 'about'> & { about?: Form['about'] }): Form =>
  fillForm(adding, { about: {}, ...filling });

/** The entity as it stands, to be changed. */
export const editEntityForm = (entity: Entity, filling: Partial<Filling> = {}): Form =>
  fillForm(editing, {
    typed: entityAsTyped(entity),
    ...filling,
    about: { ...filling.about, slug: entity.slug, revision: String(entity.revisions.length) },
  });

export const entityForm: FormReader = {
  needs: 'editor',
  read: (typed, about, asking) => {
    const entity = asking.newsroom.entities.get(about['slug'] ?? '');
    return entity ? readEdit(entity, typed, about, asking) : readNew(typed, about, asking);
  },
  again: (typed, about, { parts }) =>
    fillForm(about['slug'] === undefined ? adding : editing, { typed, about, notice: parts }),
};

function readNew(typed: Typed, about: Form['about'], { person = '' }: Asking): Outcome {
  const read = readEntityFields(typed);
  if ('faults' in read) return addEntityForm({ typed, about, faults: read.faults });
  const slug = typedSlug(typed['slug'] ?? '');
  let added: string | undefined;
  return {
    decide: (newsroom: Newsroom) => {
      added = repeatedEntity(newsroom, read.entity, person);
      const changes = addEntity({ ...read.entity, ...(slug ? { slug } : {}) }, person)(newsroom);
      if (!isProblem(changes))
        for (const change of changes) if (change.type === 'entity-added') added = change.entity.slug;
      return changes;
    },
    told: (newsroom) => ({
      page: entityAddedPage(newsroom, added ?? slug),
      topics: [{ kind: 'entity', slug: added ?? slug }],
    }),
  };
}

function readEdit(entity: Entity, typed: Typed, about: Form['about'], asking: Asking): Outcome {
  const { newsroom, person = '' } = asking;
  const revision = Number(about['revision']);
  const seen = before(entity, (later) => entity.revisions.indexOf(later) >= revision);
  const opened = entityAsTyped(seen);
  const [first] = entity.revisions.slice(revision);
  if (first && entity.mergedInto === undefined) {
    const shifts = entity.revisions.slice(revision).flatMap((later) => shiftsOf(entity, later, newsroom));
    return editEntityForm(entity, {
      typed: keptWords(typed, opened, entityAsTyped(entity)),
      about,
      notice: firstEditorNotice(first.by, shifts),
      submit: saveOver,
    });
  }
  const read = readEntityFields(typed);
  if ('faults' in read) return fillForm(editing, { typed, about, faults: read.faults });
  const untouched = entityFields
    .filter(({ name }) => isUntouched(name, typed, opened))
    .map(({ name }) => name);
  const patch = entityPatch(read.entity, [...hiddenFields(about), ...untouched]);
  return {
    instead: (problem) => afterAll(problem, typed, about, asking),
    decide: editEntity({ key: entity.slug, revision }, patch),
    told: (after) => ({
      page: entityEditedPage(after, entity.slug, person),
      topics: [{ kind: 'entity', slug: entity.slug }],
    }),
  };
}

/** Somebody was first between reading and recording: read again, the form shows what they wrote. */
function afterAll(problem: Problem, typed: Typed, about: Form['about'], asking: Asking): Form {
  const outcome = problem.problem === 'changed-meanwhile' ? entityForm.read(typed, about, asking) : problem;
  return 'fields' in outcome ? outcome : entityForm.again(typed, about, problemPage(problem));
}
