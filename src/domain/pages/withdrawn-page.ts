import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Entry } from '../records/entry.ts';
import { embargoMark, statement } from './entry-line.ts';
import { italic, type Page, strike } from './page.ts';
import { personOrDoor } from './person-or-door.ts';
import type { Drawing } from './shared-parts.ts';

/** An entry that was taken back: what it said, struck through, who withdrew it and why. */
export function withdrawnPage(entry: Entry, { zone, now }: Drawing): Page {
  const withdrawal = entry.revisions.findLast(({ act }) => act === 'entry-withdrawn') ?? entry;
  const reason = 'reason' in withdrawal && withdrawal.reason ? [' — ', italic(withdrawal.reason)] : [];
  return {
    parts: [
      { part: 'title', text: 'Withdrawn: stop using' },
      {
        part: 'context',
        text: [
          { entry: entry.id },
          ` · withdrawn ${formatInstant(withdrawal.at, zone)} by `,
          personOrDoor(withdrawal.by),
          ...reason,
        ],
      },
      {
        part: 'paragraph',
        text: [...embargoMark(entry, { zone, ...(now ? { now } : {}) }), strike(statement(entry))],
      },
      {
        part: 'buttons',
        buttons: entry.stories.slice(0, 3).map((slug) => ({
          label: 'Briefing',
          command: askFor([{ kind: 'story', slug }]),
        })),
      },
    ],
  };
}
