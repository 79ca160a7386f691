import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { actOnForm } from '../../services/act-on-command.ts';
import type { Answer } from '../../services/commands/verb.ts';
import type { Form } from '../../services/forms/form.ts';
import type { Desk } from '../desk.ts';
import { settleWithin } from '../settle-within.ts';
import { tell } from '../tell.ts';
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
    const work = actOnForm(desk.office, submitted, { person, origin });
    const outcome = await settleWithin(work);

    if (outcome === undefined) {
      await ack({ response_action: 'update', view: saving });
      await client.views.update({ view_id: view.id, view: afterWaiting(await work, carried) });
      return;
    }
    if ('fields' in outcome) {
      await ack(answerWith(outcome, carried, before));
      return;
    }
    await ack();
    await tell(desk, outcome, { client, person, place });
  };

const saving = pageModal('One moment', {
  parts: [{ part: 'paragraph', text: ['This takes longer than usual. The outcome will show here.'] }],
});

/** The modal shows what came of it, where nothing else is sure to be seen any more. */
const afterWaiting = (outcome: Answer | Form, { place }: Carried) =>
  'fields' in outcome ? formModal(outcome, place) : pageModal('Done', outcome.page);

function answerWith(form: Form, carried: Carried, before: Before) {
  const errors = onlyFieldErrors(form, carried, before);
  if (errors) return { response_action: 'errors' as const, errors };
  return { response_action: 'update' as const, view: formModal(form, carried.place, before) };
}
