import { editDistance } from '../language/distance.ts';
import { foldName } from '../language/fold-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { TopicChoice } from '../problem.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import { topicName } from './topic-name.ts';

/** What was meant stands in the first words; comparing more with every name only takes time. */
const mostWords = 8;

/** The topics whose names are nearest to what was typed, nearest first. */
export function nearTopics(newsroom: Newsroom, typed: string, most = 3): TopicChoice[] {
  const wanted = foldName(typed).split(' ').slice(0, mostWords).join(' ');
  if (wanted === '') return [];
  const best = new Map<string, { topic: Topic; score: number }>();
  for (const { name, topic } of everyName(newsroom)) {
    const score = likeness(wanted, name);
    const key = topicKey(topic);
    if (score > 0 && score > (best.get(key)?.score ?? 0)) best.set(key, { topic, score });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ topic }) => ({ topic, name: topicName(newsroom, topic) }));
}

function* everyName({ stories, entities }: Newsroom): Generator<{ name: string; topic: Topic }> {
  for (const story of stories.all()) {
    if (story.mergedInto) continue;
    const topic: Topic = { kind: 'story', slug: story.slug };
    for (const name of [story.slug, story.headline, ...story.aliases]) yield { name: foldName(name), topic };
  }
  for (const entity of entities.all()) {
    if (entity.mergedInto) continue;
    const topic: Topic = { kind: 'entity', slug: entity.slug };
    for (const name of [entity.name, ...entity.aliases]) yield { name: foldName(name), topic };
  }
}

/** How unlike two names may be and still be worth a suggestion. */
const leastLikeness = 0.34;

/** 0 to 1: a mistyped name, its beginning, or, a little less, a word in it. Unlike names score 0. */
function likeness(typed: string, name: string): number {
  if (name.startsWith(typed)) return 0.9 + 0.1 * (typed.length / name.length);
  const nameWords = name.split(' ');
  const words = typed.split(' ');
  const alike = words.map((word) => Math.max(...nameWords.map((other) => wordLikeness(word, other))));
  const average = alike.reduce((sum, score) => sum + score, 0) / alike.length;
  const covered = Math.min(1, words.length / nameWords.length);
  return average < leastLikeness ? 0 : average * (0.8 + 0.1 * covered);
}

function wordLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const atBest = 1 - Math.abs(a.length - b.length) / longest;
  return atBest < leastLikeness ? 0 : 1 - editDistance(a, b) / longest;
}
