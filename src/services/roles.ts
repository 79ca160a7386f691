import type { Person, Role } from '../domain/rules/permissions.ts';
import type { Directory, Staff } from './ports.ts';

/** Ids from the configuration, of people (`U…`, `W…`) and of user groups (`S…`). */
export interface Rota {
  editors: readonly string[];
  /** Nobody named: every full member contributes. */
  contributors: readonly string[];
}

type Membership = 'in' | 'out' | 'unsure';

/** The directory with the newsroom's roles in it. What Slack does not tell gives nobody a role: it is told as such. */
export function withRoles(directory: Directory, rota: Rota): Staff {
  return {
    standing: (id) => directory.standing(id),
    members: (group) => directory.members(group),
    channel: (id) => directory.channel(id),
    audienceOf: (channel) => directory.audienceOf(channel),
    person: (id) => personOf(directory, rota, id),
    editors: async () => {
      const groups = await Promise.all(rota.editors.map((id) => peopleOf(directory, id)));
      return [...new Set(groups.flatMap((people) => people ?? []))];
    },
  };
}

async function personOf(directory: Directory, { editors, contributors }: Rota, id: string): Promise<Person> {
  // All at once: a slow Slack makes nobody wait for one after the other.
  const [{ standing, isStale }, edits, contributes] = await Promise.all([
    directory.standing(id),
    membership(directory, editors, id),
    contributors.length === 0 ? 'in' : membership(directory, contributors, id),
  ]);
  // A guest on the list of editors stays a guest, and somebody who may have left since changes nothing.
  if (standing !== 'member') return { id, standing, role: 'reader' };
  if (isStale) return { id, standing, role: 'reader', isUnsure: true };
  const role: Role = edits === 'in' ? 'editor' : contributes === 'in' ? 'contributor' : 'reader';
  const isUnsure = role !== 'editor' && (edits === 'unsure' || contributes === 'unsure');
  return { id, standing, role, ...(isUnsure ? { isUnsure } : {}) };
}

async function membership(directory: Directory, rota: readonly string[], id: string): Promise<Membership> {
  // Somebody named by id needs no group to be read.
  if (rota.includes(id)) return 'in';
  const groups = await Promise.all(rota.filter(isGroup).map((group) => directory.members(group)));
  if (groups.some((members) => members?.includes(id))) return 'in';
  return groups.includes(undefined) ? 'unsure' : 'out';
}

const isGroup = (id: string): boolean => id.startsWith('S');

const peopleOf = async (directory: Directory, id: string): Promise<readonly string[] | undefined> =>
  isGroup(id) ? directory.members(id) : [id];
