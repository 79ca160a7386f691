import type { z } from 'zod';
import { beginningOf } from '../../language/cut-text.ts';
import { nearWords } from '../../language/distance.ts';
import type { Fault } from '../../problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const typesInWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const nouns: Record<string, string> = { string: ' characters', array: ' items' };

/** What should stand at an issue. Messages written at the schema itself come first. */
export function expectedInWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typesInWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'some text';
      return `at least ${issue.minimum}${nouns[issue.origin] ?? ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${nouns[issue.origin] ?? ''}`;
    case 'unrecognized_keys':
      return fieldsOf(issue.inst).join(' ');
    case 'invalid_union':
      return oneOf((issue.options as unknown[] | undefined) ?? []);
    default:
      return 'something else';
  }
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `"${String(values[0])}"` : `one of ${values.join(', ')}`;

const fieldsOf = (schema: unknown): string[] => {
  const { def } = (schema as z.core.$ZodObject)._zod;
  return Object.keys(def.shape);
};

/** One fault per wrong place. `data` is what was parsed, with `expectedInWords` as its error map. */
export const bundleFaults = (data: unknown, issues: readonly Issue[]): Fault[] =>
  issues.flatMap((issue) => faultsOf(data, issue, []));

function faultsOf(data: unknown, issue: Issue, base: Path): Fault[] {
  const path = [...base, ...issue.path];
  const fault = { path: printPath(path), found: inShort(valueAt(data, path)) };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField([...path, key], issue.message.split(' ')));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({
        ...fault,
        found: `the name ${inShort(path.at(-1))}`,
        expected: message,
      }));
    case 'invalid_union': {
      const meant = issue.errors.find((branch) => !branch.some(isOfOtherType));
      if (meant) return meant.flatMap((inner) => faultsOf(data, inner, path));
      const branches = issue.errors.flatMap((branch) => branch.filter(isOfOtherType));
      const expected = branches.map(({ message }) => message).join(' or ') || issue.message;
      return [{ ...fault, expected }];
    }
    default:
      return [{ ...fault, expected: issue.message }];
  }
}

/** The branch of a union that wants another type altogether is not the one its writer had in mind. */
const isOfOtherType = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

function unknownField(path: Path, known: readonly string[]): Fault {
  const [near] = nearWords(String(path.at(-1)), known);
  const expected = near ?? oneOf(known);
  return { path: printPath(path), found: 'an unknown field', expected };
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** A value as a fault quotes it. */
export function inShort(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' && value.length > 60 ? `${beginningOf(value, 59)}…` : value;
  return JSON.stringify(text);
}

/** `entries[3].figure.amount`, as a person would find it in the file. */
function printPath(path: Path): string {
  const printed = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w$-]+$/.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(step)}]`;
  });
  return printed.join('').replace(/^\./, '') || 'the whole file';
}
