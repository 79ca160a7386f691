import { verificationLevels } from '../../domain/editing/entries/entry-words.ts';
import { localTime } from '../../domain/language/dates.ts';
import type { Entry } from '../../domain/records/entry.ts';
import type { Blank } from './fill-form.ts';
import type { Field } from './form.ts';

const reason = (optional: boolean, label: string): Field => ({
  name: 'reason',
  label,
  type: 'text',
  optional,
  hint: 'Told to everybody who was shown the entry.',
});

/** The forms of the acts that change no words of an entry. */
export const withdrawalBlank = (id: string): Blank => ({
  name: 'withdrawal',
  title: `Withdraw ${id}`.slice(0, 24),
  submit: 'Withdraw',
  fields: [reason(false, 'Why it is withdrawn')],
});

export const verificationBlank = (id: string): Blank => ({
  name: 'verification',
  title: `Verify ${id}`.slice(0, 24),
  submit: 'Save',
  fields: [
    {
      name: 'verification',
      label: 'How sure it is',
      type: 'choice',
      options: verificationLevels.map(({ value, label }) => ({ value, label })),
    },
    {
      name: 'source',
      label: 'What it rests on now',
      type: 'line',
      optional: true,
      placeholder: 'SEC filing',
    },
    reason(true, 'Why'),
  ],
});

export const embargoBlank = (id: string): Blank => ({
  name: 'embargo',
  title: `Embargo ${id}`.slice(0, 24),
  submit: 'Embargo',
  fields: [
    {
      name: 'until',
      label: 'Until',
      type: 'line',
      placeholder: '2026-03-02 06:00 America/New_York',
      hint: 'A time without a zone is the newsroom’s. Until then only editors see the entry.',
    },
  ],
});

/** Until when it is embargoed now, as it would be typed. */
export const untilTyped = ({ embargoedUntil }: Entry, zone: string): { until?: string } =>
  embargoedUntil === undefined
    ? {}
    : { until: `${localTime(embargoedUntil, zone).replace('T', ' ')} ${zone}` };
