import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { forms } from '../../services/forms/forms.ts';
import { carriedBy, formModal } from './form-modal.ts';
import { typedValues } from './typed-values.ts';

const over = ['hash_conflict', 'not_found'];

/**
 * A choice that other fields depend on was made: the form is drawn anew, with what was typed. Where a workspace
 * does not tell us, the submission comes back with the fields that were missing.
 */
export async function reshapeForm({
  body,
  client,
}: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> {
  const { view } = body;
  if (!view) return;
  const { form: name, about, place } = carriedBy(view.private_metadata);
  const typed = typedValues(view);
  const form = forms[name]?.again(typed, about, { parts: [] });
  if (!form) throw new Error(`no reader for the form ${name}`);
  try {
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: formModal(form, place, { view, typed }),
    });
  } catch (error) {
    // A later choice was drawn already, or the form was closed.
    const isOver = error instanceof WebAPIPlatformError && over.includes(error.data.error);
    if (!isOver) throw error;
  }
}
