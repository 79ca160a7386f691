import { type Bundle, bundleSchema } from '../../bundle.ts';
import type { Problem } from '../../problem.ts';
import { bundleFaults, expectedInWords } from './bundle-faults.ts';
import { findJsonFault } from './find-json-fault.ts';

/** Reads a bundle as a person wrote it; what is wrong with it is said all at once, place by place. */
export function parseBundle(text: string, file: string): Bundle | Problem {
  const json = readJson(text.replace(/^\ufeff/, ''));
  if ('detail' in json) return { problem: 'bundle-unreadable', file, detail: json.detail };

  const parsed = bundleSchema.safeParse(json.data, { error: expectedInWords });
  if (parsed.success) return parsed.data;
  return { problem: 'bundle-faulty', file, faults: bundleFaults(json.data, parsed.error.issues) };
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
