import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { z } from 'zod';
import { applyAct } from '../../src/domain/apply.ts';
import { type Bundle, bundleSchema } from '../../src/domain/bundle.ts';
import type { Act, Change } from '../../src/domain/change.ts';
import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { createNewsroom, type Newsroom } from '../../src/domain/newsroom.ts';
import { isProblem } from '../../src/domain/problem.ts';
import { answer } from '../../src/services/commands/commands.ts';
import type { Answer, Asking } from '../../src/services/commands/verb.ts';

type Written = z.input<typeof bundleSchema>;
type List<Name extends 'stories' | 'entities' | 'relations' | 'entries' | 'questions'> = NonNullable<
  Written[Name]
>[number];

type Loose<T, Optional extends string> = T extends unknown
  ? Omit<T, Optional> & { [Field in Optional & keyof T]?: T[Field] }
  : never;

/** What a test says of a newsroom; what it leaves out is made up. */
export interface Sketch {
  sources?: Written['sources'];
  stories?: Loose<List<'stories'>, 'headline'>[];
  entities?: Loose<List<'entities'>, 'schema' | 'name'>[];
  relations?: List<'relations'>[];
  /** A line without a kind is a fact. */
  entries?: (Loose<List<'entries'>, 'key'> | FactSketch)[];
  questions?: Loose<List<'questions'>, 'key'>[];
}
type FactSketch = Omit<Loose<Extract<List<'entries'>, { kind: 'fact' }>, 'key'>, 'kind'>;

export const importedAt = '2026-02-01T09:30:00.000Z';
export const now = '2026-02-10T12:00:00.000Z';

const capitalized = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

const written = ({ stories = [], entities = [], entries = [], questions = [], ...rest }: Sketch): Bundle =>
  bundleSchema.parse({
    format: 'slugline-bundle/1',
    name: 'test',
    ...rest,
    stories: stories.map((story) => ({ headline: `About ${story.slug}`, ...story })),
    entities: entities.map((entity) => ({
      schema: 'Company',
      name: capitalized(entity.slug),
      ...entity,
    })),
    entries: entries.map((entry, at) => ({ key: `line-${at + 1}`, kind: 'fact', ...entry })),
    questions: questions.map((question, at) => ({ key: `question-${at + 1}`, ...question })),
  });

/** The changes that fill an empty newsroom with all this. */
export function changesFor(sketch: Sketch | Bundle): Change[] {
  const bundle = 'format' in sketch ? sketch : written(sketch);
  const outcome = importBundle(createNewsroom(), bundle);
  if (isProblem(outcome)) throw new Error(JSON.stringify(outcome, null, 2));
  return outcome.changes;
}

export function newsroomWith(sketch: Sketch | Bundle): Newsroom {
  const newsroom = createNewsroom();
  const changes = changesFor(sketch);
  if (changes.length > 0) act(newsroom, changes, { at: importedAt, by: 'import' });
  return newsroom;
}

/** One act of Ana, a day after the import unless said otherwise. */
export function act(
  newsroom: Newsroom,
  changes: Change[],
  { at = '2026-02-02T09:30:00.000Z', by = 'UANA' }: Partial<Pick<Act, 'at' | 'by'>> = {},
) {
  return applyAct(newsroom, { seq: newsroom.seq + 1, at, by, changes });
}

export const sampleBundle = (): Bundle =>
  bundleSchema.parse(JSON.parse(readFileSync('data/sample/ford-xiaomi.json', 'utf8')));
export const sampleNewsroom = (): Newsroom => newsroomWith(sampleBundle());

/** What a reader gets who types the words on 10 February 2026 at noon. */
export function ask(newsroom: Newsroom, words: string, asking: Partial<Asking> = {}): Answer {
  return answer(words, { newsroom, viewer: { role: 'reader' }, now, zone: 'UTC', ...asking });
}

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
export const aSlug = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
