import type { Change } from '../../src/domain/change.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { before as undone } from '../../src/domain/records/revise.ts';
import { draftOfLines, line, somebodyNew } from '../support/drafts.ts';
import { act, importedAt, newsroomWith } from '../support/newsroom-builder.ts';

const ft = { kind: 'publication' as const, label: 'FT report', groundRules: 'unknown' as const };
const subscription = {
  topic: { kind: 'story' as const, slug: 'ford-xiaomi' },
  channel: 'C1',
  kinds: ['fact' as const],
  withoutEntities: [],
  threading: 'thread' as const,
  owner: 'UANA',
};
const post = {
  ...{ channel: 'C1', ts: '1700000000.000200', threadTs: '1700000000.000100', as: 'entry' as const },
  ...{ topics: [], shows: [{ entry: 'E-1', revision: 0 }], answers: 'mention:1', at: importedAt },
};
const thread = {
  ...{ topic: subscription.topic, channel: 'C1', ts: '1700000000.000100' },
  ...{ openedAt: importedAt, lastAt: importedAt },
};

const aDraft = draftOfLines(['They met.', 'They left.'], { entities: [somebodyNew('Jane Roe')] });

/** Ford and Xiaomi, one story about them and another; a claim, a question, a tie, a follower, a draft. */
function autosDesk(): Newsroom {
  const newsroom = newsroomWith({
    stories: [
      {
        slug: 'ford-xiaomi',
        headline: 'Talks',
        nutGraf: 'Why.',
        entities: [{ entity: 'ford', role: 'carmaker' }],
      },
      { slug: 'tariffs' },
    ],
    entities: [{ slug: 'ford' }, { slug: 'ford-motor' }, { slug: 'xiaomi' }],
    relations: [{ subject: 'ford', role: 'talked to', object: 'xiaomi' }],
    entries: [
      {
        text: 'They talked.',
        stories: ['ford-xiaomi'],
        entities: ['ford'],
        verification: 'reported',
        sources: [ft],
      },
    ],
    questions: [{ story: 'ford-xiaomi', text: 'When?' }],
  });
  act(newsroom, [
    { type: 'subscribed', id: 'S-1', subscription },
    {
      type: 'subscribed',
      id: 'S-2',
      subscription: { ...subscription, topic: { kind: 'entity', slug: 'ford' } },
    },
    { type: 'draft-made', id: 'D-1', draft: aDraft },
  ]);
  return newsroom;
}

const afterwards = (...changes: Change[]): Newsroom => {
  const newsroom = autosDesk();
  act(newsroom, changes, { at: '2026-02-03T10:00:00.000Z', by: 'UBEN' });
  return newsroom;
};
const keys = (found: ReadonlySet<string>): string[] => [...found];

