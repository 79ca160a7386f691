import { bundleJsonSchema } from '../domain/bundle-schema.ts';
import { verbs } from '../services/commands/commands.ts';
import type { Say } from './read-bundle.ts';

interface Doors {
  readFile: (file: string) => Promise<string>;
  writeFile: (file: string, text: string) => Promise<void>;
  say: Say;
}

/** The text of data/schema.json. */
export const schemaText = (): string => `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;

const tableStart = '<!-- commands: written by npm run generate -->';
const tableEnd = '<!-- end of commands -->';

/** The README with its table of commands as the table of verbs has it. */
export function withCommands(readme: string): string {
  const start = readme.indexOf(tableStart);
  const end = readme.indexOf(tableEnd);
  if (start < 0 || end < start) throw new Error(`README.md has no ${tableStart} … ${tableEnd}`);
  const rows = verbs.map(({ usage, summary, example }) => {
    const cell = (words: string) => `\`/brief ${words}\``.replaceAll(' `', '`').replaceAll('|', '\\|');
    return `| ${cell(usage)} | ${summary} | ${cell(example)} |`;
  });
  const table = ['| type | to read | for example |', '| --- | --- | --- |', ...rows].join('\n');
  return `${readme.slice(0, start)}${tableStart}\n${table}\n${readme.slice(end)}`;
}

/** Writes what is derived from the code, so that it can be read without running it. Returns the exit code. */
export async function generate({ readFile, writeFile, say }: Doors): Promise<0 | 1> {
  try {
    await writeFile('data/schema.json', schemaText());
    await writeFile('README.md', withCommands(await readFile('README.md')));
  } catch (error) {
    say(`cannot be written: ${(error as Error).message}`);
    return 1;
  }
  say('data/schema.json and the commands in README.md: written');
  return 0;
}
