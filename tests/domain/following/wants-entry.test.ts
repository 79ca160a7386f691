import { wantsEntry } from '../../../src/domain/following/wants-entry.ts';
import type { EntryContent } from '../../../src/domain/records/entry.ts';
import type { SubscriptionContent } from '../../../src/domain/records/subscription.ts';
import { adds, desk, follows, talks } from '../../support/following.ts';
import { act, now } from '../../support/newsroom-builder.ts';

const cases: [string, Partial<SubscriptionContent>, Partial<EntryContent>, boolean][] = [
  ['a fact by default', {}, {}, true],
  ['background by default', {}, { kind: 'background' } as object, false],
  ['background where it was named', { kinds: ['background'] }, { kind: 'background' } as object, true],
  ['a fact where only quotes were named', { kinds: ['quote'] }, {}, false],
  ['an entry on an excluded entity', { withoutEntities: ['catl'] }, { entities: ['ford', 'catl'] }, false],
  ['an entry on another entity', { withoutEntities: ['catl'] }, { entities: ['ford'] }, true],
  ['an entry on an entity asked for', { withEntities: ['catl'] }, { entities: ['ford', 'catl'] }, true],
  ['an entry on one of two asked for', { withEntities: ['xiaomi', 'catl'] }, { entities: ['catl'] }, true],
  ['an entry on none of those asked for', { withEntities: ['catl'] }, { entities: ['ford'] }, false],
  [
    'an entry on one asked for and one left out',
    { withEntities: ['catl'], withoutEntities: ['ford'] },
    { entities: ['ford', 'catl'] },
    false,
  ],
  [
    'a fact on an entity asked for where only quotes are wanted',
    { withEntities: ['catl'], kinds: ['quote'] },
    { entities: ['catl'] },
    false,
  ],
  ['urgency 3 of 1 to 3', { urgencyAtMost: 3 }, { urgency: 3 }, true],
  ['urgency 4 of 1 to 3', { urgencyAtMost: 3 }, { urgency: 4 }, false],
  ['an entry of no urgency where 1 to 3 is wanted', { urgencyAtMost: 3 }, {}, false],
  ['an entry of no urgency where 1 to 5 is wanted', { urgencyAtMost: 5 }, {}, true],
  ['anything during a pause', { pausedUntil: '2026-02-10T12:00:00.001Z' }, {}, false],
  ['an entry when the pause is over', { pausedUntil: now }, {}, true],
];

test.each(cases)('%s', (_, wanted, written, isWanted) => {
  const newsroom = desk();
  act(newsroom, [follows(newsroom, talks, wanted), adds(newsroom, written)]);
  const [subscription] = [...newsroom.subscriptions.all()];

  expect(wantsEntry(subscription!, newsroom.entries.get('E-2')!, now)).toBe(isWanted);
});
