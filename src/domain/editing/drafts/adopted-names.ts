import type { Change } from '../../change.ts';
import { currentTopic } from '../../finding/named-topic.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Draft, Settlement, SuggestedEntity } from '../../records/draft.ts';
import type { Slug } from '../../records/identifiers.ts';
import { freeSlug } from '../choose-slug.ts';

const longestAlias = 120;

/** The people and bodies that a draft suggests, put on record as they are needed, each once. */
export class AdoptedNames {
  readonly changes: Change[] = [];
  readonly settled: Settlement[] = [];
  private readonly slugs = new Map<number, Slug>();
  private readonly taken = new Set<Slug>();
  private readonly newsroom: Newsroom;
  private readonly draft: Draft;

  constructor(newsroom: Newsroom, draft: Draft) {
    this.newsroom = newsroom;
    this.draft = draft;
  }

  /** Where the slug stands among the suggested ones; -1 for somebody on record. */
  placeOf(slug: Slug): number {
    return this.draft.entities.findIndex((suggested) => suggested.slug === slug);
  }

  nameOf(slug: Slug): string {
    return this.draft.entities[this.placeOf(slug)]?.name ?? slug;
  }

  isDropped(slug: Slug): boolean {
    return this.draft.entities[this.placeOf(slug)]?.became === 'dropped';
  }

  /** The slug on record of whoever a line refers to; who is not on record yet is added. */
  adopt(slug: Slug): Slug {
    const at = this.placeOf(slug);
    const suggested = this.draft.entities[at];
    return suggested ? this.adoptAt(at, suggested) : this.current(slug);
  }

  private adoptAt(at: number, suggested: SuggestedEntity): Slug {
    const { became } = suggested;
    if (became !== undefined && became !== 'dropped') return this.current(became);
    const before = this.slugs.get(at) ?? this.settle(at, this.bearing(suggested));
    return before ?? this.add(at, suggested);
  }

  private add(at: number, { slug: wanted, schema, name, aliases }: SuggestedEntity): Slug {
    let slug = freeSlug(this.newsroom, 'entity', wanted);
    while (this.taken.has(slug)) slug = freeSlug(this.newsroom, 'entity', `${slug}-2`);
    this.taken.add(slug);
    this.changes.push({
      type: 'entity-added',
      entity: {
        ...{ slug, schema, name, previousNames: [], weakAliases: [] },
        aliases: aliases.filter((alias) => alias.length <= longestAlias),
      },
    });
    return this.settle(at, slug) ?? slug;
  }

  private settle(at: number, slug: Slug | undefined): Slug | undefined {
    if (slug === undefined) return undefined;
    this.slugs.set(at, slug);
    this.settled.push({ part: 'entity', at, became: slug });
    return slug;
  }

  /** Somebody put on record meanwhile under that name, if there is no doubt who is meant. */
  private bearing({ name, schema }: SuggestedEntity): Slug | undefined {
    const { entities } = this.newsroom;
    const named = [...entities.where(entities.by.name, foldName(name))];
    const same = new Set(named.filter((one) => one.schema === schema).map(({ slug }) => this.current(slug)));
    const [only] = same;
    return same.size === 1 ? only : undefined;
  }

  private readonly current = (slug: Slug): Slug => currentTopic(this.newsroom, { kind: 'entity', slug }).slug;
}
