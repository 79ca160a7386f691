import { views } from './topic-request.ts';

/** Every word that may stand first in a command. A topic of that name could never be asked for. */
export const verbs = [
  'catchup',
  'search',
  'subscribe',
  'unsubscribe',
  'pause',
  'resume',
  'follow',
  'unfollow',
  'open',
  'edit',
  'rename',
  'close',
  'reopen',
  'merge',
  'relate',
  'add',
  'verify',
  'correct',
  'clarify',
  'withdraw',
  'kill',
  'embargo',
  'lift',
  'ask',
  'answer',
  'assign',
  'seen',
  'share',
  'export',
  'import',
  'drafts',
  'accept',
  'drop',
  'change',
  'file',
  'home',
  'help',
] as const;

const otherWords = ['story', 'entity', 'list', 'all', 'changes', 'as-of'] as const;

const reservedWords: readonly string[] = [...verbs, ...views, ...otherWords];

// `E-12`, `Q-3` and `D-3` are typed where a topic may stand, in either case.
const recordId = /^[deqrs]-[1-9]\d*$/;

/** Whether a slug would be read as something else: a verb, a view or the id of a record. */
export const isReserved = (slug: string): boolean => reservedWords.includes(slug) || recordId.test(slug);
