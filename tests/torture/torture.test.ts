import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { builtMain } from '../app/slugline-process.ts';

/** A sample of what `npm run torture` does by the thousand. */
test('newsrooms killed, cut and damaged again and again lose nothing that was acknowledged', () => {
  const words = ['--seed', '11', '--rounds', '24', '--built', dirname(builtMain())];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'torture.js'), ...words], {
    encoding: 'utf8',
  });

  const figures = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!figures.startsWith('{')) throw new Error(`the campaign broke off: ${stderr}`);
  const { rows, damage, faults } = JSON.parse(figures);
  expect({ status, faults }).toEqual({ status: 0, faults: [] });
  const [stores, posting] = rows;
  expect(stores).toMatchObject({ campaign: 'stores', lost: 0, doubled: 0, half: 0, refused: 0 });
  expect(posting).toMatchObject({ campaign: 'posting', lost: 0, doubled: 0 });
  expect(stores.kills).toBeGreaterThanOrEqual(6);
  expect(posting.kills).toBeGreaterThanOrEqual(2);
  expect(stores.acknowledged).toBeGreaterThan(100);
  expect(damage['starts refused']).toBeGreaterThan(100);
  expect(damage['torn tails mended and reported']).toBeGreaterThan(20);
}, 300_000);
