import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { isHeard } from '../is-heard.ts';
import { addEntry } from './add-entry.ts';
import { addToStory } from './add-to-story.ts';
import { importArticle } from './import-article.ts';

export type Chosen<S extends SlackShortcut> = SlackShortcutMiddlewareArgs<S> & AllMiddlewareArgs;

interface Shortcut {
  name: string;
  type: 'global' | 'message';
  run: (desk: Desk, chosen: Chosen<SlackShortcut>) => Promise<void>;
}

/** Every shortcut, by its callback id. manifest.yml declares these, no more and no fewer. */
export const shortcuts: { readonly [callbackId: string]: Shortcut } = {
  add_entry: {
    name: 'Add an entry',
    type: 'global',
    run: (desk, chosen) => addEntry(desk, chosen as Chosen<GlobalShortcut>),
  },
  add_to_story: {
    name: 'Add to story',
    type: 'message',
    run: (desk, chosen) => addToStory(desk, chosen as Chosen<MessageShortcut>),
  },
  import_article: {
    name: 'Import article',
    type: 'message',
    run: (desk, chosen) => importArticle(desk, chosen as Chosen<MessageShortcut>),
  },
};

/** The one listener for all of them. */
export const shortcutListener =
  (desk: Desk) =>
  async (chosen: Chosen<SlackShortcut>): Promise<void> => {
    await isHeard(chosen.ack());
    const shortcut = shortcuts[chosen.shortcut.callback_id];
    if (!shortcut) throw new Error(`no handler for the shortcut ${chosen.shortcut.callback_id}`);
    await shortcut.run(desk, chosen);
  };
