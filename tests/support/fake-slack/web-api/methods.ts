import { appId, botId, botName, botUserId, teamDomain, teamId } from '../settings.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import type { Method } from './method.ts';
import { peopleMethods } from './people-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every method the fake knows; the rest answer unknown_method. */
export const methods: Record<string, Method> = {
  'auth.test': {
    run: () => ({
      url: `https://${teamDomain}.slack.com/`,
      team: 'The Newsroom',
      user: botName,
      team_id: teamId,
      user_id: botUserId,
      bot_id: botId,
      app_id: appId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    needsAppToken: true,
    run: (state) => ({ url: `${state.origin.replace('http', 'ws')}/link/?ticket=${state.calls.length}` }),
  },
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...viewMethods,
};
