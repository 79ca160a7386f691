import type { z } from 'zod';
import { type Bundle, type BundleEntry, bundleEntrySchema, bundleSchema } from '../../bundle.ts';
import { finished, type InSteps } from '../../in-steps.ts';
import type { Fault, Problem } from '../../problem.ts';
import { bundleFaults, expectedInWords } from './bundle-faults.ts';
import { findJsonFault } from './find-json-fault.ts';

/** Reads a bundle as a person wrote it; what is wrong with it is said all at once, place by place. */
export const parseBundle = (text: string, file: string): Bundle | Problem =>
  finished(parsingBundle(text, file));

/** The same, for those who have others to attend to. */
export function* parsingBundle(text: string, file: string): InSteps<Bundle | Problem> {
  const json = readJson(text.replace(/^\ufeff/, ''));
  if ('detail' in json) return { problem: 'bundle-unreadable', file, detail: json.detail };
  yield;

  const { bundle, issues } = yield* checkedForm(json.data);
  const faults = [...bundleFaults(json.data, issues), ...lostSource(json.data)];
  return bundle && faults.length === 0 ? bundle : { problem: 'bundle-faulty', file, faults };
}

type Issue = z.core.$ZodIssue;

/** Entry by entry: of these there may be thousands. */
function* checkedForm(data: unknown): InSteps<{ bundle?: Bundle; issues: Issue[] }> {
  const lines = entriesOf(data);
  const parsed = bundleSchema.safeParse(lines ? { ...(data as object), entries: [] } : data, inWords);
  const rest = parsed.success ? [] : parsed.error.issues;
  const entries: BundleEntry[] = [];
  const issues: Issue[] = [];
  for (const [at, line] of (lines ?? []).entries()) {
    const entry = bundleEntrySchema.safeParse(line, inWords);
    if (entry.success) entries.push(entry.data);
    else
      issues.push(...entry.error.issues.map((issue) => ({ ...issue, path: ['entries', at, ...issue.path] })));
    yield;
  }
  if (parsed.success && issues.length === 0) return { bundle: { ...parsed.data, entries }, issues };
  if (issues.length === 0) return { issues: rest };
  // Told in the order in which the lists stand, as if all had been checked at once.
  const before = rest.filter(({ path: [list] }) => list !== undefined && list !== 'questions');
  return { issues: [...before, ...issues, ...rest.filter((issue) => !before.includes(issue))] };
}

const inWords = { error: expectedInWords };

const entriesOf = (data: unknown): unknown[] | undefined => {
  const entries = typeof data === 'object' && data !== null && 'entries' in data ? data.entries : undefined;
  return Array.isArray(entries) ? entries : undefined;
};

/** zod leaves this key out of a record without a word. */
function lostSource(data: unknown): Fault[] {
  const { sources } = (data ?? {}) as { sources?: unknown };
  if (typeof sources !== 'object' || sources === null || !Object.hasOwn(sources, '__proto__')) return [];
  return [
    { path: 'sources.__proto__', found: 'the name "__proto__"', expected: 'a slug, like ford-statement' },
  ];
}

function readJson(text: string): { data: unknown } | { detail: string } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    const fault = findJsonFault(text);
    if (!fault) return { detail: (error as SyntaxError).message };
    const { line, column, found, expected } = fault;
    return { detail: `line ${line}, column ${column}: found ${found}; expected ${expected}` };
  }
}
