import fc from 'fast-check';
import type { Change } from '../../src/domain/change.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { draftOfLines, line, somebodyNew } from '../support/drafts.ts';
import { importedAt } from '../support/newsroom-builder.ts';

export const types = [
  ...['story-opened', 'story-edited', 'story-renamed', 'story-merged', 'entity-added', 'entity-edited'],
  ...[
    'entity-merged',
    'relation-added',
    'relation-edited',
    'entry-added',
    'entry-corrected',
    'entry-clarified',
  ],
  ...[
    'entry-verified',
    'entry-withdrawn',
    'entry-tagged',
    'entry-embargoed',
    'embargo-lifted',
    'question-asked',
  ],
  ...['question-edited', 'question-answered', 'subscribed', 'subscription-changed', 'subscription-parked'],
  ...['unsubscribed', 'thread-opened', 'thread-closed', 'posted', 'looked'],
  ...['delivery-tried', 'delivery-settled', 'delivery-dropped', 'acknowledged', 'channel-moved'],
  'channel-deleted',
  ...['draft-made', 'draft-edited', 'draft-settled'],
] as Change['type'][];

/** What an editor has in mind before looking at the newsroom: which change, to the how-manieth record, in what words. */
export interface Intention {
  type: Change['type'];
  first: number;
  second: number;
  text: string;
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((words) => `.${words}.`);
const anIntention: fc.Arbitrary<Intention> = fc.record({
  type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...types) }, fc.constantFrom(...types.filter(adds))),
  first: fc.nat(50),
  second: fc.nat(50),
  text,
});
/** Acts, each of one to three changes. */
export const someActs = fc.array(fc.array(anIntention, { minLength: 1, maxLength: 3 }), { maxLength: 15 });

function adds(type: Change['type']): boolean {
  return /added|opened|asked|subscribed|posted|made/.test(type);
}

