import { gravest, tellingAt, tellingsOf } from '../following/tellings.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import { bold, type Page } from './page.ts';
import { changedWords, reasonPart, tellingTitle, whichWords } from './revision-words.ts';

/**
 * Word to a thread in which the entry was shown: "Corrected: ~old~ → new", and why. `revision` counts from 1. Of a
 * withdrawn entry no word is said again, whatever was to be told of it before.
 */
export function noticePage(entry: Entry, revision: number, { zone }: { zone: string }): Page {
  const withdrawn = entry.revisions.findLast(({ act }) => act === 'entry-withdrawn');
  if (withdrawn) {
    return {
      parts: [
        { part: 'paragraph', text: [bold('Withdrawn: do not use.'), ' ', ...whichWords(entry, zone)] },
        ...reasonPart(withdrawn),
      ],
    };
  }
  const told = tellingAt(tellingsOf(entry), revision);
  if (!told) throw new Error(`${entry.id} has nothing to tell of revision ${revision}`);
  const words = changedWords(entry, told);
  return {
    parts: [
      {
        part: 'paragraph',
        text: [bold(tellingTitle(told)), ': ', ...words, ' ', { entry: entry.id }],
      },
      ...reasonPart(gravest(told.acts)),
    ],
  };
}

/** The notice of an entry as the newsroom has it now. */
export function noticeOf(
  { entries }: Pick<Newsroom, 'entries'>,
  { entry: id, revision }: { entry: string; revision: number },
  zone: string,
): Page {
  const entry = entries.get(id);
  if (!entry) throw new Error(`there is no entry ${id}`);
  return noticePage(entry, revision, { zone });
}
