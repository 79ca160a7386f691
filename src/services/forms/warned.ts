import { bold, type Part } from '../../domain/pages/page.ts';
import type { Warning } from '../../domain/rules/standards.ts';
import type { Form } from './form.ts';

/** On the button of a form that comes back with warnings: one click goes on. */
export const recordAnyway = 'Record anyway';

/** The warnings that this person has not yet seen and gone on from. */
export const unaccepted = (warnings: readonly Warning[], about: Form['about']): Warning[] => {
  const accepted = (about['accepted'] ?? '').split(' ');
  return warnings.filter(({ rule }) => !accepted.includes(rule));
};

export const accepting = (about: Form['about'], warnings: readonly Warning[]): Form['about'] => {
  const before = (about['accepted'] ?? '').split(' ').filter(Boolean);
  return { ...about, accepted: [...before, ...warnings.map(({ rule }) => rule)].join(' ') };
};

/** Each rule by its name, what breaks it and what would mend it. */
export const warningParts = (warnings: readonly Warning[]): Part[] =>
  warnings.map(({ rule, says, mend }) => ({
    part: 'paragraph',
    text: ['⚠ Standards, ', bold(rule), `: ${says} ${mend}`],
  }));
