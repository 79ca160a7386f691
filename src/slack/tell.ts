import type { AllMiddlewareArgs } from '@slack/bolt';
import { isProblem } from '../domain/problem.ts';
import type { Answer } from '../services/commands/verb.ts';
import { mayBePublic } from '../services/public-answers.ts';
import { type Desk, mentionKey, messageKey, type Place } from './desk.ts';
import { readAlong } from './onlookers.ts';
import { pageMessage, type SlackMessage } from './views/page-message.ts';

type Client = AllMiddlewareArgs['client'];

interface Teller {
  client: Client;
  person: string;
  place: Place;
}

/** Says what came of a form where it was asked for: a mention in its thread for everybody, the rest in private. */
export async function tell(desk: Desk, answer: Answer, { client, person, place }: Teller): Promise<void> {
  const { channel, threadTs, mention } = place;
  const isAsked = channel && threadTs && mention;
  if (
    isAsked &&
    isForEverybody(desk, answer, messageKey(channel, mention)) &&
    !(await readAlong(desk, channel))
  ) {
    const asked = { key: mentionKey(channel, mention), channel, by: person, threadTs };
    const replied = await desk.publicAnswers.reply(asked, () => answer);
    if (replied !== undefined && !isProblem(replied)) return;
  }
  await tellInPrivate(pageMessage(answer.page, 'private'), { client, person, place });
}

export const isForEverybody = ({ office }: Desk, answer: Answer, origin: string): boolean =>
  mayBePublic(answer, { newsroom: office.newsroom.newsroom, now: office.clock.now(), origin });

/** Beside where it was asked; where the app may not write, or from no channel at all, in its own conversation. */
export async function tellInPrivate(
  message: SlackMessage,
  { client, person, place: { channel, threadTs } }: Teller,
): Promise<void> {
  const thread = threadTs ? { thread_ts: threadTs } : {};
  const isTold =
    channel !== undefined &&
    (await client.chat.postEphemeral({ channel, user: person, ...thread, ...message }).then(
      () => true,
      () => false,
    ));
  if (!isTold) await client.chat.postMessage({ channel: person, ...message, unfurl_links: false });
}
