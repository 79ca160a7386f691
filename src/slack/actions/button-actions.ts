import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Page } from '../../domain/pages/page.ts';
import { actOnCommand } from '../../services/act-on-command.ts';
import { isHeard } from '../is-heard.ts';
import { formCallback } from '../modals/form-modal.ts';
import { reshapeForm } from '../modals/reshape-form.ts';
import { tell } from '../tell.ts';
import { pageMessage } from '../views/page-message.ts';
import { askedBy, type Handle, openFromPress, originOf, type Press, placeOf, wordsOf } from './press.ts';
import { share, shareAnyway } from './share-actions.ts';

/** What a press does, by the word before the colon of its action id. */
const handlers: { readonly [action: string]: Handle } = {
  /** Turns the page that only the presser sees. A refusal stands beside it: the page is still theirs to read. */
  turn: (desk, press) =>
    answerPress(desk, press, ({ page, onlyForAsker }) =>
      press.respond({
        response_type: 'ephemeral',
        replace_original: !onlyForAsker,
        ...pageMessage(page, 'private'),
      }),
    ),

  /** Answers the presser beside a message that everybody sees, in its thread if it has one. */
  ask: (desk, press) =>
    answerPress(desk, press, ({ page }) => {
      const { threadTs } = placeOf(press);
      return press.respond({
        response_type: 'ephemeral',
        replace_original: false,
        ...(threadTs ? { thread_ts: threadTs } : {}),
        ...pageMessage(page, 'private'),
      });
    }),

  share,
  sharing: shareAnyway,

  /** Turns the App Home of the presser. */
  home: (desk, press) => {
    const { user } = press.body;
    return answerPress(desk, press, ({ page }) => desk.homes.turn(user.id, wordsOf(press), page));
  },

  /** Opens the form that a mention could not, with all that was typed in it. */
  form: async (desk, press) => {
    const { body, client } = press;
    const draft = desk.drafts.unpack(press.action.value ?? '');
    if (!draft) return void (await press.respond({ replace_original: false, text: draftGone }));
    const { words, place, ...asked } = draft;
    const { channel, threadTs } = place;
    const where = { ...(channel ? { channel } : {}), ...(threadTs ? { threadTs } : {}) };
    const outcome = await actOnCommand(desk.office, words, { person: body.user.id, ...asked, ...where });
    if ('fields' in outcome) return openFromPress(desk, press, outcome, draft);
    await tell(desk, outcome, { client, person: body.user.id, place });
  },
};

const draftGone =
  'I no longer keep what you typed here: it still stands in your message. Copy it and send it again.';

async function answerPress(
  desk: Parameters<Handle>[0],
  press: Press,
  show: (answer: { page: Page; onlyForAsker?: true }) => Promise<unknown>,
): Promise<void> {
  const words = wordsOf(press);
  const origin = originOf(press);
  const asked = askedBy(desk, press);
  const outcome = await actOnCommand(desk.office, words, { ...asked, origin });
  if ('page' in outcome) {
    await show(outcome);
    return;
  }
  // One button opens a form for each of many entries: what is submitted has the modal as its origin.
  const form = await actOnCommand(desk.office, words, asked);
  const draft = { words, place: placeOf(press) };
  await openFromPress(desk, press, 'fields' in form ? form : outcome, draft);
}

type Action = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** The one listener for every button and every choice: Bolt would walk each registered one at every request. */
export const buttonActions =
  (desk: Parameters<Handle>[0]) =>
  async (press: Action): Promise<void> => {
    await isHeard(press.ack());
    if (press.body.view?.callback_id === formCallback) return reshapeForm(press);
    const handle = handlers[press.action.action_id.split(':')[0] ?? ''];
    if (!handle) throw new Error(`no handler for the button ${press.action.action_id}`);
    await handle(desk, press as Press);
  };
