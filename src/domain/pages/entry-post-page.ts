import { topicName } from '../finding/topic-name.ts';
import type { Telling } from '../following/tellings.ts';
import { cutText } from '../language/cut-text.ts';
import { formatMoment } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry, EntryKind } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { before } from '../records/revise.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { attributionOf, stanceWords, statement } from './entry-line.ts';
import { kindWords } from './entry-page.ts';
import {
  type Button,
  bold,
  code,
  type Inline,
  italic,
  joined,
  type Page,
  type Part,
  strike,
} from './page.ts';

import { heldWords, reasonPart, tellingWords, whichWords } from './revision-words.ts';

interface Posted {
  now: Instant;
  zone: string;
  /** Named where the message stands by itself: in a thread its card has the name. */
  topic?: Topic | undefined;
  /** What was done to the entry since the message was posted, oldest first. */
  since?: readonly Telling[];
}

/** A long entry and what it said before have to fit one message. */
const longest = 1400;
/** The acts before these are in the entry's history. */
const mostTold = 5;

/** One entry as a channel gets it: what it adds, its kind, who says so, how sure we are, the way to its story. */
export function entryPostPage(newsroom: Newsroom, entry: Entry, posted: Posted): Page {
  const { now, zone, topic, since = [] } = posted;
  if (entry.withdrawn || isEmbargoed(entry, now)) return removedPage(entry, posted);
  const name: Inline[] = topic ? [`${topicName(newsroom, topic)} · `] : [];
  const [first] = since;
  const old = first ? before(entry, ({ seq }) => seq >= first.acts[0].seq) : entry;
  const isCorrected = since.some(({ acts }) => acts.some(({ act }) => act === 'entry-corrected'));
  const struck = isCorrected && statement(old) !== statement(entry) ? [strike(statement(old, longest))] : [];
  return {
    parts: [
      { part: 'context', text: [...name, bold(addsWords(newsroom, entry))] },
      ...(struck.length > 0 ? [{ part: 'paragraph', text: struck } satisfies Part] : []),
      { part: 'paragraph', text: [statement(entry, longest)] },
      { part: 'context', text: sureWords(newsroom, entry) },
      ...since
        .slice(-mostTold)
        .map((telling): Part => ({ part: 'context', text: tellingWords(entry, telling, zone) })),
      { part: 'buttons', buttons: waysOn(entry) },
    ],
  };
}

/** The words are gone; that they stood here, and why they do no more, is not. */
function removedPage(entry: Entry, { zone }: Posted): Page {
  if (!entry.withdrawn) return heldPage(entry);
  const withdrawn = entry.revisions.findLast(({ act }) => act === 'entry-withdrawn');
  const words = [bold('Withdrawn: do not use.'), ' ', ...whichWords(entry, zone)];
  return { parts: [{ part: 'paragraph', text: words }, ...(withdrawn ? reasonPart(withdrawn) : [])] };
}

export const heldPage = (entry: Entry): Page => ({ parts: [{ part: 'paragraph', text: heldWords(entry) }] });

const adds: { readonly [K in EntryKind]: (newsroom: Newsroom, entry: Entry & { kind: K }) => string } = {
  fact: () => 'Adds a fact',
  event: (_, { occurred }) => (occurred ? `Adds an event: ${formatMoment(occurred)}` : 'Adds an event'),
  background: () => 'Adds background',
  figure: (_, { figure }) => `Adds a figure: ${cutText(figure.metric, 80)}`,
  quote: (newsroom, entry) => `Adds a quote: ${attributionOf(entry, newsroom, 80)}`,
  response: ({ entities }, { response: { entity } }) => {
    return `Adds ${cutText(entities.get(entity)?.name ?? entity, 80)} response`;
  },
};

/** "Adds Ford response": every update says what it adds. */
export const addsWords = (newsroom: Newsroom, entry: Entry): string =>
  adds[entry.kind](newsroom, entry as never);

function sureWords(newsroom: Newsroom, entry: Entry): Inline[] {
  const { kind, verification, id } = entry;
  // In code and not as an entry's number: what it answers is named here, not shown.
  const answered = kind === 'response' ? entry.response.respondsTo : undefined;
  return joined(
    [
      kindWords[kind],
      kind === 'response' ? stanceWords[entry.response.stance] : undefined,
      italic(attributionOf(entry, newsroom, 200)),
      bold(verification),
      { entry: id },
    ],
    ' · ',
  ).concat(answered ? [' · answers ', code(answered)] : []);
}

const waysOn = ({ id, stories: [story], entities: [entity] }: Entry): Button[] => {
  const topic: Topic | undefined =
    story === undefined
      ? entity === undefined
        ? undefined
        : { kind: 'entity', slug: entity }
      : { kind: 'story', slug: story };
  return [
    ...(topic ? [{ label: 'Briefing', command: askFor([topic]) }] : []),
    { label: 'Entry', command: id },
  ];
};
