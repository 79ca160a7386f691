import { editStory } from '../../domain/editing/stories/edit-story.ts';
import { openStory } from '../../domain/editing/stories/open-story.ts';
import { readStoryFields, storyAsTyped, storyPatch } from '../../domain/editing/stories/story-fields.ts';
import { slugFrom, typedSlug } from '../../domain/language/slug.ts';
import type { Part } from '../../domain/pages/page.ts';
import { code } from '../../domain/pages/page.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { shiftsOf } from '../../domain/pages/shifts.ts';
import { storyEditedPage, storyOpenedPage } from '../../domain/pages/story-acts.ts';
import type { Problem } from '../../domain/problem.ts';
import { before } from '../../domain/records/revise.ts';
import { type Story, shownSlug, storyStatuses } from '../../domain/records/story.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { type Blank, type Filling, fillForm, hiddenFields } from './fill-form.ts';
import type { Field, Form, FormReader, Typed } from './form.ts';
import { firstEditorNotice, isUntouched, keptWords, saveOver } from './second-editor.ts';

const slugField: Field = {
  name: 'slug',
  label: 'Slug',
  type: 'line',
  placeholder: 'ford-xiaomi',
  hint: 'What people type. Lower-case words joined by hyphens; it keeps working for good.',
};

const storyFields: Field[] = [
  { name: 'headline', label: 'Headline', type: 'line' },
  {
    name: 'nutGraf',
    label: 'Why it matters',
    type: 'text',
    optional: true,
    hint: 'The nut graf: one or two sentences.',
  },
  {
    name: 'status',
    label: 'Status',
    type: 'choice',
    options: storyStatuses.map((value) => ({ value, label: value })),
  },
  { name: 'desk', label: 'Desk', type: 'line', optional: true, placeholder: 'autos' },
  { name: 'subjects', label: 'Subjects', type: 'line', optional: true, hint: 'Parted by commas.' },
  {
    name: 'aliases',
    label: 'Other names',
    type: 'line',
    optional: true,
    hint: 'What people may type for it, parted by commas.',
  },
  {
    name: 'cast',
    label: 'Who is involved',
    type: 'text',
    optional: true,
    hint: 'One a line, the most important first: Jim Farley — chief executive of Ford',
  },
];

const opening: Blank = {
  name: 'story',
  title: 'Open a story',
  submit: 'Open',
  fields: [slugField, ...storyFields],
};
const editing: Blank = { name: 'story', title: 'Edit a story', submit: 'Save', fields: storyFields };

/** A new story: `typed` is what the person has said of it so far. */
export const openStoryForm = (filling: Omit<Filling, 'about'> & { about?: Form['about'] }): Form =>
  fillForm(opening, { about: {}, ...filling, typed: { status: 'developing', ...filling.typed } });

/** The story as it stands, to be changed. */
export const editStoryForm = (story: Story, filling: Partial<Filling> = {}): Form =>
  fillForm(editing, {
    typed: storyAsTyped(story),
    ...filling,
    about: { ...filling.about, slug: story.slug, revision: String(story.revisions.length) },
    notice: [...renameNote(story), ...(filling.notice ?? [])],
  });

const renameNote = (story: Story): Part[] => [
  { part: 'context', text: ['To change the slug: ', code(`/brief rename ${shownSlug(story)} new-slug`)] },
];

export const storyForm: FormReader = {
  needs: 'editor',
  read: (typed, about, asking) => {
    const story = asking.newsroom.stories.get(about['slug'] ?? '');
    return story ? readEdit(story, typed, about, asking) : readOpening(typed, about, asking);
  },
  again: (typed, about, { parts }) =>
    fillForm(about['slug'] === undefined ? opening : editing, { typed, about, notice: parts }),
};

function readOpening(typed: Typed, about: Form['about'], { newsroom, person = '' }: Asking): Outcome {
  const read = readStoryFields(newsroom, typed);
  const slug = typedSlug(typed['slug'] ?? '') || slugFrom(typed['headline'] ?? '');
  if ('faults' in read) return openStoryForm({ typed, about, faults: read.faults });
  return {
    decide: openStory({ slug, ...read.story }, person),
    told: (after) => ({
      page: storyOpenedPage(after, slug),
      topics: [{ kind: 'story', slug }],
    }),
  };
}

function readEdit(story: Story, typed: Typed, about: Form['about'], asking: Asking): Outcome {
  const { newsroom, person = '' } = asking;
  const revision = Number(about['revision']);
  const seen = before(story, (later) => story.revisions.indexOf(later) >= revision);
  const opened = storyAsTyped(seen);
  const [first] = story.revisions.slice(revision);
  if (first && story.mergedInto === undefined) {
    const shifts = story.revisions.slice(revision).flatMap((later) => shiftsOf(story, later, newsroom));
    return editStoryForm(story, {
      typed: keptWords(typed, opened, storyAsTyped(story)),
      about,
      notice: firstEditorNotice(first.by, shifts),
      submit: saveOver,
    });
  }
  const read = readStoryFields(newsroom, typed);
  if ('faults' in read) return fillForm(editing, { typed, about, faults: read.faults });
  const untouched = storyFields
    .filter(({ name }) => isUntouched(name, typed, opened))
    .map(({ name }) => name);
  const patch = storyPatch(read.story, [...hiddenFields(about), ...untouched]);
  return {
    instead: (problem) => afterAll(problem, typed, about, asking),
    decide: editStory({ key: story.slug, revision }, patch),
    told: (after) => ({
      page: storyEditedPage(after, story.slug, { by: person }),
      topics: [{ kind: 'story', slug: story.slug }],
    }),
  };
}

/** Somebody was first between reading and recording: read again, the form shows what they wrote. */
function afterAll(problem: Problem, typed: Typed, about: Form['about'], asking: Asking): Form {
  const outcome = problem.problem === 'changed-meanwhile' ? storyForm.read(typed, about, asking) : problem;
  return 'fields' in outcome ? outcome : storyForm.again(typed, about, problemPage(problem));
}
