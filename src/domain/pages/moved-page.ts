import type { MovedStory } from '../briefing/moved.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import { shownSlug } from '../records/story.ts';
import { embargoMark, statement } from './entry-line.ts';
import { bold, code, counted, type Page, type Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { type Drawing, emptyNote } from './shared-parts.ts';

const pageLength = 8;

/** What moved lately, with the way in; the first thing a newcomer sees says what to type next. */
export function movedPage(moved: readonly MovedStory[], page: number, { names, zone }: Drawing): Page {
  const { shown, pages, onPage, place } = cutInPages(moved, page, pageLength);
  return {
    parts: [
      { part: 'title', text: 'What moved lately' },
      {
        part: 'context',
        text: [
          `${counted(moved.length, 'story', 'stories')}${place} · `,
          code('/brief help'),
          ' lists what you can ask',
        ],
      },
      ...(moved.length === 0 ? [emptyNote('No stories yet.')] : []),
      ...onPage.map(
        ({ story, at, move, entryCount }): Part => ({
          part: 'paragraph',
          text: [
            bold(story.headline),
            '\n',
            code(shownSlug(story)),
            ` · ${story.status} · ${counted(entryCount, 'entry', 'entries')} · ${formatInstant(at, zone)}`,
            ...(move
              ? [
                  '\nLatest: ',
                  ...embargoMark(move.entry, names),
                  `${statement(move.entry, 120)} `,
                  { entry: move.entry.id },
                ]
              : []),
          ],
          button: { label: 'Briefing', command: askFor([{ kind: 'story', slug: story.slug }]) },
        }),
      ),
      ...turning(shown, pages, (other) => `page:${other}`),
    ],
  };
}