describe('each change does what its name says', () => {
  const cases: { [T in Change['type']]: [Change, (newsroom: Newsroom) => unknown, unknown] } = {
    'story-opened': [
      {
        type: 'story-opened',
        story: {
          slug: 'recall',
          headline: 'A recall',
          status: 'active',
          subjects: [],
          aliases: [],
          entities: [],
        },
      },
      ({ stories }) => stories.get('recall'),
      {
        headline: 'A recall',
        status: 'active',
        seq: 3,
        at: '2026-02-03T10:00:00.000Z',
        by: 'UBEN',
        revisions: [],
      },
    ],
    'story-edited': [
      { type: 'story-edited', slug: 'ford-xiaomi', set: { headline: 'Letters', nutGraf: null } },
      ({ stories }) => [stories.get('ford-xiaomi')?.headline, stories.get('ford-xiaomi')?.nutGraf],
      ['Letters', undefined],
    ],
    'story-renamed': [
      { type: 'story-renamed', slug: 'ford-xiaomi', to: 'ford-jv' },
      ({ stories }) => [...keys(stories.by.slug.at('ford-jv')), ...keys(stories.by.slug.at('ford-xiaomi'))],
      ['ford-xiaomi', 'ford-xiaomi'],
    ],
    'story-merged': [
      { type: 'story-merged', slug: 'ford-xiaomi', into: 'tariffs' },
      ({ stories, entries, questions, subscriptions }) => [
        stories.get('ford-xiaomi')?.mergedInto,
        entries.get('E-1')?.stories,
        questions.get('Q-1')?.story,
        subscriptions.get('S-1')?.topic.slug,
        keys(entries.by.story.at('ford-xiaomi')),
      ],
      ['tariffs', ['tariffs'], 'tariffs', 'tariffs', []],
    ],
    'entity-added': [
      {
        type: 'entity-added',
        entity: {
          slug: 'catl',
          schema: 'Company',
          name: 'CATL',
          aliases: ['宁德时代'],
          previousNames: [],
          weakAliases: [],
        },
      },
      ({ entities }) => keys(entities.by.name.at('宁德时代')),
      ['catl'],
    ],
    'entity-edited': [
      { type: 'entity-edited', slug: 'ford', set: { name: 'Ford Motor Company' } },
      ({ entities }) => [entities.get('ford')?.name, keys(entities.by.name.at('ford motor company'))],
      ['Ford Motor Company', ['ford']],
    ],
    'entity-merged': [
      { type: 'entity-merged', slug: 'ford', into: 'ford-motor' },
      ({ entities, entries, relations, stories, subscriptions }) => [
        entities.get('ford')?.mergedInto,
        entries.get('E-1')?.entities,
        relations.get('R-1')?.subject,
        stories.get('ford-xiaomi')?.entities[0]?.entity,
        subscriptions.get('S-2')?.topic.slug,
      ],
      ['ford-motor', ['ford-motor'], 'ford-motor', 'ford-motor', 'ford-motor'],
    ],
    'relation-added': [
      {
        type: 'relation-added',
        id: 'R-2',
        relation: { subject: 'xiaomi', role: 'rival of', object: 'ford', sources: [] },
      },
      ({ relations }) => keys(relations.by.entity.at('ford')),
      ['R-1', 'R-2'],
    ],
    'relation-edited': [
      { type: 'relation-edited', id: 'R-1', set: { object: 'ford-motor', until: '2025' } },
      ({ relations }) => [relations.get('R-1')?.until, keys(relations.by.entity.at('xiaomi'))],
      ['2025', []],
    ],
    'entry-added': [
      {
        type: 'entry-added',
        id: 'E-2',
        entry: {
          kind: 'fact',
          text: 'More.',
          stories: ['tariffs'],
          entities: [],
          sources: [],
          verification: 'unverified',
          origin: { key: 'form:1' },
        },
      },
      ({ entries }) => [keys(entries.by.origin.at('form:1')), keys(entries.by.story.at('tariffs'))],
      [['E-2'], ['E-2']],
    ],
    'entry-corrected': [
      { type: 'entry-corrected', id: 'E-1', set: { text: 'They wrote.' }, reason: 'It was by letter.' },
      ({ entries }) => [entries.get('E-1')?.text, entries.get('E-1')?.revisions[0]?.reason],
      ['They wrote.', 'It was by letter.'],
    ],
    'entry-clarified': [
      { type: 'entry-clarified', id: 'E-1', set: { occurred: { date: '2025' } } },
      ({ entries }) => entries.get('E-1')?.occurred,
      { date: '2025' },
    ],
    'entry-verified': [
      {
        type: 'entry-verified',
        id: 'E-1',
        verification: 'confirmed',
        sources: [{ ...ft, label: 'SEC filing' }],
      },
      ({ entries }) => [
        entries.get('E-1')?.verification,
        entries.get('E-1')?.sources.map(({ label }) => label),
      ],
      ['confirmed', ['FT report', 'SEC filing']],
    ],
    'entry-withdrawn': [
      { type: 'entry-withdrawn', id: 'E-1', reason: 'Made up.' },
      ({ entries }) => entries.get('E-1')?.withdrawn,
      true,
    ],
    'entry-tagged': [
      { type: 'entry-tagged', id: 'E-1', stories: ['tariffs'], entities: ['xiaomi'] },
      ({ entries }) => [
        keys(entries.by.story.at('tariffs')),
        keys(entries.by.entity.at('xiaomi')),
        keys(entries.by.entity.at('ford')),
      ],
      [['E-1'], ['E-1'], []],
    ],
    'entry-embargoed': [
      { type: 'entry-embargoed', id: 'E-1', until: '2026-03-01T06:00:00.000Z' },
      ({ entries }) => [entries.get('E-1')?.embargoedUntil, keys(entries.by.embargoed.at('yes'))],
      ['2026-03-01T06:00:00.000Z', ['E-1']],
    ],
    'embargo-lifted': [
      { type: 'embargo-lifted', id: 'E-1' },
      ({ entries }) => [entries.get('E-1')?.embargoedUntil, keys(entries.by.embargoed.at('yes'))],
      [undefined, []],
    ],
    'question-asked': [
      {
        type: 'question-asked',
        id: 'Q-2',
        question: { story: 'tariffs', text: 'Who?' },
        originKey: 'form:2',
      },
      ({ questions }) => [keys(questions.by.origin.at('form:2')), keys(questions.by.story.at('tariffs'))],
      [['Q-2'], ['Q-2']],
    ],
    'question-edited': [
      { type: 'question-edited', id: 'Q-1', set: { owner: 'UANA' } },
      ({ questions }) => questions.get('Q-1')?.owner,
      'UANA',
    ],
    'question-answered': [
      { type: 'question-answered', id: 'Q-1', entry: 'E-1' },
      ({ questions }) => questions.get('Q-1')?.answeredBy,
      'E-1',
    ],
    'draft-made': [
      { type: 'draft-made', id: 'D-2', draft: { ...aDraft, key: 'file:2', fingerprint: 'other' } },
      ({ drafts }) => [
        keys(drafts.by.key.at('file:2')),
        keys(drafts.by.waiting.at('yes')),
        drafts.get('D-2')?.by,
      ],
      [['D-2'], ['D-1', 'D-2'], 'UBEN'],
    ],
    'draft-edited': [
      {
        type: 'draft-edited',
        id: 'D-1',
        story: 'tariffs',
        proposal: { at: 1, content: line('They stayed.').content },
      },
      ({ drafts }) => {
        const { story, proposals, revisions } = drafts.get('D-1')!;
        return [
          story,
          proposals.map(({ content }) => content.text),
          proposals[1]?.statement,
          revisions[0]?.was,
        ];
      },
      [
        'tariffs',
        ['They met.', 'They stayed.'],
        'They left.',
        { story: null, 'proposal 2': line('They left.').content },
      ],
    ],
    'draft-settled': [
      {
        type: 'draft-settled',
        id: 'D-1',
        settled: [
          { part: 'proposal', at: 0, became: 'E-1' },
          { part: 'proposal', at: 1, became: 'dropped' },
          { part: 'entity', at: 0, became: 'ford' },
        ],
      },
      ({ drafts }) => {
        const { proposals, entities, revisions } = drafts.get('D-1')!;
        const became = [...proposals, ...entities].map((member) => member.became);
        return [became, keys(drafts.by.waiting.at('yes')), revisions[0]?.was];
      },
      [['E-1', 'dropped', 'ford'], [], { 'proposal 1': null, 'proposal 2': null, 'entity 1': null }],
    ],
    subscribed: [
      { type: 'subscribed', id: 'S-3', subscription: { ...subscription, channel: 'C2' } },
      ({ subscriptions }) => [keys(subscriptions.by.channel.at('C2')), subscriptions.get('S-3')?.by],
      [['S-3'], 'UBEN'],
    ],
    'subscription-changed': [
      { type: 'subscription-changed', id: 'S-1', set: { kinds: ['quote'], pausedUntil: null } },
      ({ subscriptions }) => subscriptions.get('S-1')?.kinds,
      ['quote'],
    ],
    'subscription-parked': [
      { type: 'subscription-parked', id: 'S-1', error: 'not_in_channel' },
      ({ subscriptions }) => subscriptions.get('S-1')?.parked,
      'not_in_channel',
    ],
    unsubscribed: [
      { type: 'unsubscribed', id: 'S-1' },
      ({ subscriptions }) => [subscriptions.get('S-1'), keys(subscriptions.by.topic.at('story:ford-xiaomi'))],
      [undefined, []],
    ],
    'channel-moved': [
      { type: 'channel-moved', from: 'C1', to: 'C9' },
      ({ subscriptions }) => [
        keys(subscriptions.by.channel.at('C1')),
        keys(subscriptions.by.channel.at('C9')),
      ],
      [[], ['S-1', 'S-2']],
    ],
    'thread-opened': [
      { type: 'thread-opened', thread },
      ({ threads }) => [
        threads.get('C1:1700000000.000100'),
        keys(threads.by.topic.at('C1:story:ford-xiaomi')),
      ],
      [thread, ['C1:1700000000.000100']],
    ],
    'thread-closed': [
      { type: 'thread-closed', channel: 'C1', ts: thread.ts },
      ({ threads }) => threads.size,
      0,
    ],
    'channel-deleted': [{ type: 'channel-deleted', channel: 'C1' }, ({ posts }) => posts.size, 0],
    posted: [
      { type: 'posted', post },
      ({ posts }) => [
        keys(posts.by.entry.at('E-1')),
        keys(posts.by.answers.at('mention:1')),
        keys(posts.by.thread.at('C1:1700000000.000100')),
      ],
      [['C1:1700000000.000200'], ['C1:1700000000.000200'], ['C1:1700000000.000200']],
    ],
    'delivery-tried': [
      { type: 'delivery-tried', delivery: 'entry:E-1:C1', trial: { key: 'k', shows: [], drawnSeq: 1 } },
      ({ deliveries }) => deliveries.size,
      0,
    ],
    'delivery-settled': [
      { type: 'delivery-settled', delivery: 'entry:E-1:C1' },
      ({ deliveries }) => deliveries.size,
      0,
    ],
    'delivery-dropped': [
      { type: 'delivery-dropped', delivery: 'entry:E-1:C1', reason: 'The channel is gone.' },
      ({ deliveries }) => deliveries.size,
      0,
    ],
    looked: [
      { type: 'looked', mark: { person: 'UANA', topic: subscription.topic, seenSeq: 2 } },
      ({ readers }) => [...readers.all()],
      [{ person: 'UANA', topic: subscription.topic, seenSeq: 2 }],
    ],
    acknowledged: [
      { type: 'acknowledged', person: 'UANA', entry: 'E-1' },
      ({ alerts }) => [...alerts.all()],
      [],
    ],
  };

  test.each(Object.entries(cases))('%s', (_, [change, look, expected]) => {
    const seen = look(afterwards(change));

    if (Array.isArray(expected) || typeof expected !== 'object') expect(seen).toEqual(expected);
    else expect(seen).toMatchObject(expected as object);
  });

  test('a lifted embargo, a closed thread, an unparked subscription and a settled delivery leave nothing behind', () => {
    const newsroom = afterwards(
      { type: 'entry-embargoed', id: 'E-1', until: '2026-03-01T06:00:00.000Z' },
      { type: 'thread-opened', thread },
      { type: 'subscription-parked', id: 'S-1', error: 'is_archived' },
    );
    newsroom.deliveries.put('entry:E-1:C1', {
      ...{ what: 'entry', entry: 'E-1', channel: 'C1', subscription: 'S-1', topic: subscription.topic },
      ...{ seq: 1, urgency: 5 },
    });

    act(newsroom, [
      { type: 'embargo-lifted', id: 'E-1' },
      { type: 'thread-closed', channel: 'C1', ts: thread.ts },
      { type: 'subscription-parked', id: 'S-1', error: null },
      { type: 'posted', post, settles: 'entry:E-1:C1' },
    ]);

    expect(newsroom.entries.get('E-1')).not.toHaveProperty('embargoedUntil');
    expect(newsroom.entries.by.embargoed.at('yes').size).toBe(0);
    expect(newsroom.threads.size).toBe(0);
    expect(newsroom.subscriptions.get('S-1')).not.toHaveProperty('parked');
    expect(newsroom.deliveries.size).toBe(0);
  });

  test('a story with a role for both ends of a merge keeps both roles', () => {
    const newsroom = afterwards(
      {
        type: 'story-edited',
        slug: 'ford-xiaomi',
        set: {
          entities: [
            { entity: 'ford', role: 'carmaker' },
            { entity: 'ford-motor', role: 'parent' },
          ],
        },
      },
      { type: 'entity-merged', slug: 'ford', into: 'ford-motor' },
    );

    expect(newsroom.stories.get('ford-xiaomi')?.entities.map(({ role }) => role)).toEqual([
      'carmaker',
      'parent',
    ]);
  });

  test('a role that both ends of a merge had in a story is had once', () => {
    const cast = [
      { entity: 'ford', role: 'carmaker' },
      { entity: 'ford-motor', role: 'carmaker' },
    ];

    const newsroom = afterwards(
      { type: 'story-edited', slug: 'ford-xiaomi', set: { entities: cast } },
      { type: 'entity-merged', slug: 'ford', into: 'ford-motor' },
    );

    expect(newsroom.stories.get('ford-xiaomi')?.entities).toEqual([
      { entity: 'ford-motor', role: 'carmaker' },
    ]);
  });

  test('a change to a record that is not there is a damaged journal', () => {
    expect(() => afterwards({ type: 'entry-withdrawn', id: 'E-99', reason: 'Gone.' })).toThrow(
      'entries has no E-99',
    );
    expect(() => afterwards({ type: 'subscription-parked', id: 'S-99', error: null })).toThrow(
      'S-99 is not there',
    );
  });

  test('an act that fails half-way has changed nothing', () => {
    const newsroom = autosDesk();

    const failing = () =>
      act(newsroom, [
        { type: 'entry-corrected', id: 'E-1', set: { text: 'Half of it.' }, reason: 'Why.' },
        { type: 'entry-withdrawn', id: 'E-99', reason: 'Gone.' },
      ]);

    expect(failing).toThrow();
    expect(newsroom.entries.get('E-1')).toMatchObject({ text: 'They talked.', revisions: [] });
    expect(newsroom.seq).toBe(2);
  });
});

