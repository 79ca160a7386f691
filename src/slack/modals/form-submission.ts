import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Page } from '../../domain/pages/page.ts';
import { actOnForm } from '../../services/act-on-command.ts';
import type { Answer } from '../../services/commands/verb.ts';
import type { Form } from '../../services/forms/form.ts';
import { forms } from '../../services/forms/forms.ts';
import type { Desk } from '../desk.ts';
import { isHeard } from '../is-heard.ts';
import { settleWithin } from '../settle-within.ts';
import { tell, tellInPrivate } from '../tell.ts';
import { pageMessage } from '../views/page-message.ts';
import { type Before, type Carried, carriedBy, formModal, onlyFieldErrors, pageModal } from './form-modal.ts';
import { typedValues } from './typed-values.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A form that was filled in: recorded and told, or back again with everything that was typed. */
export const formSubmission =
  (desk: Desk) =>
  async ({ ack, body, view, client }: Submission): Promise<void> => {
    const carried = carriedBy(view.private_metadata);
    const { place, about } = carried;
    const person = body.user.id;
    // The root's id stays through every update of the modal: what is submitted twice is recorded once.
    const origin = { key: `view:${view.root_view_id ?? view.id}` };
    const typed = typedValues(view);
    const before = { view, typed };
    const submitted = { name: carried.form, typed, about };
    const { channel, threadTs } = place;
    const where = { ...(channel ? { channel } : {}), ...(threadTs ? { threadTs } : {}) };
    const work = actOnForm(desk.office, submitted, { person, origin, ...where });
    const outcome = await settleWithin(work);

    if (outcome === undefined) {
      await isHeard(ack({ response_action: 'update', view: saving }));
      await showLate(desk, work, { carried, before, client, person });
      return;
    }
    if ('fields' in outcome) {
      // Not heard, the form stays as it is, and Slack asks to send it again.
      await isHeard(ack(answerWith(outcome, carried, before)));
      return;
    }
    await isHeard(ack());
    await tell(desk, outcome, { client, person, place });
  };

const saving = pageModal('One moment', {
  parts: [{ part: 'paragraph', text: ['This takes longer than usual. The outcome will show here.'] }],
});

interface Late {
  carried: Carried;
  before: Before & { view: { id: string } };
  client: Submission['client'];
  person: string;
}

/** The modal shows what came of it; whoever closed it meanwhile is told in a message, with all that they typed. */
async function showLate(
  desk: Desk,
  work: Promise<Answer | Form>,
  { carried, before, client, person }: Late,
): Promise<void> {
  const { place, about, form: name } = carried;
  const { view, typed } = before;
  const show = (modal: ReturnType<typeof formModal>): Promise<boolean> =>
    client.views.update({ view_id: view.id, view: modal }).then(
      () => true,
      () => false,
    );
  const giveBack = async (form: Form): Promise<void> => {
    if (await show(formModal(form, place))) return;
    await tellInPrivate(pageMessage(typedPage(form), 'private'), { client, person, place });
  };
  let outcome: Answer | Form;
  try {
    outcome = await work;
  } catch (bug) {
    const again = forms[name]?.again(typed, about, { parts: [] });
    if (again) await giveBack(again);
    throw bug;
  }
  if ('fields' in outcome) return giveBack(outcome);
  const isShown = await show(pageModal('Done', outcome.page));
  // A mention is still to be answered in its thread, and a draft is decided on with buttons, which no modal has.
  if (!isShown || place.mention || outcome.isPrivate) await tell(desk, outcome, { client, person, place });
}

/** What is given back can be copied. */
const typedPage = ({ notice = [], fields }: Form): Page => ({
  parts: [
    { part: 'paragraph', text: ['Not recorded. You typed:'] },
    ...fields.flatMap(({ label, value }): Page['parts'][number][] =>
      value ? [{ part: 'paragraph', text: [`${label}: ${value}`] }] : [],
    ),
    ...notice.filter(({ part }) => part !== 'buttons' && part !== 'choices'),
  ],
});

function answerWith(form: Form, carried: Carried, before: Before) {
  const errors = onlyFieldErrors(form, carried, before);
  if (errors) return { response_action: 'errors' as const, errors };
  return { response_action: 'update' as const, view: formModal(form, carried.place, before) };
}
