import type { Problem } from '../problem.ts';

/** What a person may do, each including the one before it. */
export const roles = ['reader', 'contributor', 'editor'] as const;
export type Role = (typeof roles)[number];

export const includes = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** How a person stands to this workspace, as Slack says. */
export type Standing = 'member' | 'guest' | 'outsider' | 'unknown';

/** A person as far as permissions go. */
export interface Person {
  id: string;
  standing: Standing;
  role: Role;
  /** Slack did not tell all that roles depend on: the person may have a higher one. */
  isUnsure?: boolean;
}

/** Why this person may not do what needs `needed`; `editors` are those who can help. */
export function refusal(
  { standing, role, isUnsure }: Person,
  needed: Role,
  editors: readonly string[],
): Problem | undefined {
  if (standing === 'guest' || standing === 'outsider')
    return { problem: 'no-access', standing, editors: [...editors] };
  if (standing === 'unknown') return { problem: 'unknown-person' };
  if (includes(role, needed)) return undefined;
  if (isUnsure) return { problem: 'role-unknown', needed };
  return { problem: 'not-allowed', needed, editors: [...editors] };
}
