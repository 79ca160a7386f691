import { figureKeys } from '../finding/figure-keys.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { type Columns, marks, standingIn } from './columns.ts';
import { type Origin, OriginTally } from './corroboration.ts';
import { LatestActs, type Move } from './latest.ts';
import { conflictsOver, isGivenTwice, type NumberConflict } from './number-conflicts.ts';
import { SectionLines } from './section-lines.ts';
import { isReadBeside, type Sections } from './sections.ts';
import { isShown, type Line, type Look, lineOf, none } from './standing.ts';

/**
 * What a briefing counts and sorts of a story's entries, so that it can be kept: one more entry then costs that entry,
 * not the ten thousand before it. They are counted from the story's digest in the order in which they were filed; when
 * one of them is no longer what it was, the tally is made anew.
 */
export class StoryTally {
  /** When it was looked at: an embargo that ends after this makes it another one. */
  readonly now: Instant;
  private readonly newsroom: Newsroom;
  private readonly slug: Slug;
  private readonly look: Look;
  private readonly columns: Columns;
  /** Of all entries of the story, those that this viewer is not shown among them; so many were counted. */
  private readonly places: readonly number[];
  private counted = 0;
  private readonly acted: Entry[] = [];
  private readonly shown: Entry[] = [];
  private readonly lines = new SectionLines();
  private readonly origins: OriginTally;
  private readonly acts = new LatestActs();
  private readonly mentioned = new Map<number, { times: number }>();
  /** What is given more than once, in the order in which it came; unknown until somebody asks. */
  private contested: ReadonlySet<string> | undefined;
  /** The last act on any entry of the story, shown or not. */
  newestSeq = 0;
  touchedAt: Instant = '';

  constructor(newsroom: Newsroom, slug: Slug, look: Look) {
    this.newsroom = newsroom;
    this.slug = slug;
    this.look = look;
    this.now = look.now;
    const { columns, places } = newsroom.digest.of(newsroom.entries, slug);
    this.columns = columns;
    this.places = places;
    this.origins = new OriginTally(columns.spellings);
  }

  /** All that was filed before anybody asked. */
  addAll(): this {
    const fresh = this.countOn();
    for (const at of this.columns.byWeight(fresh)) this.lines.push(this.lineAt(fresh[at] ?? 0));
    return this;
  }

  /** What was filed since, after all the others. */
  addNew(): void {
    for (const place of this.countOn()) this.lines.insert(this.lineAt(place));
  }

  /** What is said against the entry changed. */
  judgeAnew(entry: Entry): void {
    this.lines.remove(entry);
    if (isShown(entry, this.look) && !this.isReadElsewhere(entry))
      this.lines.insert(lineOf(this.newsroom, entry, this.look));
  }

  /** A figure was given, here or in another story. */
  contestAnew(): void {
    this.contested = undefined;
  }

  get conflicts(): NumberConflict[] {
    this.contested ??= this.figuresGivenTwice();
    const isHere = ({ stories }: Entry) => stories.includes(this.slug);
    return conflictsOver(this.newsroom, this.contested, { look: this.look, isHere });
  }

  get sections(): Sections {
    return this.lines.sections;
  }

  get entries(): Entry[] {
    return [...this.shown];
  }

  get latest(): Move[] {
    return this.acts.moves();
  }

  /** Whom its entries mention, the most mentioned first. */
  mentionsByCount(): Slug[] {
    const all = [...this.mentioned].sort(([, a], [, b]) => b.times - a.times);
    return all.map(([name]) => this.columns.spellings.textOf(name));
  }

  originsByUse(): Origin[] {
    return this.origins.byUse();
  }

  /** Those of its entries that may be news to whoever saw it as of an act. */
  touchedSince(since: number): Entry[] {
    const { rows, seqs } = this.columns;
    const first = this.places.findLastIndex((place) => (seqs[place] ?? 0) <= since) + 1;
    const fresh = this.places.slice(first).flatMap((place) => rows[place] ?? []);
    return [...this.acted.filter(({ seq }) => seq <= since), ...fresh];
  }

  /** The places of those not yet counted that have lines of their own. */
  private countOn(): number[] {
    const { places, columns } = this;
    const fresh: number[] = [];
    for (let at = this.counted; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const facts = columns.facts[place] ?? 0;
      const entry = columns.rows[place];
      if (!entry || !this.count(entry, place, facts)) continue;
      if (facts & marks.denies && this.isReadElsewhere(entry)) continue;
      fresh.push(place);
    }
    this.counted = places.length;
    return fresh;
  }

  private lineAt(place: number): Line {
    const entry = this.columns.rows[place] as Entry;
    const facts = this.columns.facts[place] ?? 0;
    if (facts & marks.answered) return lineOf(this.newsroom, entry, this.look);
    return { entry, denials: none, standing: standingIn(facts) };
  }

  /** Returns whether it is shown. */
  private count(entry: Entry, place: number, facts: number): boolean {
    const { columns } = this;
    const last = facts & marks.revised ? entry.revisions.at(-1) : undefined;
    const seq = last?.seq ?? columns.seqs[place] ?? 0;
    if (facts & (marks.revised | marks.embargoed)) this.acted.push(entry);
    if (seq > this.newestSeq) this.newestSeq = seq;
    if (facts & (marks.withdrawn | marks.embargoed) && !isShown(entry, this.look)) return false;
    this.shown.push(entry);
    this.countNames(entry, columns.from[place] ?? 0);
    // Entries of one act have one time, and most come one after the other.
    if (this.acts.add(seq, entry)) this.touchedAt = later(this.touchedAt, (last ?? entry).at);
    return true;
  }

  private countNames(entry: Entry, from: number): void {
    const { names } = this.columns;
    const entities = from + 1 + (names[from] ?? 0);
    for (let at = from + 1; at < entities; at += 1) this.mention(names[at] ?? 0);
    const sources = names[entities] ?? 0;
    for (let source = 0; source < sources; source += 1) {
      const at = entities + 1 + 2 * source;
      this.origins.addSource(names[at] ?? 0, names[at + 1] ?? 0, entry, source);
    }
  }

  /** Counted in place: half the look-ups of a number that is set anew. */
  private mention(name: number): void {
    const known = this.mentioned.get(name);
    if (known) known.times += 1;
    else this.mentioned.set(name, { times: 1 });
  }

  private figuresGivenTwice(): Set<string> {
    const { rows, facts } = this.columns;
    const given = new Set<string>();
    for (const place of this.places) {
      const entry = (facts[place] ?? 0) & marks.rivalled ? rows[place] : undefined;
      if (!entry || !isShown(entry, this.look)) continue;
      for (const key of figureKeys(entry)) if (isGivenTwice(this.newsroom.entries, key)) given.add(key);
    }
    return given;
  }

  private readonly isReadElsewhere = (entry: Entry): boolean => isReadBeside(entry, this.isShownHere);

  private readonly isShownHere = (id: string): boolean => {
    const entry = this.newsroom.entries.get(id);
    return entry !== undefined && isShown(entry, this.look) && entry.stories.includes(this.slug);
  };
}

const later = (a: Instant, b: Instant): Instant => (b > a ? b : a);
