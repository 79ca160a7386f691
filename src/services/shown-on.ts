import type { Newsroom } from '../domain/newsroom.ts';
import { entriesOn, type Page } from '../domain/pages/page.ts';
import type { Post } from '../domain/records/thread.ts';

/** Which entries a page shows, each as it stands now: a correction finds the message through them. */
export const shownOn = ({ entries }: Newsroom, page: Page): Post['shows'] =>
  entriesOn(page).flatMap((id) => {
    const entry = entries.get(id);
    return entry ? [{ entry: id, revision: entry.revisions.length }] : [];
  });
