import { type Mention, mentionsIn, tagEntities } from '../../finding/tag-entities.ts';
import { wordsOf } from '../../language/words-of.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { SuggestedEntity } from '../../records/draft.ts';
import type { Slug } from '../../records/identifiers.ts';
import type { Sentence } from '../sentences/passages.ts';
import { pronounOf } from './given-names.ts';

type Schema = SuggestedEntity['schema'];
interface Member {
  schema: Schema;
  name: string;
}

/** Who is who in one article: those on record and those that are suggested, by whatever it calls them. */
export interface Cast {
  suggested: readonly SuggestedEntity[];
  /** By word, as for the entities on record; the longest name first where two overlap. */
  mentionsIn(text: string): Mention[];
  member(slug: Slug): Member | undefined;
  /** Whether `he` or `she` may mean this person. */
  mayBe(slug: Slug, pronoun: string): boolean;
}

interface Form {
  entity: Slug;
  words: readonly string[];
  /** A surname like Lane means somebody only with its capital. */
  written: string;
}

export function castOf(
  newsroom: Newsroom,
  sentences: readonly Sentence[],
  suggested: readonly SuggestedEntity[],
  storyCast: readonly Slug[] = [],
): Cast {
  const known = new Set(sentences.flatMap(({ text }) => tagEntities(newsroom, text)));
  const forms = formsByFirstWord([
    ...suggested.flatMap(({ slug, name, aliases }) =>
      [name, ...aliases].map((form) => [slug, form] as const),
    ),
    ...[...known].flatMap((slug) => surnameOf(newsroom, slug)),
    ...[...new Set([...known, ...storyCast])].flatMap((slug) =>
      (newsroom.entities.get(slug)?.weakAliases ?? []).map((form) => [slug, form] as const),
    ),
  ]);
  const members = new Map(suggested.map(({ slug, schema, name }) => [slug, { schema, name }]));
  const member = (slug: Slug): Member | undefined => members.get(slug) ?? newsroom.entities.get(slug);
  return {
    suggested,
    member,
    mentionsIn: (text) => {
      const words = wordsOf(text);
      return longestFirst([...mentionsIn(newsroom, words), ...formsIn(forms, words, text)]);
    },
    mayBe: (slug, pronoun) => {
      const person = member(slug);
      const own = pronounOf(person?.name.split(' ')[0] ?? '');
      return person?.schema === 'Person' && (own === undefined || pronoun === 'they' || own === pronoun);
    },
  };
}

/** An article that gives the full name once goes on with the surname. */
function surnameOf({ entities }: Newsroom, slug: Slug): (readonly [Slug, string])[] {
  const entity = entities.get(slug);
  const surname = entity?.name.split(' ').at(-1);
  return entity?.schema === 'Person' && surname !== undefined && surname !== entity.name
    ? [[slug, surname]]
    : [];
}

function formsByFirstWord(written: readonly (readonly [Slug, string])[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const [entity, form] of written) {
    const words = wordsOf(form);
    const [first] = words;
    if (first !== undefined)
      forms.set(first, [...(forms.get(first) ?? []), { entity, words, written: form }]);
  }
  return forms;
}

const formsIn = (forms: Map<string, Form[]>, words: readonly string[], text: string): Mention[] =>
  words.flatMap((word, from) =>
    (forms.get(word) ?? [])
      .filter((form) => form.words.every((one, at) => words[from + at] === one))
      .filter((form) => form.words.length > 1 || text.includes(form.written))
      .map((form) => ({ entity: form.entity, from, to: from + form.words.length })),
  );

function longestFirst(mentions: readonly Mention[]): Mention[] {
  const taken = new Set<number>();
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const places = Array.from({ length: mention.to - mention.from }, (_, at) => mention.from + at);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.from - b.from);
}
