/** The same text for the same newsroom: neither the order of fields nor that of rows says anything. */
export function canonical({ seq, tables }) {
  const names = Object.keys(tables).sort();
  const lines = names.flatMap((name) => [
    name,
    ...tables[name].map((row) => JSON.stringify(sorted(row))).sort(),
  ]);
  return [seq, ...lines].join('\n');
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]),
  );
}
