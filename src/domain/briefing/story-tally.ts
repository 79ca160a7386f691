import { figureKeys } from '../finding/figure-keys.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { type Origin, OriginTally } from './corroboration.ts';
import { addMove, type Move } from './latest.ts';
import { conflictsOver, isGivenTwice, type NumberConflict } from './number-conflicts.ts';
import { isReadBeside, type Sections } from './sections.ts';
import { byAge, byWeight, isShown, type Line, type Look, lineOf, type Standing } from './standing.ts';

/**
 * What a briefing counts and sorts of a story's entries, so that it can be kept: one more entry then costs that entry,
 * not the ten thousand before it. Entries are added in the order in which they were filed; when one of them is no
 * longer what it was, the tally is made anew.
 */
export class StoryTally {
  /** When it was looked at: an embargo that ends after this makes it another one. */
  readonly now: Instant;
  private readonly newsroom: Newsroom;
  private readonly slug: Slug;
  private readonly look: Look;
  /** All of the story, those that this viewer is not shown among them. */
  private readonly filed: Entry[] = [];
  private readonly acted: Entry[] = [];
  private readonly shown: Entry[] = [];
  private readonly lines: Record<Standing, Line[]> = {
    known: [],
    reported: [],
    disputed: [],
    background: [],
  };
  private readonly origins = new OriginTally();
  private readonly moves: Move[] = [];
  private readonly mentioned = new Map<Slug, { times: number }>();
  /** What its figures are of, in the order in which they came, and those that are given more than once. */
  private readonly figures = new Map<string, number>();
  private readonly contested = new Set<string>();
  /** The last act on any entry of the story, shown or not. */
  newestSeq = 0;
  touchedAt: Instant = '';

  constructor(newsroom: Newsroom, slug: Slug, look: Look) {
    this.newsroom = newsroom;
    this.slug = slug;
    this.look = look;
    this.now = look.now;
    for (const entry of newsroom.entries.where(newsroom.entries.by.story, slug)) {
      const line = this.count(entry);
      if (line) this.lines[line.standing].push(line);
    }
    // They come in the order of their numbers, and the sort keeps it where nothing else decides.
    for (const lines of Object.values(this.lines)) lines.sort((a, b) => byAge(a.entry, b.entry));
  }

  /** One more entry, filed after all the others. */
  add(entry: Entry): void {
    const line = this.count(entry);
    if (line) this.insert(line);
  }

  /** What is said against the entry changed. */
  judgeAnew(entry: Entry): void {
    for (const lines of Object.values(this.lines)) {
      const at = placeIn(lines, entry);
      if (lines[at]?.entry === entry) lines.splice(at, 1);
    }
    const line = isShown(entry, this.look) ? this.lineFor(entry) : undefined;
    if (line) this.insert(line);
  }

  /** A figure was given, here or in another story. */
  contest(key: string): void {
    if (this.figures.has(key) && isGivenTwice(this.newsroom, key)) this.contested.add(key);
  }

  get conflicts(): NumberConflict[] {
    const rank = (key: string) => this.figures.get(key) ?? 0;
    const keys = [...this.contested].sort((a, b) => rank(a) - rank(b));
    const isHere = ({ stories }: Entry) => stories.includes(this.slug);
    return conflictsOver(this.newsroom, keys, { look: this.look, isHere });
  }

  get sections(): Sections {
    const { known, reported, disputed, background } = this.lines;
    return {
      known: [...known],
      reported: [...reported],
      disputed: [...disputed],
      background: [...background],
    };
  }

  get entries(): Entry[] {
    return [...this.shown];
  }

  get latest(): Move[] {
    return this.moves.map((move) => ({ ...move }));
  }

  /** Whom its entries mention, the most mentioned first. */
  mentionsByCount(): Slug[] {
    const all = [...this.mentioned].sort(([, a], [, b]) => b.times - a.times);
    return all.map(([slug]) => slug);
  }

  originsByUse(): Origin[] {
    return this.origins.byUse();
  }

  /** Those of its entries that may be news to whoever saw it as of an act. */
  touchedSince(since: number): Entry[] {
    const first = this.filed.findLastIndex(({ seq }) => seq <= since) + 1;
    return [...this.acted.filter(({ seq }) => seq <= since), ...this.filed.slice(first)];
  }

  /** Returns its line, if it has one of its own. */
  private count(entry: Entry): Line | undefined {
    const last = entry.revisions.at(-1) ?? entry;
    this.filed.push(entry);
    if (last !== entry || entry.embargoedUntil !== undefined) this.acted.push(entry);
    this.newestSeq = Math.max(this.newestSeq, last.seq);
    if (!isShown(entry, this.look)) return undefined;
    this.shown.push(entry);
    this.origins.add(entry);
    addMove(this.moves, entry);
    for (const slug of entry.entities) this.mention(slug);
    for (const key of figureKeys(entry)) {
      if (!this.figures.has(key)) this.figures.set(key, this.figures.size);
      this.contest(key);
    }
    if (last.at > this.touchedAt) this.touchedAt = last.at;
    return this.lineFor(entry);
  }

  /** Counted in place: half the look-ups of a number that is set anew. */
  private mention(slug: Slug): void {
    const known = this.mentioned.get(slug);
    if (known) known.times += 1;
    else this.mentioned.set(slug, { times: 1 });
  }

  private lineFor(entry: Entry): Line | undefined {
    if (isReadBeside(entry, this.isShownHere)) return undefined;
    return lineOf(this.newsroom, entry, this.look);
  }

  private readonly isShownHere = (id: string): boolean => {
    const entry = this.newsroom.entries.get(id);
    return entry !== undefined && isShown(entry, this.look) && entry.stories.includes(this.slug);
  };

  private insert(line: Line): void {
    const lines = this.lines[line.standing];
    lines.splice(placeIn(lines, line.entry), 0, line);
  }
}

/** Where the entry stands among the lines, or would stand. */
function placeIn(lines: readonly Line[], entry: Entry): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const line = lines[middle];
    if (line && byWeight(line.entry, entry) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
