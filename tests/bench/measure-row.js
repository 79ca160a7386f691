/**
 * The process of one row: measures it and sends the result to bench.js.
 *
 * A row exports `row`:
 *   name      its file's name
 *   says      what is measured against what, in words for the table
 *   unit      of the figures: 'ms', 'MB', 'changes/s', 'requests/s'
 *   reach     what is to be reached: { of, atLeast } or { of, atMost }, where `of` is 'ours', 'ours/baseline' or
 *             'baseline/ours'; a row without it only reports
 *   prepare() resolves to { ours(), baseline?(), close() }: each call of the first two measures once and resolves
 *             to a figure. It warms up what has to be warm; nothing that follows it is left out.
 */
import { median, spread } from './numbers.js';

const [name, count] = process.argv.slice(2);
const ratios = {
  ours: (ours) => ours,
  'ours/baseline': (ours, baseline) => ours / baseline,
  'baseline/ours': (ours, baseline) => baseline / ours,
};

async function measure() {
  const { row } = await import(`./rows/${name}.js`);
  const { ours, baseline, close } = await row.prepare();
  const figures = { ours: [], baseline: [] };
  const once = { ours, baseline };
  for (let pair = 0; pair < Number(count); pair += 1) {
    // Whoever comes second finds the disk and the clock as the first left them: they take turns in that, too.
    const turns = pair % 2 === 0 ? ['ours', 'baseline'] : ['baseline', 'ours'];
    for (const turn of turns) {
      if (!once[turn]) continue;
      globalThis.gc?.();
      figures[turn].push(await once[turn]());
    }
  }
  await close();

  const { says, unit, reach = {} } = row;
  const value = ratios[reach.of ?? (baseline ? 'ours/baseline' : 'ours')];
  const reached = value(median(figures.ours), baseline ? median(figures.baseline) : undefined);
  return {
    ...{ name, says, unit, reach, figures, value: reached },
    spread: spread(figures.ours.map((figure, pair) => value(figure, figures.baseline[pair]))),
    isReached: reached <= (reach.atMost ?? Infinity) && reached >= (reach.atLeast ?? -Infinity),
  };
}

const result = await measure().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  return { name, failed: String(error.message ?? error) };
});
process.send(result, () => process.exit());
