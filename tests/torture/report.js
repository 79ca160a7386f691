const wrong = [
  ['lost', ['lost']],
  ['doubled', ['doubled', 'duplicated', 'told twice']],
  ['half', ['half']],
];

/** The table, the kills by point, each fault, and all of it as one line of JSON. Returns the exit code. */
export function report(print, { seed, rounds, seconds, tallies }) {
  const { damage, ...killing } = tallies;
  const rows = Object.entries(killing).map(([name, tally]) => rowOf(name, tally));
  const columns = Object.keys(rows[0]);
  const widths = columns.map((column) =>
    Math.max(...[column, ...rows.map((row) => row[column])].map((cell) => String(cell).length)),
  );
  const line = (cells) => cells.map((cell, at) => String(cell).padStart(widths[at])).join('  ');
  print(line(columns));
  for (const row of rows) print(line(columns.map((column) => row[column])));
  for (const [name, { kills }] of Object.entries(killing)) print(`killed at (${name}): ${listed(kills)}`);
  print(`cut and altered: ${listed(damage.counts)}`);
  const faults = Object.entries(tallies).flatMap(([name, { faults: found }]) =>
    found.map((fault) => ({ name, ...fault })),
  );
  for (const { name, kind, what } of faults.slice(0, 50))
    print(`FAULT (${name}) ${kind}: ${what}`.slice(0, 600));
  print(`${faults.length} faults, ${seconds} s`);
  print(
    JSON.stringify({ seed, rounds, seconds, rows, kills: killsOf(killing), damage: damage.counts, faults }),
  );
  return faults.length === 0 ? 0 : 1;
}

function rowOf(name, tally) {
  const { counts } = tally;
  const named = Object.fromEntries(wrong.map(([column, kinds]) => [column, tally.faultsOf(...kinds)]));
  const other =
    tally.faults.length -
    Object.values(named).reduce((sum, count) => sum + count, 0) -
    tally.faultsOf('refused');
  return {
    campaign: name,
    rounds: counts.rounds ?? 0,
    kills: counts['processes killed'] ?? 0,
    'power cuts': counts['power cuts'] ?? 0,
    restarts: counts.restarts ?? 0,
    acknowledged: counts.acknowledged ?? 0,
    ...named,
    'other faults': other,
    repaired: counts.repaired ?? 0,
    refused: tally.faultsOf('refused'),
    seconds: counts.seconds ?? 0,
  };
}

const listed = (counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .sort()
    .join(', ');
const killsOf = (tallies) =>
  Object.fromEntries(Object.entries(tallies).map(([name, { kills }]) => [name, kills]));
