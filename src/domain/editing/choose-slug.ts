import { currentTopic } from '../finding/named-topic.ts';
import { topicName } from '../finding/topic-name.ts';
import { foldName } from '../language/fold-name.ts';
import { isReserved } from '../language/reserved-words.ts';
import { slugFrom } from '../language/slug.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem, SlugFault, TopicChoice } from '../problem.ts';
import { slugSchema, type Topic } from '../records/identifiers.ts';

type Kind = Topic['kind'];

/**
 * Why a new story or entity cannot have this slug, with the nearest that it can: `retry` puts that in
 * a command. What the record `own` had before it may have again.
 */
export function slugProblem(
  newsroom: Newsroom,
  kind: Kind,
  typed: string,
  retry: (slug: string) => string,
  own?: string,
): Problem | undefined {
  const fault = slugFault(newsroom, kind, typed, own);
  if (!fault) return undefined;
  const near = freeSlug(newsroom, kind, typed);
  return { problem: 'bad-slug', typed, ...fault, near, retry: retry(near) };
}

/** The slug nearest to the text that nothing of this kind has or had: `ford`, else `ford-2`. */
export function freeSlug(newsroom: Newsroom, kind: Kind, text: string): string {
  const stem = slugFrom(text) || `new-${kind}`;
  const wanted = isReserved(stem) ? `${stem}-${kind}` : stem;
  let slug = wanted;
  for (let number = 2; slugFault(newsroom, kind, slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

function slugFault(
  newsroom: Newsroom,
  kind: Kind,
  slug: string,
  own?: string,
): { why: SlugFault; holder?: TopicChoice } | undefined {
  if (!slugSchema.safeParse(slug).success) return { why: 'shape' };
  if (isReserved(slug)) return { why: 'reserved' };
  const key = kind === 'story' ? storyHolding(newsroom, slug) : newsroom.entities.get(slug)?.slug;
  if (key === undefined || key === own) return undefined;
  const topic = currentTopic(newsroom, { kind, slug: key });
  return { why: 'taken', holder: { topic, name: topicName(newsroom, topic) } };
}

/** The story that has or had the slug, as a slug or as an alias: what was typed once keeps leading there. */
export function storyHolding({ stories }: Newsroom, slug: string): string | undefined {
  const [key] = stories.by.slug.at(slug);
  if (key !== undefined) return key;
  const name = foldName(slug);
  return [...stories.where(stories.by.name, name)].find(({ aliases }) =>
    aliases.some((alias) => foldName(alias) === name),
  )?.slug;
}
