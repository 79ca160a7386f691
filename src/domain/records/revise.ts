import type { History, Recorded, Revision } from './revision.ts';

interface Act {
  name: string;
  reason?: string | undefined;
}

/** The record with `set` in place (`null` clears a field) and a revision that remembers what stood there. */
export function revise<R extends History>(
  record: R,
  set: { readonly [field: string]: unknown },
  act: Act,
  { seq, at, by }: Recorded,
): R {
  const now: Record<string, unknown> = Object.assign({}, record);
  const was: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(set)) {
    if (value === undefined) continue;
    was[field] = now[field] ?? null;
    if (value === null) delete now[field];
    else now[field] = value;
  }
  const revision: Revision = {
    seq,
    at,
    by,
    act: act.name,
    ...(act.reason === undefined ? {} : { reason: act.reason }),
    was,
  };
  // Assigned, so that rows share their hidden classes: see recordOf.
  return Object.assign({}, now, { revisions: [...record.revisions, revision] }) as unknown as R;
}

/** The record as it stood when `isLater` first became true: the later revisions undone, newest first. */
export function before<R extends History>(record: R, isLater: (revision: Revision) => boolean): R {
  const kept = record.revisions.filter((revision) => !isLater(revision));
  if (kept.length === record.revisions.length) return record;
  const then: Record<string, unknown> = { ...record };
  for (const revision of record.revisions.toReversed().filter(isLater)) {
    for (const [field, value] of Object.entries(revision.was)) {
      if (value === null) delete then[field];
      else then[field] = value;
    }
  }
  return { ...then, revisions: kept } as unknown as R;
}

/** How the record stood before each of its revisions, newest first. */
export function earlierVersions<R extends History>(record: R): R[] {
  const versions: R[] = [];
  for (let version = record; version.revisions.length > 0; ) {
    const last = version.revisions.at(-1);
    version = before(version, (revision) => revision === last);
    versions.push(version);
  }
  return versions;
}
