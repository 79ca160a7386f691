import fc from 'fast-check';
import { readSubscription } from '../../../src/domain/language/read-subscription.ts';

const bare = { topic: 'ford-xiaomi', withoutKinds: [], isAgreed: false };

test.each([
  ['ford-xiaomi', bare],
  ['ford-xiaomi quote response', { ...bare, kinds: ['quote', 'response'] }],
  ['ford-xiaomi Quotes, events.', { ...bare, kinds: ['quote', 'event'] }],
  ['ford-xiaomi kind:quote kind:fact', { ...bare, kinds: ['fact', 'quote'] }],
  ['ford-xiaomi kind:quote,fact', { ...bare, kinds: ['fact', 'quote'] }],
  ['ford-xiaomi -kind:background', { ...bare, withoutKinds: ['background'] }],
  ['ford-xiaomi –kind:figures', { ...bare, withoutKinds: ['figure'] }],
  [
    'entity:catl quote thread:milestones',
    { ...bare, topic: 'entity:catl', kinds: ['quote'], threading: 'milestones' },
  ],
  ['thread:channel ford-xiaomi', { ...bare, threading: 'channel' }],
  ['ford-xiaomi -entity:catl -entity:"Jim Farley"', { ...bare, withoutEntities: ['catl', 'Jim Farley'] }],
  ['ford-xiaomi -entity:none', { ...bare, withoutEntities: [] }],
  ['ford-xiaomi entity:catl', { ...bare, withEntities: ['catl'] }],
  ['entity:catl entity:ford', { ...bare, topic: 'entity:catl', withEntities: ['ford'] }],
  ['story:ford-xiaomi entity:catl', { ...bare, topic: 'story:ford-xiaomi', withEntities: ['catl'] }],
  ['urgency:1-3 entity:catl', { ...bare, topic: 'entity:catl', urgencyAtMost: 3 }],
  ['ford-xiaomi Entity:"Jim Farley" quote', { ...bare, withEntities: ['Jim Farley'], kinds: ['quote'] }],
  ['ford-xiaomi entity:catl,ford entity:"A, Inc"', { ...bare, withEntities: ['catl', 'ford', 'A, Inc'] }],
  ['ford-xiaomi entity:catl -entity:ford', { ...bare, withEntities: ['catl'], withoutEntities: ['ford'] }],
  ['ford-xiaomi entity:any', { ...bare, withEntities: [] }],
  ['ford-xiaomi urgency:1-3', { ...bare, urgencyAtMost: 3 }],
  ['ford-xiaomi urgency:1–3', { ...bare, urgencyAtMost: 3 }],
  ['ford-xiaomi urgency: 4', { ...bare, urgencyAtMost: 4 }],
  ['ford-xiaomi urgency:any', { ...bare, urgencyAtMost: 9 }],
  ['ford-xiaomi all', { ...bare, kinds: ['fact', 'figure', 'quote', 'event', 'response', 'background'] }],
  ['Ford talked to Xiaomi', { ...bare, topic: 'Ford talked to Xiaomi' }],
  ['quote', { ...bare, topic: 'quote' }],
  ['ford-xiaomi quote anyway', { ...bare, kinds: ['quote'], isAgreed: true }],
  ['anyway', { ...bare, topic: 'anyway' }],
])('%s', (typed, expected) => {
  expect(readSubscription(typed)).toEqual(expected);
});

test.each([
  [
    'ford-xiaomi kind:rumour',
    'kind:rumour',
    'one of fact, figure, quote, event, response, background, or all',
  ],
  ['ford-xiaomi kind:', 'kind:', 'one of fact, figure, quote, event, response, background, or all'],
  ['ford-xiaomi urgency:2-4', 'urgency:2-4', '1-3, 1-5 or another range from 1, the most urgent; or any'],
  ['ford-xiaomi thread:none', 'thread:none', 'one of thread, milestones, channel'],
  ['ford-xiaomi -entity:', '-entity:', 'the name of an entity, or none'],
  ['ford-xiaomi entity:', 'entity:', 'the name of an entity, or any'],
  ['ford-xiaomi theread:channel', 'theread:channel', 'thread:channel, if that is what you mean'],
  [
    'ford-xiaomi constructor:x',
    'constructor:x',
    'one of kind:, -kind:, entity:, -entity:, urgency:, thread:',
  ],
])('%s cannot be read', (typed, part, expected) => {
  expect(readSubscription(typed)).toEqual({ part, expected });
});

test('anything typed is read or refused, never a fault of ours', () => {
  const piece = fc.constantFrom(
    'kind:',
    '-kind:',
    'urgency:1-',
    '-',
    '"',
    ',',
    'quote',
    'entity:',
    'thread:',
    ' ',
    'é',
  );

  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 20 }), (pieces) => {
      expect(readSubscription(pieces.join(''))).toBeDefined();
    }),
  );
});
