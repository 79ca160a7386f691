import { figureKeys } from '../finding/figure-keys.ts';
import { firstFrom } from '../first-from.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Index, Table } from '../table.ts';
import { Columns, marks } from './columns.ts';
import { isGivenTwice } from './number-conflicts.ts';
import { isAnswered } from './standing.ts';

type IndexName = 'story' | 'respondsTo' | 'formerRespondsTo' | 'figure' | 'formerFigure';
type Entries = Table<Entry, Record<IndexName, Index<Entry>>>;

/** The entries of a story, in order of arrival, by their places in the columns; it grows as they come. */
export interface StoryDigest {
  columns: Columns;
  places: readonly number[];
}

/** All entries in numbers, by story: what a table of entries would say if it were asked, kept in step at every put. */
export class Digest {
  private readonly columns = new Columns();
  private readonly places = new Map<Slug, number[]>();
  private readonly entries: Entries;

  constructor(entries: Entries) {
    this.entries = entries;
    entries.watch((before, after) => this.move(before, after), {
      fill: (some) => {
        for (const entry of some) this.add(entry);
      },
      filled: () => this.markAll(),
    });
  }

  /** Of these entries: those of another time are gone through. */
  of(entries: Entries, slug: Slug): StoryDigest {
    if (entries === this.entries) return { columns: this.columns, places: this.placesOf(slug) };
    const columns = new Columns();
    const places: number[] = [];
    for (const entry of entries.where(entries.by.story, slug)) {
      const place = columns.push(entry);
      places.push(place);
      if (isAnswered(entries, entry.id)) columns.mark(place, marks.answered);
      if (figureKeys(entry).some((key) => isGivenTwice(entries, key))) columns.mark(place, marks.rivalled);
    }
    return { columns, places };
  }

  private markAll(): void {
    const { by } = this.entries;
    for (const index of [by.respondsTo, by.formerRespondsTo])
      for (const id of index.values()) this.mark(id, marks.answered);
    for (const key of by.figure.values()) this.markRivals(key);
  }

  private move(before: Entry | undefined, after: Entry | undefined): void {
    if (!before) {
      if (after) this.add(after);
    } else {
      const place = this.columns.placeOf(before);
      for (const slug of before.stories) if (!after?.stories.includes(slug)) this.leave(slug, place);
      if (after) {
        this.columns.set(place, after);
        for (const slug of after.stories) if (!before.stories.includes(slug)) this.enter(slug, place);
      } else this.columns.remove(place);
    }
    if (after) this.markAround(after);
  }

  private placesOf(slug: Slug): number[] {
    const known = this.places.get(slug);
    if (known) return known;
    const places: number[] = [];
    this.places.set(slug, places);
    return places;
  }

  private add(entry: Entry): void {
    const place = this.columns.push(entry);
    for (const slug of entry.stories) {
      const places = this.placesOf(slug);
      // One that names a story twice is in it once.
      if (places[places.length - 1] !== place) places.push(place);
    }
  }

  private leave(slug: Slug, place: number): void {
    const places = this.placesOf(slug);
    const at = firstFrom(places, (other) => other < place);
    if (places[at] === place) places.splice(at, 1);
  }

  /** Filed later than it arrived, it comes where it would have come. */
  private enter(slug: Slug, place: number): void {
    const places = this.placesOf(slug);
    const at = firstFrom(places, (other) => other < place);
    if (places[at] !== place) places.splice(at, 0, place);
  }

  /** An entry and those that it answers or contradicts. A mark outlives its reason: it only says where to look. */
  private markAround(entry: Entry): void {
    if (isAnswered(this.entries, entry.id)) this.mark(entry.id, marks.answered);
    if (entry.kind === 'response') this.mark(entry.response.respondsTo ?? '', marks.answered);
    for (const key of figureKeys(entry)) this.markRivals(key);
  }

  private markRivals(key: string): void {
    if (!isGivenTwice(this.entries, key)) return;
    for (const id of this.entries.by.figure.at(key)) this.mark(id, marks.rivalled);
  }

  private mark(id: string, mark: number): void {
    const entry = this.entries.get(id);
    if (entry) this.columns.mark(this.columns.placeOf(entry), mark);
  }
}
