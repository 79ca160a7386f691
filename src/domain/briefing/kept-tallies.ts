import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import { hasLifted } from './kept.ts';
import type { Look } from './standing.ts';
import { StoryTally } from './story-tally.ts';

interface Change {
  before: Entry | undefined;
  after: Entry | undefined;
}

/** A newsroom's tallies, and what was done to entries since they were last looked at. */
interface Shelf {
  tallies: Map<string, StoryTally>;
  changes: Change[];
}

/** Most stories are tallied in no time: these are for the few that everybody asks for. */
const mostTallies = 50;
/** After so many changes that nobody asked about it is as quick to begin anew. */
const mostChanges = 1000;

const shelves = new WeakMap<Newsroom, Shelf>();

/** The tally of a story for this viewer as it stands now: brought up to date if it is kept, made anew if not. */
export function tallyOf(newsroom: Newsroom, slug: Slug, look: Look): StoryTally {
  const { tallies } = upToDate(newsroom);
  const key = keyOf(slug, look.viewer.role === 'editor');
  const known = tallies.get(key);
  tallies.delete(key);
  const isHeld = known !== undefined && holds(newsroom, known, look);
  const tally = isHeld ? known : new StoryTally(newsroom, slug, look).addAll();
  tallies.set(key, tally);
  const [oldest] = tallies.keys();
  if (tallies.size > mostTallies && oldest !== undefined) tallies.delete(oldest);
  return tally;
}

/** One that is kept, for whomever: for what is the same to all. */
export function anyTallyOf(newsroom: Newsroom, slug: Slug): StoryTally | undefined {
  const { tallies } = upToDate(newsroom);
  return tallies.get(keyOf(slug, false)) ?? tallies.get(keyOf(slug, true));
}

const keyOf = (slug: Slug, isEditor: boolean): string => `${isEditor ? 'editor' : 'reader'} ${slug}`;

/** Editors are shown what is embargoed: to them no time is like another. */
const holds = (newsroom: Newsroom, tally: StoryTally, { viewer, now }: Look): boolean =>
  viewer.role === 'editor' || !hasLifted(newsroom, tally.now, now);

function upToDate(newsroom: Newsroom): Shelf {
  const shelf = shelves.get(newsroom) ?? shelfFor(newsroom);
  const changes = shelf.changes.splice(0);
  for (const change of changes) file(shelf, change);
  // After all are filed: what answers an entry may have been recorded before it, in the same act.
  for (const change of changes) judge(newsroom, shelf, change);
  return shelf;
}

function shelfFor(newsroom: Newsroom): Shelf {
  const shelf: Shelf = { tallies: new Map(), changes: [] };
  newsroom.entries.watch((before, after) => note(shelf, { before, after }));
  shelves.set(newsroom, shelf);
  return shelf;
}

function note({ tallies, changes }: Shelf, { before, after }: Change): void {
  if (tallies.size === 0) return;
  const last = changes.at(-1);
  // A decision that is tried and undone leaves no trace, so that it does not cost the tallies.
  if (last && last.before === after && last.after === before) changes.pop();
  else changes.push({ before, after });
  if (changes.length <= mostChanges) return;
  tallies.clear();
  changes.length = 0;
}

const of = (slugs: readonly Slug[]): string[] =>
  slugs.flatMap((slug) => [keyOf(slug, false), keyOf(slug, true)]);

/** One more entry is added to the tallies of its stories; those of one that changed are made anew. */
function file({ tallies }: Shelf, { before, after }: Change): void {
  const keys = of([...(before?.stories ?? []), ...(after?.stories ?? [])]);
  for (const key of keys) {
    if (before) tallies.delete(key);
    else if (after) tallies.get(key)?.addNew();
  }
}

/** A denial is read beside what it denies, a figure beside those it contradicts: both may be filed elsewhere. */
function judge({ entries }: Newsroom, { tallies }: Shelf, { before, after }: Change): void {
  for (const row of [before, after]) {
    if (row?.kind === 'figure') for (const tally of tallies.values()) tally.contestAnew();
    if (row?.kind !== 'response') continue;
    const answered = entries.get(row.response.respondsTo ?? '');
    for (const key of of(answered?.stories ?? [])) if (answered) tallies.get(key)?.judgeAnew(answered);
  }
}
