import type { GlobalShortcut } from '@slack/bolt';
import { actOnCommand } from '../../services/act-on-command.ts';
import type { Desk } from '../desk.ts';
import type { Chosen } from './shortcuts.ts';
import { showInModal } from './show-in-modal.ts';

/** The form of `/brief add`, from anywhere in Slack. */
export async function addEntry(desk: Desk, { shortcut, client }: Chosen<GlobalShortcut>): Promise<void> {
  const person = shortcut.user.id;
  const words = 'add';
  const outcome = await actOnCommand(desk.office, words, { person });
  await showInModal(desk, outcome, { words, place: {} }, { client, person, trigger: shortcut.trigger_id });
}
