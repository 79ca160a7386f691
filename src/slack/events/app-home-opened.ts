import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../desk.ts';

type Opened = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

export const appHomeOpened =
  (desk: Desk) =>
  async ({ event }: Opened): Promise<void> => {
    if (event.tab === 'home') await desk.homes.opened(event.user);
  };
