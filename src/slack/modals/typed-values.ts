import type { ViewOutput } from '@slack/bolt';
import type { Typed } from '../../services/forms/form.ts';

/** What a modal's fields hold, by field name, as typed; blank fields are left out. */
export function typedValues({ state }: Pick<ViewOutput, 'state'>): Typed {
  const typed = Object.values(state.values)
    .flatMap((block) => Object.entries(block))
    .map(
      ([name, field]) =>
        [name, field.value ?? field.selected_option?.value ?? field.selected_user ?? ''] as const,
    )
    .filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(typed);
}