describe('a record’s history', () => {
  const correct = (newsroom: Newsroom, text: string, at: string, by: string) =>
    act(newsroom, [{ type: 'entry-corrected', id: 'E-1', set: { text, urgency: 2 }, reason: 'Wrong.' }], {
      at,
      by,
    });

  test('says who did what, when and why, and what stood there before', () => {
    const newsroom = autosDesk();
    correct(newsroom, 'They wrote.', '2026-02-03T10:00:00.000Z', 'UBEN');

    expect(newsroom.entries.get('E-1')?.revisions).toEqual([
      {
        ...{ seq: 3, at: '2026-02-03T10:00:00.000Z', by: 'UBEN', act: 'entry-corrected', reason: 'Wrong.' },
        was: { text: 'They talked.', urgency: null },
      },
    ]);
  });

  test('keeps who added it, and when', () => {
    const newsroom = autosDesk();
    correct(newsroom, 'They wrote.', '2026-02-03T10:00:00.000Z', 'UBEN');

    expect(newsroom.entries.get('E-1')).toMatchObject({ seq: 1, at: importedAt, by: 'import' });
  });

  test('undone, gives the record as it stood at any time', () => {
    const newsroom = autosDesk();
    const first = newsroom.entries.get('E-1')!;
    correct(newsroom, 'They wrote.', '2026-02-03T10:00:00.000Z', 'UBEN');
    const second = newsroom.entries.get('E-1')!;
    correct(newsroom, 'They phoned.', '2026-02-04T10:00:00.000Z', 'UCLEO');
    act(newsroom, [{ type: 'entry-withdrawn', id: 'E-1', reason: 'All wrong.' }], {
      at: '2026-02-05T10:00:00.000Z',
    });
    const now = newsroom.entries.get('E-1')!;

    expect(undone(now, () => true)).toEqual(first);
    expect(undone(now, ({ at }) => at > '2026-02-03T23:59:59.999Z')).toEqual(second);
    expect(undone(now, ({ seq }) => seq > 5)).toBe(now);
  });
});
