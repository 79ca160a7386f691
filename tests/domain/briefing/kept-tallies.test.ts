import fc from 'fast-check';
import { applyAct } from '../../../src/domain/apply.ts';
import { storyBriefing } from '../../../src/domain/briefing/story-briefing.ts';
import type { Change } from '../../../src/domain/change.ts';
import { type Newsroom, put } from '../../../src/domain/newsroom.ts';
import { copyOf, looks, minute } from '../../support/lived-newsroom.ts';
import { act, newsroomWith } from '../../support/newsroom-builder.ts';
import { changeIn, someActs } from '../any-change.ts';

const briefings = (newsroom: Newsroom) =>
  [...newsroom.stories.all()].flatMap(({ slug }) => looks.map((look) => storyBriefing(newsroom, slug, look)));

/** Stories and figures to disagree about: what any newsroom might have had before. */
const begun = (): Newsroom =>
  newsroomWith({
    entities: [{ slug: 'ford' }, { slug: 'catl' }],
    stories: [{ slug: 'plant' }, { slug: 'cells' }],
    entries: [
      { stories: ['plant'], text: 'Ford will close the plant.', urgency: 2 },
      ...['workers', 'cells'].map((metric) => ({
        ...{
          kind: 'figure' as const,
          text: `They have 80 ${metric}.`,
          entities: ['ford'],
          stories: ['plant'],
        },
        figure: { metric, amount: 80, unit: 'thousand' },
      })),
    ],
  });

/** The acts of somebody, each tried and undone before it is done, as every act is. */
function does(newsroom: Newsroom, changes: readonly Change[], seq: number): void {
  if (changes.length === 0) return;
  const done = { seq, at: minute(seq), by: 'UANA', changes: [...changes] };
  for (const write of applyAct(newsroom, done)) put(newsroom, write);
  newsroom.seq = seq - 1;
  applyAct(newsroom, done);
}

function figureOf(id: string, metric: string, amount: number, story = 'cells'): Change {
  const filed = { stories: [story], entities: ['ford'], sources: [], verification: 'confirmed' as const };
  const figure = { metric, amount, unit: 'thousand' };
  return {
    type: 'entry-added',
    id,
    entry: { ...filed, kind: 'figure', text: 'Others say otherwise.', figure },
  };
}

describe('a briefing that is kept and added to', () => {
  test('is the briefing that is made anew, whatever was done and however often somebody asked', () => {
    fc.assert(
      fc.property(someActs, fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), (acts, asks) => {
        const newsroom = begun();
        briefings(newsroom);

        for (const [at, intended] of acts.entries()) {
          const changes = intended.flatMap((intention) => changeIn(newsroom, intention) ?? []).slice(0, 1);
          does(newsroom, changes, newsroom.seq + 1);
          if (asks[at]) briefings(newsroom);
        }

        expect(briefings(newsroom)).toEqual(briefings(copyOf(newsroom)));
      }),
      { numRuns: 150 },
    );
  });

  test('is exact for an act that records an answer before what it answers', () => {
    const newsroom = begun();
    briefings(newsroom);
    const filed = { stories: ['plant'], entities: [], sources: [], verification: 'reported' } as const;
    const entry = { ...filed, stories: [...filed.stories], entities: [], sources: [] };
    const response = { entity: 'ford', respondsTo: 'E-5', stance: 'denies' } as const;

    act(newsroom, [
      { type: 'entry-added', id: 'E-4', entry: { ...entry, kind: 'response', text: 'No.', response } },
      { type: 'entry-added', id: 'E-5', entry: { ...entry, kind: 'fact', text: 'They sold it.' } },
    ]);

    const [kept] = briefings(newsroom);
    expect(kept?.disputed.map(({ entry: { id } }) => id)).toEqual(['E-5']);
    expect(briefings(newsroom)).toEqual(briefings(copyOf(newsroom)));
  });

  test('disputes a figure from the moment on in which another story gives another one', () => {
    const newsroom = begun();
    const told = () => briefings(newsroom)[0]?.conflicts.map(({ metric }) => metric);
    const before = told();

    act(newsroom, [figureOf('E-4', 'cells', 120)]);
    const after = told();
    act(newsroom, [figureOf('E-5', 'workers', 90)]);

    expect([before, after, told()]).toEqual([[], ['cells'], ['workers', 'cells']]);
    expect(briefings(newsroom)).toEqual(briefings(copyOf(newsroom)));
  });

  test('has what was added and corrected before anybody asked again', () => {
    const newsroom = begun();
    briefings(newsroom);

    act(newsroom, [figureOf('E-4', 'cells', 120)]);
    act(newsroom, [
      { type: 'entry-corrected', id: 'E-4', set: { text: 'Not so many.' }, reason: 'Misheard.' },
    ]);

    expect(briefings(newsroom)).toEqual(briefings(copyOf(newsroom)));
  });

  test('is nobody’s to alter under whoever reads it', () => {
    const newsroom = begun();
    const [before] = briefings(newsroom);
    const text = JSON.stringify(before);

    act(newsroom, [figureOf('E-4', 'cells', 120, 'plant')]);
    act(newsroom, [{ type: 'entry-verified', id: 'E-4', verification: 'confirmed' }]);
    const again = briefings(newsroom);
    act(newsroom, [figureOf('E-5', 'cells', 130, 'plant')]);
    const known = again[0]?.known.length;
    briefings(newsroom);

    expect(JSON.stringify(before)).toBe(text);
    expect(again[0]?.known).toHaveLength(known ?? 0);
  });

  test('counts what came while nobody asked, however much it was', () => {
    const newsroom = begun();
    briefings(newsroom);
    const entry = { kind: 'fact', text: 'More.', stories: ['plant'], entities: [], sources: [] } as const;
    const added = (at: number): Change => ({
      ...{ type: 'entry-added', id: `E-${at + 4}` },
      entry: { ...entry, verification: 'confirmed', stories: ['plant'], entities: [], sources: [] },
    });

    act(
      newsroom,
      Array.from({ length: 1100 }, (_, at) => added(at)),
    );

    expect(briefings(newsroom)[0]?.known).toHaveLength(1100);
  });
});
