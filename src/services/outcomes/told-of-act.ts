import type { Newsroom } from '../../domain/newsroom.ts';
import { actedPage, discreetPage } from '../../domain/pages/acted-page.ts';
import { maySee } from '../../domain/rules/embargo.ts';
import type { Answer, Asking } from '../commands/verb.ts';

interface Done {
  id: string;
  /** The change's type, `entry-corrected`. */
  act: string;
  notes?: readonly string[];
  /** The zone somebody named; else times are told in the newsroom's. */
  zone?: string;
}

/** What an act on an entry came to; nothing of it where the answer is read by people who may not see the entry. */
export function toldOfAct(newsroom: Newsroom, { viewer, now, zone }: Asking, done: Done): Answer {
  const entry = newsroom.entries.get(done.id);
  const revision = entry?.revisions.findLast(({ act }) => act === done.act);
  if (!entry || !revision) throw new Error(`${done.act} was recorded on ${done.id} and is not there`);
  if (!maySee(entry, viewer, now)) return { page: discreetPage(), topics: [] };
  const page = actedPage(entry, revision, { zone: done.zone ?? zone, notes: done.notes ?? [] });
  return { page, topics: entry.stories.slice(0, 1).map((slug) => ({ kind: 'story', slug })) };
}
