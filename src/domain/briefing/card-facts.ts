import { currentTopic } from '../finding/named-topic.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { shownSlug } from '../records/story.ts';
import { latestMoves, type Move } from './latest.ts';
import { isOpenTo, questionSteps } from './questions.ts';
import { shownEntries } from './standing.ts';
import { lastTouched } from './story-briefing.ts';

/** What a living card says of its topic. */
export interface CardFacts {
  name: string;
  /** As it is typed. */
  slug: string;
  /** A story's; an entity has none. */
  status?: string;
  /** A story's nut graf, an entity's summary. */
  about?: string | undefined;
  latest: Move[];
  entries: number;
  /** Open ones; they are asked of stories. */
  questions: number;
  updatedAt: Instant;
}

interface Kept {
  seq: number;
  facts: Map<string, CardFacts>;
}

// A thousand channels may have a card of one story; what has been public stays so, however late one is drawn.
const kept = new WeakMap<Newsroom, Kept>();

export function cardFacts(newsroom: Newsroom, topic: Topic, now: Instant): CardFacts {
  const known = kept.get(newsroom);
  const { facts } = known?.seq === newsroom.seq ? known : { facts: new Map<string, CardFacts>() };
  kept.set(newsroom, { seq: newsroom.seq, facts });
  const key = topicKey(topic);
  const found = facts.get(key) ?? gather(newsroom, currentTopic(newsroom, topic), now);
  facts.set(key, found);
  return found;
}

function gather(newsroom: Newsroom, { kind, slug }: Topic, now: Instant): CardFacts {
  const { entries, questions } = newsroom;
  const look = { viewer: { role: 'reader' }, now } as const;
  const shown = shownEntries(
    entries.where(kind === 'story' ? entries.by.story : entries.by.entity, slug),
    look,
  );
  const own = kind === 'story' ? ofStory(newsroom, slug) : ofEntity(newsroom, slug);
  const asked = kind === 'story' ? [...questions.where(questions.by.story, slug)] : [];
  return {
    ...own.said,
    latest: latestMoves(shown),
    entries: shown.length,
    questions: asked.filter((question) => isOpenTo(newsroom, question, look)).length,
    updatedAt: lastTouched([
      own.record,
      ...shown,
      ...asked.flatMap((question) => questionSteps(newsroom, question, look)),
    ]),
  };
}

function ofStory({ stories }: Newsroom, slug: string) {
  const record = stories.get(slug);
  if (!record) throw new Error(`there is no story ${slug}`);
  const { headline: name, status, nutGraf: about } = record;
  return { record, said: { name, slug: shownSlug(record), status, about } };
}

function ofEntity({ entities }: Newsroom, slug: string) {
  const record = entities.get(slug);
  if (!record) throw new Error(`there is no entity ${slug}`);
  const { name, summary: about } = record;
  return { record, said: { name, slug: `entity:${slug}`, about } };
}
