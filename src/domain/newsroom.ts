import { Digest } from './briefing/digest.ts';
import { beginningsOf, entityPhrases } from './finding/entity-phrases.ts';
import { figureKeys } from './finding/figure-keys.ts';
import { topicNames } from './finding/topic-names.ts';
import { isUrgent } from './following/wants-entry.ts';
import type { Alert } from './records/alert.ts';
import { type Delivery, isMessage } from './records/delivery.ts';
import { type Draft, waits } from './records/draft.ts';
import type { Entity } from './records/entity.ts';
import type { Entry } from './records/entry.ts';
import { topicKey } from './records/identifiers.ts';
import type { Question } from './records/question.ts';
import type { ReaderMark } from './records/reader.ts';
import type { Relation } from './records/relation.ts';
import { earlierVersions } from './records/revise.ts';
import type { History } from './records/revision.ts';
import type { Story } from './records/story.ts';
import type { Subscription } from './records/subscription.ts';
import type { Post, Thread } from './records/thread.ts';
import { type Index, listOf, type Table, tableOf, type Words } from './table.ts';

/** The row each table holds. Together they are the whole newsroom; a snapshot is a list of these. */
export interface Rows {
  stories: Story;
  entities: Entity;
  relations: Relation;
  entries: Entry;
  questions: Question;
  subscriptions: Subscription;
  threads: Thread;
  posts: Post;
  deliveries: Delivery;
  readers: ReaderMark;
  alerts: Alert;
  drafts: Draft;
}
export type TableName = keyof Rows;

/** Words under which a row was found earlier: as-of looks there for what has been filed elsewhere since. */
const formerly =
  <Row extends History>(keysOf: (row: Row) => Words) =>
  (row: Row): Words =>
    row.revisions.length === 0
      ? undefined
      : [...new Set(earlierVersions(row).flatMap((version) => listOf(keysOf(version))))];

const cast = (story: Story): string[] => story.entities.map((role) => role.entity);
const ends = (relation: Relation): string[] => [relation.subject, relation.object];
const answered = (entry: Entry): Words => (entry.kind === 'response' ? entry.response.respondsTo : undefined);

/**
 * An empty newsroom: tables of immutable rows and the seq of the last act they hold.
 * It is changed only by `applyAct`, after the journal has the act on disk.
 */
export function createNewsroom() {
  const entries = tableOf<Entry>()({
    story: (entry) => entry.stories,
    entity: (entry) => entry.entities,
    origin: (entry) => entry.origin?.key,
    respondsTo: answered,
    embargoed: (entry) => (entry.embargoedUntil === undefined ? undefined : 'yes'),
    figure: figureKeys,
    formerStory: formerly((entry) => entry.stories),
    formerEntity: formerly((entry) => entry.entities),
    formerRespondsTo: formerly(answered),
    formerFigure: formerly(figureKeys),
  });
  return {
    seq: 0,
    stories: tableOf<Story>()({
      name: topicNames.ofStory,
      slug: (story) => (story.renamedTo === undefined ? story.slug : [story.slug, story.renamedTo]),
      entity: cast,
      formerEntity: formerly(cast),
    }),
    entities: tableOf<Entity>()({
      name: topicNames.ofEntity,
      // For reading a text: does any name begin like this, and is this one?
      beginning: (entity) => beginningsOf(entityPhrases(entity)),
      phrase: (entity) => entityPhrases(entity).strong,
    }),
    relations: tableOf<Relation>()({ entity: ends, formerEntity: formerly(ends) }),
    entries,
    /** What briefings count the entries by, instead of reading them. */
    digest: new Digest(entries),
    questions: tableOf<Question>()({
      story: (question) => question.story,
      formerStory: formerly((question) => question.story),
      origin: (question) => question.originKey,
    }),
    subscriptions: tableOf<Subscription>()({
      topic: (subscription) => topicKey(subscription.topic),
      channel: (subscription) => subscription.channel,
      paused: ({ pausedUntil }) => (pausedUntil === undefined ? undefined : 'yes'),
    }),
    threads: tableOf<Thread>()({
      topic: (thread) => `${thread.channel}:${topicKey(thread.topic)}`,
      /** In whatever channel. */
      about: (thread) => topicKey(thread.topic),
    }),
    posts: tableOf<Post>()({
      entry: (post) => post.shows.map((shown) => shown.entry),
      answers: (post) => post.answers,
      thread: (post) => `${post.channel}:${post.threadTs ?? post.ts}`,
      /** The living cards of a topic in a channel, those that others have succeeded among them. */
      card: (post) =>
        post.as === 'card' ? post.topics.map((topic) => `${post.channel}:${topicKey(topic)}`) : undefined,
      /** In whatever channel. */
      cardAbout: (post) => (post.as === 'card' ? post.topics.map(topicKey) : undefined),
    }),
    deliveries: tableOf<Delivery>()({
      channel: (delivery) => delivery.channel,
      what: (delivery) => delivery.what,
      entry: (delivery) => ('entry' in delivery ? delivery.entry : undefined),
      subscription: (delivery) => ('subscription' in delivery ? delivery.subscription : undefined),
      /** By channel: the urgent, what may stand in Slack, and what is owed no more. */
      urgent: (delivery) => (isMessage(delivery) && isUrgent(delivery) ? delivery.channel : undefined),
      tried: (delivery) => (isMessage(delivery) && delivery.tried ? delivery.channel : undefined),
      void: (delivery) => (isMessage(delivery) && delivery.isVoid ? delivery.channel : undefined),
    }),
    readers: tableOf<ReaderMark>()({
      person: (mark) => mark.person,
      topic: (mark) => topicKey(mark.topic),
    }),
    alerts: tableOf<Alert>()({ person: (alert) => alert.person, entry: (alert) => alert.entry }),
    drafts: tableOf<Draft>()({
      key: (draft) => draft.key,
      fingerprint: (draft) => draft.fingerprint,
      waiting: (draft) => (waits(draft) ? 'yes' : undefined),
    }),
  };
}
export type Newsroom = ReturnType<typeof createNewsroom>;

/** One row written to one table: all that a change ever does. `row: undefined` removes it. */
export type Put = {
  [Name in TableName]: { table: Name; key: string; row: Rows[Name] | undefined };
}[TableName];

/** Writes one row and returns the put that would undo it. */
export function put(newsroom: Newsroom, { table: name, key, row }: Put): Put {
  const table = newsroom[name] as Table<unknown, Record<string, Index<unknown>>>;
  // Named one by one: a spread takes longer than all the rest of it.
  return { table: name, key, row: table.put(key, row) } as Put;
}
