import type { MessageShortcut } from '@slack/bolt';
import { draftFromMessage } from '../../services/draft-from-message.ts';
import type { Desk, Place } from '../desk.ts';
import { originOfMessage } from '../message-origin.ts';
import { tellInPrivate } from '../tell.ts';
import { pageMessage } from '../views/page-message.ts';
import { wordsOf } from './add-to-story.ts';
import type { Chosen } from './shortcuts.ts';

/** A message as an article, however long. Its draft has buttons, which a modal would not show, so it stands beside it. */
export async function importArticle(
  desk: Desk,
  { shortcut, client }: Chosen<MessageShortcut>,
): Promise<void> {
  const person = shortcut.user.id;
  const { message } = shortcut;
  const channel = shortcut.channel.id;
  const threadTs: unknown = message['thread_ts'];
  const place: Place = { channel, ...(typeof threadTs === 'string' ? { threadTs } : {}) };
  const [origin, text] = await Promise.all([
    originOfMessage(client, { channel, ts: message.ts }),
    wordsOf(desk, articleIn(message.text ?? '')),
  ]);
  const threadTopics = place.threadTs ? desk.publicAnswers.topicsIn(channel, place.threadTs) : [];
  const { page } = await draftFromMessage(desk.office, { person, text, origin, threadTopics });
  await tellInPrivate(pageMessage(page, 'private'), { client, person, place });
}

/** HTML and JSON are mostly sent as a block of code, in which nothing is markup of Slack's but its links. */
function articleIn(text: string): string {
  const [, code] = /^```\n?([\s\S]*?)\n?```$/.exec(text.trim()) ?? [];
  return labelled(code ?? unmarked(text));
}

/** `*Ford* left` as it is shown; a quoted line begins with `>`. */
const unmarked = (text: string): string =>
  text
    .replace(/^(?:&gt;)+ ?/gm, '')
    .replace(/(?<![\p{L}\p{N}])([*_~])(?=\S)([^*_~\n]{0,500}\S)\1(?![\p{L}\p{N}])/gu, '$2');

/** In an article a link stands for its words. */
const labelled = (text: string): string => text.replace(/<(?:https?|mailto):[^|<>]+\|([^<>]*)>/g, '$1');
