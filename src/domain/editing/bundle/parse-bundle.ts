import { type Bundle, bundleSchema } from '../../bundle.ts';
import type { Fault, Problem } from '../../problem.ts';
import { bundleFaults, expectedInWords } from './bundle-faults.ts';
import { findJsonFault } from './find-json-fault.ts';

/** Reads a bundle as a person wrote it; what is wrong with it is said all at once, place by place. */
export function parseBundle(text: string, file: string): Bundle | Problem {
  const json = readJson(text.replace(/^\ufeff/, ''));
  if ('detail' in json) return { problem: 'bundle-unreadable', file, detail: json.detail };

  const parsed = bundleSchema.safeParse(json.data, { error: expectedInWords });
  const faults = parsed.success ? [] : bundleFaults(json.data, parsed.error.issues);
  faults.push(...lostSource(json.data));
  return parsed.success && faults.length === 0 ? parsed.data : { problem: 'bundle-faulty', file, faults };
}

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