/** The intention as a change that this newsroom can take; `undefined` when there is nothing to change. */
export function changeIn(
  newsroom: Newsroom,
  { type, first, second, text: words }: Intention,
): Change | undefined {
  const pick = <Row>(rows: Iterable<Row>, at: number): Row | undefined => {
    const all = [...rows];
    return all[at % all.length];
  };
  const story = pick(newsroom.stories.all(), first);
  const entity = pick(newsroom.entities.all(), first);
  const [otherStory, otherEntity] = [
    pick(newsroom.stories.all(), second),
    pick(newsroom.entities.all(), second),
  ];
  const entry = pick(newsroom.entries.all(), first);
  const question = pick(newsroom.questions.all(), first);
  const relation = pick(newsroom.relations.all(), first);
  const subscription = pick(newsroom.subscriptions.all(), first);
  const thread = pick(newsroom.threads.all(), first);
  const draft = pick(newsroom.drafts.all(), first);
  const tags = {
    stories: otherStory ? [otherStory.slug] : [],
    entities: [...new Set([entity?.slug, otherEntity?.slug])].filter((slug) => slug !== undefined),
  };
  const source = { kind: 'named' as const, label: words, groundRules: 'record' as const };
  const ts = `1700000000.${String(second).padStart(6, '0')}`;
  const topic = { kind: 'story' as const, slug: story?.slug ?? 'none' };
  const isFree = !newsroom.stories.get(`story-${first}`);

  const changes: { [T in Change['type']]: () => Extract<Change, { type: T }> | undefined | false } = {
    'story-opened': () =>
      isFree && {
        type: 'story-opened',
        story: {
          ...{
            slug: `story-${first}`,
            headline: words,
            status: 'developing',
            subjects: [],
            aliases: [words],
          },
          entities: tags.entities.map((slug) => ({ entity: slug, role: 'part' })),
        },
      },
    'story-edited': () =>
      story && {
        type: 'story-edited',
        slug: story.slug,
        set: { headline: words, nutGraf: second % 2 ? words : null },
      },
    'story-renamed': () =>
      story && { type: 'story-renamed', slug: story.slug, to: `renamed-${first}-${second}` },
    'story-merged': () =>
      story &&
      otherStory &&
      !story.mergedInto &&
      !otherStory.mergedInto &&
      story !== otherStory && { type: 'story-merged', slug: story.slug, into: otherStory.slug },
    'entity-added': () =>
      !newsroom.entities.get(`entity-${first}`) && {
        type: 'entity-added',
        entity: {
          slug: `entity-${first}`,
          schema: 'Company',
          name: words,
          aliases: [`alias ${second}`],
          previousNames: [],
          weakAliases: [],
        },
      },
    'entity-edited': () =>
      entity && {
        type: 'entity-edited',
        slug: entity.slug,
        set: { name: words, aliases: [], summary: words },
      },
    'entity-merged': () =>
      entity &&
      otherEntity &&
      !entity.mergedInto &&
      !otherEntity.mergedInto &&
      entity !== otherEntity && { type: 'entity-merged', slug: entity.slug, into: otherEntity.slug },
    'relation-added': () =>
      entity &&
      otherEntity && {
        type: 'relation-added',
        id: `R-${newsroom.relations.size + 1}`,
        relation: { subject: entity.slug, role: words, object: otherEntity.slug, sources: [source] },
      },
    'relation-edited': () =>
      relation && {
        type: 'relation-edited',
        id: relation.id,
        set: { role: words, since: second % 2 ? '2024' : null },
      },
    'entry-added': () => ({
      type: 'entry-added',
      id: `E-${newsroom.entries.size + 1}`,
      entry: entry
        ? {
            kind: 'response',
            text: words,
            ...tags,
            sources: [source],
            verification: 'reported',
            response: { entity: entity?.slug ?? 'none', respondsTo: entry.id, stance: 'denies' },
          }
        : {
            kind: 'fact',
            text: words,
            ...tags,
            sources: [],
            verification: 'unverified',
            origin: { key: `form:${second}` },
          },
    }),
    'entry-corrected': () =>
      entry && {
        type: 'entry-corrected',
        id: entry.id,
        set: { text: words, attribution: second % 2 ? words : null },
        reason: words,
      },
    'entry-clarified': () =>
      entry && { type: 'entry-clarified', id: entry.id, set: { occurred: { date: '2024' } } },
    'entry-verified': () =>
      entry && { type: 'entry-verified', id: entry.id, verification: 'confirmed', sources: [source] },
    'entry-withdrawn': () => entry && { type: 'entry-withdrawn', id: entry.id, reason: words },
    'entry-tagged': () => entry && { type: 'entry-tagged', id: entry.id, ...tags },
    'entry-embargoed': () =>
      entry && { type: 'entry-embargoed', id: entry.id, until: '2027-01-01T00:00:00.000Z' },
    'embargo-lifted': () => entry && { type: 'embargo-lifted', id: entry.id },
    'question-asked': () =>
      story && {
        type: 'question-asked',
        id: `Q-${newsroom.questions.size + 1}`,
        question: { story: story.slug, text: words },
        ...(second % 2 ? { originKey: `form:${second}` } : {}),
      },
    'question-edited': () =>
      question && { type: 'question-edited', id: question.id, set: { owner: second % 2 ? 'UANA' : null } },
    'question-answered': () =>
      question && entry && { type: 'question-answered', id: question.id, entry: entry.id },
    subscribed: () =>
      !newsroom.subscriptions.get(`S-${first + 1}`) && {
        type: 'subscribed',
        id: `S-${first + 1}`,
        subscription: {
          ...{ topic, channel: `C${second}`, kinds: ['fact'], threading: 'thread' },
          ...(entity && second % 2 ? { withEntities: [entity.slug] } : {}),
          ...{ withoutEntities: otherEntity ? [otherEntity.slug] : [], owner: 'UANA' },
        },
        ...(second % 2 ? { announce: {} } : {}),
      },
    'subscription-changed': () =>
      subscription && {
        type: 'subscription-changed',
        id: subscription.id,
        set: {
          ...{ kinds: ['quote'], pausedUntil: second % 2 ? importedAt : null },
          withEntities: otherEntity && second % 3 ? [otherEntity.slug] : null,
        },
      },
    'subscription-parked': () =>
      subscription && {
        type: 'subscription-parked',
        id: subscription.id,
        error: second % 2 ? 'is_archived' : null,
      },
    unsubscribed: () =>
      subscription && {
        type: 'unsubscribed',
        id: subscription.id,
        ...(second % 2 ? { announce: { threadTs: ts } } : {}),
      },
    'channel-moved': () => first !== second && { type: 'channel-moved', from: `C${first}`, to: `C${second}` },
    'thread-opened': () => ({
      type: 'thread-opened',
      thread: { topic, channel: `C${first}`, ts, openedAt: importedAt, lastAt: importedAt },
    }),
    'channel-deleted': () => ({ type: 'channel-deleted', channel: `C${first}` }),
    'thread-closed': () => thread && { type: 'thread-closed', channel: thread.channel, ts: thread.ts },
    posted: () => ({
      type: 'posted',
      post: {
        channel: `C${first}`,
        ts,
        as: 'answer',
        topics: [topic],
        shows: entry ? [{ entry: entry.id, revision: 0 }] : [],
        answers: words,
        at: importedAt,
      },
      settles: `entry:E-1:C${first}`,
    }),
    'delivery-tried': () => ({
      type: 'delivery-tried',
      delivery: `entry:E-1:C${first}`,
      trial: { key: `entry:E-1:C${first}`, shows: [], drawnSeq: newsroom.seq },
    }),
    'delivery-settled': () => ({ type: 'delivery-settled', delivery: `entry:E-1:C${first}` }),
    'delivery-dropped': () => ({ type: 'delivery-dropped', delivery: `entry:E-1:C${first}`, reason: words }),
    looked: () => ({ type: 'looked', mark: { person: `U${first}`, topic, seenSeq: second } }),
    'draft-made': () => ({
      type: 'draft-made',
      id: `D-${newsroom.drafts.size + 1}`,
      draft: draftOfLines([words, 'Another line.'], {
        ...(story && second % 2 ? { story: story.slug } : {}),
        entities: [somebodyNew('Jane Roe')],
        questions: [{ text: words }],
      }),
    }),
    'draft-edited': () =>
      draft &&
      (story && second % 2
        ? { type: 'draft-edited', id: draft.id, story: story.slug }
        : { type: 'draft-edited', id: draft.id, proposal: { at: second % 2, content: line(words).content } }),
    'draft-settled': () =>
      draft && {
        type: 'draft-settled',
        id: draft.id,
        settled: [
          { part: 'proposal', at: second % 2, became: entry && second % 3 ? entry.id : 'dropped' },
          { part: 'entity', at: 0, became: entity?.slug ?? 'dropped' },
          { part: 'question', at: 0, became: question?.id ?? 'dropped' },
        ],
      },
    acknowledged: () => entry && { type: 'acknowledged', person: `U${second}`, entry: entry.id },
  };
  return changes[type]() || undefined;
}
