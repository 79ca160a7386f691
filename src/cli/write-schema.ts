import { bundleJsonSchema } from '../domain/bundle-schema.ts';
import type { Say } from './read-bundle.ts';

/** The text of data/schema.json. */
export const schemaText = (): string => `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;

/** Writes the JSON Schema that bundles name in their first line. Returns the exit code. */
export async function writeSchema(
  file: string,
  { writeFile, say }: { writeFile: (file: string, text: string) => Promise<void>; say: Say },
): Promise<0 | 1> {
  try {
    await writeFile(file, schemaText());
  } catch (error) {
    say(`${file}: cannot be written (${(error as Error).message})`);
    return 1;
  }
  say(`${file}: written`);
  return 0;
}
