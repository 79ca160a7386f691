import { assignmentForm } from './assignment-form.ts';
import { entityForm } from './entity-form.ts';
import { entryForms } from './entry-forms.ts';
import { filingForm } from './file-form.ts';
import type { FormReader } from './form.ts';
import { importReader } from './import-form.ts';
import { proposalReader } from './proposal-form.ts';
import { questionForm } from './question-form.ts';
import { relationForm } from './relation-form.ts';
import { storyForm } from './story-form.ts';

/** Every form there is, by the name it carries. */
export const forms: { readonly [name: string]: FormReader } = {
  story: storyForm,
  entity: entityForm,
  relation: relationForm,
  question: questionForm,
  assignment: assignmentForm,
  import: importReader,
  proposal: proposalReader,
  filing: filingForm,
  ...entryForms,
};
