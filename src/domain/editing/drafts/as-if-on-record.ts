import { type Newsroom, type Put, put } from '../../newsroom.ts';
import type { Draft } from '../../records/draft.ts';

/**
 * Looks at the newsroom as if those whom the draft suggests were on record, so that a line that refers to them is
 * shown and read like any other. Tried and undone in one go: nobody else ever sees it.
 */
export function asIfOnRecord<T>(newsroom: Newsroom, draft: Draft, look: () => T): T {
  const { seq, at, by } = draft;
  const suggested = draft.entities
    .filter(
      ({ slug, became }) => (became === undefined || became === 'dropped') && !newsroom.entities.get(slug),
    )
    .map(({ slug, schema, name, aliases }): Put => {
      const names = { name, aliases, previousNames: [], weakAliases: [] };
      return { table: 'entities', key: slug, row: { slug, schema, ...names, seq, at, by, revisions: [] } };
    });
  const undo = suggested.map((row) => put(newsroom, row));
  try {
    return look();
  } finally {
    for (const row of undo.reverse()) put(newsroom, row);
  }
}
