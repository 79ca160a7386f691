/** The fields of a record that a schema names: what an editor says, without number and history. */
export function pickedFrom<Name extends string, Row extends { [Field in Name]?: unknown }>(
  row: Row,
  shape: { readonly [Field in Name]: unknown },
): Pick<Row, Name> {
  const names = Object.keys(shape) as Name[];
  return Object.fromEntries(
    names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])),
  ) as Pick<Row, Name>;
}
