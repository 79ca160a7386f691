import { bold, counted, joined, type Page, type Part } from '../../domain/pages/page.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { actOnCommand } from '../../services/act-on-command.ts';
import { answered } from '../../services/answer-once.ts';
import type { Answer } from '../../services/commands/verb.ts';
import { withoutShare } from '../../services/public-answers.ts';
import type { Desk } from '../desk.ts';
import { type Audience, pageMessage } from '../views/page-message.ts';
import { type Handle, type Press, wordsOf } from './press.ts';

/** Posts what is on the page, once it is clear who would see it. */
export const share: Handle = async (desk, press) => {
  const told = await theirPage(desk, press);
  if (!told) return;
  const seen = isShared(desk, press) ? undefined : await outsideView(desk, press);
  if (seen) return replace(press, askAgain(seen, wordsOf(press)), 'sharing');
  await post(desk, press, told);
};

/** Pressed below the list of those who would see it. */
export const shareAnyway: Handle = async (desk, press) => {
  const told = await theirPage(desk, press);
  if (told) await post(desk, press, told);
};

/** The page as this person may see it, unless they may not: then they are told, and nothing is shared. */
async function theirPage(desk: Desk, press: Press): Promise<Answer | undefined> {
  const told = await actOnCommand(desk.office, wordsOf(press), { person: press.body.user.id });
  if ('page' in told && !told.onlyForAsker && !told.isPrivate) return told;
  if ('page' in told) await beside(press, told.page);
  return undefined;
}

async function post(desk: Desk, press: Press, told: Answer): Promise<void> {
  const { body } = press;
  const asked = { key: keyOf(press), channel: channelOf(press), words: wordsOf(press), by: body.user.id };
  const shared = await desk.publicAnswers.share({ ...asked, sharedBy: body.user.name ?? body.user.id });
  if (shared !== undefined && isProblem(shared)) return beside(press, problemPage(shared));
  // Of two clicks at once the second hears only what came of the first.
  if (shared === undefined && !isShared(desk, press)) return;
  const note: Part = { part: 'context', text: [bold('Shared to this channel.')] };
  await replace(press, { parts: [note, ...withoutShare(told.page).parts] });
}

const channelOf = ({ body }: Press): string => String(body.channel?.id ?? body.container['channel_id']);

/** The same page is shared once; asking for it again makes another page. */
const keyOf = (press: Press): string =>
  `share:${channelOf(press)}:${press.body.container['message_ts']}:${wordsOf(press)}`;

const isShared = (desk: Desk, press: Press): boolean =>
  answered(desk.office.newsroom.newsroom, keyOf(press)) !== undefined;

/** Who outside the newsroom would see it, in words; `undefined` where nobody would. */
async function outsideView({ directory }: Desk, press: Press): Promise<string | undefined> {
  const channel = channelOf(press);
  const [audience, { guests, outsiders, isPartial }] = await Promise.all([
    directory.channel(channel),
    directory.onlookersIn(channel),
  ]);
  if (!audience) return 'Slack does not tell me just now who is in this channel; people from outside may be.';
  const people = joined(
    [
      outsiders ? `${counted(outsiders, 'person', 'people')} from outside` : '',
      guests ? counted(guests, 'guest') : '',
    ],
    ' and ',
  ).join('');
  const least = isPartial ? 'at least ' : '';
  const there = people ? ` In it: ${least}${people}.` : '';
  if (audience.isShared) return `This channel is shared with another organization.${there}`;
  return people ? `Not everybody here is of the newsroom. In this channel: ${least}${people}.` : undefined;
}

const askAgain = (seen: string, words: string): Page => ({
  parts: [
    { part: 'paragraph', text: [bold('Not shared yet.'), ` ${seen} They would see it.`] },
    {
      part: 'buttons',
      buttons: [
        { label: 'Share anyway', share: words },
        { label: 'Back', command: words },
      ],
    },
  ],
});

const replace = (press: Press, page: Page, audience: Exclude<Audience, 'home'> = 'private') =>
  press
    .respond({ response_type: 'ephemeral', replace_original: true, ...pageMessage(page, audience) })
    .then(() => {});

const beside = (press: Press, page: Page) =>
  press
    .respond({ response_type: 'ephemeral', replace_original: false, ...pageMessage(page, 'private') })
    .then(() => {});
