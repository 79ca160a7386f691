import type { SlackObject } from '../slack-object.ts';
import { SlackRefusal } from '../slack-refusal.ts';
import type { SlackState } from '../state/slack-state.ts';
import { type Method, pageOf } from './method.ts';

const scope = (): string => 'users:read';

export const peopleMethods: Record<string, Method> = {
  'users.info': { scope, run: userInfo },
  'users.list': { scope, run: userList },
  'usergroups.users.list': { scope: () => 'usergroups:read', run: userGroupUsers },
};

function userInfo({ directory }: SlackState, args: SlackObject): SlackObject {
  return { user: directory.describeUser(directory.user(args.user)) };
}

function userList({ directory }: SlackState, args: SlackObject): SlackObject {
  const { items, response_metadata } = pageOf([...directory.users.values()], args, 1000);
  return { members: items.map((user) => directory.describeUser(user)), response_metadata };
}

function userGroupUsers({ directory }: SlackState, args: SlackObject): SlackObject {
  const group = directory.userGroups.get(String(args.usergroup));
  if (group === undefined) throw new SlackRefusal('no_such_subteam');
  return { users: [...group.users] };
}
