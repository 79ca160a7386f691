import type { Directory, KnownStanding } from '../../src/services/ports.ts';
import { type Rota, withRoles } from '../../src/services/roles.ts';

/** Slack’s answers, by user and by group; a group that is not there cannot be read. */
function slack(
  groups: { readonly [group: string]: readonly string[] | undefined } = {},
  standings: { readonly [id: string]: KnownStanding } = {},
): Directory {
  return {
    standing: async (id) => standings[id] ?? { standing: 'member' },
    members: async (group) => groups[group],
    channel: async () => undefined,
    audienceOf: async () => undefined,
  };
}

const roleOf = async (directory: Directory, rota: Partial<Rota>, id: string) => {
  const { role, isUnsure } = await withRoles(directory, { editors: [], contributors: [], ...rota }).person(
    id,
  );
  return isUnsure ? `${role}, unsure` : role;
};

describe('who may what', () => {
  test('nobody is an editor while EDITORS is empty, and every member contributes', async () => {
    expect(await roleOf(slack(), {}, 'UANA')).toBe('contributor');
  });

  test('editors are named by id or by user group', async () => {
    const rota = { editors: ['UED', 'SDESK'] };
    const directory = slack({ SDESK: ['UEVE'] });

    expect(await roleOf(directory, rota, 'UED')).toBe('editor');
    expect(await roleOf(directory, rota, 'UEVE')).toBe('editor');
    expect(await roleOf(directory, rota, 'UANA')).toBe('contributor');
  });

  test('once contributors are named, the others only read', async () => {
    const rota = { editors: ['UED'], contributors: ['UANA', 'SREP'] };
    const directory = slack({ SREP: ['UREP'] });

    expect(await roleOf(directory, rota, 'UANA')).toBe('contributor');
    expect(await roleOf(directory, rota, 'UREP')).toBe('contributor');
    expect(await roleOf(directory, rota, 'UREA')).toBe('reader');
    expect(await roleOf(directory, rota, 'UED')).toBe('editor');
  });

  test('a group that Slack does not tell makes nobody an editor, and that is known', async () => {
    const rota = { editors: ['UED', 'SDESK'], contributors: ['UANA'] };

    expect(await roleOf(slack(), rota, 'UEVE')).toBe('reader, unsure');
    expect(await roleOf(slack(), rota, 'UANA')).toBe('contributor, unsure');
    expect(await roleOf(slack(), rota, 'UED')).toBe('editor');
  });

  test('one group that cannot be read does not hide that another has the person', async () => {
    const rota = { editors: ['SGONE', 'SDESK'] };

    expect(await roleOf(slack({ SDESK: ['UEVE'] }), rota, 'UEVE')).toBe('editor');
  });

  test('contributors that cannot be read are readers for the while', async () => {
    expect(await roleOf(slack(), { contributors: ['SREP'] }, 'UREP')).toBe('reader, unsure');
  });

  test.each(['guest', 'outsider', 'unknown'] as const)(
    'a %s on the list of editors has no role',
    async (standing) => {
      const directory = slack({}, { UED: { standing } });

      const person = await withRoles(directory, { editors: ['UED'], contributors: [] }).person('UED');

      expect(person).toEqual({ id: 'UED', standing, role: 'reader' });
    },
  );

  test('an editor of whom Slack only says what was so earlier reads and changes nothing', async () => {
    const directory = slack({}, { UED: { standing: 'member', isStale: true } });

    expect(await roleOf(directory, { editors: ['UED'] }, 'UED')).toBe('reader, unsure');
  });

  test('those who can help are people: groups are read, unreadable ones left out, nobody twice', async () => {
    const directory = slack({ SDESK: ['UEVE', 'UED'] });
    const staff = withRoles(directory, { editors: ['UED', 'SDESK', 'SGONE'], contributors: [] });

    expect(await staff.editors()).toEqual(['UED', 'UEVE']);
  });
});
