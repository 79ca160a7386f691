import { kinds, rules, stanceChoices, verificationLevels } from '../../domain/editing/entries/entry-words.ts';
import type { EntryKind } from '../../domain/records/entry.ts';
import type { Field } from './form.ts';

const line = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'line',
  optional: true,
  ...more,
});

const choice = (
  name: string,
  label: string,
  options: Field['options'] & {},
  more: Partial<Field> = {},
): Field => ({
  name,
  label,
  type: 'choice',
  options: options.map(({ value, label: shown }) => ({ value, label: shown })),
  optional: true,
  ...more,
});

/** What is asked of one kind of entry only. */
const ownFields: { readonly [K in EntryKind]?: readonly Field[] } = {
  figure: [
    line('metric', 'What is counted', {
      optional: false,
      placeholder: 'share of battery production capacity',
    }),
    line('amount', 'Amount', { optional: false, placeholder: '80, over 80, 2.5 million' }),
    line('unit', 'Unit', { optional: false, placeholder: 'percent' }),
    line('asOf', 'As of', { placeholder: '2024-09-26' }),
  ],
  quote: [line('speaker', 'Who said it', { optional: false, placeholder: 'Jim Farley' })],
  response: [
    line('who', 'Who answers', { optional: false, placeholder: 'Ford' }),
    choice('stance', 'What they say to it', stanceChoices, { optional: false }),
    line('respondsTo', 'Answers entry', {
      placeholder: 'E-31',
      hint: 'A denial disputes that entry. Blank: it answers none in particular.',
    }),
  ],
};

/** The fields of an entry of this kind, but for its verification and embargo. */
export const contentFields = (kind: string | undefined): Field[] => [
  { name: 'text', label: 'Text', type: 'text', hint: 'One statement, at most 3,000 characters.' },
  choice('kind', 'Kind', kinds, { optional: false, reshapes: true }),
  ...(Object.hasOwn(ownFields, kind ?? '') ? (ownFields[kind as EntryKind] ?? []) : []),
  line('source', 'Source', {
    placeholder: 'Ford spokesperson',
    hint: 'Whose word it is, or which document. Several are parted by semicolons. Never the name of an unnamed source.',
  }),
  choice('rules', 'Ground rules', rules, { hint: 'Off the record is not recorded here at all.' }),
  line('count', 'How many unnamed people', { placeholder: '4' }),
  line('attribution', 'Attribution', {
    placeholder: 'citing four people familiar with the discussions',
    hint: 'Word for word.',
  }),
  line('on', 'When it happened', { placeholder: '2024-09-26, or yesterday 14:05' }),
  line('urgency', 'Urgency', { placeholder: '5', hint: 'From 1, the most urgent, to 9.' }),
  line('entities', 'Who or what it is about', {
    hint: 'Names parted by commas. Those that the text names are found by themselves.',
  }),
];

export const storyField: Field = line('story', 'Story', { optional: false, placeholder: 'ford-xiaomi' });

/** How sure it is and from when it is shown: asked when it is added, afterwards acts of their own. */
export const standingFields: readonly Field[] = [
  choice('verification', 'Verification', verificationLevels, {
    hint: 'Blank: reported if it has a source, else unverified.',
  }),
  line('embargo', 'Embargo until', {
    placeholder: '2026-03-02 06:00 America/New_York',
    hint: 'Only editors see it until then.',
  }),
];
