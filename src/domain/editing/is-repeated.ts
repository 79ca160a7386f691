import type { History } from '../records/revision.ts';

/** Whether the record is this very content by the same person, untouched since: a second click, not a second record. */
export function isRepeated(record: History | undefined, content: object, by: string): boolean {
  if (!record || record.by !== by || record.revisions.length > 0) return false;
  const fields = record as unknown as { readonly [field: string]: unknown };
  return Object.entries(content).every(([field, value]) => isSame(fields[field], value));
}

/** Whether two field values say the same; `null` and an absent one do. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
