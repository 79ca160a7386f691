import { formatWithZone } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import { shownSlug } from '../records/story.ts';
import { attributionOf, stanceWords, statement } from './entry-line.ts';
import { kindWords } from './entry-page.ts';
import { bold, code, type Inline, italic, joined, type Page, type Part } from './page.ts';

interface Added {
  zone: string;
  /** False when the same message or form had made this entry before. */
  isNew: boolean;
  /** Whether whoever reads this may see the entry. */
  isSeen: boolean;
  notes: readonly string[];
}

/** What was recorded, so that a slip is seen at once: number, kind, who says so, how sure, whom it is about. */
export function addedPage(entry: Entry, newsroom: Newsroom, { zone, isNew, isSeen, notes }: Added): Page {
  const embargo = embargoPart(entry, zone);
  const noted = notes.map((note): Part => ({ part: 'context', text: [note] }));
  if (!isSeen) return { parts: [{ part: 'title', text: 'Recorded under embargo' }, ...embargo, ...noted] };
  const stories = entry.stories.map((slug) => newsroom.stories.get(slug));
  const inStories = stories.map((story): Inline => code(story ? shownSlug(story) : ''));
  return {
    parts: [
      { part: 'title', text: isNew ? 'Recorded' : 'Already recorded' },
      {
        part: 'context',
        text: joined(
          [
            { entry: entry.id },
            kindWords[entry.kind],
            bold(entry.withdrawn ? 'withdrawn since' : entry.verification),
            ...inStories,
          ],
          ' · ',
        ),
      },
      { part: 'paragraph', text: [statement(entry)] },
      { part: 'context', text: [italic(attributionOf(entry, newsroom)), ...responseWords(entry, newsroom)] },
      ...embargo,
      ...noted,
      { part: 'context', text: [taggedWords(entry, newsroom)] },
      { part: 'buttons', buttons: ways(entry) },
    ],
  };
}

function ways({ id, stories }: Entry): Extract<Part, { part: 'buttons' }>['buttons'] {
  const [slug] = stories;
  const briefing =
    slug === undefined ? [] : [{ label: 'Briefing', command: askFor([{ kind: 'story', slug }]) }];
  return [{ label: 'Edit', command: `correct ${id}` }, ...briefing];
}

/** Who answered how, and what: "Ford declined to comment · answers E-1". */
function responseWords(entry: Entry, newsroom: Newsroom): Inline[] {
  if (entry.kind !== 'response') return [];
  const { entity, stance, respondsTo } = entry.response;
  const who = newsroom.entities.get(entity)?.name ?? entity;
  const answers: Inline[] = respondsTo ? [' · answers ', { entry: respondsTo }] : [];
  return [` · ${who} ${stanceWords[stance]}`, ...answers];
}

function embargoPart({ embargoedUntil }: Entry, zone: string): Part[] {
  if (embargoedUntil === undefined) return [];
  return [
    {
      part: 'context',
      text: [
        bold(`EMBARGOED until ${formatWithZone(embargoedUntil, zone)}`),
        '. Only editors see it until then.',
      ],
    },
  ];
}

function taggedWords({ entities }: Entry, newsroom: Newsroom): string {
  const names = entities.map((slug) => newsroom.entities.get(slug)?.name ?? slug);
  return names.length > 0 ? `Tagged: ${names.join(', ')}` : 'Nobody on record is tagged.';
}
