import { tiesOf } from '../../domain/briefing/entity-briefing.ts';
import { relate, relationLike } from '../../domain/editing/entities/relate.ts';
import { readRelationFields } from '../../domain/editing/entities/relation-fields.ts';
import { relatedPage } from '../../domain/pages/entity-acts.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { type Blank, type Filling, fillForm } from './fill-form.ts';
import type { Form, FormReader } from './form.ts';

const blank: Blank = {
  name: 'relation',
  title: 'Relate two entities',
  submit: 'Save',
  fields: [
    { name: 'subject', label: 'Who', type: 'line', placeholder: 'jim-farley' },
    { name: 'role', label: 'What ties them', type: 'line', placeholder: 'chief executive of' },
    { name: 'object', label: 'To whom', type: 'line', placeholder: 'ford' },
    { name: 'since', label: 'Since', type: 'line', optional: true, placeholder: '2020-10' },
    { name: 'until', label: 'Until', type: 'line', optional: true, hint: 'When it ended, if it did.' },
    { name: 'source', label: 'Source', type: 'line', optional: true },
  ],
};

export const relateForm = (filling: Omit<Filling, 'about'> & { about?: Form['about'] }): Form =>
  fillForm(blank, { about: {}, ...filling });

/** What comes of the fields, whether they were typed in a form or in one line. */
export function relateOutcome(filling: Pick<Filling, 'typed' | 'about'>, asking: Asking): Outcome {
  const read = readRelationFields(asking.newsroom, filling.typed, asking);
  if ('faults' in read) return relateForm({ ...filling, faults: read.faults });
  const { related } = read;
  let as: 'added' | 'changed' | 'there' = 'there';
  return {
    decide: (newsroom) => {
      const changes = relate(related)(newsroom);
      const [change] = isProblem(changes) ? [] : changes;
      as = change === undefined ? 'there' : change.type === 'relation-added' ? 'added' : 'changed';
      return changes;
    },
    told: (newsroom) => {
      const relation = relationLike(newsroom, related);
      const tie = relation && tiesOf(newsroom, relation.subject).find((one) => one.relation === relation);
      if (!tie) throw new Error('a relation was recorded and is not there');
      return {
        page: relatedPage(newsroom, tie, { by: asking.person ?? '', as }),
        topics: [
          { kind: 'entity', slug: tie.subject.slug },
          { kind: 'entity', slug: tie.object.slug },
        ],
      };
    },
  };
}

export const relationForm: FormReader = {
  needs: 'editor',
  read: (typed, about, asking) => relateOutcome({ typed, about }, asking),
  again: (typed, about, { parts }) => relateForm({ typed, about, notice: parts }),
};
