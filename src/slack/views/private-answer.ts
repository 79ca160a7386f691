import type { Page } from '../../domain/pages/page.ts';
import { pageMessage, type SlackMessage } from './page-message.ts';

export type PrivateAnswer = Readonly<SlackMessage & { response_type: 'ephemeral' }>;

const drawn = new WeakMap<Page, PrivateAnswer>();

/** The page for the one who asked. A page that is answered many times is drawn once, and frozen: it is sent as it is. */
export function privateAnswer(page: Page): PrivateAnswer {
  const known = drawn.get(page);
  if (known) return known;
  const answer = Object.freeze({ response_type: 'ephemeral' as const, ...pageMessage(page, 'private') });
  drawn.set(page, answer);
  return answer;
}
