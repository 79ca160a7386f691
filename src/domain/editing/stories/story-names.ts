import { currentTopic } from '../../finding/named-topic.ts';
import { topicName } from '../../finding/topic-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import { storyHolding } from '../choose-slug.ts';

/** A story’s other names, the slugs it had among them. */
export const mostAliases = 30;

/** An alias may not be another story's slug or alias: only one of the two could be asked for. */
export function aliasProblem(
  newsroom: Newsroom,
  aliases: readonly string[],
  own?: string,
): Problem | undefined {
  for (const alias of aliases) {
    const key = storyHolding(newsroom, alias.toLowerCase());
    if (key === undefined || key === own) continue;
    const topic = currentTopic(newsroom, { kind: 'story', slug: key });
    if (topic.slug === own) continue;
    return { problem: 'name-taken', name: alias, holder: { topic, name: topicName(newsroom, topic) } };
  }
  return undefined;
}
