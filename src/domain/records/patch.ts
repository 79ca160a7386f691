import { z } from 'zod';

type Patch<Shape extends z.ZodRawShape> = { [Field in keyof Shape]?: z.output<Shape[Field]> | null };

/** Some of a record's fields, to be set; `null` clears one. Defaults are left out: an edit touches what it names. */
export function patchOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const optional = Object.entries(shape).map(([field, schema]) => {
    const bare = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
    return [field, z.nullable(bare).optional()] as const;
  });
  return z.strictObject(Object.fromEntries(optional)) as unknown as z.ZodType<Patch<Shape>>;
}
