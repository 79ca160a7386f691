import { documentIn } from './postings.ts';
import type { SearchQuery } from './search-query.ts';
import type { SearchShelf } from './search-shelf.ts';
import { sortable } from './sortable.ts';

/** More than there are lists of marks. */
const leftOut = 255;

/** Whether a document passes the filters of a query; `undefined` where there are none. */
export function allowing(
  shelf: SearchShelf,
  { marks, without = [], since, until }: SearchQuery,
): ((document: number) => boolean) | undefined {
  if (marks.length + without.length === 0 && since === undefined && until === undefined) return undefined;
  const passed = new Uint8Array(shelf.count);
  for (const [at, anyOf] of marks.entries()) {
    for (const mark of anyOf) {
      for (const packed of shelf.markedWith(mark)) {
        const document = documentIn(packed);
        if (passed[document] === at) passed[document] = at + 1;
      }
    }
  }
  for (const mark of without)
    for (const packed of shelf.markedWith(mark)) passed[documentIn(packed)] = leftOut;
  const from = since === undefined ? Number.NEGATIVE_INFINITY : sortable(since);
  const before = until === undefined ? Number.POSITIVE_INFINITY : sortable(until);
  return (document) => {
    if (passed[document] !== marks.length) return false;
    const at = shelf.atOf(document);
    return at >= from && at < before;
  };
}
