import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { actOnCommand, refusedTo } from '../../services/act-on-command.ts';
import { verbFor } from '../../services/commands/commands.ts';
import type { Answer } from '../../services/commands/verb.ts';
import { type Desk, mentionKey } from '../desk.ts';
import { InTurn } from '../in-turn.ts';
import { originOfMessage } from '../message-origin.ts';
import { formOffer } from '../modals/open-form.ts';
import { forTheirEyes, readAlong } from '../onlookers.ts';
import { isForEverybody, tellInPrivate } from '../tell.ts';
import { pageMessage, type SlackMessage } from '../views/page-message.ts';
import { RecentKeys } from './recent-keys.ts';

type Mention = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;
type Client = Mention['client'];

interface Said {
  key: string;
  /** Names this version of the message: one that was edited after a refusal is read again. */
  version: string;
  channel: string;
  words: string;
  by: string;
  ts: string;
  threadTs: string;
  inThread: boolean;
}

/** Slack has its answer before this runs, and delivers an event again when it doubts that it arrived. */
export const appMention = (desk: Desk) => {
  // What was answered for everybody stands in the newsroom; what was whispered stands only here.
  const whispered = new RecentKeys();
  // Whoever asks again in a thread asks about what was answered there just before.
  const turns = new InTurn();
  return async ({ event, context, client }: Mention): Promise<void> => {
    const { user, text, channel, ts, thread_ts: threadTs } = event;
    const isPerson = user !== undefined && event.bot_id === undefined && event.subtype !== 'bot_message';
    if (!isPerson) return;
    const words = text.replaceAll(`<@${context.botUserId}>`, ' ').replace(/^\s*[:,]\s*/, '');
    const key = mentionKey(channel, ts);
    const said: Said = {
      key,
      version: `${key}:${event.edited?.ts ?? ''}`,
      channel,
      words: words.trim() === '' ? 'help' : words,
      by: user,
      ts,
      threadTs: threadTs ?? ts,
      inThread: threadTs !== undefined,
    };
    await turns.run(`${channel}:${said.threadTs}`, () => answer(desk, client, { said, whispered }));
  };
};

interface Heard {
  said: Said;
  whispered: RecentKeys;
}

async function answer(desk: Desk, client: Client, { said, whispered }: Heard): Promise<void> {
  if (whispered.has(said.version)) return;
  const { channel, by } = said;
  const whisper = whisperer(client, said);
  const person = await desk.office.directory.person(by);
  const refused = await refusedTo(desk.office, person);
  if (refused) return whisper(pageMessage(problemPage(refused), 'private'));

  const why = await readAlong(desk, channel);
  if (why) return void (await act(desk, client, { said, whispered, why }));
  const { needs = 'reader', forAsker } = verbFor(said.words).verb;
  let told: Answer | undefined;
  const answered =
    forAsker || needs !== 'reader'
      ? await desk.publicAnswers.reply(said, async () => {
          told = await act(desk, client, { said, whispered });
          return told;
        })
      : await desk.publicAnswers.mention(said);
  if (answered === undefined || !isProblem(answered)) return;

  // It may be there, so it is not said twice; who asked is told to look.
  if (['post-unconfirmed', 'post-unrecorded'].includes(answered.problem)) whispered.add(said.version);
  await whisper(pageMessage(problemPage(answered), 'private'));
  // Whether or not the thread heard of it, it is on record: who said it must not say it again.
  if (told && answered.problem !== 'post-unrecorded') await whisper(pageMessage(told.page, 'private'));
}

/**
 * Does what was said. What is for everybody comes back; the rest goes to who said it and nobody else, as does
 * everything where somebody reads along (`why`).
 */
async function act(
  desk: Desk,
  client: Client,
  { said, whispered, why }: Heard & { why?: string },
): Promise<Answer | undefined> {
  const { channel, ts, threadTs, words, by } = said;
  const whisper = whisperer(client, said);
  const origin = await originOfMessage(client, said);
  const threadTopics = said.inThread ? desk.publicAnswers.topicsIn(channel, threadTs) : [];
  const outcome = await actOnCommand(desk.office, words, {
    person: by,
    origin,
    threadTopics,
    channel,
    threadTs,
  });
  if ('fields' in outcome) {
    const place = { channel, threadTs, mention: ts };
    await whisper(formOffer(desk, outcome, { words, origin, threadTopics, place }));
  } else if (why) await whisper(pageMessage(forTheirEyes(outcome.page, why), 'private'));
  else if (!verbFor(words).verb.forAsker && isForEverybody(desk, outcome, origin.key)) return outcome;
  else await whisper(pageMessage(outcome.page, 'private'));
  whispered.add(said.version);
  return undefined;
}

const whisperer =
  (client: Client, { channel, by: person, inThread, threadTs }: Said) =>
  (message: SlackMessage): Promise<void> =>
    tellInPrivate(message, { client, person, place: { channel, ...(inThread ? { threadTs } : {}) } });
