import { corroborationOf } from '../briefing/corroboration.ts';
import type { Line } from '../briefing/standing.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Source } from '../records/source.ts';
import { shownSlug } from '../records/story.ts';
import { attributionOf, embargoMark, responseLine, statement } from './entry-line.ts';
import { type Button, bold, counted, type Inline, italic, joined, type Page, type Part } from './page.ts';
import { shareButton } from './shared-parts.ts';

export const kindWords: { [K in Entry['kind']]: string } = {
  fact: 'Fact',
  figure: 'Figure',
  quote: 'Quote',
  event: 'Event',
  response: 'Response',
  background: 'Background',
};

/** One entry in full: nothing is cut here, so this is where every cut line leads. */
export function entryPage({ entry, denials }: Line, newsroom: Newsroom, zone: string, now?: Instant): Page {
  const names = { entities: newsroom.entities, zone, ...(now === undefined ? {} : { now }) };
  const { origins, unnamed, pickUps } = corroborationOf(entry);
  const support = joined(
    [
      counted(origins, 'origin'),
      unnamed ? counted(unnamed, 'unnamed source') : '',
      pickUps ? counted(pickUps, 'pick-up') : '',
    ],
    ', ',
  );
  const when: Inline[] = entry.occurred ? [' · happened ', formatMoment(entry.occurred)] : [];
  return {
    parts: [
      { part: 'title', text: kindWords[entry.kind] },
      {
        part: 'context',
        text: [
          { entry: entry.id },
          ' · ',
          bold(entry.verification),
          ' · added ',
          formatInstant(entry.at, zone),
          ...when,
        ],
      },
      { part: 'paragraph', text: [...embargoMark(entry, names), statement(entry)] },
      { part: 'context', text: [italic(attributionOf(entry, newsroom)), ' · ', ...support] },
      ...listOf(
        'Denials',
        denials.map((denial) => responseLine(denial, names)),
      ),
      ...listOf('Sources', entry.sources.slice(0, 10).map(sourceLine)),
      { part: 'buttons', buttons: [...filedUnder(entry, newsroom), shareButton(entry.id)] },
    ],
  };
}

const listOf = (heading: string, lines: Inline[][]): Part[] =>
  lines.length > 0 ? [{ part: 'list', heading, lines }] : [];

export function sourceLine(source: Source): Inline[] {
  const label: Inline = source.url ? { text: source.label, url: source.url } : source.label;
  const { kind, count } = source;
  const people = kind === 'unnamed' && count !== undefined ? counted(count, 'unnamed source') : kind;
  // “Financial Times article” says whose it is.
  const publisher = source.label.includes(source.publisher ?? '') ? undefined : source.publisher;
  return [label, ' — ', ...joined([people, publisher, source.publishedAt], ' · ')];
}

function filedUnder(entry: Entry, { stories, entities }: Newsroom): Button[] {
  const toStory = entry.stories.slice(0, 3).map((slug): Button => {
    const story = stories.get(slug);
    return { label: story ? shownSlug(story) : slug, command: askFor([{ kind: 'story', slug }]) };
  });
  const toEntity = entry.entities.slice(0, 6).map((slug): Button => {
    return { label: entities.get(slug)?.name ?? slug, command: askFor([{ kind: 'entity', slug }]) };
  });
  return [...toStory, ...toEntity];
}
