import type { MessageShortcut } from '@slack/bolt';
import { plainCharacters } from '../../domain/language/clean-text.ts';
import { entryFromMessage } from '../../services/entry-from-message.ts';
import type { Desk, Place } from '../desk.ts';
import { originOfMessage } from '../message-origin.ts';
import type { Chosen } from './shortcuts.ts';
import { showInModal } from './show-in-modal.ts';

/** Any message as an entry: its text, who wrote it and where it stands are filled in, the person confirms. */
export async function addToStory(desk: Desk, { shortcut, client }: Chosen<MessageShortcut>): Promise<void> {
  const person = shortcut.user.id;
  const { message } = shortcut;
  const channel = shortcut.channel.id;
  const threadTs: unknown = message['thread_ts'];
  const place: Place = { channel, ...(typeof threadTs === 'string' ? { threadTs } : {}) };
  const [origin, text, author] = await Promise.all([
    originOfMessage(client, { channel, ts: message.ts }),
    wordsOf(desk, message.text ?? ''),
    authorOf(desk, message),
  ]);
  const threadTopics = place.threadTs ? desk.publicAnswers.topicsIn(channel, place.threadTs) : [];
  const outcome = await entryFromMessage(desk.office, { person, text, author, origin, threadTopics });
  const draft = { words: `add ${text}`, origin, threadTopics, place };
  await showInModal(desk, outcome, draft, { client, person, trigger: shortcut.trigger_id });
}

/** Who wrote it, as a source is named; an app by the name it writes under. */
async function authorOf({ directory }: Desk, message: MessageShortcut['message']): Promise<string> {
  const app: unknown = message['username'] ?? message['bot_profile']?.name;
  if (message['bot_id'] !== undefined && typeof app === 'string') return app;
  return message.user ? directory.nameOf(message.user) : '';
}

/** The text with names in place of mentions: an id says nothing to a reader. */
export async function wordsOf({ directory }: Desk, text: string): Promise<string> {
  const ids = [...new Set([...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id = '']) => id))];
  const names = await Promise.all(ids.map((id) => directory.nameOf(id)));
  const named = ids.reduce(
    (words, id, at) => words.replace(new RegExp(`<@${id}(?:\\|[^>]*)?>`, 'g'), () => `@${names[at]}`),
    text,
  );
  return plainCharacters(named).trim();
}
