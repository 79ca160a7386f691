import fc from 'fast-check';
import { applyAct } from '../../src/domain/apply.ts';
import { type Act, actSchema, type Change } from '../../src/domain/change.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import type { EntryContent } from '../../src/domain/records/entry.ts';
import { newsroomFrom, takeSnapshot } from '../../src/domain/snapshot.ts';
import { changeIn, type Intention, types } from '../domain/any-change.ts';
import { aText } from './any-text.ts';

/** One thing that somebody does: to the how-manieth record, in what words. */
export interface Step extends Intention {
  /** A long text, where one may stand. */
  body: string;
  kind: EntryContent['kind'];
  /** An entry added by this step is under embargo. */
  isHeld: boolean;
}

const kinds = ['fact', 'figure', 'quote', 'event', 'response', 'background'] as const;
const adding = types.filter((type) => /added|opened|asked|subscribed|posted/.test(type));

const stepIn = (text: (most: number) => fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.record({
    type: fc.oneof(
      fc.constantFrom(...types),
      fc.constantFrom(...adding),
      fc.constantFrom('entry-added' as const, 'entry-corrected' as const),
    ),
    first: fc.nat(7),
    second: fc.nat(7),
    text: text(120),
    body: text(3000),
    kind: fc.constantFrom(...kinds),
    isHeld: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
  });

/** What a newsroom lives through, in the words of whoever types to do harm. */
export const aHostileLife = (maxLength: number) => fc.array(stepIn(aText), { maxLength });
/** The same in plain words: each change then says of which entry it is. */
export const aPlainLife = (maxLength: number) =>
  fc.array(
    stepIn(() => fc.constant('plain words')),
    { maxLength },
  );

/** Beyond the newsroom that tests look at on 10 February 2026. */
export const heldUntil = '2027-01-01T00:00:00.000Z';

interface Wording {
  /** Puts words into a change that is about this entry. */
  says?: (entry: string, words: string) => string;
}

/** Lets the newsroom live through it, an act a step, and returns the acts. */
export function live(newsroom: Newsroom, steps: readonly Step[], wording: Wording = {}): Act[] {
  return steps.flatMap((step) => {
    const change = changeIn(newsroom, step);
    // Nobody follows a story that is not there.
    if (!change || (change.type === 'subscribed' && change.subscription.topic.slug === 'none')) return [];
    const dressed = dress(change, step, wording);
    const act = { seq: newsroom.seq + 1, at: '2026-02-02T09:30:00.000Z', by: 'UANA', changes: [dressed] };
    const checked = actSchema.parse(JSON.parse(JSON.stringify(act)));
    // A copy first: what the newsroom does not take must not stand in it half done.
    applyAct(newsroomFrom(takeSnapshot(newsroom)), checked);
    applyAct(newsroom, checked);
    return [checked];
  });
}

function dress(change: Change, step: Step, { says = (_, words) => words }: Wording): Change {
  const say = (id: string, most = 3000): string =>
    says(id, most < 3000 ? step.text : step.body).slice(0, most);
  const sourceOf = (id: string) => ({
    kind: step.second % 2 ? ('unnamed' as const) : ('publication' as const),
    label: say(id, 300),
    groundRules: 'background' as const,
    publisher: say(id, 200),
    origin: say(id, 200),
    url: `https://ft.com/${encodeURIComponent(says(id, 'a').slice(0, 60))}?b=c&d=e`,
  });
  switch (change.type) {
    case 'entry-added': {
      const { id, entry } = change;
      return {
        ...change,
        entry: entryIn(entry, step, { say: (most) => say(id, most), source: sourceOf(id) }),
      };
    }
    case 'entry-corrected':
    case 'entry-clarified': {
      const { id } = change;
      const set = { ...change.set, text: say(id), attribution: say(id, 300), sources: [sourceOf(id)] };
      return { ...change, set, reason: say(id, 1900) };
    }
    case 'entry-verified':
      return { ...change, sources: [sourceOf(change.id)], reason: say(change.id, 1900) };
    case 'posted': {
      const as = (['answer', 'share', 'entry', 'card', 'notice'] as const)[step.second % 5] ?? 'answer';
      const { answers: _, ...post } = change.post;
      const asked =
        step.first % 3 ? {} : { asked: step.first % 2 ? 'home' : `${post.topics[0]?.slug} timeline` };
      return { ...change, post: { ...post, as, by: 'UANA', ...asked } };
    }
    default:
      return change;
  }
}

interface Words {
  say: (most: number) => string;
  source: EntryContent['sources'][number];
}

function entryIn(entry: EntryContent, { kind, isHeld, second }: Step, { say, source }: Words): EntryContent {
  const shared = {
    ...{ stories: entry.stories, entities: entry.entities, verification: entry.verification },
    ...{ text: say(2999), attribution: say(300), sources: [source] },
    ...(isHeld ? { embargoedUntil: heldUntil } : {}),
    ...(second % 2 ? { occurred: { date: '2024-09-26', zone: 'America/New_York' } } : {}),
  };
  const [entity] = entry.entities;
  if (kind === 'figure') {
    const figure = { metric: say(120), amount: second, unit: say(40).trim() || 'x', asOf: '2024' };
    return { ...shared, kind, figure };
  }
  if (kind === 'quote') return { ...shared, kind, speaker: say(200) };
  if (kind !== 'response') return { ...shared, kind };
  if (entry.kind === 'response') return { ...entry, ...shared };
  return { ...shared, ...(entity ? { kind, response: { entity, stance: 'denies' } } : { kind: 'fact' }) };
}
