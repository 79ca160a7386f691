import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { actOnCommand, refusedTo } from '../../services/act-on-command.ts';
import { verbFor } from '../../services/commands/commands.ts';
import type { Answer } from '../../services/commands/verb.ts';
import { type Desk, mentionKey } from '../desk.ts';
import { originOfMessage } from '../message-origin.ts';
import { formOffer } from '../modals/open-form.ts';
import { isForEverybody } from '../tell.ts';
import { pageMessage, type SlackMessage } from '../views/page-message.ts';
import { RecentKeys } from './recent-keys.ts';

type Mention = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;
type Client = Mention['client'];

interface Said {
  key: string;
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
  return async ({ event, context, client }: Mention): Promise<void> => {
    const isPerson =
      event.user !== undefined && event.bot_id === undefined && event.subtype !== 'bot_message';
    if (!isPerson || event.user === undefined) return;
    const words = event.text.replaceAll(`<@${context.botUserId}>`, ' ').replace(/^\s*[:,]\s*/, '');
    const said: Said = {
      key: mentionKey(event.channel, event.ts),
      channel: event.channel,
      words: words.trim() === '' ? 'help' : words,
      by: event.user,
      ts: event.ts,
      threadTs: event.thread_ts ?? event.ts,
      inThread: event.thread_ts !== undefined,
    };
    if (whispered.has(said.key)) return;
    const whisper = whisperer(client, said);
    const person = await desk.office.directory.person(said.by);
    const refused = await refusedTo(desk.office, person);
    if (refused) return whisper(pageMessage(problemPage(refused), 'private'));

    const isRecorded = (verbFor(said.words).verb.needs ?? 'reader') !== 'reader';
    const answered = isRecorded
      ? await desk.publicAnswers.reply(said, () => record(desk, client, { said, whispered }))
      : await desk.publicAnswers.mention(said);
    if (answered === undefined || !isProblem(answered)) return;
    await whisper(pageMessage(problemPage(answered), 'private'));
  };
};

/** Records what was said and answers everybody. What is not for everybody goes to who said it, and nothing else. */
async function record(
  desk: Desk,
  client: Client,
  { said, whispered }: { said: Said; whispered: RecentKeys },
): Promise<Answer | undefined> {
  const { channel, ts, threadTs, words, by } = said;
  const whisper = whisperer(client, said);
  const origin = await originOfMessage(client, said);
  const threadTopics = said.inThread ? desk.publicAnswers.topicsIn(channel, threadTs) : [];
  const outcome = await actOnCommand(desk.office, words, { person: by, origin, threadTopics });
  if ('fields' in outcome) {
    const place = { channel, threadTs, mention: ts };
    await whisper(formOffer(desk, outcome, { words, origin, threadTopics, place }));
  } else if (isForEverybody(desk, outcome, origin.key)) return outcome;
  else await whisper(pageMessage(outcome.page, 'private'));
  whispered.add(said.key);
  return undefined;
}

const whisperer =
  (client: Client, { channel, by: user, inThread, threadTs }: Said) =>
  async (message: SlackMessage): Promise<void> => {
    const thread = inThread ? { thread_ts: threadTs } : {};
    await client.chat.postEphemeral({ channel, user, ...thread, ...message });
  };
