import type { AllMiddlewareArgs } from '@slack/bolt';
import type { Answer } from '../../services/commands/verb.ts';
import type { Form } from '../../services/forms/form.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { pageModal } from '../modals/form-modal.ts';
import { formNotOpened, openForm } from '../modals/open-form.ts';
import { tellInPrivate } from '../tell.ts';
import { pageMessage } from '../views/page-message.ts';

interface Chooser {
  client: AllMiddlewareArgs['client'];
  trigger: string;
  person: string;
}

/** A shortcut is chosen anywhere in Slack, so its answer is a modal; where none opens, a message. */
export async function showInModal(
  desk: Desk,
  outcome: Answer | Form,
  draft: Draft,
  { client, trigger, person }: Chooser,
): Promise<void> {
  const { place } = draft;
  if ('fields' in outcome) {
    if (await openForm(client, outcome, { trigger, place })) return;
    return tellInPrivate(formNotOpened(desk, draft), { client, person, place });
  }
  try {
    await client.views.open({ trigger_id: trigger, view: pageModal('Slugline', outcome.page) });
  } catch {
    await tellInPrivate(pageMessage(outcome.page, 'private'), { client, person, place });
  }
}
