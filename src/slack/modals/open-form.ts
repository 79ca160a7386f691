import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ActionsBlock } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Page, Part } from '../../domain/pages/page.ts';
import type { Form } from '../../services/forms/form.ts';
import type { Desk, Place } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { limits } from '../views/limits.ts';
import { pageMessage, type SlackMessage } from '../views/page-message.ts';
import { formModal } from './form-modal.ts';

type Client = AllMiddlewareArgs['client'];

interface Opening {
  /** Lives three seconds, and opens one modal. */
  trigger: string;
  place: Place;
}

/** Opens the form, or says that Slack did not: then whoever called gives the person back what they typed. */
export async function openForm(client: Client, form: Form, { trigger, place }: Opening): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: trigger, view: formModal(form, place) });
    return true;
  } catch (error) {
    // Our client asks twice when an answer is lost: then the first asking has opened it.
    return error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id';
  }
}

/** What was typed, given back with the way to go on. */
export function formNotOpened(desk: Desk, draft: Draft): SlackMessage {
  const page: Page = {
    parts: [
      { part: 'paragraph', text: ['The form did not open: Slack gives it three seconds. Nothing is lost.'] },
      { part: 'paragraph', text: ['You typed:'] },
      ...wholeText(draft.words),
    ],
  };
  return withOpener(pageMessage(page, 'private'), desk.drafts.pack(draft));
}

/** However long it is: what is given back can be copied whole. */
const wholeText = (words: string): Part[] =>
  (words.match(/[\s\S]{1,1400}/gu) ?? []).map((piece) => ({ part: 'paragraph', text: [piece] }));

/** A mention cannot open a modal, so the form is offered: why it is needed, and a press that opens it. */
export function formOffer(desk: Desk, form: Form, draft: Draft): SlackMessage {
  const wrong = form.fields.flatMap(({ label, error }): Part[] =>
    error ? [{ part: 'context', text: [`⚠ ${label}: ${error}`] }] : [],
  );
  const why = [...(form.notice ?? []).filter(({ part }) => part !== 'buttons'), ...wrong];
  const lead = why.length > 0 ? 'Not recorded yet:' : 'Not recorded yet: a form asks for the rest.';
  const page: Page = { parts: [{ part: 'paragraph', text: [lead] }, ...why] };
  return withOpener(pageMessage(page, 'private'), desk.drafts.pack(draft));
}

function withOpener({ text, blocks }: SlackMessage, value: string): SlackMessage {
  const opener: ActionsBlock = {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'form:1',
        text: { type: 'plain_text', text: 'Open the form' },
        style: 'primary',
        value,
      },
    ],
  };
  return { text, blocks: [...blocks.slice(0, limits.blocks - 1), opener] };
}
